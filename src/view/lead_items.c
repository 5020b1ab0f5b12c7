// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/lead_items.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/by_number.h"
#include "text/muting.h"
#include "view/requested_period.h"
#include "view/result.h"
#include "view/theme_sources.h"

static const double own_name = 0.4;   /* of the articles of an item, and of those with the name */
static const double many_names = 0.2; /* of the articles of the time */

/* Partial periods count by what they have: all is held against the articles of the period. */
static void find_before(struct tdg_lead_time *time)
{
    const struct tdg_analysis *analysis = time->analysis;
    for (uint32_t p = time->period; p-- > 0 && time->before_count < TDG_LEAD_BEFORE;) {
        const struct tdg_period_view *period = tdg_analysis_period(analysis, p);
        if (period->originals && !period->gap)
            time->before[time->before_count++] = p;
    }
}

static bool is_before(const struct tdg_lead_time *time, uint32_t period)
{
    bool found = false;
    for (size_t i = 0; i < time->before_count; i++)
        found = found || time->before[i] == period;
    return found;
}

static bool is_muted(const struct tdg_lead_time *time, uint32_t row)
{
    const struct tdg_muted *muted = &time->run->muted;
    return (muted->article && muted->article[row]) ||
           (muted->rules && tdg_muting_hides(muted->rules, time->analysis->articles[row].headline));
}

static void mark_articles(struct tdg_lead_time *time)
{
    size_t earlier = 0;
    for (uint32_t i = 0; i < time->analysis->corpus.articles; i++) {
        const struct tdg_article_view *article = &time->analysis->articles[i];
        bool counted = article->period != TDG_NONE && article->copy_of == TDG_NONE;
        time->now[i] = counted && (time->period == TDG_NONE || article->period == time->period);
        time->earlier[i] = counted && !time->now[i] && is_before(time, article->period);
        time->originals += time->now[i];
        earlier += time->earlier[i];
    }
    time->scale = earlier ? (double)time->originals / (double)earlier : 0;
}

static size_t count_sources(struct tdg_lead_time *time, const uint32_t *rows, size_t count)
{
    size_t found = 0;
    time->stamp++;
    for (size_t i = 0; i < count; i++) {
        uint32_t source = time->source[rows[i]];
        if (source == TDG_NONE || time->seen[source] == time->stamp)
            continue;
        time->seen[source] = time->stamp;
        found++;
    }
    return found;
}

static void count_all_sources(struct tdg_lead_time *time)
{
    time->stamp++;
    for (uint32_t i = 0; i < time->analysis->corpus.articles; i++) {
        uint32_t source = time->source[i];
        if (!time->now[i] || source == TDG_NONE || time->seen[source] == time->stamp)
            continue;
        time->seen[source] = time->stamp;
        time->sources++;
    }
}

static int list_names(struct tdg_lead_time *time)
{
    const struct tdg_names *names = &time->run->names;
    size_t articles = time->analysis->corpus.articles, named = 0;
    time->times = tdg_alloc(names->count, sizeof *time->times);
    time->times_b = tdg_alloc(names->count, sizeof *time->times_b);
    time->name_now = tdg_alloc(names->count, sizeof *time->name_now);
    if (!time->times || !time->times_b || !time->name_now ||
        tdg_names_by_article(&time->named, names, articles))
        return TDG_ENOMEM;
    for (size_t n = 0; n < names->count; n++)
        for (size_t i = 0; i < names->items[n].article_count; i++)
            time->name_now[n] += time->now[names->items[n].articles[i]];
    for (size_t i = 0; i < articles; i++)
        named += time->now[i] && time->named.begin[i + 1] > time->named.begin[i];
    time->names_known = (double)named >= many_names * (double)time->originals;
    return TDG_OK;
}

int tdg_lead_time_new(struct tdg_lead_time *time, struct tdg_analysis *analysis,
                      const struct tdg_run *run, enum tdg_lead_scope scope)
{
    size_t articles = analysis->corpus.articles;
    *time = (struct tdg_lead_time){
        .analysis = analysis,
        .run = run,
        .scope = scope,
        .period = scope == TDG_LEAD_ALL ? TDG_NONE : tdg_report_period(analysis),
        .now = tdg_alloc(articles, sizeof(bool)),
        .earlier = tdg_alloc(articles, sizeof(bool)),
        .source = tdg_alloc(articles, sizeof(uint32_t)),
        .seen = tdg_alloc(articles, sizeof(uint32_t)),
    };
    if (!time->now || !time->earlier || !time->source || !time->seen ||
        tdg_number_sources(time->source, analysis))
        return TDG_ENOMEM;
    if (time->period != TDG_NONE)
        find_before(time);
    mark_articles(time);
    count_all_sources(time);
    if (list_names(time))
        return TDG_ENOMEM;
    return tdg_lead_words_new(&time->words, run, time->now, time->earlier, time->scale);
}

void tdg_lead_time_done(struct tdg_lead_time *time)
{
    free(time->now);
    free(time->earlier);
    free(time->source);
    free(time->seen);
    tdg_article_names_done(&time->named);
    free(time->times);
    free(time->times_b);
    free(time->name_now);
    tdg_lead_words_done(&time->words);
    tdg_arena_done(&time->arena);
}

/* Whether an article, copies included, is of the time. */
static bool is_now(const struct tdg_lead_time *time, uint32_t row)
{
    uint32_t period = time->analysis->articles[row].period;
    return period != TDG_NONE && (time->period == TDG_NONE || period == time->period);
}

/* In how many periods it is, and in which of them most, the first of equals. */
static int find_peak(struct tdg_lead_item *item, const struct tdg_lead_time *time)
{
    uint32_t *period = tdg_alloc(item->originals, sizeof *period);
    if (!period)
        return TDG_ENOMEM;
    for (size_t i = 0; i < item->originals; i++)
        period[i] = time->analysis->articles[item->lead[i]].period;
    qsort(period, item->originals, sizeof *period, tdg_by_number);
    item->periods = 0;
    for (size_t begin = 0, end, most = 0; begin < item->originals; begin = end) {
        for (end = begin; end < item->originals && period[end] == period[begin];)
            end++;
        item->periods++;
        if (end - begin > most) {
            most = end - begin;
            item->peak = period[begin];
        }
    }
    free(period);
    return TDG_OK;
}

/* All that follows from the rows. */
static int describe(struct tdg_lead_item *item, struct tdg_lead_time *time)
{
    item->lead = tdg_arena_alloc(&time->arena, (item->count + 1) * sizeof *item->lead);
    if (!item->lead)
        return TDG_ENOMEM;
    item->originals = 0;
    for (size_t i = 0; i < item->count; i++)
        if (time->now[item->rows[i]] && !is_muted(time, item->rows[i]))
            item->lead[item->originals++] = item->rows[i];
    item->sources = count_sources(time, item->lead, item->originals);
    int status = item->originals ? find_peak(item, time) : TDG_OK;
    if (time->period != TDG_NONE)
        item->usual = (double)item->earlier * time->scale;
    else
        item->usual =
            (double)item->originals / (double)(tdg_analysis_period_count(time->analysis) + 1);
    return status ? status
                  : tdg_lead_profile(&item->profile, &time->words, item->lead, item->originals,
                                     &time->arena);
}

/* Of all time, what goes on from an event is one with it. Chains end: an event follows an earlier
 * one, and there are no more steps than events. */
static uint32_t root_of(const struct tdg_analysis *analysis, uint32_t event)
{
    for (size_t i = 0; i < analysis->event_count && analysis->events[event].follows != TDG_NONE;
         i++)
        event = analysis->events[event].follows;
    return event;
}

static size_t earlier_of(const struct tdg_lead_time *time, uint32_t event)
{
    size_t earlier = 0;
    for (int i = 0; i < TDG_LEAD_BEFORE && event != TDG_NONE; i++) {
        const struct tdg_event_view *view = &time->analysis->events[event];
        for (size_t k = 0; k < view->articles; k++)
            earlier += time->earlier[view->members[k]];
        event = view->follows;
    }
    return earlier;
}

/* The events of the time in the order of their roots, then their own. */
struct rooted {
    uint32_t root, event;
};

static int by_root(const void *left, const void *right)
{
    const struct rooted *a = left, *b = right;
    if (a->root != b->root)
        return a->root > b->root ? 1 : -1;
    return (a->event > b->event) - (a->event < b->event);
}

static int add_event(struct tdg_lead_item *item, struct tdg_lead_time *time,
                     const struct rooted *chain, size_t length)
{
    const struct tdg_event_view *events = time->analysis->events;
    size_t most = 0, largest = 0;
    for (size_t i = 0; i < length; i++) {
        most += events[chain[i].event].articles;
        if (events[chain[i].event].articles > events[chain[largest].event].articles)
            largest = i;
    }
    uint32_t *rows = tdg_arena_alloc(&time->arena, most * sizeof *rows);
    if (!rows)
        return TDG_ENOMEM;
    *item = (struct tdg_lead_item){.kind = TDG_LEAD_EVENT,
                                   .event = chain[largest].event,
                                   .theme = events[chain[largest].event].theme,
                                   .parent = TDG_NONE,
                                   .term = "",
                                   .rows = rows};
    for (size_t i = 0; i < length; i++)
        for (size_t k = 0; k < events[chain[i].event].articles; k++)
            if (is_now(time, events[chain[i].event].members[k]))
                rows[item->count++] = events[chain[i].event].members[k];
    if (length > 1)
        qsort(rows, item->count, sizeof *rows, tdg_by_number);
    if (time->period != TDG_NONE)
        item->earlier = earlier_of(time, item->event);
    return item->count < 2 ? TDG_OK : describe(item, time);
}

int tdg_lead_events(struct tdg_lead_item **items, size_t *count, struct tdg_lead_time *time)
{
    const struct tdg_analysis *analysis = time->analysis;
    size_t events = analysis->event_count;
    struct rooted *rooted = tdg_alloc(events, sizeof *rooted);
    *items = tdg_alloc(events + TDG_LEAD_MOST, sizeof **items);
    *count = 0;
    int status = rooted && *items ? TDG_OK : TDG_ENOMEM;
    for (uint32_t e = 0; !status && e < events; e++)
        rooted[e] = (struct rooted){time->period == TDG_NONE ? root_of(analysis, e) : e, e};
    if (!status && events)
        qsort(rooted, events, sizeof *rooted, by_root);
    for (size_t begin = 0, end; !status && begin < events; begin = end) {
        struct tdg_lead_item *item = &(*items)[*count];
        for (end = begin; end < events && rooted[end].root == rooted[begin].root;)
            end++;
        status = add_event(item, time, rooted + begin, end - begin);
        *count += !status && item->originals > 1;
    }
    free(rooted);
    return status;
}

/* The column of a term as people see it; TDG_NONE for none. */
static uint32_t column_of(const struct tdg_run *run, const char *term)
{
    uint32_t column = 0;
    while (column < run->vocabulary.columns &&
           strcmp(run->streams.surface[run->vocabulary.term[column]], term) != 0)
        column++;
    return column < run->vocabulary.columns ? column : TDG_NONE;
}

static bool has_column(const struct tdg_run *run, uint32_t row, uint32_t column)
{
    const struct tdg_matrix *counts = &run->counts;
    bool found = false;
    for (size_t k = counts->begin[row]; !found && k < counts->begin[row + 1]; k++)
        found = counts->column[k] == column;
    return found;
}

static bool is_about(const struct tdg_lead_time *time, const struct tdg_finding_view *finding,
                     uint32_t column, uint32_t row)
{
    const struct tdg_analysis *analysis = time->analysis;
    uint32_t theme = analysis->articles[row].theme;
    if (finding->theme != TDG_NONE)
        return theme == finding->theme;
    if (finding->parent != TDG_NONE)
        return theme != TDG_NONE &&
               strcmp(analysis->themes[theme].parent, analysis->parents[finding->parent].id) == 0;
    return column != TDG_NONE && has_column(time->run, row, column);
}

int tdg_lead_movement(struct tdg_lead_item *item, struct tdg_lead_time *time,
                      const struct tdg_finding_view *finding)
{
    const struct tdg_analysis *analysis = time->analysis;
    size_t articles = analysis->corpus.articles;
    uint32_t column = *finding->term ? column_of(time->run, finding->term) : TDG_NONE;
    uint32_t *rows = tdg_arena_alloc(&time->arena, (articles + 1) * sizeof *rows);
    if (!rows)
        return TDG_ENOMEM;
    *item = (struct tdg_lead_item){
        .kind = finding->theme != TDG_NONE    ? TDG_LEAD_THEME
                : finding->parent != TDG_NONE ? TDG_LEAD_PARENT
                                              : TDG_LEAD_TERM,
        .event = TDG_NONE,
        .theme = finding->theme,
        .parent = finding->parent,
        .term = finding->term,
        .rows = rows,
        .tested = true,
    };
    for (uint32_t i = 0; i < articles; i++) {
        uint32_t period = analysis->articles[i].period;
        if (period == TDG_NONE || !is_about(time, finding, column, i))
            continue;
        if (is_now(time, i) && period >= finding->first && period <= finding->last)
            rows[item->count++] = i;
        item->earlier += time->earlier[i];
    }
    return describe(item, time);
}

int tdg_lead_join(struct tdg_lead_item *item, const struct tdg_lead_item *other,
                  struct tdg_lead_time *time)
{
    struct tdg_lead_profile profile = item->profile;
    size_t count = 0, i = 0, j = 0;
    uint32_t *rows = tdg_arena_alloc(&time->arena, (item->count + other->count) * sizeof *rows);
    if (!rows)
        return TDG_ENOMEM;
    while (i < item->count || j < other->count) {
        uint32_t one = i < item->count ? item->rows[i] : TDG_NONE;
        uint32_t two = j < other->count ? other->rows[j] : TDG_NONE;
        rows[count++] = one < two ? one : two;
        i += one <= two;
        j += two <= one;
    }
    item->rows = rows;
    item->count = count;
    item->earlier += other->earlier;
    int status = describe(item, time);
    item->profile = profile; /* what was special at first keeps its name */
    return status;
}

/* How often the articles have each name, and the highest of these; or clears what was counted. */
static uint32_t count_names(uint32_t *times, const struct tdg_lead_item *item,
                            const struct tdg_lead_time *time, bool clear)
{
    uint32_t most = 0;
    for (size_t i = 0; i < item->originals; i++) {
        size_t end = time->named.begin[item->lead[i] + 1];
        for (size_t k = time->named.begin[item->lead[i]]; k < end; k++) {
            times[time->named.name[k]] = clear ? 0 : times[time->named.name[k]] + 1;
            most = times[time->named.name[k]] > most ? times[time->named.name[k]] : most;
        }
    }
    return most;
}

size_t tdg_lead_most_named(const struct tdg_lead_item *item, const struct tdg_lead_time *time)
{
    size_t most = count_names(time->times, item, time, false);
    count_names(time->times, item, time, true);
    return most;
}

bool tdg_lead_one_name(const struct tdg_lead_item *a, const struct tdg_lead_item *b,
                       const struct tdg_lead_time *time)
{
    bool one = false;
    count_names(time->times, a, time, false);
    count_names(time->times_b, b, time, false);
    for (size_t i = 0; i < a->originals && !one; i++) {
        size_t end = time->named.begin[a->lead[i] + 1];
        for (size_t k = time->named.begin[a->lead[i]]; k < end && !one; k++) {
            double in_a = time->times[time->named.name[k]],
                   in_b = time->times_b[time->named.name[k]];
            one = in_a >= own_name * (double)a->originals &&
                  in_b >= own_name * (double)b->originals &&
                  in_a + in_b >= own_name * time->name_now[time->named.name[k]];
        }
    }
    count_names(time->times, a, time, true);
    count_names(time->times_b, b, time, true);
    return one;
}

size_t tdg_lead_common(const struct tdg_lead_item *a, const struct tdg_lead_item *b)
{
    size_t common = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        common += a->rows[i] == b->rows[j];
        uint32_t one = a->rows[i], two = b->rows[j];
        i += one <= two;
        j += two <= one;
    }
    return common;
}
