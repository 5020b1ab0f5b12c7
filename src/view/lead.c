// SPDX-License-Identifier: GPL-3.0-or-later
/* The lead: events of the time by size and surprise, those that tell the same as one, and what
 * moved without an event. Tests say how sure an item is; they keep none out. */
#include "view/lead.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/plain.h>
#include <tidings/types.h>

#include "calendar/zone.h"
#include "phrasing/lead.h"
#include "phrasing/period.h"
#include "view/lead_items.h"
#include "view/result.h"

/* FEW: of a lead, however small they are. LOOKED_AT: so many of the largest events may be joined.
 */
enum { MOST = TDG_LEAD_MOST, FEW = 5, LOOKED_AT = 60, HEADLINES = 3, SMALL = 3, MANY_SOURCES = 4 };
/* Articles of what is likely, of one source and of several, and periods before it. */
enum { DAY = 86400, LIKELY_OF_ONE = 10, LIKELY = 5, LIKELY_BEFORE = 3 };

static const double same = 0.45;        /* likeness of events that tell the same */
static const double named_same = 0.2;   /* of those that share a name of their own */
static const double sequel_same = 0.35; /* of one that goes on from the other */
static const double likely = 3;         /* times the usual */
static const double part = 0.2;         /* of a movement that an item must make up */
static const double most_carried = 0.5; /* of a movement, by events */
static const double of_a_term = 0.5;    /* of the score of a theme */
static const double sure = 0.01;        /* largest q of a finding that makes an item clear */
static const double grown = 1.5, min_grown = 5; /* of a theme that was not tested */

/* How many of them have the name that most have. */
static double one_name(const struct tdg_lead_item *item, const struct tdg_lead_time *time)
{
    return item->originals ? (double)tdg_lead_most_named(item, time) / (double)item->originals : 0;
}

/* Recipes and lists of hotels come together as events do. What happens, happens to somebody or
 * somewhere: hardly any of the articles of the former names one, and all of the latter do. What
 * many do in a crisis shares a word, and no name. */
static double named_part(const struct tdg_lead_item *item, const struct tdg_lead_time *time)
{
    size_t named = 0;
    for (size_t i = 0; i < item->originals; i++)
        named += time->named.begin[item->lead[i] + 1] > time->named.begin[item->lead[i]];
    double share = (double)named / (double)item->originals;
    return time->names_known ? fmin(1, fmax(0.05, (share - 0.1) / 0.5)) *
                                   fmin(1, 0.3 + 1.75 * one_name(item, time))
                             : 1;
}

/* More than is usual, in logarithms; of all time, more in its periods than over all of them. */
static double rise(const struct tdg_lead_item *item, const struct tdg_lead_time *time)
{
    double now = (double)item->originals;
    if (time->period == TDG_NONE)
        now /= (double)item->periods;
    return fmax(0.1, log((now + 1) / (item->usual + 1)));
}

static double spread(const struct tdg_lead_item *item, const struct tdg_lead_time *time)
{
    size_t many = time->sources < MANY_SOURCES ? time->sources : MANY_SOURCES;
    size_t own = item->sources < many ? item->sources : many;
    return many < 2 || !own ? 1 : 1 + 0.5 * (double)(own - 1) / (double)(many - 1);
}

static void weigh(struct tdg_lead_item *item, const struct tdg_lead_time *time)
{
    double surprise =
        time->period == TDG_NONE ? 0.5 : tdg_lead_surprise(&time->words, &item->profile);
    item->score = (double)item->originals * rise(item, time) * spread(item, time) *
                  (0.5 + fmin(1.5, fmax(0, surprise))) * named_part(item, time);
}

static int by_score(const void *left, const void *right)
{
    const struct tdg_lead_item *a = left, *b = right;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return (a->rows[0] > b->rows[0]) - (a->rows[0] < b->rows[0]);
}

static bool goes_on(const struct tdg_analysis *analysis, const struct tdg_lead_item *a,
                    const struct tdg_lead_item *b)
{
    return analysis->events[a->event].follows == b->event ||
           analysis->events[b->event].follows == a->event;
}

/* The item of the list that tells the same; NULL for none. */
static struct tdg_lead_item *twin_of(const struct tdg_lead_item *item, struct tdg_lead_item *list,
                                     size_t count, const struct tdg_lead_time *time)
{
    struct tdg_lead_item *best = NULL;
    double most = 0;
    for (size_t i = 0; i < count; i++) {
        double likeness = tdg_lead_likeness(&item->profile, &list[i].profile);
        if (likeness >= named_same && tdg_lead_one_name(item, &list[i], time))
            likeness = fmax(likeness, same);
        double least = goes_on(time->analysis, item, &list[i]) ? sequel_same : same;
        if (likeness >= least && likeness > most) {
            most = likeness;
            best = &list[i];
        }
    }
    return best;
}

/* Those after the others that tell the same go into them. The list gets shorter. */
static int join_twins(struct tdg_lead_item *list, size_t *count, struct tdg_lead_time *time)
{
    size_t kept = 0;
    int status = TDG_OK;
    for (size_t i = 0; !status && i < *count; i++) {
        struct tdg_lead_item *twin = twin_of(&list[i], list, kept, time);
        if (twin)
            status = tdg_lead_join(twin, &list[i], time);
        if (twin && !status)
            weigh(twin, time);
        else
            list[kept++] = list[i];
    }
    *count = kept;
    return status;
}

static bool is_carried(const struct tdg_lead_item *movement, const struct tdg_lead_item *item)
{
    size_t smaller = movement->count < item->count ? movement->count : item->count;
    return 2 * tdg_lead_common(movement, item) >= smaller;
}

/* Into the list, where it belongs by its score. There is room. */
static void insert(struct tdg_lead_item *list, size_t *count, const struct tdg_lead_item *item)
{
    size_t place = (*count)++;
    for (; place && list[place - 1].score < item->score; place--)
        list[place] = list[place - 1];
    list[place] = *item;
}

/* How much more there is than usual of what no event carries. */
static double loose_part(const struct tdg_lead_item *movement, const struct tdg_lead_time *time)
{
    size_t loose = 0;
    for (size_t i = 0; i < movement->originals; i++)
        loose += time->analysis->articles[movement->lead[i]].event == TDG_NONE;
    return (double)loose - movement->usual;
}

/* A movement makes sure what it rests on; where events do not carry it, it is an item itself. One
 * word says less than a theme. */
static int take_movement(struct tdg_lead_item *list, size_t *count, struct tdg_lead_time *time,
                         const struct tdg_finding_view *finding, bool tested)
{
    struct tdg_lead_item item;
    int status = tdg_lead_movement(&item, time, finding);
    if (status || item.originals < 2)
        return status;
    double more = (double)item.originals - item.usual, loose = loose_part(&item, time);
    bool carried = loose < most_carried * more;
    for (size_t i = 0; i < *count; i++) {
        size_t common = tdg_lead_common(&item, &list[i]);
        bool behind = 2 * common >= list[i].count && (double)list[i].originals >= part * more;
        carried = carried || is_carried(&item, &list[i]);
        list[i].tested = list[i].tested || (tested && behind);
    }
    if (carried || more <= 0)
        return TDG_OK;
    item.tested = tested;
    weigh(&item, time);
    item.score *= loose / (double)item.originals * (item.kind == TDG_LEAD_TERM ? of_a_term : 1);
    if (*count == MOST && list[MOST - 1].score >= item.score)
        return TDG_OK;
    *count -= *count == MOST;
    insert(list, count, &item);
    return TDG_OK;
}

static bool is_up(const struct tdg_finding_view *finding)
{
    return finding->after > finding->before;
}

static int take_findings(struct tdg_lead_item *list, size_t *count, struct tdg_lead_time *time,
                         const struct tdg_finding_view *findings, size_t finding_count)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < finding_count; i++)
        if (is_up(&findings[i]))
            status = take_movement(list, count, time, &findings[i], findings[i].q <= sure);
    return status;
}

/* In the first weeks nothing can be tested yet. */
static int take_growth(struct tdg_lead_item *list, size_t *count, struct tdg_lead_time *time)
{
    int status = TDG_OK;
    for (uint32_t i = 0; !status && i < time->analysis->theme_count; i++) {
        const struct tdg_theme_view *theme = &time->analysis->themes[i];
        double more = (theme->change.share - theme->change.baseline) * (double)time->originals;
        if (theme->mixed || theme->change.period != time->period ||
            theme->change.share < grown * theme->change.baseline || more < min_grown)
            continue;
        struct tdg_finding_view growth = {.theme = i,
                                          .parent = TDG_NONE,
                                          .term = "",
                                          .first = time->period,
                                          .last = time->period};
        status = take_movement(list, count, time, &growth, false);
    }
    return status;
}

static int take_movements(struct tdg_lead_item *list, size_t *count, struct tdg_lead_time *time)
{
    const struct tdg_analysis *analysis = time->analysis;
    const struct tdg_finding_list *all = &analysis->trends.findings;
    const struct tdg_latest_view *latest = &analysis->latest;
    if (time->period == TDG_NONE)
        return take_findings(list, count, time, all->items, all->count);
    return latest->period == time->period
               ? take_findings(list, count, time, latest->movements, latest->movement_count)
               : take_growth(list, count, time);
}

/* Of all time, what is large is there. */
static enum tdg_certainty certainty_of(const struct tdg_lead_item *item,
                                       const struct tdg_lead_time *time)
{
    bool many = item->originals >= (item->sources > 1 ? LIKELY : LIKELY_OF_ONE);
    bool unusual = time->period == TDG_NONE || (time->before_count >= LIKELY_BEFORE &&
                                                (double)item->originals >= likely * item->usual);
    return item->tested ? TDG_CLEAR : many && unusual ? TDG_LIKELY : TDG_TOO_EARLY;
}

/* The articles that say most of it; of sources that have none yet where those say nearly as much:
 * another source is no reason for an article that has hardly to do with it. */
static int choose_headlines(struct tdg_lead_view *view, const struct tdg_lead_item *item,
                            const struct tdg_lead_time *time)
{
    const struct tdg_article_view *articles = time->analysis->articles;
    uint32_t *chosen = tdg_arena_alloc(&time->analysis->arena, HEADLINES * sizeof *chosen);
    double *value = tdg_alloc(item->originals, sizeof *value);
    if (!chosen || !value) {
        free(value);
        return TDG_ENOMEM;
    }
    tdg_lead_centrality(value, &time->words, item->lead, item->originals);
    uint32_t own =
        item->event == TDG_NONE ? TDG_NONE : time->analysis->events[item->event].headline;
    while (view->headline_count < HEADLINES) {
        size_t best = item->originals;
        double most = -1;
        for (size_t i = 0; i < item->originals; i++) {
            const struct tdg_article_view *article = &articles[item->lead[i]];
            double worth = value[i] * value[i] * (item->lead[i] == own ? 1.2 : 1);
            bool again = false;
            for (size_t k = 0; k < view->headline_count; k++) {
                again = again || strcmp(articles[chosen[k]].headline, article->headline) == 0;
                worth *=
                    *article->source && strcmp(articles[chosen[k]].source, article->source) == 0
                        ? 0.5
                        : 1;
            }
            if (!again && worth > most) {
                most = worth;
                best = i;
            }
        }
        if (best == item->originals)
            break;
        chosen[view->headline_count++] = item->lead[best];
    }
    free(value);
    view->headlines = chosen;
    return TDG_OK;
}

static const char *title_of(struct tdg_analysis *analysis, const struct tdg_lead_view *view)
{
    char title[TDG_TITLE];
    if (view->kind == TDG_LEAD_EVENT)
        return analysis->articles[view->headlines[0]].headline;
    if (view->kind == TDG_LEAD_TERM)
        return view->term;
    if (view->kind == TDG_LEAD_THEME)
        tdg_theme_title(&analysis->themes[view->theme], title);
    else
        tdg_parent_title(&analysis->parents[view->parent], title);
    return tdg_arena_string(&analysis->arena, title);
}

static const char *sentence_of(const struct tdg_lead_item *item, const struct tdg_lead_time *time)
{
    const struct tdg_analysis *analysis = time->analysis;
    const struct tdg_period_view *peak = tdg_analysis_period(analysis, item->peak);
    bool all = time->period == TDG_NONE;
    char text[TDG_LEAD_TEXT], days[TDG_DAYS_TEXT];
    tdg_lead_sentence(text,
                      &(struct tdg_lead_facts){
                          .articles = item->originals,
                          .before = item->earlier,
                          .periods = all ? item->periods : time->before_count,
                          .usual = item->usual,
                          .sources = item->sources,
                          .all_sources = time->sources,
                          .unit = tdg_period_unit(peak),
                          .most_days = all ? tdg_days_text(days, peak->start, peak->end) : NULL,
                      });
    return tdg_arena_string(&time->analysis->arena, text);
}

/* The day of the first article of it, before the period perhaps. */
static const char *since_of(const struct tdg_lead_item *item, const struct tdg_lead_time *time)
{
    const struct tdg_event_view *event = tdg_analysis_event(time->analysis, item->event);
    if (event && event->day_count && time->period != TDG_NONE)
        return event->curve[0].day;
    char text[TDG_TIME_SIZE];
    int64_t first = time->analysis->articles[item->rows[0]].published;
    tdg_time_text(tdg_zone_day(time->run->settings.zone, first, NULL) * DAY, text);
    return tdg_arena_copy(&time->analysis->arena, text, strcspn(text, "T"));
}

static int view_item(struct tdg_lead_view *view, const struct tdg_lead_item *item,
                     const struct tdg_lead_time *time)
{
    struct tdg_arena *arena = &time->analysis->arena;
    uint32_t *articles = tdg_arena_alloc(arena, item->count * sizeof *articles);
    if (!articles)
        return TDG_ENOMEM;
    memcpy(articles, item->rows, item->count * sizeof *articles);
    *view = (struct tdg_lead_view){
        .kind = item->kind,
        .certainty = certainty_of(item, time),
        .event = item->event,
        .theme = item->theme,
        .parent = item->parent,
        .term = tdg_arena_string(arena, item->term),
        .originals = item->originals,
        .sources = item->sources,
        .usual = item->usual,
        .articles = articles,
        .article_count = item->count,
        .since = since_of(item, time),
        .sentence = sentence_of(item, time),
    };
    int status = view->term && view->since && view->sentence ? choose_headlines(view, item, time)
                                                             : TDG_ENOMEM;
    view->title = status ? NULL : title_of(time->analysis, view);
    return view->title ? TDG_OK : TDG_ENOMEM;
}

/* Ten at most. */
static int rank(struct tdg_lead_item *list, size_t *count, struct tdg_lead_time *time)
{
    for (size_t i = 0; i < *count; i++)
        weigh(&list[i], time);
    if (*count)
        qsort(list, *count, sizeof *list, by_score);
    *count = *count < LOOKED_AT ? *count : LOOKED_AT;
    int status = join_twins(list, count, time);
    if (!status && *count)
        qsort(list, *count, sizeof *list, by_score);
    *count = *count < MOST ? *count : MOST;
    return status ? status : take_movements(list, count, time);
}

/* After the first, nothing that is no more than usual, or of all time as much in every period;
 * after the fifth, nothing of two articles. */
static bool belongs(const struct tdg_lead_item *item, const struct tdg_lead_time *time,
                    size_t place)
{
    bool more = time->period == TDG_NONE
                    ? (double)item->originals > grown * (double)item->periods * item->usual
                    : (double)item->originals > item->usual;
    return !place || (more && (place < FEW || item->originals >= SMALL));
}

static int view_scope(struct tdg_analysis *analysis, const struct tdg_run *run,
                      enum tdg_lead_scope scope)
{
    struct tdg_lead_time time;
    struct tdg_lead_item *events = NULL;
    size_t found = 0;
    int status = tdg_lead_time_new(&time, analysis, run, scope);
    if (!status)
        status = tdg_lead_events(&events, &found, &time);
    if (!status)
        status = rank(events, &found, &time);
    size_t count = 0;
    analysis->lead[scope] = tdg_arena_alloc(&analysis->arena, MOST * sizeof **analysis->lead);
    if (!analysis->lead[scope])
        status = TDG_ENOMEM;
    for (size_t i = 0; !status && i < found; i++)
        if (belongs(&events[i], &time, count))
            status = view_item(&analysis->lead[scope][count++], &events[i], &time);
    analysis->lead_count[scope] = status ? 0 : count;
    free(events);
    tdg_lead_time_done(&time);
    return status;
}

int tdg_view_lead(struct tdg_analysis *analysis, const struct tdg_run *run)
{
    analysis->lead_count[TDG_LEAD_PERIOD] = analysis->lead_count[TDG_LEAD_ALL] = 0;
    int status = TDG_OK;
    if (tdg_analysis_period_count(analysis))
        status = view_scope(analysis, run, TDG_LEAD_PERIOD);
    if (!status && tdg_analysis_period_count(analysis))
        status = view_scope(analysis, run, TDG_LEAD_ALL);
    return status;
}
