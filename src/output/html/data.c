// SPDX-License-Identifier: GPL-3.0-or-later
/* The two blocks of data of the page: analysis.json as it is (with fewer stories where there are
 * very many), and the articles behind its numbers. */
#include "output/html/data.h"

#include <stdint.h>
#include <stdlib.h>

#include <tidings/analysis.h>
#include <tidings/types.h>

#include "output/html/pairs.h"
#include "output/html/sources.h"
#include "output/json.h"
#include "output/json_writer.h"

static void put_index(struct tdg_json *json, uint32_t index)
{
    if (index == TDG_NONE)
        tdg_json_token(json, NULL, "-1");
    else
        tdg_json_count(json, NULL, index);
}

/* [id, headline, time, source, theme, second theme, story, row of the original, address]; -1 for
 * none. Themes and sources are numbered as in analysis.json, stories by their ids: 0 for S1. */
static void put_article(struct tdg_json *json, const struct tdg_html *html, uint32_t index)
{
    const struct tdg_article_view *article = tdg_analysis_article(html->analysis, index);
    uint32_t original = article->copy_of;
    const struct tdg_story_view *story = tdg_analysis_story(html->analysis, article->story);
    tdg_json_open(json, NULL, '[');
    tdg_json_string(json, NULL, article->id);
    tdg_json_string(json, NULL, article->headline);
    tdg_json_time(json, NULL, article->published);
    put_index(json, tdg_html_source(&html->sources, article->source));
    put_index(json, article->theme);
    put_index(json, article->second_theme);
    put_index(json, story ? (uint32_t)strtoul(story->id + 1, NULL, 10) - 1 : TDG_NONE);
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

static void put_pairs(struct tdg_json *json, const struct tdg_html *html)
{
    struct tdg_theme_pair *pairs = NULL;
    size_t count = 0;
    int status = tdg_theme_pairs(&pairs, &count, html->analysis);
    tdg_json_open(json, "pairs", '[');
    for (size_t i = 0; !status && i < count; i++) {
        tdg_json_open(json, NULL, '[');
        tdg_json_count(json, NULL, pairs[i].first);
        tdg_json_count(json, NULL, pairs[i].second);
        tdg_json_count(json, NULL, pairs[i].articles);
        tdg_json_close(json, ']');
    }
    tdg_json_close(json, ']');
    free(pairs);
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
    put_pairs(&json, html);
    put_articles(&json, html);
    tdg_json_close(&json, '}');
    fputs("</script>\n", html->stream);
}
