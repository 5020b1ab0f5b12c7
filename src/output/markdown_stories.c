// SPDX-License-Identifier: GPL-3.0-or-later
/* The stories of the last period, in report.md. */
#include "output/markdown_stories.h"

#include <string.h>

#include <tidings/plain.h>
#include <tidings/report.h>

#include "output/markdown_text.h"

/* "2024-01-02 to 2024-01-04", or the one day. */
static void write_days(FILE *stream, const struct tdg_story_view *story)
{
    if (!story->day_count)
        return;
    const char *first = story->curve[0].day, *last = story->curve[story->day_count - 1].day;
    fputs(first, stream);
    if (strcmp(first, last) != 0)
        fprintf(stream, " to %s", last);
}

static void write_story(FILE *stream, const struct tdg_analysis *analysis,
                        const struct tdg_told *told)
{
    const struct tdg_story_view *story = told->story;
    const struct tdg_article_view *headline = tdg_analysis_article(analysis, story->headline);
    char count[TDG_NUMBER_TEXT];
    fprintf(stream, "| %s | ", story->id);
    tdg_write_link(stream, headline->headline, headline->url);
    fprintf(stream, " | %s", tdg_analysis_theme(analysis, story->theme)->id);
    fprintf(stream, " | %s", tdg_count_text(told->articles, count));
    fprintf(stream, " | %s", tdg_count_text(story->articles, count));
    fprintf(stream, " | %s", tdg_count_text(story->originals, count));
    fprintf(stream, " | %s | ", tdg_count_text(story->reach.sources, count));
    tdg_write_escaped(stream, story->reach.first);
    fputs(" | ", stream);
    write_days(stream, story);
    fputs(" |\n", stream);
}

void tdg_write_markdown_stories(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_period_view *period = digest->story_period;
    if (!digest->story_count)
        return;
    if (period)
        fprintf(stream, "\n## Stories of %s\n\n", period->id);
    else
        fputs("\n## Stories\n\n", stream);
    fputs("Events that several articles tell, the largest first. Articles include copies; "
          "\"first\" is the source\nthat had the story first.\n\n"
          "| | Headline | Theme | Articles | In all | Originals | Sources | First | Days |\n"
          "|---|---|---|---:|---:|---:|---:|---|---|\n",
          stream);
    for (size_t i = 0; i < digest->story_count; i++)
        write_story(stream, digest->analysis, &digest->stories[i]);
}
