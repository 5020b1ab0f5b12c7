// SPDX-License-Identifier: GPL-3.0-or-later
/* The blocks of data of the page: analysis.json as it is (with fewer stories where there are very
 * many), the articles behind its numbers, and what its drawings show. */
#include "output/html/data.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/types.h>

#include "output/html/sources.h"
#include "output/json.h"
#include "output/json_writer.h"
#include "phrasing/period.h"
#include "phrasing/title.h"
#include "view/charts.h"
#include "view/theme_pairs.h"

static void put_index(struct tdg_json *json, uint32_t index)
{
    if (index == TDG_NONE)
        tdg_json_token(json, NULL, "-1");
    else
        tdg_json_count(json, NULL, index);
}

/* What the page calls a story: 0 for S1 and, inside a theme, for T3.S1. The page may hold fewer
 * stories than there are, so it cannot be the place of one. */
static uint32_t story_number(const struct tdg_story_view *story)
{
    const char *letter = story ? strrchr(story->id, 'S') : NULL;
    return letter ? (uint32_t)strtoul(letter + 1, NULL, 10) - 1 : TDG_NONE;
}

/* [id, headline, time, source, theme, second theme, story, row of the original, address]; -1 for
 * none. Themes and sources are numbered as in analysis.json, stories by their ids. */
static void put_article(struct tdg_json *json, const struct tdg_html *html, uint32_t index)
{
    const struct tdg_article_view *article = tdg_analysis_article(html->analysis, index);
    uint32_t original = article->copy_of;
    tdg_json_open(json, NULL, '[');
    tdg_json_string(json, NULL, article->id);
    tdg_json_string(json, NULL, article->headline);
    tdg_json_time(json, NULL, article->published);
    put_index(json, tdg_html_source(&html->sources, article->source));
    put_index(json, article->theme);
    put_index(json, article->second_theme);
    put_index(json, story_number(tdg_analysis_story(html->analysis, article->story)));
    put_index(json, original == TDG_NONE ? TDG_NONE : html->kept.row[original]);
    tdg_json_string(json, NULL, article->url);
    tdg_json_close(json, ']');
}

static void put_articles(struct tdg_json *json, const struct tdg_html *html)
{
    tdg_json_open(json, "articles", '[');
    for (size_t i = 0; i < html->kept.article_count; i++)
        put_article(json, html, html->kept.articles[i]);
    tdg_json_close(json, ']');
}

static void put_sources(struct tdg_json *json, const struct tdg_html *html)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(html->analysis);
    tdg_json_open(json, "sources", '[');
    for (size_t i = 0; i < corpus->source_count; i++)
        tdg_json_string(json, NULL, corpus->sources[i].name);
    tdg_json_close(json, ']');
}

/* Titles, colour, and where the axis of its drawing ends. */
static void put_themes(struct tdg_json *json, const struct tdg_html *html)
{
    tdg_json_open(json, "themes", '[');
    for (size_t i = 0; i < tdg_analysis_theme_count(html->analysis); i++) {
        const struct tdg_theme_view *theme = tdg_analysis_theme(html->analysis, i);
        char title[TDG_TITLE];
        tdg_json_open(json, NULL, '{');
        tdg_json_string(json, "title", tdg_theme_title(theme, title));
        tdg_json_string(json, "short", tdg_short_title(theme->name, theme->label));
        tdg_json_count(json, "colour", tdg_theme_colour(i));
        tdg_json_number(json, "top", tdg_series_top(&html->columns, theme->series, true));
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
}

static void put_parents(struct tdg_json *json, const struct tdg_html *html)
{
    tdg_json_open(json, "parents", '[');
    for (size_t i = 0; i < tdg_analysis_parent_count(html->analysis); i++) {
        const struct tdg_parent_view *parent = tdg_analysis_parent(html->analysis, i);
        char title[TDG_TITLE];
        tdg_json_open(json, NULL, '{');
        tdg_json_string(json, "title", tdg_parent_title(parent, title));
        tdg_json_token(json, "shown", tdg_is_shown_parent(parent) ? "true" : "false");
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
}

static void put_layers(struct tdg_json *json, const struct tdg_html *html)
{
    struct tdg_layer layers[TDG_OWN_COLOURS + 1];
    size_t count = tdg_layers(layers, html->analysis);
    tdg_json_open(json, "layers", '[');
    for (size_t i = 0; i < count; i++) {
        const struct tdg_theme_view *theme = tdg_analysis_theme(html->analysis, layers[i].begin);
        tdg_json_open(json, NULL, '{');
        tdg_json_string(json, "name",
                        layers[i].colour == TDG_GREY ? TDG_OTHER_THEMES
                                                     : tdg_short_title(theme->name, theme->label));
        tdg_json_count(json, "begin", layers[i].begin);
        tdg_json_count(json, "end", layers[i].end);
        tdg_json_count(json, "colour", layers[i].colour);
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
    tdg_json_count(json, "levels", TDG_LEVELS);
}

static void put_periods(struct tdg_json *json, const struct tdg_html *html)
{
    static const char *const kinds[] = {[TDG_COLUMN_WHOLE] = "whole",
                                        [TDG_COLUMN_PARTIAL] = "partial",
                                        [TDG_COLUMN_EMPTY] = "empty"};
    tdg_json_open(json, "periods", '[');
    for (size_t i = 0; i < tdg_analysis_period_count(html->analysis); i++) {
        const struct tdg_period_view *period = tdg_analysis_period(html->analysis, i);
        tdg_json_open(json, NULL, '{');
        tdg_json_string(json, "kind", kinds[tdg_period_kind(period)]);
        tdg_json_string(json, "note", tdg_period_note(period));
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
}

static void put_ups(struct tdg_json *json, const struct tdg_html *html)
{
    tdg_json_open(json, "up", '[');
    for (size_t i = 0; i < tdg_analysis_finding_count(html->analysis); i++)
        tdg_json_token(json, NULL,
                       tdg_is_up(tdg_analysis_finding(html->analysis, i)) ? "true" : "false");
    tdg_json_close(json, ']');
}

static void put_pairs(struct tdg_json *json, const struct tdg_html *html)
{
    struct tdg_theme_pair *pairs = NULL;
    size_t count = 0;
    int status = tdg_theme_pairs(&pairs, &count, html->analysis);
    tdg_json_open(json, "pairs", '[');
    for (size_t i = 0; !status && i < count; i++) {
        tdg_json_open(json, NULL, '{');
        tdg_json_count(json, "one", pairs[i].first);
        tdg_json_count(json, "other", pairs[i].second);
        tdg_json_count(json, "articles", pairs[i].articles);
        tdg_json_number(json, "closeness", pairs[i].closeness);
        tdg_json_token(json, "joined", pairs[i].joined ? "true" : "false");
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
    free(pairs);
}

/* Those that the page tells: the rows of their articles. */
static void put_events(struct tdg_json *json, const struct tdg_html *html)
{
    tdg_json_open(json, "events", '[');
    for (size_t i = 0; i < html->digest.event_count; i++) {
        const struct tdg_event_view *event = html->digest.events[i].event;
        tdg_json_open(json, NULL, '{');
        tdg_json_string(json, "id", event->id);
        tdg_json_string(json, "headline",
                        tdg_analysis_article(html->analysis, event->headline)->headline);
        tdg_json_count(json, "articles", event->articles);
        tdg_json_open_line(json, "rows", '[');
        for (size_t m = 0; m < event->articles; m++)
            if (html->kept.row[event->members[m]] != TDG_NONE)
                tdg_json_count(json, NULL, html->kept.row[event->members[m]]);
        tdg_json_close(json, ']');
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
}

static void put_charts(struct tdg_json *json, const struct tdg_html *html)
{
    tdg_json_open(json, NULL, '{');
    put_themes(json, html);
    put_parents(json, html);
    put_layers(json, html);
    put_periods(json, html);
    put_ups(json, html);
    put_pairs(json, html);
    put_events(json, html);
    tdg_json_close(json, '}');
}

void tdg_html_data(const struct tdg_html *html)
{
    struct tdg_json json = {.stream = html->stream, .in_page = true, .stories = html->kept.stories};
    fputs("<script type=\"application/json\" id=\"analysis\">\n", html->stream);
    tdg_write_json_analysis(&json, html->analysis);
    fputs("</script>\n<script type=\"application/json\" id=\"articles\">\n", html->stream);
    json = (struct tdg_json){.stream = html->stream, .in_page = true};
    tdg_json_open(&json, NULL, '{');
    tdg_json_token(&json, "complete", html->kept.all ? "true" : "false");
    tdg_json_count(&json, "stories", tdg_analysis_story_count(html->analysis));
    put_sources(&json, html);
    put_articles(&json, html);
    tdg_json_close(&json, '}');
    fputs("</script>\n<script type=\"application/json\" id=\"charts\">\n", html->stream);
    json = (struct tdg_json){.stream = html->stream, .in_page = true};
    put_charts(&json, html);
    fputs("</script>\n", html->stream);
}
