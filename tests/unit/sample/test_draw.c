// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/draw.h"

#include "unit/check.h"

static void every_stratum_gets_two(void **state)
{
    (void)state;
    const size_t originals[] = {10000, 100, 3, 1, 0};
    size_t drawn[5], least = 0, sum = 0;
    assert_true(tdg_sample_allocate(drawn, originals, 5, 100, &least));
    assert_int_equal(least, 7);
    for (size_t i = 0; i < 5; i++) {
        assert_true(drawn[i] <= originals[i]);
        assert_true(drawn[i] >= (originals[i] < 2 ? originals[i] : 2));
        sum += drawn[i];
    }
    assert_int_equal(sum, 100);
    /* Ten times the root, ten times as many, about. */
    assert_in_range(drawn[0], 8 * drawn[1], 12 * drawn[1]);
}

static void too_few_are_told(void **state)
{
    (void)state;
    const size_t originals[] = {10, 10, 10};
    size_t drawn[3], least = 0;
    assert_false(tdg_sample_allocate(drawn, originals, 3, 5, &least));
    assert_int_equal(least, 6);
}

static void no_more_than_there_are(void **state)
{
    (void)state;
    const size_t originals[] = {4, 7};
    size_t drawn[2], least = 0;
    assert_true(tdg_sample_allocate(drawn, originals, 2, 1000, &least));
    assert_int_equal(drawn[0], 4);
    assert_int_equal(drawn[1], 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_stratum_gets_two),
        cmocka_unit_test(too_few_are_told),
        cmocka_unit_test(no_more_than_there_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
