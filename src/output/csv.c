// SPDX-License-Identifier: GPL-3.0-or-later
/* articles.csv: RFC 4180 with LF; one row for every article, in the order of the analysis. */
#include "output/csv.h"

#include <stddef.h>
#include <stdint.h>

#include <tidings/plain.h>
#include <tidings/report.h>
#include <tidings/types.h>

#include "phrasing/number.h"

/* What a cell is written from. */
struct row {
    const struct tdg_analysis *analysis;
    const struct tdg_article_view *article;
};

static void put_id(FILE *stream, struct row row)
{
    tdg_csv_cell(stream, row.article->id);
}

static void put_published(FILE *stream, struct row row)
{
    char text[TDG_TIME_SIZE];
    fputs(tdg_time_text(row.article->published, text), stream);
}

static void put_title(FILE *stream, struct row row)
{
    tdg_csv_cell(stream, row.article->title);
}

static void put_source(FILE *stream, struct row row)
{
    tdg_csv_cell(stream, row.article->source);
}

static void write_theme(FILE *stream, const struct tdg_analysis *analysis, uint32_t theme)
{
    const struct tdg_theme_view *view = tdg_analysis_theme(analysis, theme);
    fputs(view ? view->id : "", stream);
}

static void write_weight(FILE *stream, uint32_t theme, float weight)
{
    char text[TDG_NUMBER_TEXT];
    if (theme != TDG_NONE)
        fputs(tdg_fixed_text((double)weight, 4, text), stream);
}

static void put_theme(FILE *stream, struct row row)
{
    write_theme(stream, row.analysis, row.article->theme);
}

static void put_weight(FILE *stream, struct row row)
{
    write_weight(stream, row.article->theme, row.article->weight);
}

static void put_second_theme(FILE *stream, struct row row)
{
    write_theme(stream, row.analysis, row.article->second_theme);
}

static void put_second_weight(FILE *stream, struct row row)
{
    write_weight(stream, row.article->second_theme, row.article->second_weight);
}

static void put_story(FILE *stream, struct row row)
{
    if (row.article->story != TDG_NONE)
        fputs(tdg_analysis_story(row.analysis, row.article->story)->id, stream);
}

static void put_copy_of(FILE *stream, struct row row)
{
    const struct tdg_article_view *original =
        tdg_analysis_article(row.analysis, row.article->copy_of);
    tdg_csv_cell(stream, original ? original->id : "");
}

static void put_reason(FILE *stream, struct row row)
{
    tdg_csv_cell(stream, row.article->reason);
}

static void put_url(FILE *stream, struct row row)
{
    tdg_csv_cell(stream, row.article->url);
}

static void put_language(FILE *stream, struct row row)
{
    tdg_csv_cell(stream, row.article->language);
}

static void put_period(FILE *stream, struct row row)
{
    const struct tdg_period_view *period = tdg_analysis_period(row.analysis, row.article->period);
    tdg_csv_cell(stream, period ? period->id : "");
}

static void put_theme_name(FILE *stream, struct row row)
{
    const struct tdg_theme_view *theme = tdg_analysis_theme(row.analysis, row.article->theme);
    tdg_csv_cell(stream, theme ? *theme->name ? theme->name : theme->label : "");
}

static const struct {
    const char *name;
    void (*put)(FILE *stream, struct row row);
} columns[] = {
    {"id", put_id},
    {"published", put_published},
    {"title", put_title},
    {"source", put_source},
    {"theme", put_theme},
    {"weight", put_weight},
    {"second_theme", put_second_theme},
    {"second_weight", put_second_weight},
    {"story", put_story},
    {"copy_of", put_copy_of},
    {"reason", put_reason},
    {"url", put_url},
    {"language", put_language},
    {"period", put_period},
    {"theme_name", put_theme_name},
};

enum { COLUMNS = sizeof columns / sizeof *columns };

int tdg_write_csv(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error)
{
    (void)error;
    for (size_t i = 0; i < COLUMNS; i++)
        fprintf(stream, "%s%s", i ? "," : "", columns[i].name);
    fputc('\n', stream);
    for (size_t i = 0; i < tdg_analysis_article_count(analysis); i++) {
        const struct row row = {analysis, tdg_analysis_article(analysis, i)};
        for (size_t j = 0; j < COLUMNS; j++) {
            if (j)
                fputc(',', stream);
            columns[j].put(stream, row);
        }
        fputc('\n', stream);
    }
    return TDG_OK;
}
