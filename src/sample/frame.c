// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cjson/cJSON.h>

#include <tidings/plain.h>
#include <tidings/report.h>
#include <tidings/types.h>

#include "base/error.h"
#include "base/file.h"
#include "base/intern.h"
#include "store/articles.h"

static const size_t max_bytes = (size_t)1 << 30; /* of an analysis.json */

static const char *copy(struct tdg_frame *frame, const char *text)
{
    return tdg_arena_string(&frame->arena, text ? text : "");
}

static int add_article(struct tdg_frame *frame, const struct tdg_frame_article *given)
{
    struct tdg_frame_article *grown =
        tdg_grow(frame->articles, &frame->capacity, frame->article_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    frame->articles = grown;
    struct tdg_frame_article made = {copy(frame, given->id), copy(frame, given->headline),
                                     copy(frame, given->source), copy(frame, given->date),
                                     given->theme};
    if (!made.id || !made.headline || !made.source || !made.date)
        return TDG_ENOMEM;
    frame->articles[frame->article_count++] = made;
    return TDG_OK;
}

static int make_themes(struct tdg_frame *frame, size_t count)
{
    frame->themes = tdg_alloc(count + 1, sizeof *frame->themes);
    if (!frame->themes)
        return TDG_ENOMEM;
    frame->theme_count = count;
    frame->themes[count] = (struct tdg_frame_theme){.id = "", .name = ""};
    return TDG_OK;
}

static int begin_theme(struct tdg_frame *frame, size_t at, const char *id, const char *name,
                       size_t terms)
{
    struct tdg_frame_theme *theme = &frame->themes[at];
    theme->id = copy(frame, id);
    theme->name = copy(frame, name);
    theme->terms = tdg_arena_alloc(&frame->arena, (terms + 1) * sizeof *theme->terms);
    return theme->id && theme->name && theme->terms ? TDG_OK : TDG_ENOMEM;
}

static int add_term(struct tdg_frame *frame, size_t at, const char *term)
{
    struct tdg_frame_theme *theme = &frame->themes[at];
    const char *made = copy(frame, term);
    if (!made)
        return TDG_ENOMEM;
    theme->terms[theme->term_count++] = made;
    return TDG_OK;
}

/* The originals of each theme. */
static int list_members(struct tdg_frame *frame)
{
    for (size_t i = 0; i < frame->article_count; i++)
        frame->themes[frame->articles[i].theme].originals++;
    for (size_t t = 0; t <= frame->theme_count; t++) {
        struct tdg_frame_theme *theme = &frame->themes[t];
        theme->members =
            tdg_arena_alloc(&frame->arena, (theme->originals + 1) * sizeof *theme->members);
        if (!theme->members)
            return TDG_ENOMEM;
        theme->originals = 0;
    }
    for (size_t i = 0; i < frame->article_count; i++) {
        struct tdg_frame_theme *theme = &frame->themes[frame->articles[i].theme];
        theme->members[theme->originals++] = i;
    }
    return TDG_OK;
}

static const char *text_of(const cJSON *object, const char *key)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
    return text ? text : "";
}

static int take_theme(struct tdg_frame *frame, size_t at, const cJSON *item)
{
    const cJSON *terms = cJSON_GetObjectItemCaseSensitive(item, "terms"), *term;
    const char *name = text_of(item, "name");
    int status = begin_theme(frame, at, text_of(item, "id"), *name ? name : text_of(item, "label"),
                             (size_t)cJSON_GetArraySize(terms));
    cJSON_ArrayForEach(term, terms) if (!status && *text_of(term, "term")) status =
        add_term(frame, at, text_of(term, "term"));
    return status;
}

static int take_article(struct tdg_frame *frame, const struct tdg_intern *ids, const cJSON *item)
{
    char date[11];
    const char *theme = text_of(item, "theme"), *title = text_of(item, "title");
    uint32_t number = *theme ? tdg_intern_find(ids, theme, strlen(theme)) : TDG_NONE;
    if (*text_of(item, "copy_of") || !*text_of(item, "id"))
        return TDG_OK;
    snprintf(date, sizeof date, "%s", text_of(item, "published"));
    struct tdg_frame_article article = {
        .id = text_of(item, "id"),
        .headline = *title ? title : text_of(item, "id"),
        .source = text_of(item, "source"),
        .date = date,
        .theme = number == TDG_NONE ? (uint32_t)frame->theme_count : number,
    };
    return add_article(frame, &article);
}

static int take_analysis(struct tdg_frame *frame, const cJSON *analysis, const char *path,
                         struct tdg_error *error)
{
    const cJSON *themes = cJSON_GetObjectItemCaseSensitive(analysis, "themes"), *item;
    const cJSON *articles = cJSON_GetObjectItemCaseSensitive(analysis, "articles");
    struct tdg_intern ids = {0};
    if (!cJSON_IsArray(themes) || !cJSON_IsArray(articles))
        return tdg_fail_at(error, TDG_EFORMAT, path, 0,
                           "not an analysis: it has no lists of themes and articles");
    int status = make_themes(frame, (size_t)cJSON_GetArraySize(themes));
    cJSON_ArrayForEach(item, themes)
    {
        const char *id = text_of(item, "id");
        uint32_t before = ids.count, at = status ? 0 : tdg_intern(&ids, id, strlen(id));
        if (!status && at == TDG_NONE)
            status = TDG_ENOMEM;
        if (!status && (!*id || at < before))
            status = tdg_fail_at(error, TDG_EFORMAT, path, 0,
                                 "a theme has no id, or that of another one");
        if (!status)
            status = take_theme(frame, at, item);
    }
    cJSON_ArrayForEach(item, articles) if (!status) status = take_article(frame, &ids, item);
    tdg_intern_done(&ids);
    return status;
}

int tdg_frame_of_folder(struct tdg_frame *frame, const char *folder, struct tdg_error *error)
{
    struct tdg_buffer path = {0}, text = {0};
    struct stat facts;
    cJSON *analysis = NULL;
    tdg_buffer_format(&path, "%s/analysis.json", folder);
    int status = path.failed ? TDG_ENOMEM : TDG_OK;
    if (!status && stat(path.text, &facts) == 0 && (uintmax_t)facts.st_size > max_bytes)
        status = tdg_fail_at(error, TDG_ELIMIT, path.text, 0, "larger than %zu bytes", max_bytes);
    if (!status)
        status = tdg_file_load(&text, path.text, error);
    if (!status) {
        analysis = text.length ? cJSON_ParseWithLength(text.text, text.length) : NULL;
        status = analysis ? take_analysis(frame, analysis, path.text, error)
                          : tdg_fail_at(error, TDG_EFORMAT, path.text, 0, "not valid JSON");
    }
    if (!status)
        status = list_members(frame);
    cJSON_Delete(analysis);
    tdg_buffer_done(&text);
    tdg_buffer_done(&path);
    return tdg_fail_status(error, status);
}

static int take_listed_theme(struct tdg_frame *frame, size_t at,
                             const struct tdg_archive_theme *theme)
{
    char id[TDG_ID_TEXT];
    int status = begin_theme(frame, at, tdg_id_text('T', theme->number, id), theme->title,
                             theme->term_count);
    for (size_t i = 0; !status && i < theme->term_count; i++)
        status = add_term(frame, at, theme->terms[i].term);
    return status;
}

static int take_listed_article(struct tdg_frame *frame, const struct tdg_archive_article *article,
                               const uint32_t *index, uint32_t most)
{
    char time[TDG_TIME_SIZE], date[11] = "";
    if (*article->copy_of)
        return TDG_OK;
    if (article->published != TDG_NO_DATE)
        snprintf(date, sizeof date, "%s", tdg_time_text(article->published, time));
    struct tdg_frame_article made = {
        .id = article->id,
        .headline = article->headline,
        .source = article->source,
        .date = date,
        .theme = article->theme && article->theme <= most ? index[article->theme]
                                                          : (uint32_t)frame->theme_count,
    };
    return add_article(frame, &made);
}

static int take_listing(struct tdg_frame *frame, const struct tdg_archive_listing *listing)
{
    size_t count = 0;
    uint32_t most = 0;
    for (size_t i = 0; i < listing->theme_count; i++) {
        count += listing->themes[i].originals > 0;
        most = listing->themes[i].number > most ? listing->themes[i].number : most;
    }
    uint32_t *index = tdg_alloc((size_t)most + 1, sizeof *index);
    int status = index ? make_themes(frame, count) : TDG_ENOMEM;
    for (size_t i = 0; !status && i <= most; i++)
        index[i] = (uint32_t)count;
    for (size_t i = 0, at = 0; !status && i < listing->theme_count; i++)
        if (listing->themes[i].originals > 0) {
            index[listing->themes[i].number] = (uint32_t)at;
            status = take_listed_theme(frame, at++, &listing->themes[i]);
        }
    for (size_t i = 0; !status && i < listing->article_count; i++)
        status = take_listed_article(frame, &listing->articles[i], index, most);
    free(index);
    return status;
}

int tdg_frame_of_archive(struct tdg_frame *frame, struct tdg_archive *archive,
                         struct tdg_error *error)
{
    const struct tdg_archive_request request = {.size = sizeof request,
                                                .parts = TDG_ARCHIVE_ARTICLES | TDG_ARCHIVE_THEMES,
                                                .from = TDG_NO_DATE,
                                                .to = TDG_NO_DATE};
    struct tdg_archive_listing *listing = NULL;
    struct tdg_buffer no_text = {0};
    int status = tdg_archive_read(archive, &request, &listing, error);
    if (!status)
        status = take_listing(frame, listing);
    if (!status)
        status = list_members(frame);
    if (!status)
        status = tdg_archive_setting(&no_text, archive, "option.no-text", error);
    if (!status && !(no_text.text && strcmp(no_text.text, "true") == 0))
        frame->archive = archive;
    tdg_buffer_done(&no_text);
    tdg_archive_listing_free(listing);
    return tdg_fail_status(error, status);
}

int tdg_frame_text(struct tdg_buffer *text, const struct tdg_frame *frame, size_t article,
                   struct tdg_error *error)
{
    int64_t number = 0;
    bool same;
    int status = frame->archive ? tdg_archive_find(&number, &same, frame->archive,
                                                   frame->articles[article].id, "", error)
                                : TDG_OK;
    return status || !number ? status : tdg_archive_text(text, frame->archive, number, error);
}

void tdg_frame_done(struct tdg_frame *frame)
{
    free(frame->themes);
    free(frame->articles);
    tdg_arena_done(&frame->arena);
    *frame = (struct tdg_frame){0};
}
