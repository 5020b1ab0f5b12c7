// SPDX-License-Identifier: GPL-3.0-or-later
#include "name/name.h"

#include <stdlib.h>
#include <string.h>

void tdg_names_done(struct tdg_names *names)
{
    free(names->items);
    tdg_arena_done(&names->arena);
    *names = (struct tdg_names){0};
}

static int by_articles(const void *left, const void *right)
{
    const struct tdg_name *one = left, *other = right;
    if (one->article_count != other->article_count)
        return one->article_count > other->article_count ? -1 : 1;
    return strcmp(one->text, other->text);
}

void tdg_names_sort(struct tdg_names *names)
{
    if (names->count)
        qsort(names->items, names->count, sizeof *names->items, by_articles);
}

void tdg_names_select(struct tdg_names *names, const uint32_t *number)
{
    size_t kept = 0;
    for (size_t i = 0; i < names->count; i++) {
        struct tdg_name name = names->items[i];
        size_t articles = 0;
        for (size_t a = 0; a < name.article_count; a++)
            if (number[name.articles[a]] != TDG_NONE)
                name.articles[articles++] = number[name.articles[a]];
        name.article_count = articles;
        if (articles > 1)
            names->items[kept++] = name;
    }
    names->count = kept;
    tdg_names_sort(names);
}
