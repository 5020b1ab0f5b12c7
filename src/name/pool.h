// SPDX-License-Identifier: GPL-3.0-or-later
/** Names while they are made: spellings of one key, and which keys are one name. */
#ifndef TDG_NAME_POOL_H
#define TDG_NAME_POOL_H

#include "name/kind.h"

/* A spelling, as it stands in the texts. */
struct tdg_form {
    uint32_t name;
    uint32_t times;
};

/* {0} is empty. */
struct tdg_name_pool {
    struct tdg_casing casing;
    struct tdg_intern keys;  /* of the names */
    struct tdg_intern forms; /* their spellings */
    struct tdg_form *form;   /* [forms.count] */
    size_t form_capacity;
    struct tdg_name_counts *counts; /* [keys.count] */
    size_t count_capacity;
    uint32_t *name_of;     /* [runs * 2] of runs inside sentences and at their beginnings; may be
                              TDG_NONE */
    enum tdg_entity *kind; /* [keys.count] */
    uint32_t *best;        /* [keys.count] its most frequent form */
    uint32_t *joined;      /* [keys.count] the name that it is a variant of, or itself */
};

/* Joins variants (join.c). TDG_ENOMEM. */
int tdg_names_join(struct tdg_name_pool *pool);

/* The name that a name ends up in. */
uint32_t tdg_name_root(const struct tdg_name_pool *pool, uint32_t name);

#endif
