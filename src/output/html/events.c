// SPDX-License-Identifier: GPL-3.0-or-later
/* The events of the last period: what happened, who and where, and the stories in each. */
#include "output/html/events.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <tidings/plain.h>
#include <tidings/types.h>

#include "base/plural.h"
#include "calendar/date.h"
#include "output/html/parts.h"
#include "output/html/text.h"
#include "phrasing/event.h"
#include "phrasing/number.h"
#include "view/charts.h"

/* DAYS: before the period that the bars begin. */
enum { WIDTH = 240, HEIGHT = 44, BASE = 2, DAYS = 21, CHAPTERS = 3 };

static int64_t day_number(const char *day)
{
    char *end;
    struct tdg_civil civil = {.year = strtol(day, &end, 10)};
    civil.month = (unsigned)strtoul(*end ? end + 1 : end, &end, 10);
    civil.day = (unsigned)strtoul(*end ? end + 1 : end, &end, 10);
    return tdg_days_from_civil(civil);
}

/* All bars of the page have one scale, in days and in articles. */
struct scale {
    int64_t from, days; /* of a drawing */
    int64_t period;     /* its first day */
    size_t most;        /* articles of a day */
};

static struct scale scale_of(const struct tdg_digest *digest)
{
    struct scale scale = {.most = 1};
    if (!digest->story_period)
        return scale;
    scale.period = day_number(digest->story_period->start);
    scale.from = scale.period - DAYS;
    scale.days = day_number(digest->story_period->end) - scale.from + 1;
    for (size_t i = 0; i < digest->event_count; i++) {
        const struct tdg_event_view *event = digest->events[i].event;
        for (size_t d = 0; d < event->day_count; d++)
            if (day_number(event->curve[d].day) >= scale.from &&
                event->curve[d].articles > scale.most)
                scale.most = event->curve[d].articles;
    }
    return scale;
}

static void write_bar(FILE *stream, const struct scale *scale, const struct tdg_day_view *day)
{
    int64_t at = day_number(day->day);
    char x[TDG_NUMBER_TEXT], y[TDG_NUMBER_TEXT], width[TDG_NUMBER_TEXT], height[TDG_NUMBER_TEXT];
    double step = (double)WIDTH / (double)scale->days;
    double high = fmax(2, (double)(HEIGHT - BASE) * (double)day->articles / (double)scale->most);
    if (at < scale->from || at >= scale->from + scale->days)
        return;
    fprintf(stream, "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>",
            at < scale->period ? "bar before" : "bar",
            tdg_fixed_text(step * (double)(at - scale->from), 1, x),
            tdg_fixed_text(HEIGHT - BASE - high, 1, y), tdg_fixed_text(fmax(1, step - 1), 1, width),
            tdg_fixed_text(high, 1, height));
}

static void write_curve(const struct tdg_html *html, const struct tdg_event_view *event,
                        const struct scale *scale)
{
    FILE *stream = html->stream;
    const struct tdg_theme_view *theme = tdg_analysis_theme(html->analysis, event->theme);
    if (!scale->days)
        return;
    fprintf(stream,
            "<svg class=\"bars c%zu\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Articles a "
            "day in the period and the three weeks before it.\">",
            theme ? tdg_html_colour(html, theme) : (size_t)TDG_GREY, WIDTH, HEIGHT);
    for (size_t i = 0; i < event->day_count; i++)
        write_bar(stream, scale, &event->curve[i]);
    fprintf(stream, "<path class=\"level\" d=\"M0 %dH%d\"/></svg>\n", HEIGHT - BASE, WIDTH);
}

static void write_facts(const struct tdg_html *html, const struct tdg_told_event *told)
{
    FILE *stream = html->stream;
    const struct tdg_event_view *event = told->event;
    fputs("<ul class=\"facts\">", stream);
    if (event->day_count) {
        fputs("<li>", stream);
        tdg_html_days(stream, event->curve[0].day, event->curve[event->day_count - 1].day);
        fputs("</li>", stream);
    }
    fputs("<li>", stream);
    tdg_html_count_of(stream, event->articles, event->id, event->id);
    fprintf(stream, " %s", tdg_plural(event->articles, "article", "articles"));
    if (html->digest.story_period && told->articles < event->articles) {
        fputs(", ", stream);
        tdg_html_count(stream, told->articles);
        fputs(" in the period", stream);
    }
    if (event->reach.copies) {
        fputs(", ", stream);
        tdg_html_counted(stream, event->reach.copies, "of them a copy", "of them copies");
    }
    fputs("</li>", stream);
    if (event->reach.sources) {
        fputs("<li>", stream);
        tdg_html_counted(stream, event->reach.sources, "source", "sources");
        if (*event->reach.first && event->reach.sources > 1) {
            fputs(", ", stream);
            tdg_html_text(stream, event->reach.first);
            fputs(" first", stream);
        }
        fputs("</li>", stream);
    }
    fputs("</ul>\n", stream);
}

/* What it goes on from, the latest chapter first. */
static void write_chapters(const struct tdg_html *html, const struct tdg_event_view *event)
{
    FILE *stream = html->stream;
    uint32_t earlier = event->follows;
    for (size_t i = 0; i < CHAPTERS && earlier != TDG_NONE; i++) {
        const struct tdg_event_view *before = tdg_analysis_event(html->analysis, earlier);
        const struct tdg_article_view *headline =
            tdg_analysis_article(html->analysis, before->headline);
        fputs(i ? "; before that: " : "<p class=\"by\">It " TDG_GOES_ON_FROM " ", stream);
        tdg_html_link(stream, headline->headline, headline->url);
        if (before->day_count) {
            fputs(", ", stream);
            tdg_html_day(stream, before->curve[0].day);
        }
        earlier = before->follows;
    }
    if (event->follows != TDG_NONE)
        fputs("</p>\n", stream);
}

/* The stories in it, or its articles where there is not more than one. */
static void write_stories(const struct tdg_html *html, const struct tdg_event_view *event)
{
    FILE *stream = html->stream;
    size_t most = html->digest.limits->story_articles;
    size_t stories = tdg_at_most(event->story_count, most);
    bool several = event->story_count > 1;
    fprintf(stream, "<details><summary>%s</summary>\n", several ? "Its stories" : "The articles");
    if (several)
        fputs("<ul class=\"articles\">\n", stream);
    for (size_t i = 0; several && i < stories; i++) {
        const struct tdg_story_view *story = tdg_analysis_story(html->analysis, event->stories[i]);
        const struct tdg_article_view *headline =
            tdg_analysis_article(html->analysis, story->headline);
        fputs("<li>", stream);
        tdg_html_link(stream, headline->headline, headline->url);
        fputs(" <span class=\"by\">", stream);
        tdg_html_time(stream, story->first);
        fputs(", ", stream);
        tdg_html_counted(stream, story->articles, "article", "articles");
        fputs("</span></li>\n", stream);
    }
    size_t shown = several ? stories : tdg_at_most(event->articles, most);
    size_t all = several ? event->story_count : event->articles;
    if (several)
        fputs("</ul>\n", stream);
    else
        tdg_html_articles(html, event->members, shown);
    if (shown < all) {
        fputs("<p class=\"note\">and ", stream);
        tdg_html_count(stream, all - shown);
        fputs(" more</p>\n", stream);
    }
    fputs("</details>\n", stream);
}

static void write_event(const struct tdg_html *html, size_t index, const struct scale *scale)
{
    FILE *stream = html->stream;
    const struct tdg_event_view *event = html->digest.events[index].event;
    const struct tdg_article_view *headline = tdg_analysis_article(html->analysis, event->headline);
    const struct tdg_theme_view *theme = tdg_analysis_theme(html->analysis, event->theme);
    fprintf(stream, "<li class=\"story event\" id=\"%s\"", event->id);
    if (theme)
        fprintf(stream, " data-subject=\"%s\"", theme->id);
    if (event->day_count)
        fprintf(stream, " data-from=\"%s\" data-to=\"%s\"", event->curve[0].day,
                event->curve[event->day_count - 1].day);
    fputs(">\n<h3>", stream);
    tdg_html_link(stream, headline->headline, headline->url);
    fputs("</h3>\n", stream);
    write_facts(html, &html->digest.events[index]);
    if (*html->digest.event_names[index]) {
        fputs("<p class=\"who\"><span class=\"by\">" TDG_WHO_AND_WHERE "</span> ", stream);
        tdg_html_text(stream, html->digest.event_names[index]);
        fputs("</p>\n", stream);
    }
    write_curve(html, event, scale);
    if (theme) {
        fputs("<p class=\"about\">", stream);
        tdg_html_title(html, theme, true);
        fputs("</p>\n", stream);
    }
    write_chapters(html, event);
    write_stories(html, event);
    fputs("</li>\n", stream);
}

void tdg_html_events(const struct tdg_html *html)
{
    FILE *stream = html->stream;
    const struct tdg_period_view *period = html->digest.story_period;
    struct scale scale = scale_of(&html->digest);
    if (!html->digest.event_count)
        return;
    fputs("<section id=\"events\" aria-labelledby=\"h-events\"><h2 id=\"h-events\">Events", stream);
    if (period) {
        fputs(" of ", stream);
        tdg_html_days(stream, period->start, period->end);
    }
    fputs("</h2>\n<p class=\"note\">What happened, as several articles tell it, the largest first.",
          stream);
    if (scale.days) {
        fputs(" Bars: articles a day, the three weeks before the period paler; the highest is ",
              stream);
        tdg_html_count(stream, scale.most);
        fputs(".", stream);
    }
    fputs("</p>\n<ol class=\"stories\">\n", stream);
    for (size_t i = 0; i < html->digest.event_count; i++)
        write_event(html, i, &scale);
    fputs("</ol>\n</section>\n", stream);
}
