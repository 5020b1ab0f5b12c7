// SPDX-License-Identifier: GPL-3.0-or-later
/* The stories of analysis.json, and the reach of stories and themes. */
#include "report/json_writer.h"
#include "report/report.h"

static const char *known(const char *text)
{
    return text && *text ? text : NULL;
}

static void write_time(struct tdg_json *json, const char *key, int64_t time)
{
    char text[TDG_TIME_SIZE];
    tdg_json_string(json, key, known(tdg_time_text(time, text)));
}

void tdg_write_json_reach(struct tdg_json *json, const struct tdg_reach_view *reach)
{
    tdg_json_open_line(json, "reach", '{');
    tdg_json_count(json, "copies", reach->copies);
    tdg_json_count(json, "sources", reach->sources);
    tdg_json_string(json, "first_source", known(reach->first));
    tdg_json_number(json, "lag_hours", reach->lag);
    tdg_json_close(json, '}');
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

static void write_terms(struct tdg_json *json, const struct tdg_story_view *story)
{
    tdg_json_open_line(json, "terms", '[');
    for (size_t i = 0; i < story->term_count; i++) {
        tdg_json_open_line(json, NULL, '{');
        tdg_json_string(json, "term", story->terms[i].term);
        tdg_json_number(json, "weight", story->terms[i].weight);
        tdg_json_count(json, "articles", story->terms[i].articles);
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
}

static void write_members(struct tdg_json *json, const struct tdg_analysis *analysis,
                          const struct tdg_story_view *story)
{
    tdg_json_open_line(json, "members", '[');
    for (size_t i = 0; i < story->articles; i++)
        tdg_json_string(json, NULL, tdg_analysis_article(analysis, story->members[i])->id);
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
    tdg_json_string(json, "headline", headline->title);
    tdg_json_count(json, "articles", story->articles);
    tdg_json_count(json, "sources", story->reach.sources);
    write_time(json, "first", story->first);
    write_time(json, "last", story->last);
    write_members(json, analysis, story);
    tdg_json_count(json, "originals", story->originals);
    tdg_json_string(json, "headline_article", headline->id);
    tdg_write_json_reach(json, &story->reach);
    write_curve(json, story);
    write_terms(json, story);
    tdg_json_string(json, "sequel_of", before ? before->id : NULL);
    tdg_json_close(json, '}');
}

void tdg_write_json_stories(struct tdg_json *json, const struct tdg_analysis *analysis)
{
    tdg_json_open(json, "stories", '[');
    for (size_t i = 0; i < tdg_analysis_story_count(analysis); i++)
        write_story(json, analysis, tdg_analysis_story(analysis, i));
    tdg_json_close(json, ']');
}
