// SPDX-License-Identifier: GPL-3.0-or-later
/* The stories of analysis.json, and what they have in common with its themes and findings. */
#include "output/json_stories.h"

void tdg_write_json_reach(struct tdg_json *json, const struct tdg_reach_view *reach)
{
    tdg_json_open_line(json, "reach", '{');
    tdg_json_count(json, "copies", reach->copies);
    tdg_json_count(json, "sources", reach->sources);
    tdg_json_known(json, "first_source", reach->first);
    tdg_json_number(json, "lag_hours", reach->lag);
    tdg_json_close(json, '}');
}

void tdg_write_json_terms(struct tdg_json *json, const struct tdg_term_view *terms, size_t count,
                          bool in_line)
{
    (in_line ? tdg_json_open_line : tdg_json_open)(json, "terms", '[');
    for (size_t i = 0; i < count; i++) {
        tdg_json_open_line(json, NULL, '{');
        tdg_json_string(json, "term", terms[i].term);
        tdg_json_number(json, "weight", terms[i].weight);
        tdg_json_count(json, "articles", terms[i].articles);
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
}

void tdg_write_json_ids(struct tdg_json *json, const char *key, const struct tdg_analysis *analysis,
                        const uint32_t *articles, size_t count)
{
    tdg_json_open_line(json, key, '[');
    for (size_t i = 0; i < count; i++)
        tdg_json_string(json, NULL, tdg_analysis_article(analysis, articles[i])->id);
    tdg_json_close(json, ']');
}

static void write_curve(struct tdg_json *json, const struct tdg_story_view *story)
{
    tdg_json_open_line(json, "curve", '[');
    for (size_t i = 0; i < story->day_count; i++) {
        tdg_json_open_line(json, NULL, '{');
        tdg_json_string(json, "day", story->curve[i].day);
        tdg_json_count(json, "articles", story->curve[i].articles);
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
}

static void write_story(struct tdg_json *json, const struct tdg_analysis *analysis,
                        const struct tdg_story_view *story)
{
    const struct tdg_article_view *headline = tdg_analysis_article(analysis, story->headline);
    const struct tdg_story_view *before = tdg_analysis_story(analysis, story->sequel_of);
    tdg_json_open(json, NULL, '{');
    tdg_json_string(json, "id", story->id);
    tdg_json_string(json, "theme", tdg_analysis_theme(analysis, story->theme)->id);
    tdg_json_string(json, "headline", headline->headline);
    tdg_json_count(json, "articles", story->articles);
    tdg_json_count(json, "sources", story->reach.sources);
    tdg_json_time(json, "first", story->first);
    tdg_json_time(json, "last", story->last);
    tdg_write_json_ids(json, "members", analysis, story->members, story->articles);
    tdg_json_count(json, "originals", story->originals);
    tdg_json_string(json, "headline_article", headline->id);
    tdg_write_json_reach(json, &story->reach);
    write_curve(json, story);
    tdg_write_json_terms(json, story->terms, story->term_count, true);
    tdg_json_string(json, "sequel_of", before ? before->id : NULL);
    tdg_json_close(json, '}');
}

void tdg_write_json_stories(struct tdg_json *json, const struct tdg_analysis *analysis,
                            const bool *kept)
{
    tdg_json_open(json, "stories", '[');
    for (size_t i = 0; i < tdg_analysis_story_count(analysis); i++)
        if (!kept || kept[i])
            write_story(json, analysis, tdg_analysis_story(analysis, i));
    tdg_json_close(json, ']');
}
