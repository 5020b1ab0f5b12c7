// SPDX-License-Identifier: GPL-3.0-or-later
/* A name has a level, the share of the articles of up to eight periods that have it, and is tested
 * against it as a theme is (detect/latest.h): what is said of a name is beyond what chance makes of
 * as many names, and of the bunches in which news comes. */
#include "view/in_the_news.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/by_number.h"
#include "base/memory.h"
#include "detect/discovery.h"
#include "detect/latest.h"
#include "detect/spread.h"
#include "text/muting.h"
#include "view/entities.h"
#include "view/requested_period.h"
#include "view/result.h"

enum {
    COLUMNS = TDG_BASELINE + 1, /* the periods compared, and the latest */
    MOST = 200,
    MOST_OTHERS = 50,
    LEAST_NAMED = 2 /* articles of the period */
};

/* What names scatter, where there are too few periods to learn it from; and never less. */
static const double usual_spread = 0.25;

struct named {
    uint32_t name;
    size_t articles;
    double expected, q;
    enum tdg_in_the_news state;
};

struct counting {
    struct tdg_analysis *analysis;
    const struct tdg_run *run;
    uint32_t compared[TDG_BASELINE];
    size_t columns; /* those compared, then the latest */
    double whole[COLUMNS], offset[COLUMNS];
    uint32_t *column;    /* [periods] or TDG_NONE */
    struct named *named; /* [names] those that are in any column */
    size_t count;
    double *articles; /* [count][columns] originals */
    double *earlier;  /* [count] before all columns, or between them */
    double *spread, *rest;
};

static int find_columns(struct counting *counting)
{
    const struct tdg_analysis *analysis = counting->analysis;
    size_t periods = tdg_analysis_period_count(analysis), found = 0;
    uint32_t latest = analysis->news.period;
    counting->column = tdg_alloc(periods, sizeof *counting->column);
    if (!counting->column)
        return TDG_ENOMEM;
    for (size_t i = 0; i < periods; i++)
        counting->column[i] = TDG_NONE;
    uint32_t before[TDG_BASELINE];
    for (uint32_t i = latest; i-- > 0 && found < TDG_BASELINE;) {
        const struct tdg_period_view *period = tdg_analysis_period(analysis, i);
        if (period->whole && period->originals)
            before[found++] = i;
    }
    double sum = 0;
    for (size_t t = 0; t <= found; t++) {
        uint32_t period = t < found ? before[found - 1 - t] : latest;
        if (t < found)
            counting->compared[t] = period;
        counting->column[period] = (uint32_t)t;
        counting->whole[t] = (double)tdg_analysis_period(analysis, period)->originals;
        sum += counting->whole[t];
    }
    counting->columns = found + 1;
    for (size_t t = 0; t <= found; t++)
        counting->offset[t] = counting->whole[t] * (double)counting->columns / fmax(sum, 1);
    return TDG_OK;
}

/* Adds the name where it is in any column. */
static void count_name(struct counting *counting, uint32_t index)
{
    const struct tdg_name *name = &counting->run->names.items[index];
    double *articles = counting->articles + counting->count * counting->columns, sum = 0, all = 0;
    double *earlier = &counting->earlier[counting->count];
    memset(articles, 0, counting->columns * sizeof *articles);
    *earlier = 0;
    for (size_t i = 0; i < name->article_count; i++) {
        const struct tdg_article_view *article = &counting->analysis->articles[name->articles[i]];
        if (article->period == TDG_NONE || article->copy_of != TDG_NONE)
            continue;
        uint32_t column = counting->column[article->period];
        if (column != TDG_NONE)
            articles[column]++;
        else
            *earlier += article->period < counting->analysis->news.period;
    }
    for (size_t t = 0; t < counting->columns; t++) {
        sum += articles[t];
        all += counting->whole[t];
    }
    if (sum <= 0)
        return;
    size_t last = counting->columns - 1;
    double before = all - counting->whole[last];
    counting->rest[counting->count] = 1 - fmin(sum / all, 0.9);
    counting->named[counting->count++] = (struct named){
        .name = index,
        .articles = (size_t)articles[last],
        .expected = before > 0 ? (sum - articles[last]) * counting->whole[last] / before : 0,
        .q = 1,
        .state = TDG_NAMED_ALSO,
    };
}

static int count_names(struct counting *counting)
{
    const struct tdg_names *names = &counting->run->names;
    struct tdg_muting *muted = counting->run->muted.rules;
    counting->named = tdg_alloc(names->count, sizeof *counting->named);
    counting->articles = tdg_alloc(names->count, counting->columns * sizeof *counting->articles);
    counting->earlier = tdg_alloc(names->count, sizeof *counting->earlier);
    counting->spread = tdg_alloc(names->count, sizeof *counting->spread);
    counting->rest = tdg_alloc(names->count, sizeof *counting->rest);
    if (!counting->named || !counting->articles || !counting->earlier || !counting->spread ||
        !counting->rest)
        return TDG_ENOMEM;
    for (uint32_t i = 0; i < names->count; i++)
        if (names->items[i].kind != TDG_OTHER_NAME &&
            !(muted && tdg_muting_hides(muted, names->items[i].text)))
            count_name(counting, i);
    return TDG_OK;
}

/* How much the names scatter in the periods compared; the latest is asked about. */
static int find_spreads(struct counting *counting)
{
    struct tdg_spreads spreads = {0};
    struct tdg_spread *own = NULL;
    for (size_t i = 0; i < counting->count; i++)
        counting->spread[i] = usual_spread;
    if (counting->columns < COLUMNS)
        return TDG_OK;
    own = tdg_alloc(counting->count, sizeof *own);
    int status = own ? tdg_spreads_new(&spreads, TDG_BASELINE) : TDG_ENOMEM;
    for (size_t i = 0; !status && i < counting->count; i++) {
        const double *articles = counting->articles + i * counting->columns;
        double sum = 0;
        for (size_t t = 0; t < TDG_BASELINE; t++)
            sum += articles[t];
        if (sum > 0)
            own[i] = tdg_spread_of(&spreads, articles, counting->offset);
    }
    if (!status)
        tdg_spreads_pool(&spreads, own, counting->count);
    for (size_t i = 0; !status && i < counting->count; i++)
        counting->spread[i] = fmax(usual_spread, tdg_spread_moderated(&spreads, &own[i]));
    tdg_spreads_done(&spreads);
    free(own);
    return status;
}

static enum tdg_in_the_news state_of(const struct tdg_detection *found)
{
    return found->move == TDG_NEW                                  ? TDG_NAMED_NEW
           : found->move == TDG_RETURNING                          ? TDG_NAMED_AGAIN
           : found->move == TDG_GONE || found->move == TDG_FALLING ? TDG_NAMED_FEWER
                                                                   : TDG_NAMED_MORE;
}

static int test(struct counting *counting)
{
    struct tdg_latest latest = {
        .series = counting->count,
        .periods = counting->columns,
        .count = counting->articles,
        .whole = counting->whole,
        .offset = counting->offset,
        .same_offset = true,
        .rest = counting->rest,
        .spread = counting->spread,
        .earlier = counting->earlier,
        .common_factor = 1,
    };
    struct tdg_detection_list tests = {0};
    double *p = NULL, *q = NULL, level = counting->analysis->news.level;
    int status = tdg_latest_test(&tests, &latest, counting->columns - 1);
    if (!status) {
        p = tdg_alloc(tests.count, sizeof *p);
        q = tdg_alloc(tests.count, sizeof *q);
        status = p && q ? TDG_OK : TDG_ENOMEM;
    }
    for (size_t i = 0; !status && i < tests.count; i++)
        p[i] = tests.items[i].p;
    if (!status)
        status = tdg_discoveries_adaptive(q, p, tests.count, level);
    for (size_t i = 0; !status && i < tests.count; i++) {
        struct named *named = &counting->named[tests.items[i].series];
        named->q = q[i];
        if (q[i] <= level)
            named->state = state_of(&tests.items[i]);
    }
    tdg_detection_list_done(&tests);
    free(p);
    free(q);
    return status;
}

/* Names are in the order of their articles, then text. */
static int in_order(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    if (a->state != b->state)
        return a->state < b->state ? -1 : 1;
    if (a->state == TDG_NAMED_FEWER && a->expected != b->expected)
        return a->expected > b->expected ? -1 : 1;
    if (a->articles != b->articles)
        return a->articles > b->articles ? -1 : 1;
    return (a->name > b->name) - (a->name < b->name);
}

/* The event of most articles that the name has in the period. events: scratch. */
static uint32_t event_of(const struct counting *counting, uint32_t index, uint32_t *events)
{
    const struct tdg_name *name = &counting->run->names.items[index];
    size_t count = 0, most = 1;
    uint32_t best = TDG_NONE;
    for (size_t i = 0; i < name->article_count; i++) {
        const struct tdg_article_view *article = &counting->analysis->articles[name->articles[i]];
        if (article->period == counting->analysis->news.period && article->event != TDG_NONE)
            events[count++] = article->event;
    }
    if (count)
        qsort(events, count, sizeof *events, tdg_by_number);
    for (size_t begin = 0, end; begin < count; begin = end) {
        for (end = begin; end < count && events[end] == events[begin];)
            end++;
        if (end - begin > most) {
            most = end - begin;
            best = events[begin];
        }
    }
    return best;
}

/* A part of a name that is new or in more articles, or listed before it, tells nothing more. */
static bool is_part(const struct counting *counting, size_t index)
{
    const struct tdg_name *names = counting->run->names.items;
    const struct named *all = counting->named;
    const char *own = names[all[index].name].text;
    for (size_t i = 0; i < counting->count && (all[i].state < TDG_NAMED_ALSO || i < index); i++)
        if (i != index && all[i].articles && tdg_name_ends(names[all[i].name].text, own))
            return true;
    return false;
}

static int view_names(struct counting *counting)
{
    struct tdg_news_view *news = &counting->analysis->news;
    struct tdg_arena *arena = &counting->analysis->arena;
    struct tdg_news_name_view *views = tdg_arena_alloc(arena, MOST * sizeof *views);
    uint32_t *events = tdg_alloc(counting->analysis->corpus.articles, sizeof *events);
    size_t others = 0;
    if (counting->count)
        qsort(counting->named, counting->count, sizeof *counting->named, in_order);
    int status = views && events ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < counting->count && news->name_count < MOST; i++) {
        const struct named *named = &counting->named[i];
        const struct tdg_name *name = &counting->run->names.items[named->name];
        bool also = named->state == TDG_NAMED_ALSO;
        if ((also && (named->articles < LEAST_NAMED || others >= MOST_OTHERS)) ||
            is_part(counting, i))
            continue;
        others += also;
        struct tdg_news_name_view *view = &views[news->name_count++];
        *view = (struct tdg_news_name_view){
            .name = tdg_arena_string(arena, name->text),
            .kind = name->kind,
            .state = named->state,
            .articles = named->articles,
            .expected = named->expected,
            .q = named->q,
            .event = event_of(counting, named->name, events),
        };
        status = view->name ? TDG_OK : TDG_ENOMEM;
    }
    free(events);
    news->names = views;
    return status;
}

static int view_compared(const struct counting *counting)
{
    struct tdg_news_view *news = &counting->analysis->news;
    uint32_t *compared = tdg_arena_alloc(&counting->analysis->arena, sizeof counting->compared);
    if (!compared)
        return TDG_ENOMEM;
    memcpy(compared, counting->compared, sizeof counting->compared);
    news->compared = compared;
    news->compared_count = counting->columns - 1;
    return TDG_OK;
}

int tdg_view_in_the_news(struct tdg_analysis *analysis, const struct tdg_run *run)
{
    struct counting counting = {.analysis = analysis, .run = run};
    analysis->news = (struct tdg_news_view){.period = tdg_report_period(analysis),
                                            .level = run->settings.trend.level};
    if (analysis->news.period == TDG_NONE)
        return TDG_OK;
    int status = find_columns(&counting);
    if (!status)
        status = view_compared(&counting);
    if (!status)
        status = count_names(&counting);
    if (!status)
        status = find_spreads(&counting);
    if (!status && counting.columns > 1 && counting.whole[counting.columns - 1] > 0)
        status = test(&counting);
    if (!status)
        status = view_names(&counting);
    free(counting.column);
    free(counting.named);
    free(counting.articles);
    free(counting.earlier);
    free(counting.spread);
    free(counting.rest);
    return status;
}
