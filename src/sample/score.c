// SPDX-License-Identifier: GPL-3.0-or-later
#include <tidings/sample.h>

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/progress.h"
#include "output/json_writer.h"
#include "sample/answers.h"
#include "sample/estimate.h"
#include "sample/sheet.h"

static const uint32_t blank_answer = UINT32_MAX; /* an answer that is not there */

/* A frame, and what it borrows from. {0} is empty. */
struct base {
    struct tdg_archive *archive;
    struct tdg_frame frame;
    struct tdg_sample sample;
};

static void base_done(struct base *base)
{
    tdg_sample_done(&base->sample);
    tdg_frame_done(&base->frame);
    tdg_archive_close(base->archive);
}

static int base_make(struct base *base, const char *path, size_t articles, uint64_t seed,
                     struct tdg_error *error)
{
    struct stat facts;
    int status;
    if (articles > TDG_SAMPLE_ARTICLES_MAX)
        return tdg_fail(error, TDG_EINVAL, "a sample has at most %d articles",
                        TDG_SAMPLE_ARTICLES_MAX);
    if (stat(path, &facts) == 0 && S_ISDIR(facts.st_mode))
        status = tdg_frame_of_folder(&base->frame, path, error);
    else {
        status = tdg_archive_open(&base->archive, path, TDG_ARCHIVE_READ, error);
        if (!status)
            status = tdg_frame_of_archive(&base->frame, base->archive, error);
    }
    return status ? status : tdg_sample_make(&base->sample, &base->frame, articles, seed, error);
}

int tdg_sample_draw(const struct tdg_sample_request *request, FILE *stream,
                    const struct tdg_monitor *monitor, struct tdg_error *error)
{
    struct base base = {0};
    if (request->size < sizeof *request)
        return tdg_fail(error, TDG_EINVAL, "the request of a sample lacks its size");
    size_t articles = request->articles ? request->articles : TDG_SAMPLE_ARTICLES;
    int status = tdg_progress(monitor, "draw", 0, 1);
    if (!status)
        status = base_make(&base, request->path, articles, request->seed, error);
    if (!status)
        status = tdg_sheet_write(stream, &base.frame, &base.sample, error);
    base_done(&base);
    return tdg_fail_status(error, status);
}

/* What is read from a sheet. */
struct reading {
    struct base base;
    struct tdg_answers sheet;
    const struct tdg_monitor *monitor;
    size_t *lines;     /* [rows] where each of them stands; 0: not yet */
    uint32_t *answers; /* [rows] a theme, themes: none, or an option from 1; blank_answer */
    size_t first[3];   /* row of A1, W1, H1 */
    size_t count[3];
};

static const char tasks[] = {TDG_SAMPLE_ARTICLE, TDG_SAMPLE_WORDS, TDG_SAMPLE_HEADLINE};

/* Digits only, at most `most`; 0 for anything else. */
static uint64_t number_of(const char *text, uint64_t most)
{
    char *end;
    if (!isdigit((unsigned char)*text))
        return 0;
    errno = 0;
    uint64_t number = strtoull(text, &end, 10);
    return *end || errno || number > most ? 0 : number;
}

/* "s1f2e3d4c-200-42" */
static bool read_id(const char *id, size_t *articles, uint64_t *seed)
{
    int end = 0;
    if (*id != 's' || strspn(id + 1, "0123456789abcdef") != 8 || id[9] != '-' ||
        strlen(id) >= TDG_SAMPLE_ID || strspn(id + 10, "0123456789-") != strlen(id + 10))
        return false;
    return sscanf(id + 10, "%6zu-%" SCNu64 "%n", articles, seed, &end) == 2 && !id[10 + end];
}

/* The row of a sample that a name such as "W3" means, SIZE_MAX for none. */
static size_t row_of(const struct reading *reading, const char *name)
{
    for (size_t k = 0; k < sizeof tasks; k++)
        if (toupper((unsigned char)*name) == tasks[k]) {
            uint64_t number = number_of(name + 1, reading->count[k]);
            return number ? reading->first[k] + (size_t)number - 1 : SIZE_MAX;
        }
    return SIZE_MAX;
}

/* "T3", "3" or "none"; blank_answer for anything else. */
static uint32_t theme_of(const struct tdg_sample *sample, const char *answer)
{
    if (strcasecmp(answer, "none") == 0)
        return (uint32_t)sample->themes;
    uint64_t number = number_of(answer + (toupper((unsigned char)*answer) == 'T'), UINT32_MAX);
    for (size_t t = 0; number && t < sample->themes; t++)
        if (number_of(sample->strata[t].id + 1, UINT32_MAX) == number)
            return (uint32_t)t;
    return blank_answer;
}

static void take_row(struct reading *reading)
{
    const struct tdg_answers *sheet = &reading->sheet;
    const struct tdg_sample *sample = &reading->base.sample;
    const char *name = sheet->cells[TDG_SHEET_ROW], *answer = sheet->cells[TDG_SHEET_ANSWER];
    size_t at = row_of(reading, name);
    if (at == SIZE_MAX) {
        if (toupper((unsigned char)*name) != 'T' || *answer)
            tdg_notice(reading->monitor, TDG_NOTICE_SKIPPED, sheet->path, sheet->line,
                       "\"%.40s\" is no row of this sample that takes an answer", name);
        return;
    }
    if (strcmp(sheet->cells[TDG_SHEET_SAMPLE], sample->id) != 0) {
        tdg_notice(reading->monitor, TDG_NOTICE_SKIPPED, sheet->path, sheet->line,
                   "%s is of another sample, \"%.40s\"", name, sheet->cells[TDG_SHEET_SAMPLE]);
        return;
    }
    if (reading->lines[at]) {
        tdg_notice(reading->monitor, TDG_NOTICE_SKIPPED, sheet->path, sheet->line,
                   "%s stands in line %zu already", name, reading->lines[at]);
        return;
    }
    reading->lines[at] = sheet->line;
    const struct tdg_sample_row *row = &sample->rows[at];
    if (!*answer)
        return;
    if (row->task == TDG_SAMPLE_ARTICLE)
        reading->answers[at] = theme_of(sample, answer);
    else {
        uint64_t option = number_of(answer, row->option_count);
        reading->answers[at] = option ? (uint32_t)option : blank_answer;
    }
    if (reading->answers[at] == blank_answer)
        tdg_notice(reading->monitor, TDG_NOTICE_SKIPPED, sheet->path, sheet->line,
                   row->task == TDG_SAMPLE_ARTICLE
                       ? "\"%.40s\" is neither the number of a theme nor none"
                       : "\"%.40s\" is not the number of one of the choices",
                   answer);
}

static int prepare(struct reading *reading)
{
    const struct tdg_sample *sample = &reading->base.sample;
    reading->lines = tdg_alloc(sample->row_count + 1, sizeof *reading->lines);
    reading->answers = tdg_alloc(sample->row_count + 1, sizeof *reading->answers);
    if (!reading->lines || !reading->answers)
        return TDG_ENOMEM;
    for (size_t i = sample->row_count; i-- > 0;) {
        reading->answers[i] = blank_answer;
        for (size_t k = 0; k < sizeof tasks; k++)
            if ((char)sample->rows[i].task == tasks[k]) {
                reading->first[k] = i;
                reading->count[k]++;
            }
    }
    return TDG_OK;
}

static int read_sheet(struct reading *reading, const char *path, const char *file,
                      struct tdg_error *error)
{
    size_t articles = 0, missing = 0, blank = 0;
    uint64_t seed = 0;
    struct tdg_answers *sheet = &reading->sheet;
    int status = tdg_answers_open(sheet, file, error);
    if (status)
        return status;
    if (!tdg_answers_next(sheet))
        return tdg_fail_at(error, TDG_EFORMAT, file, 0, "has no rows");
    if (!read_id(sheet->cells[TDG_SHEET_SAMPLE], &articles, &seed))
        return tdg_fail_at(error, TDG_EFORMAT, file, sheet->line,
                           "\"%.40s\" in the column \"sample\" is not what tidings wrote there",
                           sheet->cells[TDG_SHEET_SAMPLE]);
    status = base_make(&reading->base, path, articles, seed, error);
    if (!status && strcmp(reading->base.sample.id, sheet->cells[TDG_SHEET_SAMPLE]) != 0)
        return tdg_fail_at(error, TDG_EINVAL, file, sheet->line,
                           "was not drawn from %.200s as it is now: its articles or themes differ",
                           path);
    if (!status)
        status = prepare(reading);
    if (status)
        return status;
    do
        take_row(reading);
    while (tdg_answers_next(sheet));
    if (sheet->torn)
        return tdg_fail_at(error, TDG_EFORMAT, file, sheet->torn,
                           "a quotation mark in this row is not closed");
    for (size_t i = 0; i < reading->base.sample.row_count; i++) {
        missing += !reading->lines[i];
        blank += reading->lines[i] && reading->answers[i] == blank_answer;
    }
    if (missing)
        tdg_notice(reading->monitor, TDG_NOTICE_WARNING, file, 0, "rows that are missing: %zu",
                   missing);
    if (blank)
        tdg_notice(reading->monitor, TDG_NOTICE_WARNING, file, 0,
                   "rows without an answer that counts: %zu", blank);
    return TDG_OK;
}

/* A score and what it points to. */
struct owned {
    struct tdg_sample_score score; /* first: it is what the caller has */
    struct tdg_arena arena;
};

static void score_theme(struct tdg_sample_theme *theme, size_t t, const struct reading *reading,
                        const size_t *judged, const size_t *table, struct tdg_sample_hits *hits)
{
    const struct tdg_sample *sample = &reading->base.sample;
    size_t count = sample->themes + 1;
    const size_t *own = &table[t * count];
    size_t all = 0;
    theme->originals = sample->strata[t].originals;
    theme->drawn = sample->strata[t].drawn;
    theme->judged = judged[t];
    theme->right = own[t];
    struct tdg_interval precision = tdg_sample_proportion(own[t], judged[t]);
    theme->precision = precision.value;
    theme->precision_low = precision.low;
    theme->precision_high = precision.high;
    for (size_t s = 0; s < count; s++) {
        hits[s] = (struct tdg_sample_hits){sample->strata[s].originals, judged[s],
                                           table[s * count + t], s == t};
        all += sample->strata[s].originals;
        if (s != t && own[s] > theme->mistaken_articles) {
            theme->mistaken_articles = own[s];
            theme->mistaken = s + 1 < count ? sample->strata[s].id : "none";
        }
    }
    theme->share = (double)theme->originals / (double)all;
    struct tdg_interval share = tdg_sample_share(hits, count, 1 / (double)count);
    theme->corrected = share.value;
    theme->corrected_low = share.low;
    theme->corrected_high = share.high;
}

static void score_test(struct tdg_sample_test *test, enum tdg_sample_task task,
                       const struct reading *reading)
{
    const struct tdg_sample *sample = &reading->base.sample;
    for (size_t i = 0; i < sample->row_count; i++) {
        const struct tdg_sample_row *row = &sample->rows[i];
        if (row->task != task)
            continue;
        test->asked++;
        test->chance = 1 / (double)row->option_count;
        test->answered += reading->answers[i] != blank_answer;
        test->right += reading->answers[i] == row->answer;
    }
    struct tdg_interval share = tdg_sample_proportion(test->right, test->answered);
    test->low = share.low;
    test->high = share.high;
}

/* judged[s], table[s * count + t]: those of stratum s, and those of them that are about theme t */
static void count_answers(const struct reading *reading, size_t *judged, size_t *table)
{
    const struct tdg_sample *sample = &reading->base.sample;
    for (size_t i = 0; i < sample->row_count; i++) {
        const struct tdg_sample_row *row = &sample->rows[i];
        if (row->task != TDG_SAMPLE_ARTICLE || reading->answers[i] == blank_answer)
            continue;
        judged[row->theme]++;
        table[row->theme * (sample->themes + 1) + reading->answers[i]]++;
    }
}

static int score_all(struct owned *owned, const struct reading *reading)
{
    const struct tdg_sample *sample = &reading->base.sample;
    size_t count = sample->themes + 1;
    struct tdg_sample_score *score = &owned->score;
    struct tdg_sample_theme *themes = tdg_arena_alloc(&owned->arena, count * sizeof *themes);
    struct tdg_sample_hits *hits = tdg_alloc(count, sizeof *hits);
    size_t *judged = tdg_alloc(count, sizeof *judged);
    size_t *table = tdg_alloc(count * count, sizeof *table);
    int status = themes && hits && judged && table ? TDG_OK : TDG_ENOMEM;
    score->id = tdg_arena_string(&owned->arena, sample->id);
    if (!score->id)
        status = TDG_ENOMEM;
    if (!status)
        count_answers(reading, judged, table);
    for (size_t t = 0; !status && t < count; t++) {
        themes[t] = (struct tdg_sample_theme){.mistaken = ""};
        score_theme(&themes[t], t, reading, judged, table, hits);
        themes[t].id = tdg_arena_string(&owned->arena, sample->strata[t].id);
        themes[t].name = tdg_arena_string(&owned->arena, sample->strata[t].name);
        themes[t].mistaken = tdg_arena_string(&owned->arena, themes[t].mistaken);
        if (!themes[t].id || !themes[t].name || !themes[t].mistaken)
            status = TDG_ENOMEM;
        score->drawn += themes[t].drawn;
        score->judged += themes[t].judged;
        score->right += themes[t].right;
    }
    if (!status) {
        for (size_t t = 0; t < count; t++)
            hits[t] = (struct tdg_sample_hits){sample->strata[t].originals, judged[t],
                                               table[t * count + t], true};
        struct tdg_interval accuracy = tdg_sample_share(hits, count, .5);
        score->accuracy = accuracy.value;
        score->accuracy_low = accuracy.low;
        score->accuracy_high = accuracy.high;
        score->themes = themes;
        score->theme_count = count;
        score_test(&score->words, TDG_SAMPLE_WORDS, reading);
        score_test(&score->headlines, TDG_SAMPLE_HEADLINE, reading);
    }
    free(hits);
    free(judged);
    free(table);
    return status;
}

int tdg_sample_score(const char *path, const char *answers, const struct tdg_monitor *monitor,
                     struct tdg_sample_score **score, struct tdg_error *error)
{
    struct reading reading = {.monitor = monitor};
    struct owned *owned = tdg_alloc(1, sizeof *owned);
    int status = owned ? tdg_progress(monitor, "score", 0, 1) : TDG_ENOMEM;
    if (!status)
        status = read_sheet(&reading, path, answers, error);
    if (!status)
        status = score_all(owned, &reading);
    if (!status && !owned->score.judged)
        status = tdg_fail_at(error, TDG_EEMPTY, answers, 0,
                             "no article has an answer in the column \"answer\"");
    base_done(&reading.base);
    tdg_answers_done(&reading.sheet);
    free(reading.lines);
    free(reading.answers);
    if (status)
        tdg_sample_score_free((struct tdg_sample_score *)owned);
    else
        *score = &owned->score;
    return tdg_fail_status(error, status);
}

void tdg_sample_score_free(struct tdg_sample_score *score)
{
    struct owned *owned = (struct owned *)score;
    if (owned)
        tdg_arena_done(&owned->arena);
    free(owned);
}

static void print_interval(struct tdg_json *json, const char *key, double value, double low,
                           double high)
{
    tdg_json_open_line(json, key, '{');
    tdg_json_number(json, "value", value);
    tdg_json_number(json, "low", low);
    tdg_json_number(json, "high", high);
    tdg_json_close(json, '}');
}

static void print_test(struct tdg_json *json, const char *key, const struct tdg_sample_test *test)
{
    tdg_json_open_line(json, key, '{');
    tdg_json_count(json, "asked", test->asked);
    tdg_json_count(json, "answered", test->answered);
    tdg_json_count(json, "right", test->right);
    tdg_json_number(json, "low", test->low);
    tdg_json_number(json, "high", test->high);
    tdg_json_number(json, "chance", test->chance);
    tdg_json_close(json, '}');
}

int tdg_sample_score_print(const struct tdg_sample_score *score, FILE *stream,
                           struct tdg_error *error)
{
    struct tdg_json json = {.stream = stream};
    tdg_json_open(&json, NULL, '{');
    tdg_json_string(&json, "sample", score->id);
    tdg_json_count(&json, "drawn", score->drawn);
    tdg_json_count(&json, "judged", score->judged);
    tdg_json_count(&json, "right", score->right);
    print_interval(&json, "accuracy", score->accuracy, score->accuracy_low, score->accuracy_high);
    tdg_json_open(&json, "themes", '[');
    for (size_t i = 0; i < score->theme_count; i++) {
        const struct tdg_sample_theme *theme = &score->themes[i];
        tdg_json_open(&json, NULL, '{');
        tdg_json_known(&json, "id", theme->id);
        tdg_json_known(&json, "name", theme->name);
        tdg_json_count(&json, "originals", theme->originals);
        tdg_json_count(&json, "drawn", theme->drawn);
        tdg_json_count(&json, "judged", theme->judged);
        tdg_json_count(&json, "right", theme->right);
        print_interval(&json, "precision", theme->precision, theme->precision_low,
                       theme->precision_high);
        tdg_json_number(&json, "share", theme->share);
        print_interval(&json, "corrected", theme->corrected, theme->corrected_low,
                       theme->corrected_high);
        tdg_json_known(&json, "mistaken", theme->mistaken);
        tdg_json_count(&json, "mistaken_articles", theme->mistaken_articles);
        tdg_json_close(&json, '}');
    }
    tdg_json_close(&json, ']');
    print_test(&json, "words", &score->words);
    print_test(&json, "headlines", &score->headlines);
    tdg_json_close(&json, '}');
    putc('\n', stream);
    return ferror(stream) ? tdg_fail(error, TDG_EIO, "the score cannot be written") : TDG_OK;
}
