// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/spread.h"

#include <stdbool.h>
#include <stdint.h>

#include <tidings/error.h>

#include "unit/check.h"
#include "unit/detect/planted.h"

static double flat(size_t series, size_t t)
{
    (void)series;
    (void)t;
    return 1;
}

/* A step must not look like scatter. */
static double step(size_t series, size_t t)
{
    return series < 3 && t >= 11 ? 4 : 1;
}

/* The mean of what is estimated over many collections. */
static double common_of(double mean, double spread, double (*rate)(size_t, size_t))
{
    enum { SEEDS = 60 };
    double sum = 0, exposure[PLANTED_PERIODS];
    struct tdg_spreads spreads;
    assert_int_equal(tdg_spreads_new(&spreads, PLANTED_PERIODS), TDG_OK);
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct planted planted = {.mean = mean, .spread = spread};
        struct tdg_spread own[PLANTED_SERIES];
        plant(&planted, seed, rate);
        for (size_t t = 0; t < PLANTED_PERIODS; t++)
            exposure[t] = planted.whole[t] / (mean * PLANTED_SERIES);
        for (size_t s = 0; s < PLANTED_SERIES; s++)
            own[s] = tdg_spread_of(&spreads, planted.count[s], exposure);
        tdg_spreads_pool(&spreads, own, PLANTED_SERIES);
        sum += spreads.common / SEEDS;
    }
    tdg_spreads_done(&spreads);
    return sum;
}

static void the_spread_is_found_again(void **state)
{
    (void)state;
    assert_near(common_of(40, 0.05, flat), 0.05, 0.01);
    assert_near(common_of(40, 0.02, flat), 0.02, 0.006);
    assert_near(common_of(40, 0.02, step), 0.02, 0.008);
}

static int compare(const void *left, const void *right)
{
    const double *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* The smallest nine tenths of the squares, added from the smallest on: to the last bit, in series
 * of any length. */
static void the_squares_are_added_in_order(void **state)
{
    (void)state;
    enum { MOST = 150 };
    double count[MOST], exposure[MOST], squares[MOST];
    uint64_t random = 1;
    for (size_t n = 4; n <= MOST; n++) {
        struct tdg_spreads spreads;
        double sum = 0, weight = 0;
        assert_int_equal(tdg_spreads_new(&spreads, n), TDG_OK);
        for (size_t t = 0; t < n; t++) {
            random = random * 6364136223846793005U + 1442695040888963407U;
            count[t] = (double)(random >> 60); /* with ties */
            exposure[t] = 0.5 + (double)(random >> 40 & 0xff) / 256;
        }
        for (size_t i = 0; i + 2 < n; i++) {
            const double *c = count + i, *e = exposure + i;
            double rate = (c[0] + c[1] + c[2] + 0.5) / (e[0] + e[1] + e[2]);
            double error = c[1] / e[1] - (c[0] / e[0] + c[2] / e[2]) / 2;
            double variance = rate * (1 / e[1] + (1 / e[0] + 1 / e[2]) / 4);
            squares[i] = error * error / variance;
            weight += 1.5 * rate * rate / variance;
        }
        size_t kept = n - 2 - (n - 2 + 9) / 10;
        qsort(squares, n - 2, sizeof *squares, compare);
        for (size_t i = 0; i < kept; i++)
            sum += squares[i];
        weight /= (double)(n - 2);
        struct tdg_spread spread = tdg_spread_of(&spreads, count, exposure);
        double expected = (sum / (double)kept / spreads.trimmed - 1) / weight;
        assert_memory_equal(&spread.own, &expected, sizeof expected);
        tdg_spreads_done(&spreads);
    }
}

static void a_series_is_drawn_to_the_common(void **state)
{
    (void)state;
    struct tdg_spreads spreads;
    assert_int_equal(tdg_spreads_new(&spreads, PLANTED_PERIODS), TDG_OK);
    const struct tdg_spread own[] = {{0.01, 20}, {0.02, 20}, {0.03, 20}, {0.02, 20}, {0, 0}};
    tdg_spreads_pool(&spreads, own, 5);
    assert_near(spreads.common, 0.02, 1e-12);
    assert_near(spreads.between, 0, 1e-12);
    assert_near(tdg_spread_moderated(&spreads, &own[2]), 0.021, 1e-12);
    assert_near(tdg_spread_moderated(&spreads, &own[4]), 0.02, 1e-12);
    tdg_spreads_done(&spreads);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_spread_is_found_again),
        cmocka_unit_test(the_squares_are_added_in_order),
        cmocka_unit_test(a_series_is_drawn_to_the_common),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
