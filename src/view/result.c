// SPDX-License-Identifier: GPL-3.0-or-later
/* Reading an analysis. */
#include "view/result.h"

#include <stdlib.h>

#include <tidings/types.h>

void tdg_analysis_free(struct tdg_analysis *analysis)
{
    if (!analysis)
        return;
    tdg_options_free(analysis->options);
    free(analysis->articles);
    free(analysis->themes);
    free(analysis->parents);
    free(analysis->whys);
    free(analysis->stories);
    free(analysis->events);
    free(analysis->formats);
    tdg_labels_done(&analysis->labels);
    tdg_labels_done(&analysis->parent_labels);
    tdg_trends_done(&analysis->trends);
    tdg_arena_done(&analysis->facts);
    tdg_arena_done(&analysis->arena);
    free(analysis);
}

const struct tdg_options *tdg_analysis_options(const struct tdg_analysis *analysis)
{
    return analysis->options;
}

const struct tdg_corpus_view *tdg_analysis_corpus(const struct tdg_analysis *analysis)
{
    return &analysis->corpus;
}

size_t tdg_analysis_article_count(const struct tdg_analysis *analysis)
{
    return analysis->corpus.articles;
}

const struct tdg_article_view *tdg_analysis_article(const struct tdg_analysis *analysis,
                                                    size_t index)
{
    return index < analysis->corpus.articles ? &analysis->articles[index] : NULL;
}

size_t tdg_analysis_period_count(const struct tdg_analysis *analysis)
{
    return analysis->trends.period_count;
}

const struct tdg_period_view *tdg_analysis_period(const struct tdg_analysis *analysis, size_t index)
{
    return index < analysis->trends.period_count ? &analysis->trends.periods[index] : NULL;
}

size_t tdg_analysis_theme_count(const struct tdg_analysis *analysis)
{
    return analysis->theme_count;
}

const struct tdg_theme_view *tdg_analysis_theme(const struct tdg_analysis *analysis, size_t index)
{
    return index < analysis->theme_count ? &analysis->themes[index] : NULL;
}

size_t tdg_analysis_parent_count(const struct tdg_analysis *analysis)
{
    return analysis->parent_count;
}

const struct tdg_parent_view *tdg_analysis_parent(const struct tdg_analysis *analysis, size_t index)
{
    return index < analysis->parent_count ? &analysis->parents[index] : NULL;
}

const struct tdg_within_view *tdg_analysis_within(const struct tdg_analysis *analysis)
{
    static const struct tdg_within_view all = {"", "", "", "", 0};
    return analysis->within.id ? &analysis->within : &all;
}

const struct tdg_choice_view *tdg_analysis_choice(const struct tdg_analysis *analysis)
{
    return &analysis->choice;
}

size_t tdg_analysis_why_count(const struct tdg_analysis *analysis)
{
    return analysis->why_count;
}

const struct tdg_why_view *tdg_analysis_why(const struct tdg_analysis *analysis, size_t index)
{
    return index < analysis->why_count ? &analysis->whys[index] : NULL;
}

size_t tdg_analysis_story_count(const struct tdg_analysis *analysis)
{
    return analysis->story_count;
}

const struct tdg_story_view *tdg_analysis_story(const struct tdg_analysis *analysis, size_t index)
{
    return index < analysis->story_count ? &analysis->stories[index] : NULL;
}

size_t tdg_analysis_event_count(const struct tdg_analysis *analysis)
{
    return analysis->event_count;
}

const struct tdg_event_view *tdg_analysis_event(const struct tdg_analysis *analysis, size_t index)
{
    return index < analysis->event_count ? &analysis->events[index] : NULL;
}

size_t tdg_analysis_format_count(const struct tdg_analysis *analysis)
{
    return analysis->format_count;
}

const struct tdg_format_view *tdg_analysis_format(const struct tdg_analysis *analysis, size_t index)
{
    return index < analysis->format_count ? &analysis->formats[index] : NULL;
}

size_t tdg_analysis_entity_count(const struct tdg_analysis *analysis)
{
    return analysis->entity_count;
}

const struct tdg_entity_view *tdg_analysis_entity(const struct tdg_analysis *analysis, size_t index)
{
    return index < analysis->entity_count ? &analysis->entities[index] : NULL;
}

size_t tdg_analysis_finding_count(const struct tdg_analysis *analysis)
{
    return analysis->trends.findings.count;
}

const struct tdg_finding_view *tdg_analysis_finding(const struct tdg_analysis *analysis,
                                                    size_t index)
{
    return index < analysis->trends.findings.count ? &analysis->trends.findings.items[index] : NULL;
}

const struct tdg_news_view *tdg_analysis_in_the_news(const struct tdg_analysis *analysis)
{
    return &analysis->news;
}

const struct tdg_latest_view *tdg_analysis_latest(const struct tdg_analysis *analysis)
{
    return &analysis->latest;
}

const struct tdg_null_view *tdg_analysis_null(const struct tdg_analysis *analysis)
{
    return &analysis->trends.null;
}

size_t tdg_analysis_mute_count(const struct tdg_analysis *analysis)
{
    return analysis->muted_count;
}

const struct tdg_mute_view *tdg_analysis_mute(const struct tdg_analysis *analysis, size_t index)
{
    return index < analysis->muted_count ? &analysis->muted[index] : NULL;
}
