// SPDX-License-Identifier: GPL-3.0-or-later
/* The events of the last period, in report.md. */
#include "output/markdown_events.h"

#include <string.h>

#include <tidings/plain.h>
#include <tidings/report.h>

#include "output/markdown_text.h"
#include "phrasing/event.h"
#include "phrasing/period.h"

/* "2024-01-02 to 2024-01-04", or the one day. */
static void write_days(FILE *stream, const struct tdg_event_view *event)
{
    if (!event->day_count)
        return;
    const char *first = event->curve[0].day, *last = event->curve[event->day_count - 1].day;
    fputs(first, stream);
    if (strcmp(first, last) != 0)
        fprintf(stream, " to %s", last);
}

/* What it goes on from. */
static void write_earlier(FILE *stream, const struct tdg_analysis *analysis,
                          const struct tdg_event_view *event)
{
    const struct tdg_event_view *earlier = tdg_analysis_event(analysis, event->follows);
    if (!earlier)
        return;
    fputs(" (" TDG_GOES_ON_FROM " ", stream);
    tdg_write_escaped(stream, tdg_analysis_article(analysis, earlier->headline)->headline);
    fputc(')', stream);
}

static void write_event(FILE *stream, const struct tdg_analysis *analysis,
                        const struct tdg_told_event *told, const char *names)
{
    const struct tdg_event_view *event = told->event;
    const struct tdg_article_view *headline = tdg_analysis_article(analysis, event->headline);
    const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, event->theme);
    char count[TDG_NUMBER_TEXT];
    fprintf(stream, "| %s | ", event->id);
    tdg_write_link(stream, headline->headline, headline->url);
    write_earlier(stream, analysis, event);
    fputs(" | ", stream);
    tdg_write_escaped(stream, names);
    fprintf(stream, " | %s", theme ? theme->id : "–");
    fprintf(stream, " | %s", tdg_count_text(told->articles, count));
    fprintf(stream, " | %s", tdg_count_text(event->articles, count));
    fprintf(stream, " | %s", tdg_count_text(event->originals, count));
    fprintf(stream, " | %s | ", tdg_count_text(event->reach.sources, count));
    tdg_write_escaped(stream, event->reach.first);
    fputs(" | ", stream);
    write_days(stream, event);
    fputs(" |\n", stream);
}

void tdg_write_markdown_events(FILE *stream, const struct tdg_digest *digest)
{
    const struct tdg_period_view *period = digest->story_period;
    char formats[TDG_FORMATS_TEXT], days[TDG_DAYS_TEXT];
    if (!digest->event_count)
        return;
    if (period)
        fprintf(stream, "\n## Events of %s\n\n", tdg_days_text(days, period->start, period->end));
    else
        fputs("\n## Events\n\n", stream);
    fputs("What happened, as several articles tell it, the largest first. Articles include copies; "
          "\"first\" is\nthe source that had it first.\n\n"
          "| | Headline | Who and where | Theme | Articles | In all | Originals | Sources | First "
          "| Days |\n"
          "|---|---|---|---|---:|---:|---:|---:|---|---|\n",
          stream);
    for (size_t i = 0; i < digest->event_count; i++)
        write_event(stream, digest->analysis, &digest->events[i], digest->event_names[i]);
    tdg_formats_text(formats, digest->analysis);
    if (*formats) {
        fputc('\n', stream);
        tdg_write_escaped(stream, formats);
        fputc('\n', stream);
    }
}
