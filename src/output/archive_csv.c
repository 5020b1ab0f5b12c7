// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/archive_csv.h"

#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>
#include <tidings/plain.h>
#include <tidings/report.h>

#include "phrasing/number.h"

static const char *title_of(const struct tdg_archive_listing *listing, uint32_t theme)
{
    for (size_t i = 0; theme && i < listing->theme_count; i++)
        if (listing->themes[i].number == theme)
            return listing->themes[i].title;
    return "";
}

static void write_article(FILE *stream, const struct tdg_archive_listing *listing,
                          const struct tdg_archive_article *article)
{
    char time[TDG_TIME_SIZE], id[TDG_ID_TEXT], number[TDG_NUMBER_TEXT];
    tdg_csv_cell(stream, article->id);
    fprintf(stream, ",%s,", tdg_time_text(article->published, time));
    tdg_csv_cell(stream, article->title);
    fputc(',', stream);
    tdg_csv_cell(stream, article->source);
    fprintf(stream, ",%s", tdg_id_text('T', article->theme, id));
    fprintf(stream, ",%s", article->theme ? tdg_fixed_text(article->weight, 4, number) : "");
    fprintf(stream, ",%s", tdg_id_text('T', article->second_theme, id));
    fprintf(stream, ",%s",
            article->second_theme ? tdg_fixed_text(article->second_weight, 4, number) : "");
    fprintf(stream, ",%s,", tdg_id_text('S', article->story, id));
    tdg_csv_cell(stream, article->copy_of);
    fputc(',', stream);
    const char *const rest[] = {article->reason, article->url, article->language, article->period,
                                title_of(listing, article->theme)};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        tdg_csv_cell(stream, rest[i]);
        fputc(i + 1 < sizeof rest / sizeof *rest ? ',' : '\n', stream);
    }
}

/* The columns are those of articles.csv. */
void tdg_write_archive_csv(const struct tdg_archive_listing *listing, FILE *stream)
{
    fputs("id,published,title,source,theme,weight,second_theme,second_weight,story,copy_of,"
          "reason,url,language,period,theme_name\n",
          stream);
    for (size_t i = 0; i < listing->article_count; i++)
        write_article(stream, listing, &listing->articles[i]);
}
