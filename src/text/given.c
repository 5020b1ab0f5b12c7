// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/given.h"

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

static int add(struct tdg_given *given, const char *stems, size_t length, const char *shown)
{
    uint32_t known = given->keys.count, number = tdg_intern(&given->keys, stems, length);
    const char **grown = number == TDG_NONE ? NULL
                                            : tdg_grow(given->shown, &given->capacity,
                                                       (size_t)number + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    given->shown = grown;
    if (number == known) /* what comes first, stays: "duty" and "duties" may be two lines */
        grown[number] = shown;
    return TDG_OK;
}

int tdg_given_init(struct tdg_given *given, const struct tdg_word_lists *lists,
                   const struct tdg_lang_rules *rules, struct sb_stemmer *stemmer)
{
    struct tdg_segmenter segmenter = {0};
    struct tdg_given made = {0};
    int status = TDG_OK;
    for (size_t i = 0; !status && lists && i < lists->count; i++) {
        char stems[TDG_GIVEN_WORDS * (TDG_TERM_SIZE + 1)];
        struct tdg_scanner scanner;
        struct tdg_word word;
        size_t length = 0, words = 0;
        tdg_scanner_init(&scanner, rules->rules, lists->phrases[i].words, &segmenter);
        for (; words < TDG_GIVEN_WORDS && tdg_scanner_next(&scanner, &word); words++) {
            if (words)
                stems[length++] = ' ';
            length += tdg_term(rules, stemmer, word.text, word.length, stems + length);
        }
        if (words)
            status = add(&made, stems, length, lists->phrases[i].shown);
        made.longest = words > made.longest ? words : made.longest;
    }
    if (segmenter.failed)
        status = TDG_ENOMEM;
    tdg_segmenter_done(&segmenter);
    if (status)
        tdg_given_done(&made);
    else
        *given = made;
    return status;
}

void tdg_given_done(struct tdg_given *given)
{
    tdg_intern_done(&given->keys);
    free(given->shown);
    *given = (struct tdg_given){0};
}

const char *tdg_given_find(const struct tdg_given *given, const char *stems, size_t length)
{
    uint32_t number = tdg_intern_find(&given->keys, stems, length);
    return number == TDG_NONE ? NULL : given->shown[number];
}
