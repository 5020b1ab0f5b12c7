// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/mix.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include <gsl/gsl_sort_ulong.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

/* A source with fewer articles says little about its own shares: such sources are one stratum, as
 * are those beyond the largest hundred. */
enum { MIN_ARTICLES = 20, MAX_STRATA = 100 };

/* The share of a series in a source is drawn to that in all sources by so many articles. */
static const double doubt = 5;
/* Least factor: a theme whose source is silent may be in another one after all. */
static const double least = 0.01;

void tdg_mix_done(struct tdg_mix *mix)
{
    free(mix->stratum);
    free(mix->count);
    free(mix->said);
    free(mix->theme);
    free(mix->all);
    free(mix->lean);
    free(mix->size);
    *mix = (struct tdg_mix){0};
}

/* An original in a period that can be compared. */
static bool counts(const struct tdg_trends *trends, const struct tdg_timeline *timeline,
                   const struct tdg_trend_input *input, size_t row)
{
    uint32_t p = timeline->period[row];
    return p != TDG_NONE && tdg_period_counts(&trends->periods[p]) &&
           (!input->copy_of || input->copy_of[row] == TDG_NONE);
}

/* Articles without a source are those of source number `sources`. */
static uint32_t source_of(const struct tdg_trend_input *input, size_t row)
{
    return input->source[row] == TDG_NONE ? input->sources : input->source[row];
}

/* of[source]: its stratum, 0 for all small ones. How many there are. */
static int choose_strata(uint32_t *strata, uint32_t *of, const struct tdg_trends *trends,
                         const struct tdg_timeline *timeline, const struct tdg_trend_input *input)
{
    size_t sources = (size_t)input->sources + 1, pooled = 0;
    unsigned long *articles = tdg_alloc(sources, sizeof *articles);
    size_t *order = tdg_alloc(sources, sizeof *order);
    int status = articles && order ? TDG_OK : TDG_ENOMEM;
    uint32_t large = 0;
    for (size_t i = 0; !status && i < input->articles; i++)
        articles[source_of(input, i)] += counts(trends, timeline, input, i);
    if (!status)
        gsl_sort_ulong_index(order, articles, 1, sources);
    for (size_t i = sources; !status && i-- > 0;) {
        bool alone = articles[order[i]] >= MIN_ARTICLES && large < MAX_STRATA;
        pooled += alone ? 0 : articles[order[i]];
        large += alone;
        of[order[i]] = alone ? large : 0;
    }
    *strata = pooled || large == 0 ? large + 1 : large;
    for (size_t s = 0; !status && !pooled && large && s < sources; s++)
        of[s] -= of[s] > 0;
    free(articles);
    free(order);
    return status;
}

static int make_room(struct tdg_mix *mix, const struct tdg_trend_input *input)
{
    mix->stratum = tdg_alloc(input->articles, sizeof *mix->stratum);
    mix->count = tdg_alloc(mix->periods, mix->strata * sizeof *mix->count);
    mix->said = tdg_alloc(input->groups, mix->strata * sizeof *mix->said);
    mix->all = tdg_alloc(mix->periods, sizeof *mix->all);
    mix->theme = tdg_alloc(input->groups, mix->periods * sizeof *mix->theme);
    mix->lean = tdg_alloc(mix->strata, sizeof *mix->lean);
    mix->size = tdg_alloc(mix->strata, sizeof *mix->size);
    return mix->stratum && mix->count && mix->said && mix->all && mix->theme && mix->lean &&
                   mix->size
               ? TDG_OK
               : TDG_ENOMEM;
}

static void follow_themes(struct tdg_mix *mix, const struct tdg_trends *trends,
                          const struct tdg_timeline *timeline, const struct tdg_trend_input *input)
{
    for (size_t i = 0; i < input->articles; i++)
        if (input->group[i] != TDG_NONE && counts(trends, timeline, input, i))
            mix->said[(size_t)input->group[i] * mix->strata + mix->stratum[i]]++;
    for (size_t p = 0; p < mix->periods; p++)
        mix->all[p] = (uint32_t)p;
    tdg_mix_load(mix, mix->all, mix->periods);
    for (size_t g = 0; g < input->groups; g++)
        tdg_mix_factors(mix->theme + g * mix->periods, mix, mix->said + g * mix->strata, mix->all,
                        mix->periods);
}

int tdg_mix_find(struct tdg_mix *mix, const struct tdg_trends *trends,
                 const struct tdg_timeline *timeline, const struct tdg_trend_input *input)
{
    struct tdg_mix made = {.periods = trends->period_count};
    if (!input->source || !input->sources)
        return TDG_OK;
    uint32_t *of = tdg_alloc((size_t)input->sources + 1, sizeof *of);
    int status = of ? choose_strata(&made.strata, of, trends, timeline, input) : TDG_ENOMEM;
    if (status || made.strata < 2)
        goto out;
    status = make_room(&made, input);
    for (size_t i = 0; !status && i < input->articles; i++) {
        made.stratum[i] = of[source_of(input, i)];
        if (counts(trends, timeline, input, i))
            made.count[(size_t)timeline->period[i] * made.strata + made.stratum[i]]++;
    }
    if (!status) {
        follow_themes(&made, trends, timeline, input);
        *mix = made;
        made = (struct tdg_mix){0};
    }
out:
    free(of);
    tdg_mix_done(&made);
    return status;
}

void tdg_mix_load(struct tdg_mix *mix, const uint32_t *period, size_t periods)
{
    for (size_t k = 0; k < mix->strata; k++)
        mix->size[k] = 0;
    for (size_t t = 0; t < periods; t++)
        for (size_t k = 0; k < mix->strata; k++)
            mix->size[k] += mix->count[(size_t)period[t] * mix->strata + k];
}

double tdg_mix_factors(double *factor, const struct tdg_mix *mix, const uint32_t *said,
                       const uint32_t *period, size_t periods)
{
    size_t strata = mix->strata;
    double sum = 0, all = 0;
    for (size_t k = 0; k < strata; k++) {
        sum += said[k];
        all += mix->size[k];
    }
    double share = sum / fmax(1, all), density = sum > 0 ? 0 : 1;
    for (size_t k = 0; k < strata; k++) {
        mix->lean[k] = sum > 0 ? (said[k] / share + doubt) / (mix->size[k] + doubt) : 1;
        density += sum > 0 ? said[k] / sum * mix->lean[k] : 0;
    }
    for (size_t t = 0; t < periods; t++) {
        const double *count = mix->count + (size_t)period[t] * strata;
        double whole = 0, expected = 0;
        for (size_t k = 0; k < strata; k++) {
            whole += count[k];
            expected += count[k] * mix->lean[k];
        }
        factor[t] = whole > 0 ? fmax(least, expected / whole) : 1;
    }
    return fmax(1, density);
}
