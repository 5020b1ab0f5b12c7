// SPDX-License-Identifier: GPL-3.0-or-later
/* Streams made by hand: an article is a string of letters, a letter a term ('a' is term 0), a blank
 * a break. */
#ifndef TDG_TESTS_VECTOR_STREAMS_H
#define TDG_TESTS_VECTOR_STREAMS_H

#include "text/text.h"

#include "unit/check.h"

static inline struct tdg_streams streams_of(const char *const *article, size_t articles)
{
    struct tdg_streams streams = {.articles = articles, .term_count = 26};
    size_t length = 0;
    for (size_t i = 0; i < articles; i++)
        length += strlen(article[i]);
    streams.begin = calloc(articles + 1, sizeof *streams.begin);
    streams.term = calloc(length + 1, sizeof *streams.term);
    assert_non_null(streams.begin);
    assert_non_null(streams.term);
    size_t at = 0;
    for (size_t i = 0; i < articles; i++) {
        for (const char *c = article[i]; *c; c++)
            streams.term[at++] = *c == ' ' ? TDG_BREAK : (uint32_t)(*c - 'a');
        streams.begin[i + 1] = at;
    }
    return streams;
}

static inline void free_streams(struct tdg_streams *streams)
{
    free(streams->begin);
    free(streams->term);
}

#endif
