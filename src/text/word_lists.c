// SPDX-License-Identifier: GPL-3.0-or-later
/* Three files of lines; # begins a comment:
 *   stop words: one word, or as the first line "replace:";
 *   synonyms: "term = other, third", where all count as the first;
 *   phrases to keep: one phrase. */
#include "text/word_lists.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/span.h"
#include "text/terms.h"
#include "text/wording.h"
#include "text/words.h"

struct reading {
    struct tdg_word_lists *lists;
    struct tdg_intern known; /* folded words of all phrases, in their order */
    struct tdg_lines lines;
};

static size_t count_words(const char *text)
{
    struct tdg_segmenter segmenter = {0};
    struct tdg_scanner scanner;
    struct tdg_word word;
    size_t count = 0;
    tdg_scanner_init(&scanner, (struct tdg_word_rules){0}, text, &segmenter);
    while (tdg_scanner_next(&scanner, &word))
        count++;
    tdg_segmenter_done(&segmenter);
    return count;
}

/* A term as it was written, with ' for ’; *copy lives in the arena. */
static int keep_text(const char **copy, struct reading *reading, struct tdg_span span)
{
    struct tdg_span text = tdg_span_trim(span);
    char plain[TDG_LONGEST_WORD + 1];
    size_t length = 0;
    if (!text.length)
        return tdg_lines_fail(&reading->lines, "a term is missing");
    if (text.length > TDG_LONGEST_WORD)
        return tdg_lines_fail(&reading->lines, "the term is longer than 64 bytes");
    for (size_t i = 0; i < text.length; i++) {
        bool quote = i + 2 < text.length && memcmp(text.text + i, "\xE2\x80\x99", 3) == 0;
        plain[length++] = quote ? '\'' : text.text[i];
        i += quote ? 2 : 0;
    }
    plain[length] = '\0';
    const char *wrong = tdg_wording_wrong(plain);
    size_t words = wrong ? 0 : count_words(plain);
    if (wrong || !words)
        return tdg_lines_fail(&reading->lines, wrong ? wrong : "the term contains no words");
    if (words > TDG_GIVEN_WORDS)
        return tdg_lines_fail(&reading->lines, "the term has more than eight words");
    *copy = tdg_arena_copy(&reading->lists->arena, plain, length);
    return *copy ? TDG_OK : tdg_fail_memory(reading->lines.error);
}

static int add_phrase(struct reading *reading, const char *words, const char *shown)
{
    struct tdg_word_lists *lists = reading->lists;
    char *folded = tdg_wording_fold(words);
    uint32_t number = folded ? tdg_intern(&reading->known, folded, strlen(folded)) : TDG_NONE;
    free(folded);
    if (number == TDG_NONE)
        return tdg_fail_memory(reading->lines.error);
    if (number < lists->count)
        return strcmp(lists->phrases[number].shown, shown) == 0
                   ? TDG_OK
                   : tdg_fail_at(reading->lines.error, TDG_EFORMAT, reading->lines.file,
                                 reading->lines.number, "\"%s\" already stands for \"%s\"", words,
                                 lists->phrases[number].shown);
    struct tdg_given_phrase *grown =
        tdg_grow(lists->phrases, &lists->capacity, lists->count + 1, sizeof *grown);
    if (!grown)
        return tdg_fail_memory(reading->lines.error);
    lists->phrases = grown;
    grown[lists->count++] = (struct tdg_given_phrase){words, shown};
    return TDG_OK;
}

static int read_stop_word(struct reading *reading, struct tdg_span line)
{
    const char *word = NULL;
    char folded[TDG_TERM_SIZE];
    if (tdg_span_is(line, "replace:") && !reading->lists->stop.count) {
        reading->lists->replace = true;
        return TDG_OK;
    }
    int status = keep_text(&word, reading, line);
    if (status || !word)
        return status;
    if (strpbrk(word, " \t"))
        return tdg_lines_fail(&reading->lines, "expected one word a line");
    size_t length = tdg_fold(word, strlen(word), folded);
    return tdg_intern(&reading->lists->stop, folded, length) == TDG_NONE
               ? tdg_fail_memory(reading->lines.error)
               : TDG_OK;
}

static int read_synonyms(struct reading *reading, struct tdg_span line)
{
    const char *shown = NULL, *sign = memchr(line.text, '=', line.length);
    const char *end = line.text + line.length;
    if (!sign)
        return tdg_lines_fail(&reading->lines, "expected \"term = other, other\"");
    int status =
        keep_text(&shown, reading, (struct tdg_span){line.text, (size_t)(sign - line.text)});
    if (!status && shown)
        status = add_phrase(reading, shown, shown);
    while (!status && shown && sign < end) {
        const char *comma = memchr(sign + 1, ',', (size_t)(end - sign - 1));
        size_t length = (size_t)((comma ? comma : end) - sign - 1);
        const char *word = NULL;
        status = keep_text(&word, reading, (struct tdg_span){sign + 1, length});
        if (!status && word)
            status = add_phrase(reading, word, shown);
        sign = comma ? comma : end;
    }
    return status;
}

static int read_phrase(struct reading *reading, struct tdg_span line)
{
    const char *phrase = NULL;
    int status = keep_text(&phrase, reading, line);
    return status || !phrase ? status : add_phrase(reading, phrase, phrase);
}

static int read_list(struct reading *reading, const char *source, const char *name,
                     int (*read_line)(struct reading *, struct tdg_span))
{
    struct tdg_buffer text = {0};
    bool stored = *source == '\n';
    struct tdg_error *error = reading->lines.error;
    int status = !*source || stored ? TDG_OK : tdg_file_load(&text, source, error);
    reading->lines = (struct tdg_lines){
        .rest = stored      ? source + 1
                : text.text ? text.text
                            : "",
        .file = stored ? name : source,
        .error = error,
    };
    for (struct tdg_span line; !status && tdg_lines_next(&reading->lines, &line);)
        status = read_line(reading, line);
    tdg_buffer_done(&text);
    return status;
}

int tdg_word_lists_new(struct tdg_word_lists **lists, const char *stop_words, const char *synonyms,
                       const char *keep, struct tdg_error *error)
{
    if (!*stop_words && !*synonyms && !*keep) {
        *lists = NULL;
        return TDG_OK;
    }
    struct reading reading = {.lists = tdg_alloc(1, sizeof **lists), .lines.error = error};
    if (!reading.lists)
        return tdg_fail_memory(error);
    int status = read_list(&reading, stop_words, "stop-words", read_stop_word);
    if (!status)
        status = read_list(&reading, synonyms, "synonyms", read_synonyms);
    if (!status)
        status = read_list(&reading, keep, "keep", read_phrase);
    tdg_intern_done(&reading.known);
    if (status)
        tdg_word_lists_free(reading.lists);
    else
        *lists = reading.lists;
    return status;
}

void tdg_word_lists_free(struct tdg_word_lists *lists)
{
    if (!lists)
        return;
    tdg_intern_done(&lists->stop);
    free(lists->phrases);
    tdg_arena_done(&lists->arena);
    free(lists);
}
