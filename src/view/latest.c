// SPDX-License-Identifier: GPL-3.0-or-later
/* The latest period: what trend found there, and who wrote in it. A source that falls silent, or
 * comes in, may be all that moved. */
#include "view/latest.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/intern.h"
#include "base/memory.h"
#include "series/trends.h"
#include "text/muting.h"
#include "view/result.h"

enum { MAX_SOURCES = 100, MIN_USUAL = 3 };

static const double few = 0.2; /* of the usual, as in calendar/gaps.c */

/* Originals by source. */
struct census {
    struct tdg_intern names;
    size_t *now, *before; /* [names.count] */
    size_t *ever;         /* [names.count] before the period, compared or not */
    size_t all_now, all_before;
};

static void census_done(struct census *census)
{
    tdg_intern_done(&census->names);
    free(census->now);
    free(census->before);
    free(census->ever);
}

static bool is_compared(const struct tdg_trends *trends, uint32_t period)
{
    bool found = false;
    for (size_t i = 0; i < trends->compared_count; i++)
        found = found || trends->compared[i] == period;
    return found;
}

static int count(struct census *census, const struct tdg_analysis *analysis)
{
    const struct tdg_trends *trends = &analysis->trends;
    census->now = tdg_alloc(analysis->corpus.articles + 1, sizeof *census->now);
    census->before = tdg_alloc(analysis->corpus.articles + 1, sizeof *census->before);
    census->ever = tdg_alloc(analysis->corpus.articles + 1, sizeof *census->ever);
    if (!census->now || !census->before || !census->ever)
        return TDG_ENOMEM;
    for (size_t i = 0; i < analysis->corpus.articles; i++) {
        const struct tdg_article_view *article = &analysis->articles[i];
        uint32_t period = trends->period_of[i];
        bool now = period == trends->latest_period, compared = is_compared(trends, period);
        if (period == TDG_NONE || article->copy_of != TDG_NONE || period > trends->latest_period)
            continue;
        census->all_now += now;
        census->all_before += compared;
        if (!*article->source)
            continue;
        uint32_t name = tdg_intern(&census->names, article->source, strlen(article->source));
        if (name == TDG_NONE)
            return TDG_ENOMEM;
        census->now[name] += now;
        census->before[name] += compared;
        census->ever[name] += !now;
    }
    return TDG_OK;
}

static int by_articles(const void *left, const void *right)
{
    const struct tdg_source_view *a = left, *b = right;
    if (a->articles != b->articles)
        return a->articles > b->articles ? -1 : 1;
    if (a->before != b->before)
        return a->before > b->before ? -1 : 1;
    return strcmp(a->name, b->name);
}

static bool is_muted(const struct tdg_run *run, const char *source)
{
    return run->muted.rules && tdg_muting_article(run->muted.rules, source, "");
}

/* Of a source that is in few articles anyway, nothing is said. */
static enum tdg_source_state state_of(const struct census *census, uint32_t source, size_t periods)
{
    double now = (double)census->now[source];
    double usual = (double)census->before[source] / (double)(periods ? periods : 1);
    if (!census->ever[source])
        return now >= MIN_USUAL ? TDG_SOURCE_NEW : TDG_SOURCE_USUAL;
    if (usual < MIN_USUAL || now >= few * usual)
        return TDG_SOURCE_USUAL;
    return now > 0 ? TDG_SOURCE_FEW : TDG_SOURCE_SILENT;
}

static int view_sources(struct tdg_analysis *analysis, const struct tdg_run *run,
                        const struct census *census)
{
    struct tdg_latest_view *latest = &analysis->latest;
    size_t sources = census->names.count;
    struct tdg_source_view *views =
        tdg_arena_alloc(&analysis->arena, (sources + 1) * sizeof *views);
    if (!views)
        return TDG_ENOMEM;
    size_t shown = 0;
    for (uint32_t i = 0; i < sources; i++) {
        if (!census->now[i] && !census->before[i])
            continue;
        views[shown] = (struct tdg_source_view){
            .name = tdg_arena_string(&analysis->arena, census->names.text[i]),
            .articles = census->now[i],
            .share = census->all_now ? (double)census->now[i] / (double)census->all_now : 0,
            .before =
                census->all_before ? (double)census->before[i] / (double)census->all_before : 0,
            /* a source that has nothing about one theme is not silent */
            .state = run->within.id || is_muted(run, census->names.text[i])
                         ? TDG_SOURCE_USUAL
                         : state_of(census, i, analysis->trends.compared_count),
        };
        if (!views[shown++].name)
            return TDG_ENOMEM;
    }
    if (shown)
        qsort(views, shown, sizeof *views, by_articles);
    latest->sources = views;
    latest->source_count = shown < MAX_SOURCES ? shown : MAX_SOURCES;
    return TDG_OK;
}

int tdg_view_latest(struct tdg_analysis *analysis, const struct tdg_run *run)
{
    const struct tdg_trends *trends = &analysis->trends;
    const char *asked = run->settings.trend.asked;
    struct census census = {0};
    analysis->latest = (struct tdg_latest_view){
        .period = trends->latest_period,
        .asked = tdg_arena_string(&analysis->arena, asked ? asked : ""),
        .compared = trends->compared,
        .compared_count = trends->compared_count,
        .movements = trends->latest.items,
        .movement_count = trends->latest.count,
        .last_whole = trends->last_whole,
    };
    if (!analysis->latest.asked)
        return TDG_ENOMEM;
    int status = TDG_OK;
    if (trends->latest_period != TDG_NONE)
        status = count(&census, analysis);
    if (!status && trends->latest_period != TDG_NONE)
        status = view_sources(analysis, run, &census);
    census_done(&census);
    return status;
}
