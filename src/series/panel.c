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
#include "detect/latest.h"
#include "series/mix.h"
#include "series/tellable.h"
#include "vector/vector.h"

/* That a term must have to be followed, and in the last periods to be looked at there. */
enum { MIN_ARTICLES = 20, MIN_RECENT = 5 };

/* Themes are what a report is about; terms are many and loud, and find with little. */
static const double themes_weight = 0.8, terms_weight = 0.2;

void tdg_panel_done(struct tdg_panel *panel)
{
    free(panel->subjects);
    free(panel->period);
    free(panel->place);
    free(panel->count);
    free(panel->whole);
    free(panel->weekday);
    free(panel->doc_length);
    free(panel->mix);
    free(panel->density);
    free(panel->quiet);
    free(panel->member_begin);
    free(panel->member);
    *panel = (struct tdg_panel){0};
}

static size_t count_periods(const struct tdg_trends *trends)
{
    size_t count = 0;
    for (size_t p = 0; p < trends->period_count; p++)
        count += tdg_period_counts(&trends->periods[p]);
    return count;
}

/* The last ones of the periods that can be compared. */
static int watch_periods(struct tdg_panel *panel, const struct tdg_trends *trends,
                         const struct tdg_timeline *timeline, size_t most)
{
    size_t all = trends->period_count, used = 0, whole = count_periods(trends);
    size_t skip = whole > most ? whole - most : 0;
    panel->period = tdg_alloc(all, sizeof *panel->period);
    panel->place = tdg_alloc(all, sizeof *panel->place);
    panel->whole = tdg_alloc(all, sizeof *panel->whole);
    panel->weekday = tdg_alloc(all, sizeof *panel->weekday);
    if (!panel->period || !panel->place || !panel->whole || !panel->weekday)
        return TDG_ENOMEM;
    for (size_t p = 0; p < all; p++) {
        panel->place[p] = TDG_NONE;
        if (!tdg_period_counts(&trends->periods[p]) || (skip && skip--))
            continue;
        panel->place[p] = (uint32_t)used;
        panel->period[used] = (uint32_t)p;
        panel->whole[used] = (double)trends->periods[p].originals;
        panel->weekday[used++] = tdg_weekday(timeline->start[p]);
    }
    panel->family.periods = used;
    panel->family.whole = panel->whole;
    if (all && timeline->start[1] == timeline->start[0] + 1)
        panel->family.weekday = panel->weekday;
    return TDG_OK;
}

static int make_series(struct tdg_panel *panel, size_t most, bool mixed)
{
    size_t periods = panel->family.periods;
    panel->subjects = tdg_alloc(most, sizeof *panel->subjects);
    panel->count = tdg_alloc(most, (periods + 1) * sizeof *panel->count);
    panel->family.count = panel->count;
    if (mixed) {
        panel->mix = tdg_alloc(most, (periods + 1) * sizeof *panel->mix);
        panel->density = tdg_alloc(most, sizeof *panel->density);
        panel->family.mix = panel->mix;
        panel->family.density = panel->density;
    }
    return panel->subjects && panel->count && ((panel->mix && panel->density) || !mixed)
               ? TDG_OK
               : TDG_ENOMEM;
}

static void add_theme(struct tdg_panel *panel, const struct tdg_trends *trends, uint32_t theme,
                      size_t series)
{
    const struct tdg_point_view *points = trends->points + theme * trends->period_count;
    double *count = panel->count + series * panel->family.periods;
    for (size_t t = 0; t < panel->family.periods; t++)
        count[t] += (double)points[panel->period[t]].originals;
}

/* A parent is in the articles of all its themes. */
static int mix_themes(struct tdg_panel *panel, struct tdg_mix *mix,
                      const struct tdg_trend_input *input)
{
    size_t periods = panel->family.periods, strata = mix->strata;
    uint32_t *said = tdg_alloc(strata, sizeof *said);
    if (!said)
        return TDG_ENOMEM;
    tdg_mix_load(mix, mix->all, mix->periods);
    for (size_t s = 0; s < panel->family.series; s++) {
        const struct tdg_series_key *subject = &panel->subjects[s];
        bool parent = input->parent && subject->kind == TDG_SERIES_PARENT;
        memset(said, 0, strata * sizeof *said);
        for (size_t g = 0; g < input->groups; g++)
            if ((parent ? input->parent[g] : g) == subject->index)
                for (size_t k = 0; k < strata; k++)
                    said[k] += mix->said[g * strata + k];
        panel->density[s] =
            tdg_mix_factors(panel->mix + s * periods, mix, said, panel->period, periods);
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

static void add_parents(struct tdg_panel *panel, const struct tdg_trends *trends,
                        const struct tdg_trend_input *input)
{
    for (uint32_t parent = 0; input->parent && parent < input->parents; parent++) {
        if (!has_several(input, parent))
            continue;
        size_t series = panel->family.series++;
        panel->subjects[series] = (struct tdg_series_key){TDG_SERIES_PARENT, parent};
        for (uint32_t g = 0; g < input->groups; g++)
            if (input->parent[g] == parent)
                add_theme(panel, trends, g, series);
    }
}

int tdg_panel_themes(struct tdg_panel *panel, const struct tdg_trends *trends,
                     const struct tdg_timeline *timeline, const struct tdg_trend_input *input,
                     size_t most)
{
    int status = watch_periods(panel, trends, timeline, most);
    if (!status)
        status = make_series(panel, (size_t)input->groups + (input->parent ? input->parents : 0),
                             trends->mix);
    if (!status && input->mixed) {
        panel->family.quiet = panel->quiet =
            tdg_alloc((size_t)input->groups + input->parents, sizeof *panel->quiet);
        status = panel->quiet ? TDG_OK : TDG_ENOMEM;
    }
    if (status)
        return status;
    for (uint32_t g = 0; g < input->groups; g++) {
        panel->subjects[g] = (struct tdg_series_key){TDG_SERIES_THEME, g};
        add_theme(panel, trends, g, g);
    }
    for (uint32_t g = 0; input->mixed && g < input->groups; g++)
        panel->quiet[g] = input->mixed[g];
    panel->family.series = panel->family.typical = input->groups;
    panel->family.weight = themes_weight;
    add_parents(panel, trends, input);
    return trends->mix ? mix_themes(panel, trends->mix, input) : TDG_OK;
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
        if (vocabulary->articles[order[i]] >= MIN_ARTICLES &&
            is_tellable(input, (uint32_t)order[i]))
            columns[chosen++] = (uint32_t)order[i];
    gsl_sort_uint(columns, 1, chosen);
    return chosen;
}

/* said: [series][strata] articles, or NULL. */
static void count_terms(struct tdg_panel *panel, const uint32_t *series, uint32_t *said,
                        const struct tdg_mix *mix, const struct tdg_timeline *timeline,
                        const struct tdg_trend_input *input)
{
    for (size_t i = 0; i < input->articles; i++) {
        if (!tdg_panel_counts(panel, timeline, input, i))
            continue;
        size_t place = panel->place[timeline->period[i]];
        for (size_t k = input->counts->begin[i]; k < input->counts->begin[i + 1]; k++) {
            uint32_t s = series[input->counts->column[k]];
            if (s == TDG_NONE)
                continue;
            panel->count[s * panel->family.periods + place]++;
            if (said)
                said[(size_t)s * mix->strata + mix->stratum[i]]++;
        }
    }
}

/* The counts of the terms, and what their sources make of them. */
static int follow_terms(struct tdg_panel *panel, const uint32_t *series, struct tdg_mix *mix,
                        const struct tdg_timeline *timeline, const struct tdg_trend_input *input)
{
    const struct tdg_family *family = &panel->family;
    uint32_t *said = mix ? tdg_alloc(family->series, mix->strata * sizeof *said) : NULL;
    if (mix && !said)
        return TDG_ENOMEM;
    count_terms(panel, series, said, mix, timeline, input);
    if (mix)
        tdg_mix_load(mix, panel->period, family->periods);
    for (size_t s = 0; mix && s < family->series; s++)
        panel->density[s] = tdg_mix_factors(panel->mix + s * family->periods, mix,
                                            said + s * mix->strata, panel->period, family->periods);
    free(said);
    return TDG_OK;
}

/* All terms as one series. */
static int divide_by_mix(struct tdg_panel *panel, struct tdg_mix *mix,
                         const struct tdg_timeline *timeline, const struct tdg_trend_input *input)
{
    uint32_t *said = tdg_alloc(mix->strata, sizeof *said);
    double *factor = tdg_alloc(panel->family.periods, sizeof *factor);
    int status = said && factor ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < input->articles; i++)
        if (tdg_panel_counts(panel, timeline, input, i))
            said[mix->stratum[i]] +=
                (uint32_t)(input->counts->begin[i + 1] - input->counts->begin[i]);
    if (!status)
        tdg_mix_factors(factor, mix, said, panel->period, panel->family.periods);
    for (size_t t = 0; !status && t < panel->family.periods; t++)
        panel->doc_length[t] /= factor[t];
    free(said);
    free(factor);
    return status;
}

/* How many terms an article of each period has, over how many it has in all of them; beyond what
 * its sources make of that, which is in the factors of the terms already. */
static int measure_richness(struct tdg_panel *panel, struct tdg_mix *mix,
                            const struct tdg_timeline *timeline,
                            const struct tdg_trend_input *input)
{
    double terms = 0, articles = 0;
    panel->doc_length = tdg_alloc(panel->family.periods, sizeof *panel->doc_length);
    if (!panel->doc_length)
        return TDG_ENOMEM;
    for (size_t i = 0; i < input->articles; i++)
        if (tdg_panel_counts(panel, timeline, input, i))
            panel->doc_length[panel->place[timeline->period[i]]] +=
                (double)(input->counts->begin[i + 1] - input->counts->begin[i]);
    for (size_t t = 0; t < panel->family.periods; t++) {
        terms += panel->doc_length[t];
        articles += panel->whole[t];
    }
    for (size_t t = 0; t < panel->family.periods; t++)
        panel->doc_length[t] =
            fmax(1, panel->doc_length[t]) / panel->whole[t] * articles / fmax(1, terms);
    panel->family.doc_length = panel->doc_length;
    return mix ? divide_by_mix(panel, mix, timeline, input) : TDG_OK;
}

/* Series of the chosen columns; the periods are there. */
static int watch_columns(struct tdg_panel *panel, const uint32_t *columns, size_t count,
                         struct tdg_mix *mix, const struct tdg_timeline *timeline,
                         const struct tdg_trend_input *input)
{
    size_t all = input->vocabulary->columns;
    uint32_t *series = tdg_alloc(all, sizeof *series);
    int status = series ? make_series(panel, count, mix) : TDG_ENOMEM;
    for (size_t c = 0; !status && c < all; c++)
        series[c] = TDG_NONE;
    for (size_t s = 0; !status && s < count; s++) {
        series[columns[s]] = (uint32_t)s;
        panel->subjects[s] = (struct tdg_series_key){TDG_SERIES_TERM, columns[s]};
    }
    if (!status) {
        panel->family.series = count;
        panel->family.weight = terms_weight;
        status = follow_terms(panel, series, mix, timeline, input);
        if (!status)
            status = measure_richness(panel, mix, timeline, input);
    }
    free(series);
    return status;
}

int tdg_panel_terms(struct tdg_panel *panel, const struct tdg_trends *trends,
                    const struct tdg_timeline *timeline, const struct tdg_trend_input *input,
                    size_t most)
{
    size_t columns = input->vocabulary->columns;
    uint32_t *terms = tdg_alloc(columns, sizeof *terms);
    size_t *order = tdg_alloc(columns, sizeof *order);
    int status = terms && order ? watch_periods(panel, trends, timeline, SIZE_MAX) : TDG_ENOMEM;
    if (!status)
        status = watch_columns(panel, terms, choose_terms(terms, input, most, order), trends->mix,
                               timeline, input);
    free(terms);
    free(order);
    return status;
}

/* Those in enough articles of these periods, ascending; how many. */
static size_t choose_recent(uint32_t *columns, size_t *articles, const struct tdg_panel *panel,
                            const struct tdg_timeline *timeline,
                            const struct tdg_trend_input *input)
{
    const struct tdg_vocabulary *vocabulary = input->vocabulary;
    size_t chosen = 0;
    for (size_t i = 0; i < input->articles; i++)
        for (size_t k = input->counts->begin[i];
             k < input->counts->begin[i + 1] && tdg_panel_counts(panel, timeline, input, i); k++)
            articles[input->counts->column[k]]++;
    for (uint32_t c = 0; c < vocabulary->columns; c++)
        if (articles[c] >= MIN_RECENT && is_tellable(input, c))
            columns[chosen++] = c;
    return chosen;
}

int tdg_panel_recent_terms(struct tdg_panel *panel, const struct tdg_trends *trends,
                           const struct tdg_timeline *timeline, const struct tdg_trend_input *input)
{
    size_t columns = input->vocabulary->columns;
    uint32_t *terms = tdg_alloc(columns, sizeof *terms);
    size_t *articles = tdg_alloc(columns, sizeof *articles);
    int status =
        terms && articles ? watch_periods(panel, trends, timeline, TDG_BASELINE + 1) : TDG_ENOMEM;
    if (!status)
        status = watch_columns(panel, terms, choose_recent(terms, articles, panel, timeline, input),
                               trends->mix, timeline, input);
    free(terms);
    free(articles);
    return status;
}

bool tdg_panel_counts(const struct tdg_panel *panel, const struct tdg_timeline *timeline,
                      const struct tdg_trend_input *input, size_t row)
{
    uint32_t p = timeline->period[row];
    return p != TDG_NONE && panel->place[p] != TDG_NONE &&
           (!input->copy_of || input->copy_of[row] == TDG_NONE);
}
