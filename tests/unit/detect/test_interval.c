// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "base/random.h"
#include "detect/interval.h"
#include "detect/statistics.h"
#include "unit/check.h"

static void nothing_is_known_about_an_empty_period(void **state)
{
    (void)state;
    struct tdg_interval interval = tdg_share_interval(0, 0);
    assert_near(interval.low, 0, 0);
    assert_near(interval.high, 1, 0);
}

/* Brown, Cai and DasGupta 2001, table 5: Jeffreys limits, with their correction at the ends (0 for
 * none, 1 for all); the other values from the quantiles of the beta distribution. */
static const struct {
    size_t part, whole;
    double low, high;
} known[] = {
    {0, 7, 0, 0.292},      {1, 7, 0.016, 0.501},  {3, 7, 0.139, 0.766},
    {2, 10, 0.044, 0.503}, {5, 10, 0.224, 0.776}, {10, 10, 0.783, 1},
};

static void limits_are_the_published_ones(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct tdg_interval interval = tdg_share_interval(known[i].part, known[i].whole);
        assert_near(interval.low, known[i].low, 0.0006);
        assert_near(interval.high, known[i].high, 0.0006);
    }
}

/* For all sizes, also those at which GSL's own quantile fails. */
static void limits_are_quantiles_around_the_share(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 2, 3, 7, 40, 333, 1000, 27182, 100000, 999983};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
        for (size_t step = 0; step <= 60; step++) {
            size_t whole = sizes[s], part = whole * step / 60;
            struct tdg_interval interval = tdg_share_interval(part, whole);
            double a = (double)part + 0.5, b = (double)(whole - part) + 0.5;
            double share = (double)part / (double)whole;
            assert_true(interval.low <= share && share <= interval.high);
            assert_true(interval.low >= 0 && interval.high <= 1);
            if (part > 0)
                assert_near(gsl_cdf_beta_P(interval.low, a, b), 0.025, 1e-8);
            if (part < whole)
                assert_near(gsl_cdf_beta_P(interval.high, a, b), 0.975, 1e-8);
        }
}

static void huge_periods_have_narrow_intervals(void **state)
{
    (void)state;
    size_t whole = (size_t)1 << 40;
    struct tdg_interval interval = tdg_share_interval(whole / 4, whole);
    assert_true(interval.low < 0.25 && interval.high > 0.25);
    assert_near(interval.low, 0.25, 1e-5);
    assert_near(interval.high, 0.25, 1e-5);
}

static void intervals_cover_95_of_100(void **state)
{
    (void)state;
    static const double shares[] = {0.03, 0.11, 0.29, 0.5};
    gsl_rng *random = tdg_random_new(2385, 1);
    assert_non_null(random);
    for (size_t s = 0; s < sizeof shares / sizeof *shares; s++) {
        enum { ROUNDS = 4000 };
        int covered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            unsigned whole = 60 + (unsigned)gsl_rng_uniform_int(random, 400);
            unsigned part = gsl_ran_binomial(random, shares[s], whole);
            struct tdg_interval interval = tdg_share_interval(part, whole);
            covered += interval.low <= shares[s] && shares[s] <= interval.high;
        }
        assert_near((double)covered / ROUNDS, 0.95, 0.015);
    }
    gsl_rng_free(random);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_known_about_an_empty_period),
        cmocka_unit_test(limits_are_the_published_ones),
        cmocka_unit_test(limits_are_quantiles_around_the_share),
        cmocka_unit_test(huge_periods_have_narrow_intervals),
        cmocka_unit_test(intervals_cover_95_of_100),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
