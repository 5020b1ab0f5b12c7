// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/panel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_sort_uint.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "calendar/date.h"
#include "calendar/period.h"
#include "detect/family.h"
#include "detect/latest.h"
#include "series/mix.h"
#include "series/tellable.h"
#include "series/trends.h"
#include "vector/vector.h"

/* That a term must have to be followed, and in the last periods to be looked at there. */
enum { FEWEST_ARTICLES = 20, FEWEST_RECENT = 5 };

/* Themes are what a report is about; terms are many and loud, and find with little. */
static const double themes_weight = 0.8, terms_weight = 0.2;

void tdg_watch_done(struct tdg_watch *watch)
{
    free(watch->subjects);
    free(watch->period);
    free(watch->place);
    free(watch->count);
    free(watch->whole);
    free(watch->weekday);
    free(watch->richness);
    free(watch->mix);
    free(watch->density);
    free(watch->quiet);
    free(watch->member_begin);
    free(watch->member);
    *watch = (struct tdg_watch){0};
}

static size_t count_periods(const struct tdg_trends *trends)
{
    size_t count = 0;
    for (size_t p = 0; p < trends->period_count; p++)
        count += tdg_period_counts(&trends->periods[p]);
    return count;
}

/* The last ones of the periods that can be compared. */
static int watch_periods(struct tdg_watch *watch, const struct tdg_trends *trends,
                         const struct tdg_timeline *timeline, size_t most)
{
    size_t all = trends->period_count, used = 0, whole = count_periods(trends);
    size_t skip = whole > most ? whole - most : 0;
    watch->period = tdg_alloc(all, sizeof *watch->period);
    watch->place = tdg_alloc(all, sizeof *watch->place);
    watch->whole = tdg_alloc(all, sizeof *watch->whole);
    watch->weekday = tdg_alloc(all, sizeof *watch->weekday);
    if (!watch->period || !watch->place || !watch->whole || !watch->weekday)
        return TDG_ENOMEM;
    for (size_t p = 0; p < all; p++) {
        watch->place[p] = TDG_NONE;
        if (!tdg_period_counts(&trends->periods[p]) || (skip && skip--))
            continue;
        watch->place[p] = (uint32_t)used;
        watch->period[used] = (uint32_t)p;
        watch->whole[used] = (double)trends->periods[p].originals;
        watch->weekday[used++] = tdg_weekday(timeline->start[p]);
    }
    watch->family.periods = used;
    watch->family.whole = watch->whole;
    if (all && timeline->start[1] == timeline->start[0] + 1)
        watch->family.weekday = watch->weekday;
    return TDG_OK;
}

static int make_series(struct tdg_watch *watch, size_t most, bool mixed)
{
    size_t periods = watch->family.periods;
    watch->subjects = tdg_alloc(most, sizeof *watch->subjects);
    watch->count = tdg_alloc(most, (periods + 1) * sizeof *watch->count);
    watch->family.count = watch->count;
    if (mixed) {
        watch->mix = tdg_alloc(most, (periods + 1) * sizeof *watch->mix);
        watch->density = tdg_alloc(most, sizeof *watch->density);
        watch->family.mix = watch->mix;
        watch->family.density = watch->density;
    }
    return watch->subjects && watch->count && ((watch->mix && watch->density) || !mixed)
               ? TDG_OK
               : TDG_ENOMEM;
}

static void add_theme(struct tdg_watch *watch, const struct tdg_trends *trends, uint32_t theme,
                      size_t series)
{
    const struct tdg_point_view *points = trends->points + theme * trends->period_count;
    double *count = watch->count + series * watch->family.periods;
    for (size_t t = 0; t < watch->family.periods; t++)
        count[t] += (double)points[watch->period[t]].originals;
}

/* A parent is in the articles of all its themes. */
static int mix_themes(struct tdg_watch *watch, struct tdg_mix *mix,
                      const struct tdg_trend_input *input)
{
    size_t periods = watch->family.periods, strata = mix->strata;
    uint32_t *said = tdg_alloc(strata, sizeof *said);
    if (!said)
        return TDG_ENOMEM;
    tdg_mix_load(mix, mix->all, mix->periods);
    for (size_t s = 0; s < watch->family.series; s++) {
        const struct tdg_subject *subject = &watch->subjects[s];
        bool parent = input->parent && subject->kind == TDG_SUBJECT_PARENT;
        memset(said, 0, strata * sizeof *said);
        for (size_t g = 0; g < input->groups; g++)
            if ((parent ? input->parent[g] : g) == subject->index)
                for (size_t k = 0; k < strata; k++)
                    said[k] += mix->said[g * strata + k];
        watch->density[s] =
            tdg_mix_factors(watch->mix + s * periods, mix, said, watch->period, periods);
    }
    free(said);
    return TDG_OK;
}

/* A parent with one theme would say the same again. */
static bool has_several(const struct tdg_trend_input *input, uint32_t parent)
{
    size_t themes = 0;
    for (uint32_t g = 0; g < input->groups; g++)
        themes += input->parent[g] == parent;
    return themes > 1;
}

static void add_parents(struct tdg_watch *watch, const struct tdg_trends *trends,
                        const struct tdg_trend_input *input)
{
    for (uint32_t parent = 0; input->parent && parent < input->parents; parent++) {
        if (!has_several(input, parent))
            continue;
        size_t series = watch->family.series++;
        watch->subjects[series] = (struct tdg_subject){TDG_SUBJECT_PARENT, parent};
        for (uint32_t g = 0; g < input->groups; g++)
            if (input->parent[g] == parent)
                add_theme(watch, trends, g, series);
    }
}

int tdg_watch_themes(struct tdg_watch *watch, const struct tdg_trends *trends,
                     const struct tdg_timeline *timeline, const struct tdg_trend_input *input,
                     size_t most)
{
    int status = watch_periods(watch, trends, timeline, most);
    if (!status)
        status = make_series(watch, (size_t)input->groups + (input->parent ? input->parents : 0),
                             trends->mix);
    if (!status && input->mixed) {
        watch->family.quiet = watch->quiet =
            tdg_alloc((size_t)input->groups + input->parents, sizeof *watch->quiet);
        status = watch->quiet ? TDG_OK : TDG_ENOMEM;
    }
    if (status)
        return status;
    for (uint32_t g = 0; g < input->groups; g++) {
        watch->subjects[g] = (struct tdg_subject){TDG_SUBJECT_THEME, g};
        add_theme(watch, trends, g, g);
    }
    for (uint32_t g = 0; input->mixed && g < input->groups; g++)
        watch->quiet[g] = input->mixed[g];
    watch->family.series = watch->family.typical = input->groups;
    watch->family.weight = themes_weight;
    add_parents(watch, trends, input);
    return trends->mix ? mix_themes(watch, trends->mix, input) : TDG_OK;
}

static bool is_tellable(const struct tdg_trend_input *input, uint32_t column)
{
    uint32_t term = input->vocabulary->term[column];
    return (!input->muted_term || !input->muted_term[term]) &&
           tdg_is_tellable(input->streams->stem[term]);
}

/* The columns in the most articles, ascending; how many. */
static size_t choose_terms(uint32_t *columns, const struct tdg_trend_input *input, size_t most,
                           size_t *order)
{
    const struct tdg_vocabulary *vocabulary = input->vocabulary;
    size_t chosen = 0;
    gsl_sort_uint_index(order, vocabulary->articles, 1, vocabulary->columns);
    for (size_t i = vocabulary->columns; i-- > 0 && chosen < most;)
        if (vocabulary->articles[order[i]] >= FEWEST_ARTICLES &&
            is_tellable(input, (uint32_t)order[i]))
            columns[chosen++] = (uint32_t)order[i];
    gsl_sort_uint(columns, 1, chosen);
    return chosen;
}

/* said: [series][strata] articles, or NULL. */
static void count_terms(struct tdg_watch *watch, const uint32_t *series, uint32_t *said,
                        const struct tdg_mix *mix, const struct tdg_timeline *timeline,
                        const struct tdg_trend_input *input)
{
    for (size_t i = 0; i < input->articles; i++) {
        if (!tdg_watch_counts(watch, timeline, input, i))
            continue;
        size_t place = watch->place[timeline->period[i]];
        for (size_t k = input->counts->begin[i]; k < input->counts->begin[i + 1]; k++) {
            uint32_t s = series[input->counts->column[k]];
            if (s == TDG_NONE)
                continue;
            watch->count[s * watch->family.periods + place]++;
            if (said)
                said[(size_t)s * mix->strata + mix->stratum[i]]++;
        }
    }
}

/* The counts of the terms, and what their sources make of them. */
static int follow_terms(struct tdg_watch *watch, const uint32_t *series, struct tdg_mix *mix,
                        const struct tdg_timeline *timeline, const struct tdg_trend_input *input)
{
    const struct tdg_family *family = &watch->family;
    uint32_t *said = mix ? tdg_alloc(family->series, mix->strata * sizeof *said) : NULL;
    if (mix && !said)
        return TDG_ENOMEM;
    count_terms(watch, series, said, mix, timeline, input);
    if (mix)
        tdg_mix_load(mix, watch->period, family->periods);
    for (size_t s = 0; mix && s < family->series; s++)
        watch->density[s] = tdg_mix_factors(watch->mix + s * family->periods, mix,
                                            said + s * mix->strata, watch->period, family->periods);
    free(said);
    return TDG_OK;
}

/* All terms as one series. */
static int divide_by_mix(struct tdg_watch *watch, struct tdg_mix *mix,
                         const struct tdg_timeline *timeline, const struct tdg_trend_input *input)
{
    uint32_t *said = tdg_alloc(mix->strata, sizeof *said);
    double *factor = tdg_alloc(watch->family.periods, sizeof *factor);
    int status = said && factor ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < input->articles; i++)
        if (tdg_watch_counts(watch, timeline, input, i))
            said[mix->stratum[i]] +=
                (uint32_t)(input->counts->begin[i + 1] - input->counts->begin[i]);
    if (!status)
        tdg_mix_factors(factor, mix, said, watch->period, watch->family.periods);
    for (size_t t = 0; !status && t < watch->family.periods; t++)
        watch->richness[t] /= factor[t];
    free(said);
    free(factor);
    return status;
}

/* How many terms an article of each period has, over how many it has in all of them; beyond what
 * its sources make of that, which is in the factors of the terms already. */
static int measure_richness(struct tdg_watch *watch, struct tdg_mix *mix,
                            const struct tdg_timeline *timeline,
                            const struct tdg_trend_input *input)
{
    double terms = 0, articles = 0;
    watch->richness = tdg_alloc(watch->family.periods, sizeof *watch->richness);
    if (!watch->richness)
        return TDG_ENOMEM;
    for (size_t i = 0; i < input->articles; i++)
        if (tdg_watch_counts(watch, timeline, input, i))
            watch->richness[watch->place[timeline->period[i]]] +=
                (double)(input->counts->begin[i + 1] - input->counts->begin[i]);
    for (size_t t = 0; t < watch->family.periods; t++) {
        terms += watch->richness[t];
        articles += watch->whole[t];
    }
    for (size_t t = 0; t < watch->family.periods; t++)
        watch->richness[t] =
            fmax(1, watch->richness[t]) / watch->whole[t] * articles / fmax(1, terms);
    watch->family.richness = watch->richness;
    return mix ? divide_by_mix(watch, mix, timeline, input) : TDG_OK;
}

/* Series of the chosen columns; the periods are there. */
static int watch_columns(struct tdg_watch *watch, const uint32_t *columns, size_t count,
                         struct tdg_mix *mix, const struct tdg_timeline *timeline,
                         const struct tdg_trend_input *input)
{
    size_t all = input->vocabulary->columns;
    uint32_t *series = tdg_alloc(all, sizeof *series);
    int status = series ? make_series(watch, count, mix) : TDG_ENOMEM;
    for (size_t c = 0; !status && c < all; c++)
        series[c] = TDG_NONE;
    for (size_t s = 0; !status && s < count; s++) {
        series[columns[s]] = (uint32_t)s;
        watch->subjects[s] = (struct tdg_subject){TDG_SUBJECT_TERM, columns[s]};
    }
    if (!status) {
        watch->family.series = count;
        watch->family.weight = terms_weight;
        status = follow_terms(watch, series, mix, timeline, input);
        if (!status)
            status = measure_richness(watch, mix, timeline, input);
    }
    free(series);
    return status;
}

int tdg_watch_terms(struct tdg_watch *watch, const struct tdg_trends *trends,
                    const struct tdg_timeline *timeline, const struct tdg_trend_input *input,
                    size_t most)
{
    size_t columns = input->vocabulary->columns;
    uint32_t *terms = tdg_alloc(columns, sizeof *terms);
    size_t *order = tdg_alloc(columns, sizeof *order);
    int status = terms && order ? watch_periods(watch, trends, timeline, SIZE_MAX) : TDG_ENOMEM;
    if (!status)
        status = watch_columns(watch, terms, choose_terms(terms, input, most, order), trends->mix,
                               timeline, input);
    free(terms);
    free(order);
    return status;
}

/* Those in enough articles of these periods, ascending; how many. */
static size_t choose_recent(uint32_t *columns, size_t *articles, const struct tdg_watch *watch,
                            const struct tdg_timeline *timeline,
                            const struct tdg_trend_input *input)
{
    const struct tdg_vocabulary *vocabulary = input->vocabulary;
    size_t chosen = 0;
    for (size_t i = 0; i < input->articles; i++)
        for (size_t k = input->counts->begin[i];
             k < input->counts->begin[i + 1] && tdg_watch_counts(watch, timeline, input, i); k++)
            articles[input->counts->column[k]]++;
    for (uint32_t c = 0; c < vocabulary->columns; c++)
        if (articles[c] >= FEWEST_RECENT && is_tellable(input, c))
            columns[chosen++] = c;
    return chosen;
}

int tdg_watch_recent_terms(struct tdg_watch *watch, const struct tdg_trends *trends,
                           const struct tdg_timeline *timeline, const struct tdg_trend_input *input)
{
    size_t columns = input->vocabulary->columns;
    uint32_t *terms = tdg_alloc(columns, sizeof *terms);
    size_t *articles = tdg_alloc(columns, sizeof *articles);
    int status =
        terms && articles ? watch_periods(watch, trends, timeline, TDG_BASELINE + 1) : TDG_ENOMEM;
    if (!status)
        status = watch_columns(watch, terms, choose_recent(terms, articles, watch, timeline, input),
                               trends->mix, timeline, input);
    free(terms);
    free(articles);
    return status;
}

bool tdg_watch_counts(const struct tdg_watch *watch, const struct tdg_timeline *timeline,
                      const struct tdg_trend_input *input, size_t row)
{
    uint32_t p = timeline->period[row];
    return p != TDG_NONE && watch->place[p] != TDG_NONE &&
           (!input->copy_of || input->copy_of[row] == TDG_NONE);
}
