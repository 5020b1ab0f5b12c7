// SPDX-License-Identifier: GPL-3.0-or-later
/* The hot path of the room: one look-up a word. Whatever depends on the spelling alone is decided
 * when a spelling is met for the first time. */
#include "text/shard.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/intern.h"
#include "base/memory.h"
#include "input/input.h"
#include "text/letters.h"
#include "text/terms.h"
#include "text/text.h"
#include "text/words.h"

#define CACHE_FACTOR                                                                               \
    UINT64_C(0x9E3779B97F4A7C15) /* 2^64 / golden ratio: multiplicative hashing                    \
                                  */

/* The words of a text, for those who look for phrases that a person gave. */
struct given_words {
    struct sb_stemmer **stemmer; /* [UINT8_MAX + 1] of the languages, once needed */
    struct tdg_word *word;       /* [count] */
    size_t count, capacity;
    size_t *end; /* [count] of its stem, which begins behind a blank */
    size_t end_capacity;
    struct tdg_buffer stems;
};

/* The stream of one article while it grows. */
struct stream {
    const struct tdg_reading *reading;
    struct tdg_shard *shard;
    struct tdg_segmenter *segmenter;
    struct given_words *given; /* NULL where a person gave no phrases */
    size_t begin;
    bool broken; /* a break is due before the next term */
    bool words;  /* there was a term that is no quantity */
    bool title_case;
    unsigned char rules;
};

static int add_token(struct stream *stream, uint32_t form)
{
    struct tdg_shard *shard = stream->shard;
    uint32_t *grown =
        tdg_grow(shard->token, &shard->token_capacity, shard->token_count + 2, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    shard->token = grown;
    if (stream->broken && shard->token_count > stream->begin)
        grown[shard->token_count++] = TDG_BREAK;
    grown[shard->token_count++] = form;
    stream->broken = false;
    return TDG_OK;
}

static bool is_given_stop_word(const struct tdg_word_lists *lists, const char *word, size_t length)
{
    char folded[TDG_TERM_SIZE];
    if (!lists || !lists->stop.count)
        return false;
    size_t size = tdg_fold(word, length, folded);
    return tdg_intern_find(&lists->stop, folded, size) != TDG_NONE;
}

/* The number of a form, which is judged where it is new; TDG_NONE when out of memory. */
static uint32_t look_up(const struct stream *stream, const char *key, size_t length)
{
    struct tdg_shard *shard = stream->shard;
    uint32_t known = shard->forms.count;
    uint32_t number = tdg_intern(&shard->forms, key, length);
    if (number != known)
        return number;
    struct tdg_form *grown =
        tdg_grow(shard->form, &shard->form_capacity, (size_t)number + 1, sizeof *grown);
    if (!grown)
        return TDG_NONE;
    shard->form = grown;
    const struct tdg_text_options *options = stream->reading->options;
    const struct tdg_lang_rules *rules = &stream->reading->languages[stream->rules];
    grown[number] = (struct tdg_form){
        .term = !options->words ||
                (!is_given_stop_word(options->lists, key + 1, length - 1) &&
                 tdg_is_term(rules, key + 1, length - 1,
                             options->stop_words && !(options->lists && options->lists->replace))),
        .quantity = options->words && tdg_is_quantity(key + 1, length - 1)};
    return number;
}

/* A small cache before the table of forms: most words are short and among the few thousand that
 * everybody uses, and sixteen bytes are compared at once. Zeroes pad the key, which has none. */
static uint32_t number_form(const struct stream *stream, const char *key, size_t length)
{
    uint64_t part[2] = {0};
    if (length > sizeof part)
        return look_up(stream, key, length);
    memcpy(part, key, length);
    uint64_t hash = (part[0] ^ (part[1] * CACHE_FACTOR)) * CACHE_FACTOR;
    struct tdg_cached *cached = &stream->shard->cache[hash >> (64 - TDG_CACHE_BITS)];
    if (cached->low == part[0] && cached->high == part[1] && cached->number)
        return cached->number - 1;
    uint32_t number = look_up(stream, key, length);
    if (number != TDG_NONE)
        *cached = (struct tdg_cached){part[0], part[1], number + 1};
    return number;
}

/* The apostrophes and hyphens of letters.c become ' and -, of which few bytes are the first; the
 * words of a all_caps line are written small, except acronyms with dots. Returns the new length, at
 * most TDG_TERM_SIZE - 1. */
static size_t normalise(const struct tdg_word *word, char *out)
{
    char plain[TDG_TERM_SIZE];
    size_t length = 0;
    for (size_t i = 0, size; i < word->length; i += size) {
        unsigned char byte = (unsigned char)word->text[i];
        bool may_join = byte == 0xC2 || byte == 0xCA || byte == 0xE2 || byte == 0xEF;
        unsigned class = may_join ? tdg_class_at(word->text, word->length, i, &size) : 0;
        bool joins = (class & TDG_JOINER) != 0;
        size = joins ? size : 1;
        plain[length++] = !joins ? word->text[i] : class & TDG_CLAUSE ? '-' : '\'';
    }
    if (word->all_caps && !word->dotted)
        return tdg_fold(plain, length, out);
    memcpy(out, plain, length);
    return length;
}

static int add_word(struct stream *stream, const struct tdg_word *word)
{
    stream->broken = stream->broken || word->after_break;
    if (word->length > TDG_LONGEST_WORD) {
        stream->broken = true;
        return TDG_OK;
    }
    char key[1 + TDG_TERM_SIZE];
    size_t length = word->length;
    key[0] = (char)stream->rules;
    if (word->beyond_ascii || word->all_caps)
        length = normalise(word, key + 1);
    else
        memcpy(key + 1, word->text, length);
    uint32_t number = number_form(stream, key, length + 1);
    if (number == TDG_NONE)
        return TDG_ENOMEM;
    struct tdg_form *form = &stream->shard->form[number];
    if (!form->term) {
        stream->broken = true;
        return TDG_OK;
    }
    bool weak = word->all_caps || (word->capital && (word->opens || stream->title_case));
    if (weak)
        form->weak++;
    else
        form->firm++;
    stream->broken = stream->broken || form->quantity;
    stream->words = stream->words || !form->quantity;
    int status = add_token(stream, weak ? number | TDG_CASE_UNSURE : number);
    stream->broken = stream->shard->form[number].quantity;
    return status;
}

/* A phrase that a person gave is a term, whatever its words are. */
static int add_phrase(struct stream *stream, bool after_break, const char *shown)
{
    char key[1 + TDG_TERM_SIZE];
    size_t length = strlen(shown);
    key[0] = (char)stream->rules;
    memcpy(key + 1, shown, length + 1);
    uint32_t number = number_form(stream, key, length + 1);
    if (number == TDG_NONE)
        return TDG_ENOMEM;
    struct tdg_form *form = &stream->shard->form[number];
    form->term = true;
    form->quantity = false;
    form->firm++;
    stream->words = true;
    stream->broken = stream->broken || after_break;
    return add_token(stream, number);
}

static int note_word(struct stream *stream, const struct tdg_word *word)
{
    struct given_words *given = stream->given;
    const struct tdg_lang_rules *rules = &stream->reading->languages[stream->rules];
    struct tdg_word *words =
        tdg_grow(given->word, &given->capacity, given->count + 1, sizeof *words);
    if (!words)
        return TDG_ENOMEM;
    given->word = words;
    size_t *end = tdg_grow(given->end, &given->end_capacity, given->count + 1, sizeof *end);
    if (!end)
        return TDG_ENOMEM;
    given->end = end;
    struct sb_stemmer **stemmer = &given->stemmer[stream->rules];
    if (!*stemmer && stream->reading->options->stem && rules->code[0])
        *stemmer = sb_stemmer_new(rules->code, NULL);
    char plain[TDG_TERM_SIZE], stem[TDG_TERM_SIZE];
    size_t length = word->length > TDG_LONGEST_WORD ? 0 : normalise(word, plain);
    length = length ? tdg_term(rules, *stemmer, plain, length, stem) : 0;
    tdg_buffer_char(&given->stems, ' ');
    tdg_buffer_add(&given->stems, stem, length);
    words[given->count] = *word;
    end[given->count++] = given->stems.length;
    return given->stems.failed ? TDG_ENOMEM : TDG_OK;
}

/* The longest phrase that begins with a word; NULL for none. */
static const char *phrase_at(const struct stream *stream, size_t first, size_t *words)
{
    const struct given_words *given = stream->given;
    const struct tdg_given *phrases = &stream->reading->given[stream->rules];
    size_t begin = first ? given->end[first - 1] : 0, most = 1;
    while (most < phrases->longest && first + most < given->count &&
           !given->word[first + most].after_break)
        most++;
    for (*words = most; *words; --*words) {
        size_t end = given->end[first + *words - 1];
        const char *shown = tdg_given_find(phrases, given->stems.text + begin + 1, end - begin - 1);
        if (shown)
            return shown;
    }
    return NULL;
}

static int add_words(struct stream *stream)
{
    struct given_words *given = stream->given;
    int status = TDG_OK;
    for (size_t i = 0, words; !status && i < given->count; i += words) {
        const char *shown = phrase_at(stream, i, &words);
        words = shown ? words : 1;
        status = shown ? add_phrase(stream, given->word[i].after_break, shown)
                       : add_word(stream, &given->word[i]);
    }
    given->count = 0;
    tdg_buffer_clear(&given->stems);
    return status;
}

static void given_words_done(struct given_words *given)
{
    for (size_t i = 0; given->stemmer && i <= UINT8_MAX; i++)
        sb_stemmer_delete(given->stemmer[i]);
    free(given->stemmer);
    free(given->word);
    free(given->end);
    tdg_buffer_done(&given->stems);
}

static int add_text(struct stream *stream, const char *text)
{
    struct tdg_scanner scanner;
    struct tdg_word word;
    int status = TDG_OK;
    tdg_scanner_init(&scanner, stream->reading->languages[stream->rules].rules, text,
                     stream->segmenter);
    while (!status && tdg_scanner_next(&scanner, &word))
        status = stream->given ? note_word(stream, &word) : add_word(stream, &word);
    if (!status && stream->given)
        status = add_words(stream);
    /* What follows the last word was not told: */
    stream->broken = true;
    return !status && stream->segmenter->failed ? TDG_ENOMEM : status;
}

/* Tokens that are ready: whatever lies between blanks. */
static int add_tokens(struct stream *stream, const char *text)
{
    static const char blanks[] = " \t\n\r\v\f";
    int status = TDG_OK;
    for (const char *at = text + strspn(text, blanks); !status && *at; at += strspn(at, blanks)) {
        size_t length = strcspn(at, blanks);
        /* Forms begin with the byte of a language in any case. */
        char room[256];
        char *key = room;
        if (length >= sizeof room)
            key = tdg_arena_alloc(&stream->shard->forms.arena, length + 1);
        if (!key)
            return TDG_ENOMEM;
        key[0] = 0;
        memcpy(key + 1, at, length);
        uint32_t number = number_form(stream, key, length + 1);
        status = number == TDG_NONE ? TDG_ENOMEM : add_token(stream, number);
        if (!status)
            stream->shard->form[number].firm++;
        at += length;
    }
    stream->broken = true;
    return status;
}

int tdg_shard_read(const struct tdg_reading *reading, struct tdg_shard *shard)
{
    int (*add)(struct stream *, const char *) = reading->options->words ? add_text : add_tokens;
    struct tdg_segmenter segmenter = {0};
    shard->cache = tdg_alloc(1U << TDG_CACHE_BITS, sizeof *shard->cache);
    struct given_words given = {0};
    if (reading->given)
        given.stemmer = tdg_alloc(UINT8_MAX + 1, sizeof(struct sb_stemmer *));
    int status = shard->cache && (given.stemmer || !reading->given) ? TDG_OK : TDG_ENOMEM;
    for (size_t i = shard->begin; !status && i < shard->end; i++) {
        const struct tdg_article *article = &reading->articles->items[i];
        struct stream stream = {
            .reading = reading,
            .shard = shard,
            .segmenter = &segmenter,
            .given = reading->given ? &given : NULL,
            .begin = shard->token_count,
            .title_case = reading->options->words && tdg_is_title_case(article->title),
            .rules = reading->language_of[i],
        };
        status = add(&stream, article->title);
        size_t title_end = shard->token_count;
        stream.title_case = false;
        if (!status)
            status = add(&stream, article->body);
        if (!stream.words && reading->options->words) /* numbers alone say nothing */
            shard->token_count = title_end = stream.begin;
        reading->length[i] = shard->token_count - stream.begin;
        reading->title_length[i] = title_end - stream.begin;
    }
    given_words_done(&given);
    tdg_segmenter_done(&segmenter);
    free(shard->cache);
    shard->cache = NULL;
    return status;
}

void tdg_shard_done(struct tdg_shard *shard)
{
    tdg_intern_done(&shard->forms);
    free(shard->form);
    free(shard->token);
    free(shard->number);
    *shard = (struct tdg_shard){0};
}
