// SPDX-License-Identifier: GPL-3.0-or-later
#include <tidings/report.h>

#include "report/archive.h"
#include "report/number.h"

static void write_article(FILE *stream, const struct tdg_archive_article *article)
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
    tdg_csv_cell(stream, article->reason);
    fputc('\n', stream);
}

/* The columns are those of articles.csv. */
void tdg_write_archive_csv(const struct tdg_archive_listing *listing, FILE *stream)
{
    fputs("id,published,title,source,theme,weight,second_theme,second_weight,story,copy_of,"
          "reason\n",
          stream);
    for (size_t i = 0; i < listing->article_count; i++)
        write_article(stream, &listing->articles[i]);
}
