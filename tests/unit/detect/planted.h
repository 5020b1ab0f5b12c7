// SPDX-License-Identifier: GPL-3.0-or-later
/** Series with a known common_factor: negative binomial counts about shares that are planted. */
#ifndef TDG_TEST_TREND_PLANTED_H
#define TDG_TEST_TREND_PLANTED_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>

#include <gsl/gsl_randist.h>

#include "base/random.h"
#include "detect/family.h"

enum { PLANTED_SERIES = 12, PLANTED_PERIODS = 30 };

struct planted {
    double count[PLANTED_SERIES][PLANTED_PERIODS];
    double whole[PLANTED_PERIODS];
    double mean;   /* articles of a series a period */
    double spread; /* variance = mean + spread mean^2 */
};

/** rate(series, period): times the mean. The volume of all swings by a sixth. */
static inline void plant(struct planted *planted, uint64_t seed, double (*rate)(size_t, size_t))
{
    gsl_rng *random = tdg_random_new(seed, 99);
    for (size_t t = 0; t < PLANTED_PERIODS; t++) {
        double swing = exp(gsl_ran_gaussian(random, 0.15));
        planted->whole[t] = 0;
        for (size_t s = 0; s < PLANTED_SERIES; s++) {
            double mean = planted->mean * swing * rate(s, t);
            double scatter = gsl_ran_gamma(random, 1 / planted->spread, planted->spread);
            planted->count[s][t] = (double)gsl_ran_poisson(random, mean * scatter);
            planted->whole[t] += planted->count[s][t];
        }
    }
    gsl_rng_free(random);
}

static inline struct tdg_family planted_family(const struct planted *planted)
{
    return (struct tdg_family){.series = PLANTED_SERIES,
                               .periods = PLANTED_PERIODS,
                               .count = &planted->count[0][0],
                               .whole = planted->whole,
                               .typical = PLANTED_SERIES,
                               .weight = 1};
}

#endif
