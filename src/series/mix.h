// SPDX-License-Identifier: GPL-3.0-or-later
/** Who wrote in each period. A source that falls silent takes its themes along, one that joins
 * brings its own, and nothing has happened in the world. So what is expected of a series in a
 * period follows the sources of that period: the sum, over sources, of their articles times the
 * share that the series has in all of the source's articles (direct standardization, as rates are
 * held against populations of another age). A movement within the sources stays what it is. */
#ifndef TDG_SERIES_MIX_H
#define TDG_SERIES_MIX_H

#include <stddef.h>
#include <stdint.h>

#include "calendar/period.h"
#include "series/trends.h"

/** Sources with enough articles, and one stratum for all others. {0} where there are fewer than two
 * strata: then nothing is to be held constant. */
struct tdg_mix {
    uint32_t strata;
    size_t periods;    /* of the trends */
    uint32_t *stratum; /* [articles] */
    double *count;     /* [periods][strata] originals in periods that can be compared, else 0 */
    uint32_t *said;    /* [groups][strata] articles of the themes */
    double *theme;     /* [groups][periods] factor of what is expected of them */
    uint32_t *all;     /* [periods] all periods: 0, 1, … */
    double *size;      /* [strata] articles of the periods that were loaded last */
    double *lean;      /* [strata] scratch of tdg_mix_factors */
};

/** Once the periods of the trends have their counts and gaps. TDG_ENOMEM. */
int tdg_mix_find(struct tdg_mix *mix, const struct tdg_trends *trends,
                 const struct tdg_timeline *timeline, const struct tdg_trend_input *input);
void tdg_mix_done(struct tdg_mix *mix);

/** Loads periods of the trends; tdg_mix_factors speaks of the ones that were loaded last. */
void tdg_mix_load(struct tdg_mix *mix, const uint32_t *period, size_t periods);

/** factor[t] of a series that is in said[stratum] of the articles of these periods: what is
 * expected in period[t], over what would be expected if all sources wrote alike. 1 where the
 * sources are as always. Returns how much larger its share is where its articles are, in their
 * sources, than in all articles. */
double tdg_mix_factors(double *factor, const struct tdg_mix *mix, const uint32_t *said,
                       const uint32_t *period, size_t periods);

/** How large a series is expected to be in a period of the trends, as a factor; 1 without a mix. */
static inline double tdg_mix_of_theme(const struct tdg_mix *mix, size_t theme, size_t period)
{
    return mix && mix->strata ? mix->theme[theme * mix->periods + period] : 1;
}

#endif
