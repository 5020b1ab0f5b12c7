// SPDX-License-Identifier: GPL-3.0-or-later
/* articles.csv, of an analysis and of an archive: RFC 4180 with LF; one row for every article, in
 * their order. */
#include "output/csv.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/plain.h>
#include <tidings/report.h>
#include <tidings/types.h>

#include "phrasing/number.h"
#include "phrasing/title.h"

/* What the columns hold of an article: NULL, TDG_NO_DATE and NaN are an empty cell. */
struct row {
    const char *id, *title, *source, *theme, *second_theme, *story, *event, *copy_of;
    const char *reason, *url, *language, *period, *theme_name;
    int64_t published;
    double weight, second_weight;
};

/* The columns in their order: a member of the row, and who puts it. */
#define COLUMNS(X)                                                                                 \
    X(id, text)                                                                                    \
    X(published, time)                                                                             \
    X(title, text)                                                                                 \
    X(source, text)                                                                                \
    X(theme, text)                                                                                 \
    X(weight, weight)                                                                              \
    X(second_theme, text)                                                                          \
    X(second_weight, weight)                                                                       \
    X(story, text)                                                                                 \
    X(copy_of, text)                                                                               \
    X(reason, text)                                                                                \
    X(url, text)                                                                                   \
    X(language, text)                                                                              \
    X(period, text)                                                                                \
    X(theme_name, text)                                                                            \
    X(event, text)

static void put_text(FILE *stream, const char *text)
{
    if (text)
        tdg_csv_cell(stream, text);
}

static void put_time(FILE *stream, int64_t time)
{
    char text[TDG_TIME_SIZE];
    fputs(tdg_time_text(time, text), stream);
}

static void put_weight(FILE *stream, double weight)
{
    char text[TDG_NUMBER_TEXT];
    if (!isnan(weight))
        fputs(tdg_fixed_text(weight, 4, text), stream);
}

static void put_head(FILE *stream)
{
#define NAME(column, kind) "," #column
    fputs(&COLUMNS(NAME)[1], stream);
#undef NAME
    fputc('\n', stream);
}

static void put_row(FILE *stream, const struct row *row)
{
    const char *before = "";
#define PUT(column, kind)                                                                          \
    fputs(before, stream);                                                                         \
    put_##kind(stream, row->column);                                                               \
    before = ",";
    COLUMNS(PUT)
#undef PUT
    fputc('\n', stream);
}

int tdg_write_csv(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error)
{
    (void)error;
    put_head(stream);
    for (size_t i = 0; i < tdg_analysis_article_count(analysis); i++) {
        const struct tdg_article_view *article = tdg_analysis_article(analysis, i);
        const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, article->theme);
        const struct tdg_theme_view *second = tdg_analysis_theme(analysis, article->second_theme);
        const struct tdg_story_view *story = tdg_analysis_story(analysis, article->story);
        const struct tdg_event_view *event = tdg_analysis_event(analysis, article->event);
        const struct tdg_article_view *original = tdg_analysis_article(analysis, article->copy_of);
        const struct tdg_period_view *period = tdg_analysis_period(analysis, article->period);
        const struct row row = {
            .id = article->id,
            .published = article->published,
            .title = article->title,
            .source = article->source,
            .theme = theme ? theme->id : NULL,
            .weight = theme ? (double)article->weight : (double)NAN,
            .second_theme = second ? second->id : NULL,
            .second_weight = second ? (double)article->second_weight : (double)NAN,
            .story = story ? story->id : NULL,
            .event = event ? event->id : NULL,
            .copy_of = original ? original->id : NULL,
            .reason = article->reason,
            .url = article->url,
            .language = article->language,
            .period = period ? period->id : NULL,
            .theme_name = theme ? tdg_short_title(theme->name, theme->label) : NULL,
        };
        put_row(stream, &row);
    }
    return TDG_OK;
}

static const char *title_of(const struct tdg_archive_listing *listing, uint32_t theme)
{
    for (size_t i = 0; theme && i < listing->theme_count; i++)
        if (listing->themes[i].number == theme)
            return listing->themes[i].title;
    return NULL;
}

void tdg_write_archive_csv(const struct tdg_archive_listing *listing, FILE *stream)
{
    put_head(stream);
    for (size_t i = 0; i < listing->article_count; i++) {
        const struct tdg_archive_article *article = &listing->articles[i];
        char theme[TDG_ID_TEXT], second[TDG_ID_TEXT], story[TDG_ID_TEXT], event[TDG_ID_TEXT];
        const struct row row = {
            .id = article->id,
            .published = article->published,
            .title = article->title,
            .source = article->source,
            .theme = tdg_id_text('T', article->theme, theme),
            .weight = article->theme ? article->weight : (double)NAN,
            .second_theme = tdg_id_text('T', article->second_theme, second),
            .second_weight = article->second_theme ? article->second_weight : (double)NAN,
            .story = tdg_id_text('S', article->story, story),
            .event = tdg_id_text('E', article->event, event),
            .copy_of = article->copy_of,
            .reason = article->reason,
            .url = article->url,
            .language = article->language,
            .period = article->period,
            .theme_name = title_of(listing, article->theme),
        };
        put_row(stream, &row);
    }
}
