// SPDX-License-Identifier: GPL-3.0-or-later
/* Values are kept as the text that a person gave, checked by the kind of their option. So help,
 * command line, analysis.json and a later run from that file all speak the same language. */
#include "pipeline/options.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/options.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "calendar/date_parse.h"
#include "calendar/zone.h"
#include "calendar/zone_table.h"
#include "input/encoding.h"
#include "pipeline/ids.h"

/* A kind checks a value; `argument` is the option's, for choices. False with no message: the caller
 * says what would be valid. */
typedef bool (*check_function)(const char *value, const char *argument);

static bool is_number(const char *value, uint64_t least, uint64_t most)
{
    if (!*value || strspn(value, "0123456789") != strlen(value))
        return false;
    errno = 0;
    unsigned long long number = strtoull(value, NULL, 10);
    return errno == 0 && number >= least && number <= most;
}

static bool check_switch(const char *value, const char *argument)
{
    (void)argument;
    return strcmp(value, "true") == 0 || strcmp(value, "false") == 0;
}

/* One of the words of "a|b|c". */
static bool check_choice(const char *value, const char *argument)
{
    size_t length = strlen(value);
    for (const char *word = argument; word; word = strchr(word, '|') ? strchr(word, '|') + 1 : NULL)
        if (length > 0 && strcspn(word, "|") == length && strncmp(word, value, length) == 0)
            return true;
    return false;
}

static bool check_count(const char *value, const char *argument)
{
    (void)argument;
    return is_number(value, 1, 4000000000U);
}

/* cJSON reads no deeper. */
static bool check_nesting(const char *value, const char *argument)
{
    (void)argument;
    return is_number(value, 1, 1000);
}

static bool check_count_or_auto(const char *value, const char *argument)
{
    return strcmp(value, "auto") == 0 || check_count(value, argument);
}

static bool check_threads(const char *value, const char *argument)
{
    (void)argument;
    return is_number(value, 0, 256);
}

static bool check_runs(const char *value, const char *argument)
{
    (void)argument;
    return is_number(value, 0, 100000);
}

static bool check_days(const char *value, const char *argument)
{
    (void)argument;
    return is_number(value, 0, 36500);
}

static bool check_resamples(const char *value, const char *argument)
{
    (void)argument;
    return is_number(value, 0, 1000);
}

static bool check_seed(const char *value, const char *argument)
{
    (void)argument;
    return is_number(value, 0, UINT64_MAX);
}

/* A share between 0 and 1 with digits and a point only: no locale, no exponent. */
static bool check_share(const char *value, const char *argument)
{
    (void)argument;
    size_t whole = strspn(value, "01");
    const char *rest = value + whole;
    if (whole > 1 || strlen(value) > 12)
        return false;
    if (*rest == '.')
        rest += 1 + strspn(rest + 1, "0123456789");
    bool one = whole == 1 && value[0] == '1';
    return *value && *rest == '\0' && !(one && strpbrk(value + 1, "123456789")) &&
           strpbrk(value, "123456789");
}

static bool check_date_or_none(const char *value, const char *argument)
{
    (void)argument;
    int64_t time;
    return !*value || tdg_date_parse(value, strlen(value), &(struct tdg_date_rules){0}, &time);
}

static bool check_zone(const char *value, const char *argument)
{
    (void)argument;
    struct tdg_zone *zone = NULL;
    if (tdg_zone_open(&zone, value, NULL) != TDG_OK)
        return false;
    tdg_zone_free(zone);
    return true;
}

static bool check_encoding(const char *value, const char *argument)
{
    (void)argument;
    return !*value || tdg_encoding_is_name(value);
}

static bool check_language(const char *value, const char *argument)
{
    (void)argument;
    if (strcmp(value, "auto") == 0 || strcmp(value, "none") == 0)
        return true;
    return strlen(value) == 2 && strspn(value, "abcdefghijklmnopqrstuvwxyz") == 2;
}

static bool check_field(const char *value, const char *argument)
{
    (void)argument;
    return strlen(value) < 256;
}

static bool check_id(const char *value, const char *argument)
{
    (void)argument;
    return *value != '\0';
}

static bool check_within(const char *value, const char *argument)
{
    (void)argument;
    return !*value || (strlen(value) < 128 && tdg_within_is_id(value));
}

static bool check_map(const char *value, const char *argument)
{
    (void)argument;
    size_t length = strcspn(value, "=");
    char field[16];
    if (length >= sizeof field || value[length] != '=' || !value[length + 1])
        return false;
    memcpy(field, value, length);
    field[length] = '\0';
    return check_choice(field, "id|title|body|published|source|url|language");
}

/* Every option: its name, its check and its help. The command line shows them in this order. */
static const struct row {
    struct tdg_option_info info;
    check_function check;
    const char *expected; /* completes "… takes": what a valid value is */
} rows[] = {
#define SWITCH_OF(use, name, help, recorded)                                                       \
    {                                                                                              \
        {name, NULL, "false", help, recorded, false, use}, check_switch, "true or false"           \
    }
#define SWITCH(name, help, recorded) SWITCH_OF(TDG_OPTION_BOTH, name, help, recorded)
    {{"themes", "auto|N", "auto", "number of themes to find", true, false, TDG_OPTION_BOTH},
     check_count_or_auto,
     "auto or a number of themes"},
    {{"detail", "coarse|normal|fine", "normal", "how fine the themes are where N is not given",
      true, false, TDG_OPTION_ANALYSIS},
     check_choice,
     "coarse, normal or fine"},
    {{"themes-from", "FIELD", "", "take the themes from this field of the articles", true, false,
      TDG_OPTION_ANALYSIS},
     check_field,
     "the name of a field"},
    {{"within", "ID", "",
      "find the themes inside one theme or parent of this analysis, such as T5 or P2", true, false,
      TDG_OPTION_ANALYSIS},
     check_within,
     "the id of a theme or parent, such as T5, P2 or T5.1"},
    {{"seeds", "FILE", "", "your own subjects become themes, beside those that are found", true,
      false, TDG_OPTION_BOTH},
     check_field,
     "the path of a file"},
    {{"mute", "FILE", "", "terms, columns and sources that are counted but not shown", true, false,
      TDG_OPTION_BOTH},
     check_field,
     "the path of a file"},
    {{"period", "day|week|month", "week", "what is counted together", true, false, TDG_OPTION_BOTH},
     check_choice,
     "day, week or month"},
    {{"week-start", "monday|sunday", "monday", "first day of a week; from monday: ISO weeks", true,
      false, TDG_OPTION_BOTH},
     check_choice,
     "monday or sunday"},
    {{"from", "DATE", "", "leave out dated articles before this date", true, false,
      TDG_OPTION_BOTH},
     check_date_or_none,
     "a date such as 2019-02-26"},
    {{"to", "DATE", "", "leave out dated articles at or after this date", true, false,
      TDG_OPTION_BOTH},
     check_date_or_none,
     "a date such as 2019-02-26"},
    {{"time-zone", "ZONE", "UTC", "of the periods, and of dates that name no zone", true, false,
      TDG_OPTION_BOTH},
     check_zone,
     "UTC, a difference such as +01:00 or a name such as Europe/Berlin"},
    {{"language", "auto|none|CODE", "auto",
      "of the articles: found for each, none (no stems, no stop words), or one such as en", true,
      false, TDG_OPTION_BOTH},
     check_language,
     "auto, none or a code of two letters such as en"},
    {{"format", "auto|jsonl|json|csv|tsv|feed|html|nexis|text", "auto", "of the input", true, false,
      TDG_OPTION_BOTH},
     check_choice,
     "auto, jsonl, json, csv, tsv, feed, html, nexis or text"},
    {{"map", "FIELD=NAME", "", "the input calls FIELD (title, body, …) NAME; may be repeated", true,
      true, TDG_OPTION_BOTH},
     check_map,
     "FIELD=NAME with id, title, body, published, source, url or language as FIELD"},
    {{"encoding", "NAME", "", "of the input; found for each file without it", true, false,
      TDG_OPTION_BOTH},
     check_encoding,
     "the name of an encoding such as windows-1251"},
    SWITCH("day-first", "read 03/04/2019 as 3 April", true),
    SWITCH("month-first", "read 03/04/2019 as 4 March", true),
    SWITCH("dates-from-mtime", "date a text file by its time of change where nothing else is known",
           true),
    SWITCH("keep-dates", "keep dates that are far from all others instead of taking them for wrong",
           true),
    {{"copy-days", "DAYS", "5",
      "a copy comes so many days after its original at most; the same long text at any time", true,
      false, TDG_OPTION_BOTH},
     check_days,
     "a number of days from 0 to 36500"},
    SWITCH("keep-copies", "every article counts, such as equal answers in a survey", true),
    {{"weighting", "auto|tfidf|bm25", "auto",
      "how terms are weighted; auto: tfidf in long articles", true, false, TDG_OPTION_BOTH},
     check_choice,
     "auto, tfidf or bm25"},
    {{"min-articles", "auto|N", "auto", "leave out terms in fewer articles", true, false,
      TDG_OPTION_BOTH},
     check_count_or_auto,
     "auto or a number of articles"},
    {{"max-share", "SHARE", "0.5", "leave out terms in a larger share of the articles", true, false,
      TDG_OPTION_BOTH},
     check_share,
     "a share above 0 and up to 1, such as 0.5"},
    {{"window", "DAYS", "0", "articles further apart are no neighbours, 0 for no limit", true,
      false, TDG_OPTION_BOTH},
     check_days,
     "a number of days from 0 to 36500"},
    {{"word-vectors", "auto|none", "auto",
      "short English articles are also compared by what their words mean", false, false,
      TDG_OPTION_ANALYSIS},
     check_choice,
     "auto or none"},
    {{"terms", "N", "20", "terms to show for each theme", true, false, TDG_OPTION_BOTH},
     check_count,
     "a number from 1"},
    {{"subjects", "FILE", "", "more well-known subjects, by which themes are named", true, false,
      TDG_OPTION_BOTH},
     check_field,
     "the path of a file"},
    {{"resamples", "N", "4",
      "draws of half of the articles that tell how stable themes are, 0 for none", true, false,
      TDG_OPTION_BOTH},
     check_resamples,
     "a number from 0 to 1000"},
    {{"why", "ID", "", "tell why this article has its theme; may be repeated", false, true,
      TDG_OPTION_ANALYSIS},
     check_id,
     "the id of an article"},
    {{"level", "SHARE", "0.05", "most false discoveries among the findings (largest q-value)", true,
      false, TDG_OPTION_BOTH},
     check_share,
     "a share above 0 and up to 1, such as 0.05"},
    {{"null", "N", "0", "put the dates in another order N times and tell how much chance finds",
      true, false, TDG_OPTION_BOTH},
     check_runs,
     "a number from 0 to 100000"},
    {{"seed", "N", "1", "of the random numbers", true, false, TDG_OPTION_BOTH},
     check_seed,
     "a whole number"},
    {{"threads", "N", "0", "worker threads, 0 for as many as processors; changes no result", false,
      false, TDG_OPTION_BOTH},
     check_threads,
     "a number from 0 to 256"},
    SWITCH_OF(TDG_OPTION_ARCHIVE, "no-text",
              "the archive keeps no texts, only their words in byte order", false),
    SWITCH("strict", "fail at the first broken record instead of skipping it", false),
    {{"max-articles", "N", "5000000", "limit: articles", true, false, TDG_OPTION_BOTH},
     check_count,
     "a number from 1"},
    {{"max-megabytes", "N", "65536", "limit: all input together, decompressed", true, false,
      TDG_OPTION_BOTH},
     check_count,
     "a number from 1"},
    {{"max-record-megabytes", "N", "16", "limit: one record; longer ones are skipped", true, false,
      TDG_OPTION_BOTH},
     check_count,
     "a number from 1"},
    {{"max-members", "N", "1000000", "limit: files in one archive", true, false, TDG_OPTION_BOTH},
     check_count,
     "a number from 1"},
    {{"max-nesting", "N", "100", "limit: depth of a JSON record", true, false, TDG_OPTION_BOTH},
     check_nesting,
     "a number from 1 to 1000"},
    {{"max-terms", "N", "200000", "limit: terms used, the most frequent ones", true, false,
      TDG_OPTION_BOTH},
     check_count,
     "a number from 1"},
    {{"max-periods", "N", "20000", "limit: periods between the first and the last date", true,
      false, TDG_OPTION_BOTH},
     check_count,
     "a number from 1"},
#undef SWITCH
#undef SWITCH_OF
};

enum { ROWS = sizeof rows / sizeof *rows };

struct tdg_options {
    struct value {
        char *text;   /* all values, joined by commas */
        char **parts; /* [count] the values, of repeatable options only */
        size_t count;
        size_t capacity;
    } values[ROWS];
};

size_t tdg_option_count(void)
{
    return ROWS;
}

const struct tdg_option_info *tdg_option_info(size_t index)
{
    return index < ROWS ? &rows[index].info : NULL;
}

static size_t find_row(const char *name)
{
    size_t i = 0;
    while (i < ROWS && strcmp(rows[i].info.name, name) != 0)
        i++;
    return i;
}

void tdg_options_free(struct tdg_options *options)
{
    if (!options)
        return;
    for (size_t i = 0; i < ROWS; i++) {
        struct value *value = &options->values[i];
        for (size_t j = 0; j < value->count; j++)
            free(value->parts[j]);
        free(value->parts);
        free(value->text);
    }
    free(options);
}

struct tdg_options *tdg_options_new(void)
{
    struct tdg_options *options = tdg_alloc(1, sizeof *options);
    for (size_t i = 0; options && i < ROWS; i++) {
        options->values[i].text = strdup(rows[i].info.initial);
        if (!options->values[i].text) {
            tdg_options_free(options);
            return NULL;
        }
    }
    return options;
}

static int replace(struct value *value, const char *text)
{
    char *copy = strdup(text);
    if (!copy)
        return TDG_ENOMEM;
    free(value->text);
    value->text = copy;
    return TDG_OK;
}

static int append(struct value *value, const char *text)
{
    char **grown = tdg_grow(value->parts, &value->capacity, value->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    value->parts = grown;
    char *copy = strdup(text);
    struct tdg_buffer joined = {0};
    tdg_buffer_format(&joined, "%s%s%s", value->text, *value->text ? "," : "", text);
    if (!copy || joined.failed) {
        free(copy);
        tdg_buffer_done(&joined);
        return TDG_ENOMEM;
    }
    value->parts[value->count++] = copy;
    free(value->text);
    value->text = joined.text;
    return TDG_OK;
}

int tdg_options_set(struct tdg_options *options, const char *name, const char *value,
                    struct tdg_error *error)
{
    size_t row = find_row(name);
    if (row == ROWS)
        return tdg_fail(error, TDG_EINVAL, "there is no option --%s", name);
    if (!rows[row].check(value, rows[row].info.argument))
        return tdg_fail(error, TDG_EINVAL, "--%s takes %s, not \"%.80s\"", name, rows[row].expected,
                        value);
    int status = rows[row].info.repeatable ? append(&options->values[row], value)
                                           : replace(&options->values[row], value);
    return status ? tdg_fail_memory(error) : TDG_OK;
}

const char *tdg_options_get(const struct tdg_options *options, const char *name)
{
    size_t row = find_row(name);
    return row < ROWS ? options->values[row].text : NULL;
}

const char *tdg_options_part(const struct tdg_options *options, const char *name, size_t index)
{
    size_t row = find_row(name);
    return row < ROWS && index < options->values[row].count ? options->values[row].parts[index]
                                                            : NULL;
}

struct tdg_options *tdg_options_copy(const struct tdg_options *options)
{
    struct tdg_options *copy = tdg_options_new();
    for (size_t i = 0; copy && i < ROWS; i++) {
        const struct value *value = &options->values[i];
        int status = rows[i].info.repeatable ? TDG_OK : replace(&copy->values[i], value->text);
        for (size_t j = 0; !status && j < value->count; j++)
            status = append(&copy->values[i], value->parts[j]);
        if (status) {
            tdg_options_free(copy);
            return NULL;
        }
    }
    return copy;
}
