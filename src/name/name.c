// SPDX-License-Identifier: GPL-3.0-or-later
#include "name/name.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

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

int tdg_names_by_article(struct tdg_article_names *list, const struct tdg_names *names,
                         size_t articles)
{
    *list = (struct tdg_article_names){.begin = tdg_alloc(articles + 2, sizeof *list->begin)};
    if (!list->begin)
        return TDG_ENOMEM;
    size_t *end = list->begin + 1; /* while the list is filled in: of the article before */
    for (size_t n = 0; n < names->count; n++)
        for (size_t i = 0; i < names->items[n].article_count; i++)
            end[names->items[n].articles[i] + 1]++;
    for (size_t a = 1; a <= articles; a++)
        end[a] += end[a - 1];
    list->name = tdg_alloc(end[articles], sizeof *list->name);
    if (!list->name)
        return TDG_ENOMEM;
    for (uint32_t n = 0; n < names->count; n++)
        for (size_t i = 0; i < names->items[n].article_count; i++)
            list->name[end[names->items[n].articles[i]]++] = n;
    return TDG_OK;
}

void tdg_article_names_done(struct tdg_article_names *list)
{
    free(list->begin);
    free(list->name);
    *list = (struct tdg_article_names){0};
}
