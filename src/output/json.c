// SPDX-License-Identifier: GPL-3.0-or-later
/* analysis.json and articles.jsonl, as the table of fields has them. */
#include "output/json.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include <tidings/options.h>
#include <tidings/types.h>
#include <tidings/version.h>

#include "output/fields_write.h"

/* Values stay the text that was given, so that reading them back loses nothing: a seed may have
 * more digits than a JSON number keeps. Switches are true or false, repeatable options lists. */
static void write_option(struct tdg_json *json, const struct tdg_options *options,
                         const struct tdg_option_info *info)
{
    const char *value = tdg_options_get(options, info->name);
    if (info->repeatable) {
        tdg_json_open(json, info->name, '[');
        for (size_t i = 0; (value = tdg_options_part(options, info->name, i)); i++)
            tdg_json_string(json, NULL, value);
        tdg_json_close(json, ']');
    } else
        (info->argument ? tdg_json_string : tdg_json_token)(json, info->name, value);
}

static void write_options(struct tdg_json *json, const char *key, const struct tdg_options *options,
                          size_t count)
{
    tdg_json_open(json, key, '{');
    for (size_t i = 0; i < count; i++)
        if (tdg_option_info(i)->recorded)
            write_option(json, options, tdg_option_info(i));
    tdg_json_close(json, '}');
}

static void write_tallies(struct tdg_json *json, const char *key, const struct tdg_tally *tallies,
                          size_t count)
{
    tdg_json_open(json, key, '{');
    for (size_t i = 0; i < count; i++)
        tdg_json_count(json, tallies[i].name, tallies[i].articles);
    tdg_json_close(json, '}');
}

/* The ids of what an index stands for, NULL for TDG_NONE. */
static const char *theme_id(const struct tdg_analysis *analysis, uint32_t theme)
{
    const struct tdg_theme_view *view = tdg_analysis_theme(analysis, theme);
    return view ? view->id : NULL;
}

static const char *story_id(const struct tdg_analysis *analysis, uint32_t story)
{
    const struct tdg_story_view *view = tdg_analysis_story(analysis, story);
    return view ? view->id : NULL;
}

static const char *event_id(const struct tdg_analysis *analysis, uint32_t event)
{
    const struct tdg_event_view *view = tdg_analysis_event(analysis, event);
    return view ? view->id : NULL;
}

static const char *article_id(const struct tdg_analysis *analysis, uint32_t article)
{
    const struct tdg_article_view *view = tdg_analysis_article(analysis, article);
    return view ? view->id : NULL;
}

static const char *period_id(const struct tdg_analysis *analysis, size_t period)
{
    const struct tdg_period_view *view = tdg_analysis_period(analysis, period);
    return view ? view->id : NULL;
}

static double weight_in(uint32_t theme, float weight)
{
    return theme == TDG_NONE ? (double)NAN : (double)weight;
}

/* The page leaves some stories out. */
static const struct tdg_story_view *kept_story(const struct tdg_json *json,
                                               const struct tdg_analysis *analysis, size_t story)
{
    return !json->stories || json->stories[story] ? tdg_analysis_story(analysis, story) : NULL;
}

/* A report of an archive holds the articles of its period: week after week, all there are would
 * soon be most of the archive. */
static const struct tdg_article_view *listed_article(const struct tdg_analysis *analysis,
                                                     size_t index)
{
    const struct tdg_article_view *article = tdg_analysis_article(analysis, index);
    const char *asked = tdg_analysis_latest(analysis)->asked;
    const char *period = period_id(analysis, article->period);
    return !*asked || (period && strcmp(period, asked) == 0) ? article : NULL;
}

static const struct tdg_null_view *null_runs_of(const struct tdg_analysis *analysis)
{
    const struct tdg_null_view *null = tdg_analysis_null(analysis);
    return null->runs ? null : NULL;
}

static const struct tdg_latest_view *latest_of(const struct tdg_analysis *analysis)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(analysis);
    return latest->period == TDG_NONE ? NULL : latest;
}

static const struct tdg_within_view *within_of(const struct tdg_analysis *analysis)
{
    const struct tdg_within_view *within = tdg_analysis_within(analysis);
    return *within->id ? within : NULL;
}

static const struct tdg_news_view *news_of(const struct tdg_analysis *analysis)
{
    const struct tdg_news_view *news = tdg_analysis_in_the_news(analysis);
    return news->period == TDG_NONE ? NULL : news;
}

enum { ENTITY_MEMBERS = 100 };

static size_t entity_members(const struct tdg_entity_view *entity)
{
    return entity->article_count < ENTITY_MEMBERS ? entity->article_count : ENTITY_MEMBERS;
}

#include "output/analysis_fields.h"

void tdg_write_json_analysis(struct tdg_json *json, const struct tdg_analysis *analysis)
{
    write_analysis(json, NULL, analysis, analysis, 0);
}

int tdg_write_json(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error)
{
    (void)error;
    struct tdg_json json = {.stream = stream};
    tdg_write_json_analysis(&json, analysis);
    return TDG_OK;
}

int tdg_write_jsonl(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error)
{
    (void)error;
    for (size_t i = 0; i < tdg_analysis_article_count(analysis); i++) {
        struct tdg_json json = {.stream = stream};
        write_article(&json, NULL, analysis, listed_article(analysis, i), i);
    }
    return TDG_OK;
}
