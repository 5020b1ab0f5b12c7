// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/estimate.h"

#include "unit/check.h"

static void a_proportion_has_the_interval_of_jeffreys(void **state)
{
    (void)state;
    /* Brown, Cai and DasGupta (2001): quantiles of Beta(5.5, 5.5) and, for all, Beta(10.5, .5). */
    struct tdg_interval half = tdg_sample_proportion(5, 10), all = tdg_sample_proportion(10, 10);
    assert_near(half.value, .5, 0);
    assert_near(half.low, .2235, 1e-3);
    assert_near(half.high, .7765, 1e-3);
    assert_near(all.low, .7828, 1e-3);
    assert_near(all.high, 1, 0);
    assert_near(tdg_sample_proportion(0, 10).low, 0, 0);
    assert_true(isnan(tdg_sample_proportion(0, 0).value));
}

static void strata_weigh_by_their_size(void **state)
{
    (void)state;
    const struct tdg_sample_hits strata[] = {{900, 10, 9, true}, {100, 10, 2, false}};
    struct tdg_interval share = tdg_sample_share(strata, 2, .1);
    assert_near(share.value, .83, 1e-9);
    assert_true(share.low < .75 && share.low > .4);
    assert_true(share.high > .88 && share.high < 1);
}

static void what_was_judged_is_certain(void **state)
{
    (void)state;
    const struct tdg_sample_hits strata[] = {{10, 10, 9, true}, {10, 10, 2, false}};
    struct tdg_interval share = tdg_sample_share(strata, 2, .1);
    assert_near(share.low, .55, 1e-9);
    assert_near(share.high, .55, 1e-9);
}

static void more_answers_make_it_narrower(void **state)
{
    (void)state;
    double before = 1;
    for (size_t judged = 4; judged <= 256; judged *= 4) {
        const struct tdg_sample_hits strata[] = {{5000, judged, judged / 2, true}};
        struct tdg_interval share = tdg_sample_share(strata, 1, .5);
        assert_true(share.high - share.low < before);
        before = share.high - share.low;
    }
}

static void a_stratum_that_nobody_judged_is_wide(void **state)
{
    (void)state;
    const struct tdg_sample_hits strata[] = {{100, 0, 0, true}};
    struct tdg_interval share = tdg_sample_share(strata, 1, .5);
    assert_near(share.value, 1, 0);
    assert_true(share.low < .1);
    assert_true(isnan(tdg_sample_share(NULL, 0, .5).value));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_proportion_has_the_interval_of_jeffreys),
        cmocka_unit_test(strata_weigh_by_their_size),
        cmocka_unit_test(what_was_judged_is_certain),
        cmocka_unit_test(more_answers_make_it_narrower),
        cmocka_unit_test(a_stratum_that_nobody_judged_is_wide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
