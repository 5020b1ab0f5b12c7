// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/report.h>
#include <tidings/types.h>

#include "view/requested_period.h"
#include "view/result.h"

/* The one that was asked for, or the last whole one. Whoever asks for the running week wants its
 * stories; a gap has none to speak of. */
static uint32_t period_of(const struct tdg_analysis *analysis)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(analysis);
    const struct tdg_period_view *asked = tdg_analysis_period(analysis, tdg_report_asked(analysis));
    if (asked && asked->articles && !asked->gap)
        return tdg_report_asked(analysis);
    size_t count = tdg_analysis_period_count(analysis);
    return latest->last_whole != TDG_NONE ? latest->last_whole
           : count                        ? (uint32_t)count - 1
                                          : TDG_NONE;
}

/* Days are as they are written, so they compare like text. */
static size_t articles_in(const struct tdg_story_view *story, const struct tdg_period_view *period)
{
    size_t articles = 0;
    for (size_t i = 0; i < story->day_count; i++)
        if (strcmp(story->curve[i].day, period->start) >= 0 &&
            strcmp(story->curve[i].day, period->end) <= 0)
            articles += story->curve[i].articles;
    return articles;
}

static bool is_larger(const struct tdg_told *a, const struct tdg_told *b)
{
    if (a->articles != b->articles)
        return a->articles > b->articles;
    return a->story->originals > b->story->originals;
}

/* Insertion into a short list: `limit` is a handful of stories. */
size_t tdg_report_stories(const struct tdg_analysis *analysis, struct tdg_told *told, size_t limit,
                          uint32_t *period)
{
    size_t count = 0;
    *period = period_of(analysis);
    const struct tdg_period_view *last = tdg_analysis_period(analysis, *period);
    for (size_t i = 0; limit && i < tdg_analysis_story_count(analysis); i++) {
        const struct tdg_story_view *story = tdg_analysis_story(analysis, i);
        struct tdg_told one = {story, last ? articles_in(story, last) : story->articles};
        if (one.articles == 0 || story->originals < 2)
            continue;
        if (count == limit && !is_larger(&one, &told[count - 1]))
            continue;
        size_t place = count < limit ? count++ : count - 1;
        for (; place && is_larger(&one, &told[place - 1]); place--)
            told[place] = told[place - 1];
        told[place] = one;
    }
    return count;
}
