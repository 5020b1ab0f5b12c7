// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/scan.h"

#include <math.h>

#include <tidings/error.h>

#include "unit/check.h"

enum { PERIODS = 20 };

static struct tdg_scan made(void)
{
    struct tdg_scan scan;
    assert_int_equal(tdg_scan_new(&scan, PERIODS), TDG_OK);
    return scan;
}

static void spans_stay_inside(void **state)
{
    (void)state;
    struct tdg_scan scan = made();
    for (size_t i = 0; i < scan.span_count; i++) {
        assert_true(scan.spans[i].begin < scan.spans[i].end);
        assert_true(scan.spans[i].end <= PERIODS);
        assert_true(scan.spans[i].burst || scan.spans[i].end == PERIODS);
    }
    tdg_scan_done(&scan);
}

/* By hand: 10 of 20 counts in 2 of 20 periods, where 2 are expected. */
static void a_likelihood_ratio_by_hand(void **state)
{
    (void)state;
    struct tdg_scan scan = made();
    double count[PERIODS] = {0}, exposure[PERIODS];
    for (size_t t = 0; t < PERIODS; t++)
        exposure[t] = 3;
    count[6] = count[7] = 5;
    for (size_t t = 10; t < 20; t++)
        count[t] = 1;
    tdg_scan_load(&scan, count, exposure, 0);
    struct tdg_period_span span = {6, 8, true};
    assert_near(scan.penalty, 2 * log(PERIODS), 1e-12);
    assert_near(tdg_scan_span(&scan, &span) + scan.penalty,
                2 * (10 * log(5.0) + 10 * log(10.0 / 18)), 1e-9);
    const struct tdg_period_span *best = tdg_scan_best(&scan, true);
    assert_int_equal(best->begin, 6);
    assert_int_equal(best->end, 8);
    tdg_scan_done(&scan);
}

/* The shortcut must not pass over the best one. */
static void the_most_is_the_most_of_all(void **state)
{
    (void)state;
    struct tdg_scan scan = made();
    double count[PERIODS], exposure[PERIODS];
    for (unsigned series = 0; series < 50; series++) {
        double most = 0;
        for (unsigned t = 0; t < PERIODS; t++) {
            count[t] = t < series % 17 ? 0 : (series * 7919U + t * t * 104729U) % 13;
            exposure[t] = 1 + (series + t * 31U) % 3;
        }
        tdg_scan_load(&scan, count, exposure, 0.05);
        for (size_t i = 0; i < scan.span_count; i++)
            most = fmax(most, tdg_scan_span(&scan, &scan.spans[i]));
        for (size_t h = 0; h < TDG_HINGES; h++)
            most = fmax(most, fabs(tdg_scan_slope(&scan, h)));
        assert_near(tdg_scan_most(&scan), most, 1e-9);
    }
    tdg_scan_done(&scan);
}

static void slopes_have_their_sign(void **state)
{
    (void)state;
    struct tdg_scan scan = made();
    double count[PERIODS], exposure[PERIODS];
    for (int sign = -1; sign <= 1; sign += 2) {
        for (size_t t = 0; t < PERIODS; t++) {
            count[t] = 40 + sign * 2 * (double)t;
            exposure[t] = 1;
        }
        tdg_scan_load(&scan, count, exposure, 0);
        assert_true(tdg_scan_slope(&scan, 0) * sign > 10);
    }
    tdg_scan_done(&scan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_stay_inside),
        cmocka_unit_test(a_likelihood_ratio_by_hand),
        cmocka_unit_test(the_most_is_the_most_of_all),
        cmocka_unit_test(slopes_have_their_sign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
