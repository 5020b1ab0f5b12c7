// SPDX-License-Identifier: GPL-3.0-or-later
/* "Arsenal v Chelsea: Premier League – live!" is no event, but a format: the shape of its title,
 * "… v … live", comes week after week. In a shape names and numbers (words that begin with a
 * capital or a digit) are slots. A shape is a format where
 *   - articles have it in several weeks, and regularly, in one of three weeks of that time;
 *   - it has two fixed words or more, which stand together much more often than chance has it:
 *     "… of … in …" is no more than how titles are written.
 * A title that is the same word for word in several weeks is one, too. Nothing here depends on the
 * language; where every word has a capital, and where the script has none, only the little words
 * or the whole titles tell. */
#include "event/formats.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/intern.h"
#include "event/title_patterns.h"
#include "text/letters.h"

#define SLOT "…"
enum { FEWEST = 5, MIN_WEEKS = 4, MAX_PAUSE = 3, MIN_FIXED = 2, MOST_TITLE = 512 };
static const double min_lift = 10; /* times as many as chance has it */

enum kind { SHAPE, WHOLE, KINDS };

/* A shape, or a whole title but for its numbers, and when it came. */
struct seen {
    int64_t first, last; /* weeks */
    uint32_t articles, weeks;
};

struct shapes {
    struct tdg_intern texts;
    struct seen *seen; /* [texts.count] */
    size_t capacity;
    uint32_t *of; /* [articles] TDG_NONE for none */
};

struct finding {
    const char *const *titles;
    const int64_t *published;
    size_t articles, dated;
    struct shapes shapes[KINDS];
    struct tdg_intern words; /* fixed ones … */
    size_t *with;            /* … and how often each is there: [words.count] */
    size_t capacity;
};

/* A text of words and slots with blanks between. */
struct text {
    char bytes[MOST_TITLE];
    size_t length;
    unsigned fixed; /* words */
    bool slot;      /* ends with one */
};

static void put(struct text *text, const char *bytes, size_t length, bool slot)
{
    if ((slot && text->slot) || text->length + length + 2 > sizeof text->bytes)
        return;
    if (text->length)
        text->bytes[text->length++] = ' ';
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->fixed += !slot;
    text->slot = slot;
}

/* The bytes of the word that begins at `at`, 0 where none does. */
static size_t word_at(const char *title, size_t length, size_t at)
{
    size_t end = at, size = 1;
    for (size_t next = at; next < length; next += size) {
        unsigned class = tdg_class_at(title, length, next, &size);
        if (class & TDG_WORD)
            end = next + size;
        else if (end == at || !(class & TDG_JOINER))
            break;
    }
    return end - at;
}

static void read_title(struct text *text, const char *title, enum kind kind)
{
    size_t length = strlen(title), size = 1;
    *text = (struct text){.length = 0};
    for (size_t at = 0; at < length; at += size) {
        size_t word = word_at(title, length, at);
        unsigned class = tdg_class_at(title, length, at, &size);
        bool slot = class & TDG_DIGIT || (kind == SHAPE && class & TDG_UPPER);
        if (word && slot)
            put(text, SLOT, strlen(SLOT), true);
        else if (word)
            put(text, title + at, word, false);
        size = word ? word : size;
    }
}

static int count_words(struct finding *finding, const struct text *text)
{
    const char *word = text->bytes, *end = word + text->length;
    for (size_t length; word < end; word += length + 1) {
        const char *blank = memchr(word, ' ', (size_t)(end - word));
        length = (size_t)((blank ? blank : end) - word);
        uint32_t known = finding->words.count;
        uint32_t number = tdg_intern(&finding->words, word, length);
        size_t *grown = number == TDG_NONE ? NULL
                                           : tdg_grow(finding->with, &finding->capacity,
                                                      finding->words.count, sizeof *grown);
        if (!grown)
            return TDG_ENOMEM;
        finding->with = grown;
        grown[number] = (number < known ? grown[number] : 0) + 1;
    }
    return TDG_OK;
}

static int add_title(struct finding *finding, size_t article, enum kind kind)
{
    struct shapes *shapes = &finding->shapes[kind];
    struct text text;
    read_title(&text, finding->titles[article], kind);
    if (text.fixed < (kind == SHAPE ? MIN_FIXED : 1))
        return TDG_OK;
    if (kind == SHAPE && count_words(finding, &text))
        return TDG_ENOMEM;
    uint32_t known = shapes->texts.count;
    uint32_t number = tdg_intern(&shapes->texts, text.bytes, text.length);
    struct seen *grown = number == TDG_NONE ? NULL
                                            : tdg_grow(shapes->seen, &shapes->capacity,
                                                       shapes->texts.count, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    shapes->seen = grown;
    int64_t week = tdg_event_week(finding->published[article]);
    struct seen *seen = &grown[number];
    if (number == known)
        *seen = (struct seen){.first = week, .last = week, .weeks = 1};
    seen->articles++;
    seen->weeks += week != seen->last;
    seen->last = week;
    shapes->of[article] = number;
    return TDG_OK;
}

static int read_all(struct finding *finding)
{
    int status = TDG_OK;
    for (enum kind kind = 0; !status && kind < KINDS; kind++) {
        uint32_t *of = finding->shapes[kind].of = tdg_alloc(finding->articles, sizeof *of);
        for (size_t i = 0; of && i < finding->articles; i++)
            of[i] = TDG_NONE;
        status = of ? TDG_OK : TDG_ENOMEM;
    }
    for (size_t i = 0; !status && i < finding->articles; i++) {
        if (finding->published[i] == TDG_NO_DATE)
            break;
        finding->dated++;
        for (enum kind kind = 0; !status && kind < KINDS; kind++)
            status = add_title(finding, i, kind);
    }
    return status;
}

/* Articles that would have the fixed words of a shape if words came by themselves. */
static double by_chance(const struct finding *finding, const char *shape)
{
    double expected = (double)finding->dated;
    for (const char *word = shape; word;) {
        const char *blank = strchr(word, ' ');
        size_t length = blank ? (size_t)(blank - word) : strlen(word);
        uint32_t number = tdg_intern_find(&finding->words, word, length);
        if (number != TDG_NONE && strncmp(word, SLOT, length) != 0)
            expected *= (double)finding->with[number] / (double)finding->dated;
        word = blank ? blank + 1 : NULL;
    }
    return expected;
}

static bool is_format(const struct finding *finding, enum kind kind, uint32_t number)
{
    const struct seen *seen = &finding->shapes[kind].seen[number];
    if (seen->articles < FEWEST || seen->weeks < MIN_WEEKS ||
        seen->last - seen->first >= (int64_t)MAX_PAUSE * seen->weeks)
        return false;
    const char *text = finding->shapes[kind].texts.text[number];
    return kind == WHOLE || seen->articles >= min_lift * by_chance(finding, text);
}

/* The formats in the order of their first articles. number: [texts of each kind] */
static int list(struct tdg_event_formats *formats, const struct finding *finding,
                uint32_t *const number[KINDS])
{
    size_t members = 0, capacity = 0;
    formats->format = tdg_alloc(finding->articles, sizeof *formats->format);
    if (!formats->format)
        return TDG_ENOMEM;
    for (size_t i = 0; i < finding->articles; i++) {
        formats->format[i] = TDG_NONE;
        for (enum kind kind = 0; kind < KINDS && formats->format[i] == TDG_NONE; kind++) {
            uint32_t text = finding->shapes[kind].of[i];
            if (text == TDG_NONE || !is_format(finding, kind, text))
                continue;
            if (number[kind][text] == TDG_NONE) {
                struct tdg_event_format *grown =
                    tdg_grow(formats->items, &capacity, formats->count + 1, sizeof *grown);
                const char *shape =
                    tdg_arena_string(&formats->arena, finding->shapes[kind].texts.text[text]);
                formats->items = grown ? grown : formats->items;
                if (!grown || !shape)
                    return TDG_ENOMEM;
                number[kind][text] = (uint32_t)formats->count;
                grown[formats->count++] = (struct tdg_event_format){.shape = shape};
            }
            formats->format[i] = number[kind][text];
            formats->items[formats->format[i]].articles++;
            members++;
        }
    }
    uint32_t *member = tdg_arena_alloc(&formats->arena, (members + 1) * sizeof *member);
    for (size_t i = 0; member && i < formats->count; i++) {
        formats->items[i].members = member;
        member += formats->items[i].articles;
        formats->items[i].articles = 0;
    }
    for (uint32_t i = 0; member && i < finding->articles; i++)
        if (formats->format[i] != TDG_NONE) {
            struct tdg_event_format *format = &formats->items[formats->format[i]];
            format->members[format->articles++] = i;
        }
    return member ? TDG_OK : TDG_ENOMEM;
}

static int number_all(struct tdg_event_formats *formats, const struct finding *finding)
{
    uint32_t *number[KINDS] = {NULL};
    int status = TDG_OK;
    for (enum kind kind = 0; kind < KINDS; kind++) {
        size_t count = finding->shapes[kind].texts.count;
        number[kind] = tdg_alloc(count, sizeof *number[kind]);
        for (size_t i = 0; number[kind] && i < count; i++)
            number[kind][i] = TDG_NONE;
        status = number[kind] ? status : TDG_ENOMEM;
    }
    if (!status)
        status = list(formats, finding, number);
    for (enum kind kind = 0; kind < KINDS; kind++)
        free(number[kind]);
    return status;
}

int tdg_event_formats_find(struct tdg_event_formats *formats, const char *const *titles,
                           const int64_t *published, size_t articles)
{
    struct finding finding = {.titles = titles, .published = published, .articles = articles};
    int status = read_all(&finding);
    if (!status)
        status = number_all(formats, &finding);
    for (enum kind kind = 0; kind < KINDS; kind++) {
        tdg_intern_done(&finding.shapes[kind].texts);
        free(finding.shapes[kind].seen);
        free(finding.shapes[kind].of);
    }
    tdg_intern_done(&finding.words);
    free(finding.with);
    return status;
}

void tdg_event_formats_done(struct tdg_event_formats *formats)
{
    free(formats->items);
    free(formats->format);
    tdg_arena_done(&formats->arena);
    *formats = (struct tdg_event_formats){0};
}
