// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "unit/check.h"
#include "vector/centroids.h"
#include "vector/vector.h"

/* Five rows, three columns; the last one is a copy. */
static size_t begin[] = {0, 2, 3, 5, 6, 7};
static uint32_t column[] = {0, 1, 1, 0, 2, 2, 0};
static float weight[] = {3, 4, 2, 1, 2.5F, 7, 100};
static const struct tdg_matrix rows = {5, 3, begin, column, weight};
static const uint32_t copy_of[] = {TDG_NONE, TDG_NONE, TDG_NONE, TDG_NONE, 0};

static void a_centroid_is_the_sum_of_its_rows(void **state)
{
    (void)state;
    static const uint32_t one[] = {0, 0, 1, TDG_NONE, 1};
    static const uint32_t other[] = {0, 1, 1, 1, 1};
    double cosine[6];
    assert_int_equal(tdg_centroid_cosines(cosine, &rows, copy_of, one, 2, other, 3), TDG_OK);
    /* one: (3, 6, 0), (1, 0, 2.5); other: (3, 4, 0), (1, 2, 9.5), nothing */
    assert_near(cosine[0], 33 / (sqrt(45) * 5), 1e-12);
    assert_near(cosine[1], 15 / (sqrt(45) * sqrt(95.25)), 1e-12);
    assert_near(cosine[3], 3 / (sqrt(7.25) * 5), 1e-12);
    assert_near(cosine[4], 24.75 / (sqrt(7.25) * sqrt(95.25)), 1e-12);
    assert_near(cosine[2], 0, 0);
    assert_near(cosine[5], 0, 0);
}

static void closeness_is_that_to_the_own_group(void **state)
{
    (void)state;
    static const uint32_t group[] = {0, 0, 1, TDG_NONE, 1};
    float closeness[5];
    assert_int_equal(tdg_centroid_closeness(closeness, &rows, copy_of, group, 2), TDG_OK);
    assert_near((double)closeness[0], 33 / (sqrt(45) * 5), 1e-6);
    assert_near((double)closeness[1], 6 / sqrt(45), 1e-6);
    assert_near((double)closeness[2], 1, 1e-6);
    assert_near((double)closeness[3], 0, 0);
    assert_near((double)closeness[4], 0, 0);
}

static void the_same_groups_are_the_same(void **state)
{
    (void)state;
    static const uint32_t one[] = {1, 0, 1, 0, 0};
    double cosine[4];
    assert_int_equal(tdg_centroid_cosines(cosine, &rows, NULL, one, 2, one, 2), TDG_OK);
    assert_near(cosine[0], 1, 1e-12);
    assert_near(cosine[3], 1, 1e-12);
    assert_near(cosine[1], cosine[2], 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_centroid_is_the_sum_of_its_rows),
        cmocka_unit_test(closeness_is_that_to_the_own_group),
        cmocka_unit_test(the_same_groups_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
