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
    uint32_t before = casing->spellings.count,
             number = tdg_intern(&casing->spellings, text, length);
    struct tdg_word_facts *grown =
        tdg_grow(casing->facts, &casing->capacity, casing->spellings.count + 1, sizeof *grown);
    if (grown)
        casing->facts = grown;
    if (!grown || number == TDG_NONE)
        return TDG_ENOMEM;
    if (number == before)
        grown[number] = (struct tdg_word_facts){0};
    grown[number].capitals += times;
    return TDG_OK;
}

static bool is_known_key(const struct tdg_casing *casing, const char *key, size_t size)
{
    return tdg_name_word(casing->words, key, size) & (TDG_NW_PLACE | TDG_NW_ORG) ||
           tdg_name_known(key) & (TDG_COUNTRY | TDG_CITY);
}

/* Spellings of one word are counted together. */
static int judge_words(struct tdg_casing *casing)
{
    struct tdg_intern keys = {0};
    uint32_t count = casing->spellings.count;
    uint32_t *key_of = tdg_alloc(count, sizeof *key_of);
    uint32_t *capitals = tdg_alloc(count, sizeof *capitals);
    int status = key_of && capitals ? TDG_OK : TDG_ENOMEM;
    char key[TDG_NAME_KEY];
    for (uint32_t n = 0; !status && n < count; n++) {
        const char *text = casing->spellings.text[n];
        struct tdg_word_facts *facts = &casing->facts[n];
        size_t size = tdg_name_key(key, text, casing->spellings.length[n], NULL);
        key_of[n] = tdg_intern(&keys, key, size);
        if (key_of[n] == TDG_NONE) {
            status = TDG_ENOMEM;
            break;
        }
        capitals[key_of[n]] += facts->capitals;
        facts->kinds = tdg_name_word(casing->words, key, size);
        size = tdg_name_key(key, text, casing->spellings.length[n], casing->alphabet);
        facts->known = (uint8_t)tdg_name_known(key);
        facts->named = is_known_key(casing, key, size);
    }
    for (uint32_t n = 0; !status && n < count; n++) {
        uint32_t k = key_of[n];
        casing->facts[n].capitals = capitals[k];
        casing->facts[n].common =
            tdg_small_count(&casing->mentions->small, keys.text[k], keys.length[k]) > capitals[k];
    }
    tdg_intern_done(&keys);
    free(key_of);
    free(capitals);
    return status;
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
            status = count_word(casing, text, length, times);
            length += length < left;
            text += length;
            left -= length;
        }
    }
    free(opening);
    return status ? status : judge_words(casing);
}

void tdg_casing_done(struct tdg_casing *casing)
{
    tdg_alphabet_close(casing->alphabet);
    tdg_intern_done(&casing->spellings);
    free(casing->facts);
    free(casing->inside);
    *casing = (struct tdg_casing){0};
}

void tdg_run_words_read(struct tdg_run_words *words, const struct tdg_casing *casing,
                        const char *run, size_t length)
{
    static const struct tdg_word_facts none;
    words->count = 0;
    while (length && words->count < TDG_RUN_WORDS) {
        size_t at = words->count++, size = word_length(run, length);
        uint32_t number = tdg_intern_find(&casing->spellings, run, size);
        const struct tdg_word_facts *facts = number == TDG_NONE ? &none : &casing->facts[number];
        words->text[at] = run;
        words->length[at] = size;
        words->kinds[at] = facts->kinds;
        words->known[at] = facts->known;
        words->common[at] = facts->common;
        words->named[at] = facts->named;
        words->capitals[at] = facts->capitals;
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
    if (end - first == 1)
        return words->named[first];
    const char *begin = words->text[first];
    size_t length = (size_t)(words->text[end - 1] - begin) + words->length[end - 1];
    char key[TDG_NAME_KEY];
    size_t size = tdg_name_key(key, begin, length, casing->alphabet);
    return is_known_key(casing, key, size);
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
    if (left == 1 && opens && core.first == 0 && !core.titled && !acronym && words->capitals[0] < 2)
        return (struct tdg_core){0};
    if (left > 1 && !core.titled && all_common(&core, words) &&
        !is_form(words->kinds[core.end - 1]) && casing->inside[run] < 3 &&
        !(words->known[core.first] & TDG_FIRST_NAME))
        return (struct tdg_core){0};
    return core;
}
