// SPDX-License-Identifier: GPL-3.0-or-later
/* articles.csv: RFC 4180 with LF; one row for every article, in the order of the analysis. */
#include "output/csv.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/report.h>
#include <tidings/types.h>

#include "phrasing/number.h"

static const char head[] = "id,published,title,source,theme,weight,second_theme,second_weight,"
                           "story,copy_of,reason,url,language,period,theme_name\n";

static void write_membership(FILE *stream, const struct tdg_analysis *analysis, uint32_t theme,
                             float weight)
{
    const struct tdg_theme_view *view = tdg_analysis_theme(analysis, theme);
    char text[TDG_NUMBER_TEXT];
    if (view)
        fprintf(stream, ",%s,%s", view->id, tdg_fixed_text((double)weight, 4, text));
    else
        fputs(",,", stream);
}

static void write_row(FILE *stream, const struct tdg_analysis *analysis,
                      const struct tdg_article_view *article)
{
    char time[TDG_TIME_SIZE];
    const struct tdg_article_view *original = tdg_analysis_article(analysis, article->copy_of);
    tdg_csv_cell(stream, article->id);
    fprintf(stream, ",%s,", tdg_time_text(article->published, time));
    tdg_csv_cell(stream, article->title);
    fputc(',', stream);
    tdg_csv_cell(stream, article->source);
    write_membership(stream, analysis, article->theme, article->weight);
    write_membership(stream, analysis, article->second_theme, article->second_weight);
    fputc(',', stream);
    if (article->story != TDG_NONE)
        fputs(tdg_analysis_story(analysis, article->story)->id, stream);
    fputc(',', stream);
    tdg_csv_cell(stream, original ? original->id : "");
    fputc(',', stream);
    tdg_csv_cell(stream, article->reason);
    const struct tdg_period_view *period = tdg_analysis_period(analysis, article->period);
    const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, article->theme);
    const char *const rest[] = {article->url, article->language, period ? period->id : "",
                                theme ? *theme->name ? theme->name : theme->label : ""};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        fputc(',', stream);
        tdg_csv_cell(stream, rest[i]);
    }
    fputc('\n', stream);
}

int tdg_write_csv(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error)
{
    (void)error;
    fputs(head, stream);
    for (size_t i = 0; i < tdg_analysis_article_count(analysis); i++)
        write_row(stream, analysis, tdg_analysis_article(analysis, i));
    return TDG_OK;
}
