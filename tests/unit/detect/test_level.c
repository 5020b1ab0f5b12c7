// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/statistics.h"

#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>

#include "base/random.h"
#include "detect/level.h"
#include "unit/check.h"

static const double share = 1.0 / 9;

static void without_bunches_it_is_the_binomial(void **state)
{
    (void)state;
    static const unsigned counts[] = {0, 1, 4, 7, 12, 20};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        unsigned whole = 40, count = counts[i];
        double below = gsl_cdf_binomial_P(count, share, whole);
        double above = count ? gsl_cdf_binomial_Q(count - 1, share, whole) : 1;
        double p = tdg_level_p(count, whole - count, share, HUGE_VAL);
        assert_near(p / fmin(1, 2 * fmin(below, above)), 1, 1e-5);
    }
}

/* The definition, by gamma functions. */
static double beta_binomial(double i, double whole, double a, double b)
{
    return exp(gsl_sf_lnchoose((unsigned)whole, (unsigned)i) + gsl_sf_lnbeta(i + a, whole - i + b) -
               gsl_sf_lnbeta(a, b));
}

static void with_bunches_it_is_the_beta_binomial(void **state)
{
    (void)state;
    static const double all_bunches[] = {0.7, 9, 90, 2000};
    for (size_t k = 0; k < sizeof all_bunches / sizeof *all_bunches; k++) {
        double a = all_bunches[k] * share, b = all_bunches[k] - a, below = 0, above = 0;
        double whole = 57, count = 11;
        for (double i = 0; i <= whole; i++) {
            below += i <= count ? beta_binomial(i, whole, a, b) : 0;
            above += i >= count ? beta_binomial(i, whole, a, b) : 0;
        }
        double p = tdg_level_p(count, whole - count, share, all_bunches[k]);
        assert_near(p / fmin(1, 2 * fmin(below, above)), 1, 1e-9);
    }
}

static void large_counts_cost_and_lose_nothing(void **state)
{
    (void)state;
    assert_near(tdg_level_p(100000, 800000, share, HUGE_VAL), 1, 0.01);
    assert_in_range((long)(1e6 * tdg_level_p(101000, 800000, share, HUGE_VAL)), 500, 3000);
    assert_true(tdg_level_p(150000, 800000, share, 1e4) < 1e-12);
    assert_near(tdg_level_p(0, 0, share, 5), 1, 0);
}

/* Bunched counts about one rate: no more small p-values than there may be. */
static void chance_gives_small_values_rarely(void **state)
{
    (void)state;
    enum { RUNS = 4000, PERIODS = 9 };
    static const double spreads[] = {0.01, 0.2, 1};
    for (size_t s = 0; s < sizeof spreads / sizeof *spreads; s++) {
        gsl_rng *random = tdg_random_new(7 + s, 1);
        size_t small = 0;
        for (int run = 0; run < RUNS; run++) {
            double before = 0, now = 0;
            for (int t = 0; t < PERIODS; t++) {
                double scatter = gsl_ran_gamma(random, 1 / spreads[s], spreads[s]);
                now = (double)gsl_ran_poisson(random, 25 * scatter);
                before += t + 1 < PERIODS ? now : 0;
            }
            small += tdg_level_p(now, before, share, PERIODS / spreads[s]) <= 0.05;
        }
        gsl_rng_free(random);
        assert_in_range(small, RUNS / 50, RUNS / 16); /* 2 to 6.25 %: counts are discrete */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_bunches_it_is_the_binomial),
        cmocka_unit_test(with_bunches_it_is_the_beta_binomial),
        cmocka_unit_test(large_counts_cost_and_lose_nothing),
        cmocka_unit_test(chance_gives_small_values_rarely),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
