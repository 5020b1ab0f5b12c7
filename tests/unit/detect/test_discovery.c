// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/statistics.h"

#include <tidings/error.h>

#include "detect/discovery.h"
#include "unit/check.h"

static void q_is_the_adjusted_p(void **state)
{
    (void)state;
    /* By hand: p times 5 / rank is .025, .0275, .05, .05, .3; then the least of it and all later.
     */
    const double p[] = {0.04, 0.005, 0.3, 0.011, 0.03};
    const double expected[] = {0.05, 0.025, 0.3, 0.0275, 0.05};
    double q[5];
    assert_int_equal(tdg_discoveries(q, p, 5), TDG_OK);
    for (size_t i = 0; i < 5; i++)
        assert_near(q[i], expected[i], 1e-12);
}

static void a_larger_rank_can_lower_an_earlier_q(void **state)
{
    (void)state;
    const double p[] = {0.02, 0.024, 0.025, 1};
    double q[4];
    assert_int_equal(tdg_discoveries(q, p, 4), TDG_OK);
    for (size_t i = 0; i < 3; i++)
        assert_near(q[i], 0.025 * 4 / 3, 1e-12);
    assert_near(q[3], 1, 0);
}

/* By hand, of the p-values above: the first stage, at .1/1.1, takes four of five, so one may be
 * chance: q is that of all times 1.1 / 5. Where nothing is found, times 1.1. */
static void two_stages(void **state)
{
    (void)state;
    const double p[] = {0.04, 0.005, 0.3, 0.011, 0.03}, chance[] = {0.4, 0.9, 0.95};
    const double expected[] = {0.05, 0.025, 0.3, 0.0275, 0.05};
    double q[5];
    assert_int_equal(tdg_discoveries_adaptive(q, p, 5, 0.1), TDG_OK);
    for (size_t i = 0; i < 5; i++)
        assert_near(q[i], expected[i] * 1.1 / 5, 1e-12);
    assert_int_equal(tdg_discoveries_adaptive(q, chance, 3, 0.1), TDG_OK);
    assert_near(q[2], 1, 0);
    assert_near(q[0], 1, 0);
}

static void ties_and_nothing(void **state)
{
    (void)state;
    const double p[] = {1, 1, 0.2, 0.2};
    double q[4] = {7, 7, 7, 7};
    assert_int_equal(tdg_discoveries(q, p, 0), TDG_OK);
    assert_near(q[0], 7, 0);
    assert_int_equal(tdg_discoveries(q, p, 1), TDG_OK);
    assert_near(q[0], 1, 0);
    assert_int_equal(tdg_discoveries(q, p, 4), TDG_OK);
    assert_near(q[2], 0.4, 1e-12);
    assert_near(q[3], 0.4, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(q_is_the_adjusted_p),
        cmocka_unit_test(a_larger_rank_can_lower_an_earlier_q),
        cmocka_unit_test(two_stages),
        cmocka_unit_test(ties_and_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
