// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/theme_pairs.h"

#include <math.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

static int compare_keys(const void *one, const void *other)
{
    const uint64_t a = *(const uint64_t *)one, b = *(const uint64_t *)other;
    return (a > b) - (a < b);
}

static int compare_pairs(const void *one, const void *other)
{
    const struct tdg_theme_pair *a = one, *b = other;
    if (a->closeness != b->closeness)
        return a->closeness < b->closeness ? 1 : -1;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return (a->second > b->second) - (a->second < b->second);
}

static uint64_t key_of(uint32_t one, uint32_t other)
{
    uint32_t low = one < other ? one : other, high = one < other ? other : one;
    return (uint64_t)low << 32 | high;
}

/* One key an article with two themes, ascending. */
static uint64_t *sorted_keys(const struct tdg_analysis *analysis, size_t *count)
{
    size_t articles = tdg_analysis_article_count(analysis);
    uint64_t *keys = tdg_alloc(articles, sizeof *keys);
    *count = 0;
    for (size_t i = 0; keys && i < articles; i++) {
        const struct tdg_article_view *article = tdg_analysis_article(analysis, i);
        if (article->theme != TDG_NONE && article->second_theme != TDG_NONE)
            keys[(*count)++] = key_of(article->theme, article->second_theme);
    }
    if (keys && *count)
        qsort(keys, *count, sizeof *keys, compare_keys);
    return keys;
}

static struct tdg_theme_pair pair_of(const struct tdg_analysis *analysis, uint64_t key,
                                     size_t articles)
{
    uint32_t first = (uint32_t)(key >> 32), second = (uint32_t)key;
    double size = (double)tdg_analysis_theme(analysis, first)->articles *
                  (double)tdg_analysis_theme(analysis, second)->articles;
    return (struct tdg_theme_pair){first, second, articles, (double)articles / sqrt(size), false};
}

/* A map of all pairs would be a ball of wool. */
static int join_closest(struct tdg_theme_pair *pairs, size_t count,
                        const struct tdg_analysis *analysis)
{
    enum { LINES = 3 };
    size_t *lines = tdg_alloc(tdg_analysis_theme_count(analysis), sizeof *lines);
    for (size_t i = 0; lines && i < count; i++) {
        struct tdg_theme_pair *pair = &pairs[i];
        pair->joined = lines[pair->first] < LINES || lines[pair->second] < LINES;
        lines[pair->first] += pair->joined;
        lines[pair->second] += pair->joined;
    }
    int status = lines ? TDG_OK : TDG_ENOMEM;
    free(lines);
    return status;
}

int tdg_theme_pairs(struct tdg_theme_pair **pairs, size_t *count,
                    const struct tdg_analysis *analysis)
{
    size_t key_count, distinct = 0;
    uint64_t *keys = sorted_keys(analysis, &key_count);
    if (!keys)
        return TDG_ENOMEM;
    for (size_t i = 0; i < key_count; i++)
        distinct += i == 0 || keys[i] != keys[i - 1];
    struct tdg_theme_pair *made = tdg_alloc(distinct, sizeof *made);
    size_t at = 0;
    for (size_t begin = 0, end = 0; made && begin < key_count; begin = end) {
        while (end < key_count && keys[end] == keys[begin])
            end++;
        made[at++] = pair_of(analysis, keys[begin], end - begin);
    }
    free(keys);
    if (!made)
        return TDG_ENOMEM;
    if (distinct)
        qsort(made, distinct, sizeof *made, compare_pairs);
    *pairs = made;
    *count = distinct;
    return join_closest(made, distinct, analysis);
}
