// SPDX-License-Identifier: GPL-3.0-or-later
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/score.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/intern.h"
#include "base/memory.h"
#include "input/input.h"
#include "input/read.h"
#include "label/window.h"
#include "text/streams.h"
#include "text/text.h"

enum { PIECE = 1 << 16 };

static const size_t max_bytes = (size_t)1 << 30; /* of an analysis.json */

static int read_file(struct tdg_buffer *text, const char *path, struct tdg_error *error)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return tdg_fail_errno(error, errno, path, "cannot be opened");
    int status = TDG_OK;
    char piece[PIECE];
    size_t length;
    while (!status && (length = fread(piece, 1, sizeof piece, file)) > 0) {
        tdg_buffer_add(text, piece, length);
        if (text->failed)
            status = tdg_fail_memory(error);
        else if (text->length > max_bytes)
            status = tdg_fail_at(error, TDG_ELIMIT, path, 0, "larger than %zu bytes", max_bytes);
    }
    if (!status && ferror(file))
        status = tdg_fail_errno(error, errno, path, "cannot be read");
    fclose(file);
    return status;
}

/* The first terms of all themes. {0} is empty. */
struct term_lists {
    struct tdg_intern terms;
    size_t themes;
    size_t top;
    uint32_t *list; /* [themes][top] numbers in `terms` */
};

static void lists_done(struct term_lists *lists)
{
    tdg_intern_done(&lists->terms);
    free(lists->list);
}

static int take_theme(struct term_lists *lists, size_t theme, const cJSON *terms, const char *path,
                      struct tdg_error *error)
{
    size_t count = 0;
    const cJSON *item;
    cJSON_ArrayForEach(item, terms)
    {
        const char *term = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(item, "term"));
        if (!term || count == lists->top)
            break;
        uint32_t number = tdg_intern(&lists->terms, term, strlen(term));
        if (number == TDG_NONE)
            return tdg_fail_memory(error);
        lists->list[theme * lists->top + count++] = number;
    }
    if (count < lists->top)
        return tdg_fail_at(error, TDG_EFORMAT, path, 0, "theme %zu has fewer than %zu terms",
                           theme + 1, lists->top);
    return TDG_OK;
}

static int take_themes(struct term_lists *lists, const cJSON *analysis, const char *path,
                       struct tdg_error *error)
{
    const cJSON *themes = cJSON_GetObjectItemCaseSensitive(analysis, "themes");
    if (!cJSON_IsArray(themes))
        return tdg_fail_at(error, TDG_EFORMAT, path, 0,
                           "not an analysis: it has no list of themes");
    lists->themes = (size_t)cJSON_GetArraySize(themes);
    if (lists->themes == 0)
        return tdg_fail_at(error, TDG_EEMPTY, path, 0, "the analysis has no themes");
    lists->list = tdg_alloc(lists->themes * lists->top, sizeof *lists->list);
    if (!lists->list)
        return tdg_fail_memory(error);
    int status = TDG_OK;
    size_t theme = 0;
    for (const cJSON *item = themes->child; item && !status; item = item->next, theme++)
        status =
            take_theme(lists, theme, cJSON_GetObjectItemCaseSensitive(item, "terms"), path, error);
    return status;
}

static int read_lists(struct term_lists *lists, const char *path, struct tdg_error *error)
{
    struct tdg_buffer text = {0};
    cJSON *analysis = NULL;
    int status = read_file(&text, path, error);
    if (status)
        goto out;
    analysis = text.length ? cJSON_ParseWithLength(text.text, text.length) : NULL;
    if (!analysis)
        status = tdg_fail_at(error, TDG_EFORMAT, path, 0, "not valid JSON");
    else
        status = take_themes(lists, analysis, path, error);
out:
    cJSON_Delete(analysis);
    tdg_buffer_done(&text);
    return status;
}

/* The tokens of the corpus, as they are. */
static int read_tokens(struct tdg_streams *streams, const char *path,
                       const struct tdg_monitor *monitor, struct tdg_error *error)
{
    struct tdg_articles articles = {0};
    struct tdg_read_options read = tdg_read_defaults();
    struct tdg_text_options text = tdg_text_defaults();
    text.words = text.stem = text.stop_words = false;
    int status = tdg_read(&articles, &path, 1, &read, monitor, error);
    if (!status && articles.count == 0)
        status = tdg_fail_at(error, TDG_EEMPTY, path, 0, "no usable articles");
    if (!status)
        status = tdg_streams_build(streams, &articles, &text, NULL, monitor, error);
    tdg_articles_done(&articles);
    return status;
}

/* Numbers in the streams, which are in the byte order of the stems. */
static uint32_t find_token(const struct tdg_streams *streams, const char *token)
{
    uint32_t low = 0, high = streams->term_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(streams->stem[middle], token);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return TDG_NONE;
}

static int measure(struct tdg_measure measures[TDG_MEASURES_MAX], size_t *count,
                   const struct term_lists *lists, const struct tdg_streams *streams,
                   struct tdg_error *error)
{
    size_t entries = lists->themes * lists->top, missing = 0;
    int status = TDG_ENOMEM;
    double npmi = 0;
    uint32_t *number = tdg_alloc(lists->terms.count, sizeof *number);
    uint32_t *term = tdg_alloc(entries, sizeof *term);
    const uint32_t **list = tdg_alloc(lists->themes, sizeof *list);
    if (!number || !term || !list) {
        tdg_fail_memory(error);
        goto out;
    }
    for (uint32_t i = 0; i < lists->terms.count; i++) {
        number[i] = find_token(streams, lists->terms.text[i]);
        missing += number[i] == TDG_NONE;
    }
    for (size_t e = 0; e < entries; e++)
        term[e] = number[lists->list[e]];
    for (size_t theme = 0; theme < lists->themes; theme++)
        list[theme] = term + theme * lists->top;
    status = tdg_window_coherence(&npmi, streams, list, lists->themes, lists->top, error);
    if (status)
        goto out;
    measures[0] = (struct tdg_measure){"terms_not_in_corpus", (double)missing, 0};
    measures[1] = (struct tdg_measure){"themes", (double)lists->themes, 0};
    measures[2] = (struct tdg_measure){"npmi", npmi, 4};
    measures[3] =
        (struct tdg_measure){"diversity", (double)lists->terms.count / (double)entries, 4};
    *count = 4;
out:
    free(number);
    free(term);
    free(list);
    return status;
}

int tdg_score_terms(const char *corpus, const char *analysis, size_t top,
                    const struct tdg_monitor *monitor,
                    struct tdg_measure measures[TDG_MEASURES_MAX], size_t *count,
                    struct tdg_error *error)
{
    if (top < 2)
        return tdg_fail(error, TDG_EINVAL, "coherence needs at least two terms per theme");
    struct term_lists lists = {.top = top};
    struct tdg_streams streams = {0};
    int status = read_lists(&lists, analysis, error);
    if (!status)
        status = read_tokens(&streams, corpus, monitor, error);
    if (!status)
        status = measure(measures, count, &lists, &streams, error);
    tdg_streams_done(&streams);
    lists_done(&lists);
    return status;
}
