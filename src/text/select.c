// SPDX-License-Identifier: GPL-3.0-or-later
/* Some of the articles of streams, in place: what stays only moves to the front. */
#include "text/select.h"

#include <string.h>

/* The items of article i stand from begin[i] on; the number of those that stay. */
static size_t select_items(size_t *begins, void *items, size_t size, size_t articles,
                           const bool *keep)
{
    size_t kept = 0, end = 0, from = 0;
    for (size_t i = 0; i < articles; i++) {
        size_t begin = from, length = begins[i + 1] - begin;
        from = begins[i + 1];
        if (!keep[i])
            continue;
        if (length)
            memmove((char *)items + end * size, (const char *)items + begin * size, length * size);
        end += length;
        begins[++kept] = end;
    }
    return end;
}

void tdg_streams_select(struct tdg_streams *streams, const bool *keep)
{
    struct tdg_variants *variants = &streams->variants;
    size_t kept = 0;
    for (size_t i = 0; i < streams->articles; i++)
        if (keep[i])
            streams->title_end[kept++] = streams->title_end[i] - streams->begin[i];
    select_items(streams->begin, streams->term, sizeof *streams->term, streams->articles, keep);
    for (size_t i = 0; i < kept; i++)
        streams->title_end[i] += streams->begin[i];
    if (streams->phrase_begin)
        select_items(streams->phrase_begin, streams->phrase, sizeof *streams->phrase,
                     streams->articles, keep);
    if (variants->begin)
        variants->count = select_items(variants->begin, variants->items, sizeof *variants->items,
                                       streams->articles, keep);
    streams->articles = kept;
}
