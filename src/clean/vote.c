// SPDX-License-Identifier: GPL-3.0-or-later
/* Function words are a third to a half of any text and differ between languages, so that counting
 * them is both the fastest and, on news, the surest way to tell the language. */
#include "clean/vote.h"

#include <stdbool.h>

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "clean/stopwords.h"

enum {
    LONGEST_WORD = 32,
    MAX_BYTES = 4000, /* of a text without blanks */
    SHORT_TEXT = 20,  /* words: below it three hits and a lead of two are asked for, ... */
    MIN_HITS = 3,
    MIN_LEAD = 2,
    MIN_SHARE = 7,   /* ... above it this percentage of all words … */
    MIN_RATIO = 120, /* … and this percentage of the second language's hits */
    /* Lists that are not our own are longer or shorter than ours, and less clean. */
    MORE_SHARE = 12,
    MORE_RATIO = 150
};

/* Scripts that settle the language, ascending. Rows of one language add up. */
static const struct {
    int32_t first;
    int32_t last;
    const char *language;
} scripts[TDG_VOTE_SCRIPTS] = {
    {0x0370, 0x03FF, "el"}, {0x0530, 0x058F, "hy"}, {0x0590, 0x05FF, "he"}, {0x0980, 0x09FF, "bn"},
    {0x0A00, 0x0A7F, "pa"}, {0x0A80, 0x0AFF, "gu"}, {0x0B00, 0x0B7F, "or"}, {0x0B80, 0x0BFF, "ta"},
    {0x0C00, 0x0C7F, "te"}, {0x0C80, 0x0CFF, "kn"}, {0x0D00, 0x0D7F, "ml"}, {0x0D80, 0x0DFF, "si"},
    {0x0E00, 0x0E7F, "th"}, {0x0E80, 0x0EFF, "lo"}, {0x1000, 0x109F, "my"}, {0x10A0, 0x10FF, "ka"},
    {0x1780, 0x17FF, "km"}, {0x3040, 0x30FF, "ja"}, {0x4E00, 0x9FFF, "zh"}, {0xAC00, 0xD7A3, "ko"},
};
enum { KANA = 17, HAN = 18 };

/* Letters of both cases that tell Ukrainian and Belarusian from Russian: neither of the first two
 * goes without its own for more than a few words. */
enum cyrillic { UKRAINIAN, BELARUSIAN, RUSSIAN, FARTHER };
static const char *const cyrillic_letters[] = {
    [UKRAINIAN] = "іїєґІЇЄҐ", [BELARUSIAN] = "ўЎ", [RUSSIAN] = "ыэъёЫЭЪЁ"};

static int add_list(struct tdg_voters *voters, size_t *capacity, unsigned list, const char *words)
{
    for (const char *at = words; *at;) {
        size_t length = strcspn(at, " ");
        uint32_t known = voters->words.count;
        uint32_t number = tdg_intern(&voters->words, at, length);
        uint64_t *grown = number == TDG_NONE ? NULL
                                             : tdg_grow(voters->lists, capacity,
                                                        voters->words.count, sizeof *grown);
        if (!grown)
            return TDG_ENOMEM;
        voters->lists = grown;
        if (number == known)
            voters->lists[number] = 0;
        voters->lists[number] |= UINT64_C(1) << list;
        at += length;
        at += *at == ' ';
    }
    return TDG_OK;
}

int tdg_voters_init(struct tdg_voters *voters)
{
    struct tdg_voters new = {0};
    size_t capacity = 0;
    int status = TDG_OK;
    for (unsigned i = 0; !status && i < TDG_VOTE_LISTS && tdg_stop_list(i); i++) {
        status = add_list(&new, &capacity, i, tdg_stop_list(i)->words);
        if (i < TDG_OWN_STOP_LISTS)
            new.own = new.words.count;
    }
    if (status)
        tdg_voters_done(&new);
    else
        *voters = new;
    return status;
}

void tdg_voters_done(struct tdg_voters *voters)
{
    tdg_intern_done(&voters->words);
    free(voters->lists);
    voters->lists = NULL;
}

static void count_script(int32_t point, struct tdg_vote *vote)
{
    for (size_t i = 0; i < TDG_VOTE_SCRIPTS && scripts[i].first <= point; i++)
        if (point <= scripts[i].last)
            vote->script[i]++;
    if (point < 0x0400 || point > 0x052F)
        return;
    utf8proc_uint8_t letter[5] = {0};
    utf8proc_encode_char(point, letter);
    vote->cyrillic++;
    size_t kind = 0;
    while (kind < FARTHER && !strstr(cyrillic_letters[kind], (const char *)letter))
        kind++;
    if (kind < FARTHER || point > 0x0460)
        vote->cyrillic_of[kind]++;
}

static bool is_letter(int32_t point)
{
    if (point < 0x80)
        return (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
    utf8proc_category_t category = utf8proc_category(point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_MC;
}

/* Appends a letter in lower case or an apostrophe; there is room for it. */
static void put_lower(char word[LONGEST_WORD], size_t *size, int32_t point)
{
    if (point < 0x80)
        word[(*size)++] = (char)(point >= 'A' && point <= 'Z' ? point + 32 : point);
    else
        *size +=
            (size_t)utf8proc_encode_char(utf8proc_tolower(point), (utf8proc_uint8_t *)word + *size);
}

/* Reads one word or what stands between two. Returns its length in bytes; *size is the length of
 * the word in lower case, 0 where there is none or it is too long. */
static size_t read_word(const char *text, size_t length, char word[LONGEST_WORD], size_t *size,
                        struct tdg_vote *vote)
{
    size_t at = 0;
    bool fits = true;
    *size = 0;
    while (at < length) {
        utf8proc_int32_t point = (unsigned char)text[at];
        utf8proc_ssize_t bytes = 1;
        if (point >= 0x80)
            bytes = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
                                     (utf8proc_ssize_t)(length - at), &point);
        if (bytes <= 0)
            return at + 1;
        if (point == 0x2019 || point == 0x02BC)
            point = '\'';
        bool letter = is_letter(point);
        if (!letter && !(point == '\'' && at))
            break;
        at += (size_t)bytes;
        vote->letters += letter;
        if (point >= 0x80)
            count_script(point, vote);
        fits = fits && *size + 4 < LONGEST_WORD;
        if (fits)
            put_lower(word, size, point);
    }
    if (!fits)
        *size = 0;
    return at ? at : 1;
}

/* "l'europe" counts by its article where the whole is not listed, as "don't" is. */
static uint32_t find_word(const struct tdg_voters *voters, const char *word, size_t size)
{
    uint32_t number = tdg_intern_find(&voters->words, word, size);
    const char *apostrophe = number == TDG_NONE ? memchr(word, '\'', size) : NULL;
    if (apostrophe)
        number = tdg_intern_find(&voters->words, word, (size_t)(apostrophe - word));
    return number;
}

/* A word counts once: in a table of figures "net" stands in every row, and is Dutch. Two words that
 * share a bit cost a hit, which does not matter. */
static bool is_seen(struct tdg_vote *vote, uint32_t number, bool own)
{
    uint64_t *cell = own ? &vote->seen[number / 64 % TDG_VOTE_CELLS]
                         : &vote->seen_more[number / 64 % TDG_VOTE_MORE_CELLS];
    uint64_t bit = UINT64_C(1) << (number % 64U);
    bool seen = (*cell & bit) != 0;
    *cell |= bit;
    return seen;
}

static void count_text(const struct tdg_voters *voters, const char *text, struct tdg_vote *vote)
{
    size_t length = strnlen(text, MAX_BYTES);
    for (size_t at = 0; at < length && vote->words < TDG_VOTE_WORDS;) {
        char word[LONGEST_WORD];
        size_t size = 0;
        unsigned letters = vote->letters;
        at += read_word(text + at, length - at, word, &size, vote);
        if (vote->letters == letters)
            continue;
        vote->words++;
        /* Single letters are mostly initials, whatever language has them as words. */
        uint32_t number = size > 1 ? find_word(voters, word, size) : TDG_NONE;
        if (number == TDG_NONE || is_seen(vote, number, number < voters->own))
            continue;
        uint64_t lists = voters->lists[number];
        for (unsigned l = 0; lists; l++, lists >>= 1)
            vote->hits[l] += (unsigned)(lists & 1);
    }
}

void tdg_vote_count(const struct tdg_voters *voters, const char *title, const char *body,
                    struct tdg_vote *vote)
{
    count_text(voters, title, vote);
    count_text(voters, body, vote);
}

static const char *script_winner(const struct tdg_vote *vote)
{
    unsigned kana = vote->script[KANA];
    unsigned han = vote->script[HAN];
    if (kana + han > vote->letters / 2)
        return kana > han / 20 ? "ja" : "zh";
    for (size_t i = 0; i < TDG_VOTE_SCRIPTS; i++)
        if (vote->script[i] > vote->letters / 2)
            return scripts[i].language;
    return "";
}

/* The list with the most hits from `list` on and before `end`, but for `except`; the first in a
 * tie. */
static unsigned best_list(const struct tdg_vote *vote, unsigned list, unsigned end, unsigned except)
{
    unsigned best = list + (except == list);
    for (list = best + 1; list < end; list++)
        if (list != except && vote->hits[list] > vote->hits[best])
            best = list;
    return best;
}

static bool is_clear(const struct tdg_vote *vote, unsigned hits, unsigned second, unsigned share,
                     unsigned ratio)
{
    bool clear = hits >= MIN_HITS && hits >= second + MIN_LEAD;
    if (vote->words >= SHORT_TEXT)
        clear = clear && 100 * hits >= share * vote->words && 100 * hits >= ratio * second;
    return clear;
}

static const char *cyrillic_winner(const struct tdg_vote *vote)
{
    const unsigned *of = vote->cyrillic_of;
    if (vote->cyrillic <= vote->letters / 2 || of[FARTHER])
        return "";
    if (of[BELARUSIAN])
        return "be";
    return of[UKRAINIAN] > 2 * of[RUSSIAN] ? "uk" : "";
}

/* One of our own lists wins over those; another one wins over all, and where one of these is ahead
 * without being clear, ours do not win either. */
const char *tdg_vote_winner(const struct tdg_vote *vote)
{
    enum { OWN = TDG_OWN_STOP_LISTS, ALL = TDG_VOTE_LISTS };
    const char *script = script_winner(vote);
    if (!script[0])
        script = cyrillic_winner(vote);
    if (script[0])
        return script;
    unsigned own = best_list(vote, 0, OWN, ALL), more = best_list(vote, OWN, ALL, ALL);
    unsigned hits = vote->hits[own], more_hits = vote->hits[more];
    if (is_clear(vote, more_hits, hits, MORE_SHARE, MORE_RATIO)) /* by a word, among neighbours */
        return more_hits > vote->hits[best_list(vote, OWN, ALL, more)]
                   ? tdg_stop_list(more)->language
                   : "";
    unsigned second = vote->hits[best_list(vote, 0, OWN, own)];
    return is_clear(vote, hits, second, MIN_SHARE, MIN_RATIO) ? tdg_stop_list(own)->language : "";
}

static unsigned hits_of(const struct tdg_vote *vote, const char *language)
{
    for (unsigned l = 0; l < TDG_VOTE_LISTS && tdg_stop_list(l); l++)
        if (strcmp(tdg_stop_list(l)->language, language) == 0)
            return vote->hits[l];
    return 0;
}

const char *tdg_vote_rival(const struct tdg_vote *vote, const char *guess)
{
    unsigned best = best_list(vote, 0, TDG_VOTE_LISTS, TDG_VOTE_LISTS);
    if (strcmp(tdg_stop_list(best)->language, guess) == 0)
        best = best_list(vote, 0, TDG_VOTE_LISTS, best);
    unsigned hits = vote->hits[best], guessed = hits_of(vote, guess);
    return guessed && hits >= MIN_HITS && hits >= guessed ? tdg_stop_list(best)->language : "";
}

const char *tdg_vote_lean(const struct tdg_vote *vote, const char *usual)
{
    unsigned best = best_list(vote, 0, TDG_OWN_STOP_LISTS, TDG_VOTE_LISTS);
    bool lead = vote->hits[best] >= hits_of(vote, usual) + MIN_LEAD;
    return lead ? tdg_stop_list(best)->language : usual;
}
