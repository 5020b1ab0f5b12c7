// SPDX-License-Identifier: GPL-3.0-or-later
/* Mentions in texts made by hand. */
#ifndef TDG_TESTS_NAME_FOUND_H
#define TDG_TESTS_NAME_FOUND_H

#include "name/mentions.h"

#include <tidings/types.h>

#include "unit/check.h"

/* One article a text, which is its body. */
struct found {
    struct tdg_name_words words;
    struct tdg_mentions mentions;
};

static inline void found_init(struct found *found, const char *const *bodies, size_t count,
                              const char *language, struct tdg_workers *workers)
{
    struct tdg_article *items = calloc(count + 1, sizeof *items);
    assert_non_null(items);
    for (size_t i = 0; i < count; i++)
        items[i] = (struct tdg_article){.title = "", .body = bodies[i], .language = language};
    struct tdg_articles articles = {.items = items, .count = count};
    assert_int_equal(tdg_name_words_init(&found->words), 0);
    assert_int_equal(tdg_mentions_find(&found->mentions, &articles, &found->words, workers), 0);
    free(items);
}

static inline void found_done(struct found *found)
{
    tdg_mentions_done(&found->mentions);
    tdg_name_words_done(&found->words);
}

static inline const char *found_text(const struct found *found, size_t mention)
{
    return found->mentions.runs.text[found->mentions.items[mention].run];
}

/* The number of a run, TDG_NONE for none. */
static inline uint32_t found_run(const struct found *found, const char *text)
{
    return tdg_intern_find(&found->mentions.runs, text, strlen(text));
}

#endif
