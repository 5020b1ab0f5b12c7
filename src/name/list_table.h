// SPDX-License-Identifier: GPL-3.0-or-later
/* Names that are known, as the build made them by lists/build.mjs. */
#ifndef TDG_NAME_LIST_TABLE_H
#define TDG_NAME_LIST_TABLE_H

#include <stddef.h>
#include <stdint.h>

/* What a name may be; several at once. */
enum tdg_known_name {
    TDG_FIRST_NAME = 1,
    TDG_COUNTRY = 2,
    TDG_REGION = 4, /* of a country */
    TDG_CITY = 8,   /* of a hundred thousand people */
    TDG_TOWN = 16,
};

struct tdg_name_table {
    const char *name;      /* of the packages they come from; NULL where this build has none */
    const char *licences;  /* of these packages, plain text */
    const char *text;      /* keys (name/key.h), each with its NUL */
    const uint32_t *begin; /* [count] of the keys in the text, ascending by their bytes */
    const uint8_t *kinds;  /* [count] */
    size_t count;
};

extern const struct tdg_name_table tdg_name_table;

#endif
