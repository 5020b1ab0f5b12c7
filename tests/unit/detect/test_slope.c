// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>
#include <stdint.h>

#include <gsl/gsl_randist.h>

#include <tidings/error.h>

#include "base/random.h"
#include "detect/slope.h"
#include "detect/statistics.h"
#include "unit/check.h"

static struct tdg_slope fit(const struct tdg_share *shares, size_t count)
{
    struct tdg_slope slope;
    assert_int_equal(tdg_slope_fit(&slope, shares, count), TDG_OK);
    return slope;
}

/* At the maximum of the likelihood the residuals sum to 0, alone and multiplied by time. */
static void a_small_example_is_fitted_by_maximum_likelihood(void **state)
{
    (void)state;
    const struct tdg_share shares[] = {
        {0, 4, 41, 0}, {1, 9, 57, 0}, {2, 7, 38, 0}, {4, 15, 49, 0}, {5, 13, 40, 0}};
    struct tdg_slope slope = fit(shares, 5);
    double logit_first = log(slope.first / (1 - slope.first));
    double logit_last = log(slope.last / (1 - slope.last));
    double sum = 0, moment = 0;
    for (size_t i = 0; i < 5; i++) {
        double logit = logit_first + (logit_last - logit_first) * shares[i].at / 5;
        double residual = shares[i].part - shares[i].whole / (1 + exp(-logit));
        sum += residual;
        moment += residual * shares[i].at;
    }
    assert_near(sum, 0, 1e-7);
    assert_near(moment, 0, 1e-7);
    /* The same by Newton's method in another language, with the formula of t for 3 degrees. */
    assert_near(slope.first, 0.11443464003773336, 1e-9);
    assert_near(slope.last, 0.3473327646773239, 1e-9);
    assert_near(slope.p, 0.05468210988413946, 1e-9);
}

static void without_evidence_p_is_1(void **state)
{
    (void)state;
    const struct tdg_share few[] = {{0, 1, 10, 0}, {1, 5, 10, 0}, {2, 9, 10, 0}};
    const struct tdg_share none[] = {{0, 0, 10, 0}, {1, 0, 10, 0}, {2, 0, 10, 0}, {3, 0, 10, 0}};
    const struct tdg_share all[] = {{0, 10, 10, 0}, {1, 9, 9, 0}, {2, 8, 8, 0}, {3, 7, 7, 0}};
    const struct tdg_share equal[] = {{0, 3, 10, 0}, {1, 3, 10, 0}, {2, 3, 10, 0}, {3, 3, 10, 0}};
    assert_near(fit(NULL, 0).p, 1, 0);
    assert_near(fit(few, 1).p, 1, 0);
    assert_near(fit(few, 3).p, 1, 0);
    assert_near(fit(none, 4).p, 1, 0);
    assert_near(fit(all, 4).p, 1, 0);
    assert_near(fit(equal, 4).p, 1, 1e-9);
    assert_near(fit(equal, 4).first, 0.3, 1e-9);
}

/* Separated data, where the likelihood has no maximum: finite, and no discovery. */
static void one_article_in_the_last_period_is_no_trend(void **state)
{
    (void)state;
    struct tdg_share shares[20];
    for (size_t i = 0; i < 20; i++)
        shares[i] = (struct tdg_share){(double)i, i == 19, 50, 0};
    struct tdg_slope slope = fit(shares, 20);
    assert_true(isfinite(slope.first) && isfinite(slope.last));
    assert_true(slope.p > 0.05 && slope.p <= 1);
    for (size_t i = 0; i < 20; i++)
        shares[i].part = i >= 10 ? 50 : 0;
    slope = fit(shares, 20);
    assert_true(isfinite(slope.first) && isfinite(slope.last) && slope.first < slope.last);
    assert_true(slope.p >= 0 && slope.p <= 1);
}

static void turning_time_round_turns_the_slope_round(void **state)
{
    (void)state;
    const struct tdg_share up[] = {
        {0, 2, 31, 0}, {1, 3, 30, 0}, {3, 7, 29, 0}, {4, 6, 33, 0}, {6, 9, 28, 0}};
    struct tdg_share down[5];
    for (size_t i = 0; i < 5; i++)
        down[i] = (struct tdg_share){6 - up[4 - i].at, up[4 - i].part, up[4 - i].whole, 0};
    struct tdg_slope a = fit(up, 5), b = fit(down, 5);
    assert_near(a.first, b.last, 1e-9);
    assert_near(a.last, b.first, 1e-9);
    assert_near(a.p, b.p, 1e-9);
}

enum { ROUNDS = 2000, WEEKS = 26 };

/* The share of simulated themes with p <= .05; `bunched` makes each article three. */
static double discovered(double first, double last, unsigned bunched, uint64_t stream)
{
    gsl_rng *random = tdg_random_new(2385, stream);
    assert_non_null(random);
    int found = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct tdg_share shares[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            unsigned whole = 40 + (unsigned)gsl_rng_uniform_int(random, 80);
            double share = first + (last - first) * week / (WEEKS - 1);
            unsigned part = gsl_ran_binomial(random, share, whole);
            shares[week] = (struct tdg_share){week, part * bunched, whole * bunched, 0};
        }
        found += fit(shares, WEEKS).p <= 0.05;
    }
    gsl_rng_free(random);
    return (double)found / ROUNDS;
}

static void flat_themes_are_rarely_discovered(void **state)
{
    (void)state;
    assert_true(discovered(0.1, 0.1, 1, 1) < 0.06);
    assert_true(discovered(0.02, 0.02, 1, 2) < 0.06);
    /* A plain binomial test would find one in four. */
    assert_true(discovered(0.1, 0.1, 3, 3) < 0.065);
}

static void moving_themes_are_discovered(void **state)
{
    (void)state;
    assert_true(discovered(0.1, 0.22, 1, 4) > 0.95);
    assert_true(discovered(0.22, 0.1, 1, 5) > 0.95);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_example_is_fitted_by_maximum_likelihood),
        cmocka_unit_test(without_evidence_p_is_1),
        cmocka_unit_test(one_article_in_the_last_period_is_no_trend),
        cmocka_unit_test(turning_time_round_turns_the_slope_round),
        cmocka_unit_test(flat_themes_are_rarely_discovered),
        cmocka_unit_test(moving_themes_are_discovered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
