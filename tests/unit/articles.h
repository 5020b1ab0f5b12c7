// SPDX-License-Identifier: GPL-3.0-or-later
/* Articles made by hand. */
#ifndef TDG_TESTS_ARTICLES_H
#define TDG_TESTS_ARTICLES_H

#include "input/input.h"

#include <tidings/types.h>

#include "unit/check.h"

/* Appends an article whose strings are copied into the set. */
static inline struct tdg_article *add_article(struct tdg_articles *set, const char *title,
                                              const char *body, const char *source,
                                              const char *language)
{
    struct tdg_article *grown = tdg_grow(set->items, &set->capacity, set->count + 1, sizeof *grown);
    assert_non_null(grown);
    set->items = grown;
    grown += set->count++;
    *grown = (struct tdg_article){
        .id = "",
        .title = tdg_arena_string(&set->facts, title),
        .body = tdg_arena_string(&set->bodies, body),
        .source = tdg_arena_string(&set->facts, source),
        .url = "",
        .language = tdg_arena_string(&set->facts, language),
        .group = "",
        .published = TDG_NO_DATE,
    };
    return grown;
}

/* Text of random bytes, mostly of the kind that parsers trip over: `length` of them and a NUL. */
static inline void random_text(unsigned *seed, char *text, size_t length)
{
    static const char *const bits[] = {
        "<",    ">",        "&", "&amp;", "</",           "<!--",         "-->",      "\"",
        "'",    "=",        "a", "b c",   "\n",           "&#",           ";",        "<p ",
        "U.S.", "\xCC\x81", ".", "1,5",   "\xE2\x80\x99", "\xE6\xBC\xA2", "<script>", "http://",
        "www.", "@",        "-", "\xFF",  "\xF0\x9F",     "\xC2\x92"};
    size_t at = 0;
    while (at < length) {
        *seed = *seed * 1103515245U + 12345U;
        unsigned draw = *seed >> 16;
        const char *bit = bits[draw % (sizeof bits / sizeof *bits)];
        char byte[2] = {(char)(1 + draw / 64 % 255), '\0'};
        if (draw % 7 == 0)
            bit = byte;
        for (; *bit && at < length; bit++)
            text[at++] = *bit;
    }
    text[length] = '\0';
}

#endif
