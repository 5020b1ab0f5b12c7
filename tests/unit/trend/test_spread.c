// SPDX-License-Identifier: GPL-3.0-or-later
#include "trend/spread.h"

#include <stdbool.h>

#include "unit/check.h"
#include "unit/trend/planted.h"

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
        cmocka_unit_test(a_series_is_drawn_to_the_common),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
