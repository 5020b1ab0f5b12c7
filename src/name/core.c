// SPDX-License-Identifier: GPL-3.0-or-later
#include "name/core.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "text/accents.h"

static size_t word_length(const char *text, size_t left)
{
    const char *end = memchr(text, ' ', left);
    return end ? (size_t)(end - text) : left;
}

static int count_word(struct tdg_casing *casing, const char *text, size_t length, uint32_t times)
{
    char key[TDG_NAME_KEY];
    size_t size = tdg_name_key(key, text, length, NULL);
    uint32_t before = casing->set.count, number = tdg_intern(&casing->set, key, size);
    uint32_t *grown = tdg_grow(casing->capital, &casing->capacity, casing->set.count + 1,
                               sizeof *casing->capital);
    if (grown)
        casing->capital = grown;
    if (!grown || number == TDG_NONE)
        return TDG_ENOMEM;
    casing->capital[number] = (number < before ? casing->capital[number] : 0) + times;
    return TDG_OK;
}

int tdg_casing_init(struct tdg_casing *casing, const struct tdg_mentions *mentions,
                    const struct tdg_name_words *words)
{
    const struct tdg_intern *runs = &mentions->runs;
    uint32_t *opening = tdg_alloc(runs->count, sizeof *opening);
    *casing = (struct tdg_casing){.mentions = mentions,
                                  .words = words,
                                  .alphabet = tdg_alphabet_open("en"),
                                  .inside = tdg_alloc(runs->count, sizeof *casing->inside)};
    int status = opening && casing->inside && casing->alphabet ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < mentions->count; i++)
        (mentions->items[i].cues & TDG_CUE_OPENS ? opening
                                                 : casing->inside)[mentions->items[i].run]++;
    for (uint32_t run = 0; !status && run < runs->count; run++) {
        const char *text = runs->text[run];
        size_t left = runs->length[run];
        for (bool first = true; !status && left; first = false) {
            size_t length = word_length(text, left);
            uint32_t times = casing->inside[run] + (first ? 0 : opening[run]);
            status = times ? count_word(casing, text, length, times) : TDG_OK;
            length += length < left;
            text += length;
            left -= length;
        }
    }
    free(opening);
    return status;
}

void tdg_casing_done(struct tdg_casing *casing)
{
    tdg_alphabet_close(casing->alphabet);
    tdg_intern_done(&casing->set);
    free(casing->capital);
    free(casing->inside);
    *casing = (struct tdg_casing){0};
}

static uint32_t capitals_of(const struct tdg_casing *casing, const char *text, size_t length)
{
    char key[TDG_NAME_KEY];
    size_t size = tdg_name_key(key, text, length, NULL);
    uint32_t number = tdg_intern_find(&casing->set, key, size);
    return number == TDG_NONE ? 0 : casing->capital[number];
}

void tdg_run_words_read(struct tdg_run_words *words, const struct tdg_casing *casing,
                        const char *run, size_t length)
{
    words->count = 0;
    while (length && words->count < TDG_RUN_WORDS) {
        char key[TDG_NAME_KEY];
        size_t at = words->count++, size = word_length(run, length);
        size_t folded = tdg_name_key(key, run, size, NULL);
        words->text[at] = run;
        words->length[at] = size;
        words->kinds[at] = tdg_name_word(casing->words, key, folded);
        words->common[at] =
            tdg_small_count(&casing->mentions->small, key, folded) > capitals_of(casing, run, size);
        tdg_name_key(key, run, size, casing->alphabet);
        words->known[at] = tdg_name_known(key);
        size += size < length;
        run += size;
        length -= size;
    }
}

static bool is_upper(const char *text)
{
    return *text >= 'A' && *text <= 'Z';
}

/* Whether the words from `first` on are one known name. */
static bool is_known(const struct tdg_casing *casing, const struct tdg_run_words *words,
                     size_t first, size_t end)
{
    const char *begin = words->text[first];
    size_t length = (size_t)(words->text[end - 1] - begin) + words->length[end - 1];
    char key[TDG_NAME_KEY];
    size_t size = tdg_name_key(key, begin, length, casing->alphabet);
    return tdg_name_word(casing->words, key, size) & (TDG_NW_PLACE | TDG_NW_ORG) ||
           tdg_name_known(key) & (TDG_COUNTRY | TDG_CITY);
}

/* A word that begins a sentence is of the name only if it stands in it elsewhere, too. */
static size_t skip_opening(const struct tdg_casing *casing, uint32_t run,
                           const struct tdg_run_words *words)
{
    if (casing->inside[run] || !words->common[0] || words->kinds[0] & TDG_NW_TITLE)
        return 0;
    return 1;
}

static bool is_form(uint32_t kinds)
{
    return kinds & (TDG_NW_ORG_END | TDG_NW_PLACE_END);
}

/* "European Central Bank", "American Airlines": the form alone, or with plain words, is no name. */
static bool is_formed(const struct tdg_run_words *words, const struct tdg_core *core)
{
    enum { LEAST = 4 }; /* letters, more than "the" */
    return core->end - core->first > 1 && core->end - core->first < 5 &&
           is_form(words->kinds[core->end - 1]) && words->length[core->first] >= LEAST;
}

static void strip_noise(const struct tdg_casing *casing, struct tdg_core *core,
                        const struct tdg_run_words *words)
{
    while (core->first < core->end && words->kinds[core->first] & TDG_NW_NOISE &&
           !is_known(casing, words, core->first, core->end)) {
        bool named = core->end - core->first > 1 && words->known[core->first] & TDG_FIRST_NAME &&
                     !words->common[core->first + 1] &&
                     !(words->kinds[core->first + 1] & TDG_NW_NOISE);
        if (named || is_formed(words, core))
            break;
        core->first++;
        while (core->first < core->end && !is_upper(words->text[core->first]) &&
               (unsigned char)*words->text[core->first] < 0x80)
            core->first++;
    }
    while (core->end > core->first + 2 && words->kinds[core->end - 1] & TDG_NW_PLACE &&
           words->length[core->end - 1] == 2) /* "Andrew Sparrow UK" */
        core->end--;
    while (core->end > core->first + 1 && words->kinds[core->end - 1] & TDG_NW_NOISE &&
           !(words->known[core->first] & TDG_FIRST_NAME && core->end == core->first + 2) &&
           !is_known(casing, words, core->first, core->end))
        core->end--;
}

static void strip_titles(struct tdg_core *core, const struct tdg_run_words *words)
{
    size_t last = core->end;
    for (size_t i = core->first; i < core->end; i++)
        if (words->kinds[i] & TDG_NW_TITLE)
            last = i;
    if (last < core->end) {
        core->titled = last + 1 < core->end;
        core->first = last + 1; /* a title alone is no name */
        return;
    }
    size_t i = core->first;
    bool first = core->end - i > 1 && words->kinds[i] & TDG_NW_TITLE_FIRST &&
                 is_upper(words->text[i + 1]) &&
                 (words->known[i + 1] & TDG_FIRST_NAME || !words->common[i + 1]) &&
                 !is_form(words->kinds[core->end - 1]);
    if (first) {
        core->titled = true;
        core->first += core->end - i > 2 && words->known[i + 1] & TDG_FIRST_NAME;
    }
}

static bool all_common(const struct tdg_core *core, const struct tdg_run_words *words)
{
    for (size_t i = core->first; i < core->end; i++)
        if (!words->common[i])
            return false;
    return true;
}

/* Where every noun has a capital: what has a title, a first name, a form or is known. */
static void keep_evident(const struct tdg_casing *casing, struct tdg_core *core,
                         const struct tdg_run_words *words)
{
    if (core->titled || core->first == core->end)
        return;
    if (words->kinds[core->end - 1] & TDG_NW_COMPANY ||
        is_known(casing, words, core->first, core->end))
        return;
    for (size_t i = core->first; i + 1 < core->end; i++)
        if (words->known[i] & TDG_FIRST_NAME && !words->common[i]) {
            core->first = i;
            return;
        }
    core->first = core->end;
}

static bool is_acronym(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] >= 'a' && text[i] <= 'z')
            return false;
    return length > 1;
}

struct tdg_core tdg_core_find(const struct tdg_casing *casing, uint32_t run, uint32_t cues,
                              const struct tdg_run_words *words)
{
    struct tdg_core core = {0, words->count, false};
    if (!words->count || words->count == TDG_RUN_WORDS)
        return (struct tdg_core){0};
    bool opens = cues & TDG_CUE_OPENS;
    if (opens)
        core.first = skip_opening(casing, run, words);
    /* "Man" is a town, and what German sentences begin with */
    bool doubted = words->count == 1 && opens && cues & TDG_CUE_NOUNS && !casing->inside[run];
    if (core.first < core.end && !doubted && is_known(casing, words, core.first, core.end) &&
        (core.end - core.first > 1 || !words->common[core.first]))
        return core;
    strip_noise(casing, &core, words);
    strip_titles(&core, words);
    if (!core.titled)
        strip_noise(casing, &core, words);
    if (cues & TDG_CUE_NOUNS)
        keep_evident(casing, &core, words);
    if (core.first >= core.end)
        return (struct tdg_core){0};
    size_t left = core.end - core.first;
    uint32_t kinds = words->kinds[core.first];
    bool acronym = is_acronym(words->text[core.first], words->length[core.first]);
    if (left == 1 && kinds & (TDG_NW_ORG_END | TDG_NW_HEAD))
        return (struct tdg_core){0};
    if (left == 1 && !core.titled &&
        (kinds & (TDG_NW_NOISE | TDG_NW_NO_NAME | TDG_NW_ORG_END | TDG_NW_PLACE_END | TDG_NW_HEAD |
                  TDG_NW_TITLE | TDG_NW_TITLE_FIRST | TDG_NW_PLACE_START) ||
         (words->common[core.first] && !acronym) || words->length[core.first] < 2))
        return (struct tdg_core){0};
    /* alone at the beginning it may be any word */
    if (left == 1 && opens && core.first == 0 && !core.titled && !acronym &&
        capitals_of(casing, words->text[0], words->length[0]) < 2)
        return (struct tdg_core){0};
    if (left > 1 && !core.titled && all_common(&core, words) &&
        !is_form(words->kinds[core.end - 1]) && casing->inside[run] < 3 &&
        !(words->known[core.first] & TDG_FIRST_NAME))
        return (struct tdg_core){0};
    return core;
}
