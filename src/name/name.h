// SPDX-License-Identifier: GPL-3.0-or-later
/** People, organisations and places that articles name. */
#ifndef TDG_NAME_NAME_H
#define TDG_NAME_NAME_H

#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "base/memory.h"

struct tdg_name {
    const char *text; /* the most frequent one of its longest forms */
    enum tdg_entity kind;
    const char **variants; /* [variant_count] its other spellings, most frequent first */
    size_t variant_count;
    uint32_t *articles; /* [article_count] ascending */
    size_t article_count;
};

/* {0} is empty. By number of articles, then text. */
struct tdg_names {
    struct tdg_name *items;
    size_t count;
    struct tdg_arena arena;
};

void tdg_names_done(struct tdg_names *names);

/* Into their order. */
void tdg_names_sort(struct tdg_names *names);

/* Keeps the articles that have a number, under it. number: [articles], TDG_NONE for those that go;
 * it is ascending. */
void tdg_names_select(struct tdg_names *names, const uint32_t *number);

/* Names by article, from articles by name. {0} is empty. */
struct tdg_article_names {
    size_t *begin;  /* [articles + 1] of each article in … */
    uint32_t *name; /* … its names, ascending */
};

/* To be freed also on failure. TDG_ENOMEM. */
int tdg_names_by_article(struct tdg_article_names *list, const struct tdg_names *names,
                         size_t articles);
void tdg_article_names_done(struct tdg_article_names *list);

#endif
