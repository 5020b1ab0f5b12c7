// SPDX-License-Identifier: GPL-3.0-or-later
/* From words that a person wrote to the terms of a corpus: the way of an article's words, again. */
#include "text/lookup.h"

#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "text/given.h"
#include "text/words.h"

enum { MAX_WORDS = TDG_GIVEN_WORDS, STEM_SIZE = MAX_WORDS * (TDG_TERM_SIZE + 1) };

/* The stems of a few words; false for more, for none, and for what is no term. */
static bool make_stem(const char *words, const struct tdg_lang_rules *rules,
                      struct sb_stemmer *stemmer, struct tdg_segmenter *segmenter,
                      const struct tdg_given *given, char stem[STEM_SIZE])
{
    struct tdg_scanner scanner;
    struct tdg_word word;
    size_t length = 0, count = 0;
    tdg_scanner_init(&scanner, rules->rules, words, segmenter);
    while (tdg_scanner_next(&scanner, &word)) {
        if (count == MAX_WORDS || word.length > TDG_LONGEST_WORD)
            return false;
        if (count++)
            stem[length++] = ' ';
        size_t size = tdg_term(rules, stemmer, word.text, word.length, stem + length);
        if (!size)
            return false;
        length += size;
    }
    stem[length] = '\0';
    const char *shown = tdg_given_find(given, stem, length);
    if (shown)
        tdg_term(rules, stemmer, shown, strlen(shown), stem);
    return count > 0;
}

/* Among the terms low ≤ t < high, which are in the byte order of their stems. */
static uint32_t find_stem(const struct tdg_streams *streams, const char *stem, uint32_t low,
                          uint32_t high)
{
    uint32_t end = high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (strcmp(streams->stem[middle], stem) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && strcmp(streams->stem[low], stem) == 0 ? low : TDG_NONE;
}

int tdg_terms_find(uint32_t *term, const char *const *words, size_t count, const char *language,
                   bool stem, const struct tdg_streams *streams)
{
    struct tdg_lang_rules rules = {0};
    int status = tdg_lang_rules_init(&rules, language);
    if (status)
        return status;
    struct sb_stemmer *stemmer = stem ? sb_stemmer_new(language, NULL) : NULL;
    struct tdg_segmenter segmenter = {0};
    struct tdg_given given = {0};
    status = tdg_given_init(&given, streams->lists, &rules, stemmer);
    uint32_t first_phrase = streams->term_count - streams->phrase_count;
    for (size_t i = 0; !status && i < count; i++) {
        char text[STEM_SIZE];
        term[i] = TDG_NONE;
        if (!make_stem(words[i], &rules, stemmer, &segmenter, &given, text))
            continue;
        term[i] = find_stem(streams, text, 0, first_phrase);
        if (term[i] == TDG_NONE)
            term[i] = find_stem(streams, text, first_phrase, streams->term_count);
    }
    if (segmenter.failed)
        status = TDG_ENOMEM;
    tdg_given_done(&given);
    tdg_segmenter_done(&segmenter);
    sb_stemmer_delete(stemmer);
    tdg_lang_rules_done(&rules);
    return status;
}
