// SPDX-License-Identifier: GPL-3.0-or-later
/* The articles, each as one line of JSON: inside analysis.json, and as a file of their own. */
#include "output/json_articles.h"

#include <stdbool.h>
#include <stdint.h>

#include <tidings/types.h>

#include "view/requested_period.h"

static void write_membership(struct tdg_json *json, const struct tdg_analysis *analysis,
                             const char *const keys[2], uint32_t theme, float weight)
{
    const struct tdg_theme_view *view = tdg_analysis_theme(analysis, theme);
    tdg_json_string(json, keys[0], view ? view->id : NULL);
    if (view)
        tdg_json_number(json, keys[1], (double)weight);
    else
        tdg_json_token(json, keys[1], "null");
}

static void write_article(struct tdg_json *json, const struct tdg_analysis *analysis,
                          const struct tdg_article_view *article)
{
    const struct tdg_period_view *period = tdg_analysis_period(analysis, article->period);
    const struct tdg_story_view *story = tdg_analysis_story(analysis, article->story);
    const struct tdg_article_view *original = tdg_analysis_article(analysis, article->copy_of);
    static const char *const first[] = {"theme", "weight"};
    static const char *const second[] = {"second_theme", "second_weight"};
    tdg_json_open_line(json, NULL, '{');
    tdg_json_string(json, "id", article->id);
    tdg_json_string(json, "title", article->title);
    tdg_json_known(json, "source", article->source);
    tdg_json_time(json, "published", article->published);
    tdg_json_known(json, "url", article->url);
    tdg_json_known(json, "language", article->language);
    write_membership(json, analysis, first, article->theme, article->weight);
    write_membership(json, analysis, second, article->second_theme, article->second_weight);
    tdg_json_string(json, "story", story ? story->id : NULL);
    tdg_json_string(json, "copy_of", original ? original->id : NULL);
    tdg_json_string(json, "period", period ? period->id : NULL);
    tdg_json_known(json, "reason", article->reason);
    tdg_json_close(json, '}');
}

/* A report of an archive holds the articles of its period: week after week, all there are would
 * soon be most of the archive. `list`: NULL for one line each. */
static void write_articles(struct tdg_json *list, FILE *lines, const struct tdg_analysis *analysis)
{
    bool all = !*tdg_analysis_latest(analysis)->asked;
    uint32_t asked = tdg_report_asked(analysis);
    for (size_t i = 0; i < tdg_analysis_article_count(analysis); i++) {
        const struct tdg_article_view *article = tdg_analysis_article(analysis, i);
        struct tdg_json line = {.stream = lines};
        if (all || (asked != TDG_NONE && article->period == asked))
            write_article(list ? list : &line, analysis, article);
    }
}

void tdg_write_json_articles(struct tdg_json *json, const struct tdg_analysis *analysis)
{
    tdg_json_open(json, "articles", '[');
    write_articles(json, NULL, analysis);
    tdg_json_close(json, ']');
}

int tdg_write_jsonl(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error)
{
    (void)error;
    write_articles(NULL, stream, analysis);
    return TDG_OK;
}
