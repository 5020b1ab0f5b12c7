// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/shape.h"

#include <math.h>

#include <gsl/gsl_randist.h>

#include <tidings/error.h>

#include "base/random.h"
#include "unit/check.h"

enum { PERIODS = 26, SERIES = 300 };

/* After a movement was found, what is expected of some periods is next to nothing. No fit may run
 * away from that. */
static void shapes_stay_finite(void **state)
{
    (void)state;
    struct tdg_scan scan;
    struct tdg_shape shapes[TDG_SHAPES];
    double count[PERIODS], exposure[PERIODS];
    gsl_rng *random = tdg_random_new(1, 1);
    assert_non_null(random);
    assert_int_equal(tdg_scan_new(&scan, PERIODS), TDG_OK);
    for (int i = 0; i < SERIES; i++) {
        count[0] = 1;
        for (size_t t = 0; t < PERIODS; t++) {
            exposure[t] = pow(10, -4 * gsl_rng_uniform(random));
            count[t] = gsl_ran_poisson(random, gsl_rng_uniform(random) < 0.5 ? 0 : 200);
        }
        count[i % PERIODS] += 1;
        tdg_shapes_find(shapes, &scan, count, exposure, i % 3 * 0.05);
        for (size_t s = 0; s < TDG_SHAPES; s++) {
            assert_true(isfinite(shapes[s].gain) && shapes[s].gain > -50);
            assert_true(shapes[s].before >= 0 && isfinite(shapes[s].before));
            assert_true(shapes[s].after >= 0 && isfinite(shapes[s].after));
            assert_true(s == 0 || shapes[s].gain <= shapes[s - 1].gain);
        }
    }
    tdg_scan_done(&scan);
    gsl_rng_free(random);
}

static void a_slope_is_fitted(void **state)
{
    (void)state;
    struct tdg_scan scan;
    struct tdg_shape shapes[TDG_SHAPES];
    double count[PERIODS], exposure[PERIODS];
    assert_int_equal(tdg_scan_new(&scan, PERIODS), TDG_OK);
    for (size_t t = 0; t < PERIODS; t++) {
        exposure[t] = t % 2 ? 1 : 1.5;
        count[t] = 100 * exposure[t] * exp(0.05 * (double)t);
    }
    tdg_shapes_find(shapes, &scan, count, exposure, 0);
    assert_int_equal(shapes[0].move, TDG_RISING);
    assert_near(shapes[0].slope, 0.05, 1e-4);
    assert_near(shapes[0].before, 100, 0.1);
    assert_near(tdg_shape_rate(&shapes[0], 10), 100 * exp(0.5), 0.1);
    tdg_scan_done(&scan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_stay_finite),
        cmocka_unit_test(a_slope_is_fitted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
