// SPDX-License-Identifier: GPL-3.0-or-later
/* The stories of the last period. */
#include "output/html/stories.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/plain.h>
#include <tidings/report.h>
#include <tidings/types.h>

#include "base/plural.h"
#include "output/html/parts.h"
#include "output/html/text.h"
#include "phrasing/number.h"

static void write_reach(const struct tdg_html *html, const struct tdg_story_view *story)
{
    FILE *stream = html->stream;
    char text[TDG_NUMBER_TEXT];
    const struct tdg_story_view *before = tdg_analysis_story(html->analysis, story->sequel_of);
    if (story->reach.copies) {
        fputs("<li>", stream);
        tdg_html_counted(stream, story->reach.copies, "copy", "copies");
        if (!isnan(story->reach.lag))
            fprintf(stream, ", %s %s later", tdg_fixed_text(story->reach.lag, 0, text),
                    strcmp(text, "1") == 0 ? "hour" : "hours");
        fputs("</li>", stream);
    }
    if (story->reach.sources) {
        fputs("<li>", stream);
        tdg_html_counted(stream, story->reach.sources, "source", "sources");
        if (*story->reach.first && story->reach.sources > 1) {
            fputs(", ", stream);
            tdg_html_text(stream, story->reach.first);
            fputs(" first", stream);
        }
        fputs("</li>", stream);
    }
    if (before) {
        fputs("<li>takes up again: ", stream);
        tdg_html_text(stream, tdg_analysis_article(html->analysis, before->headline)->headline);
        fputs("</li>", stream);
    }
}

static void write_facts(const struct tdg_html *html, const struct tdg_told *told, bool dated)
{
    FILE *stream = html->stream;
    const struct tdg_story_view *story = told->story;
    fputs("<ul class=\"facts\"><li>", stream);
    tdg_html_count_of(stream, story->articles, story->id, story->id);
    fprintf(stream, " %s", tdg_plural(story->articles, "article", "articles"));
    if (dated && told->articles < story->articles) {
        fputs(", ", stream);
        tdg_html_count(stream, told->articles);
        fputs(" in the period", stream);
    }
    fputs("</li>", stream);
    if (story->day_count) {
        fputs("<li>", stream);
        tdg_html_days(stream, story->curve[0].day, story->curve[story->day_count - 1].day);
        fputs("</li>", stream);
    }
    write_reach(html, story);
    fputs("</ul>\n", stream);
}

static void write_story(const struct tdg_html *html, const struct tdg_told *told, bool dated)
{
    FILE *stream = html->stream;
    const struct tdg_story_view *story = told->story;
    const struct tdg_article_view *headline = tdg_analysis_article(html->analysis, story->headline);
    const struct tdg_theme_view *theme = tdg_analysis_theme(html->analysis, story->theme);
    const struct tdg_digest_limits *limits = html->digest.limits;
    size_t shown = tdg_at_most(story->articles, limits->story_articles);
    size_t terms = tdg_at_most(story->term_count, limits->story_terms);
    fprintf(stream, "<li class=\"story\" id=\"%s\" data-subject=\"%s\"", story->id, theme->id);
    if (story->day_count)
        fprintf(stream, " data-from=\"%s\" data-to=\"%s\"", story->curve[0].day,
                story->curve[story->day_count - 1].day);
    fputs(">\n<h3>", stream);
    tdg_html_link(stream, headline->headline, headline->url);
    fputs("</h3>\n", stream);
    write_facts(html, told, dated);
    fputs("<p class=\"about\">", stream);
    tdg_html_title(html, theme, true);
    for (size_t i = 0; i < terms; i++) {
        fputs(i ? ", " : " · ", stream);
        tdg_html_text(stream, story->terms[i].term);
    }
    fputs("</p>\n<details><summary>The articles</summary>\n", stream);
    tdg_html_articles(html, story->members, shown);
    if (shown < story->articles) {
        fputs("<p class=\"note\">and ", stream);
        tdg_html_count(stream, story->articles - shown);
        fputs(" more</p>\n", stream);
    }
    fputs("</details>\n</li>\n", stream);
}

static void write_note(const struct tdg_html *html)
{
    size_t stories = tdg_analysis_story_count(html->analysis);
    fputs("<p class=\"note\">A story is what one set of articles reports of an event. ",
          html->stream);
    tdg_html_counted(html->stream, stories, "story was", "stories were");
    fputs(" found in all", html->stream);
    if (!html->digest.event_count)
        fputs("; listed are the largest of the period", html->stream);
    if (html->kept.story_count < stories) {
        fputs(", and the page holds the largest ", html->stream);
        tdg_html_count(html->stream, html->kept.story_count);
    }
    fputs(".</p>\n", html->stream);
}

void tdg_html_stories(const struct tdg_html *html)
{
    const struct tdg_period_view *period = html->digest.story_period;
    /* events tell them where there are any: stories without dates have none */
    size_t count = html->digest.event_count ? 0 : html->digest.story_count;
    fputs("<section id=\"stories\" aria-labelledby=\"h-stories\"><h2 id=\"h-stories\">Stories",
          html->stream);
    if (period && count) {
        fputs(" of ", html->stream);
        tdg_html_days(html->stream, period->start, period->end);
    }
    fputs("</h2>\n", html->stream);
    if (!count && !html->digest.event_count)
        fputs("<p class=\"empty\">No event in this period was covered by more than one "
              "article.</p>\n",
              html->stream);
    if (tdg_analysis_story_count(html->analysis))
        write_note(html);
    fputs("<figure id=\"chart-stories\" data-label=\"Stories over time by theme; the table below "
          "lists them\" hidden><figcaption>Every dot is a story, on its first day, as large as the "
          "number of its articles.</figcaption></figure>\n",
          html->stream);
    if (count) {
        fputs("<ol class=\"stories\">\n", html->stream);
        for (size_t i = 0; i < count; i++)
            write_story(html, &html->digest.stories[i], period);
        fputs("</ol>\n", html->stream);
    }
    fputs("</section>\n", html->stream);
}
