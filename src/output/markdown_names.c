// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/markdown_names.h"

#include <tidings/plain.h>

#include "output/markdown_text.h"
#include "phrasing/brief.h"
#include "phrasing/in_the_news.h"
#include "phrasing/number.h"
#include "phrasing/period.h"

static void write_name(FILE *stream, const struct tdg_analysis *analysis,
                       const struct tdg_news_name_view *name)
{
    const struct tdg_event_view *event = tdg_analysis_event(analysis, name->event);
    char text[TDG_NUMBER_TEXT];
    fputs("| ", stream);
    tdg_write_escaped(stream, name->name);
    fprintf(stream, " | %s | %s", tdg_entity_name(name->kind),
            name->state == TDG_NAMED_ALSO ? "" : tdg_in_the_news_title(name->state));
    fprintf(stream, " | %s", tdg_count_text(name->articles, text));
    fprintf(stream, " | %s | ", tdg_fixed_text(name->expected, 1, text));
    if (event) {
        const struct tdg_article_view *headline = tdg_analysis_article(analysis, event->headline);
        tdg_write_link(stream, headline->headline, headline->url);
    }
    fputs(" |\n", stream);
}

void tdg_write_markdown_names(FILE *stream, const struct tdg_digest *digest)
{
    char note[TDG_NEWS_NOTE], days[TDG_DAYS_TEXT];
    if (!digest->name_count)
        return;
    if (digest->brief.period)
        fputs("\n## " TDG_WHO "\n\n" TDG_NAMED_BEYOND "\n\n", stream);
    else
        fprintf(stream, "\n## " TDG_IN_THE_NEWS ", %s\n\n%s\n\n",
                tdg_days_text(days, digest->news_period->start, digest->news_period->end),
                tdg_in_the_news_note(tdg_analysis_in_the_news(digest->analysis), note));
    fputs("| Name | Kind | | Articles | Usually | Mostly about |\n|---|---|---|---:|---:|---|\n",
          stream);
    for (size_t i = 0; i < digest->name_count; i++)
        write_name(stream, digest->analysis, digest->names[i]);
}
