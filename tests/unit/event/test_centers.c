// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/centers.h"

#include <tidings/types.h>

#include "unit/event/hand_rows.h"

static struct hand_rows hand;
static struct tdg_centers centers;

static int set_up(void **state)
{
    (void)state;
    hand_rows_init(&hand);
    hand_rows_add(&hand, 1, 1, (double[HAND_COLUMNS]){1});
    hand_rows_add(&hand, 2, 1, (double[HAND_COLUMNS]){0, 1, 1});
    hand_rows_add(&hand, 4, 1, (double[HAND_COLUMNS]){3, 4});
    hand_rows_add(&hand, 4, 1, (double[HAND_COLUMNS]){0, 0, 1});
    hand_rows_add(&hand, 9, 1, (double[HAND_COLUMNS]){0, 0, 0, 1});
    hand_rows_add(&hand, 9, 1, (double[HAND_COLUMNS]){0}); /* no columns */
    return tdg_centers_init(&centers, &hand.rows);
}

static int clean_up(void **state)
{
    (void)state;
    tdg_centers_done(&centers);
    return 0;
}

/* The whole of a center is what its rows are: times, sum of length 1, members in order. */
static void a_center_is_the_sum_of_its_rows(void **state)
{
    (void)state;
    static const uint32_t part[] = {0, 1, 0, 1, TDG_NONE, TDG_NONE};
    tdg_centers_find(&centers, part);
    assert_int_equal(centers.count, 2);
    assert_int_equal(centers.matrix.rows, 2);
    static const double first[] = {1, 2}, last[] = {4, 4}, mean[] = {2.5, 3};
    for (uint32_t i = 0; i < 2; i++) {
        const struct tdg_center *center = &centers.items[i];
        assert_int_equal(center->part, i);
        assert_int_equal(center->rows, 2);
        assert_near(center->first, first[i], 0);
        assert_near(center->last, last[i], 0);
        assert_near(center->mean, mean[i], 1e-12);
        assert_near(centers.mean[i], mean[i], 1e-12);
        assert_int_equal(centers.member[center->begin], i);
        assert_int_equal(centers.member[center->begin + 1], i + 2);
    }
    /* (1, 0) + (.6, .8) = (1.6, .8) */
    const struct tdg_matrix *matrix = &centers.matrix;
    assert_int_equal(matrix->begin[1] - matrix->begin[0], 2);
    for (size_t at = matrix->begin[0]; at < matrix->begin[1]; at++)
        assert_near((double)matrix->weight[at], (matrix->column[at] ? 0.8 : 1.6) / sqrt(3.2), 1e-6);
    for (size_t i = 0; i < 2; i++) {
        double square = 0;
        for (size_t at = matrix->begin[i]; at < matrix->begin[i + 1]; at++)
            square += (double)matrix->weight[at] * (double)matrix->weight[at];
        assert_near(square, 1, 1e-6);
    }
}

/* By mean time, and in a tie by name; found again they are the same, nothing is left of before. */
static void centers_are_by_time_and_found_again(void **state)
{
    (void)state;
    static const uint32_t early[] = {0, 1, 2, 3, 0, TDG_NONE}; /* 0 has its mean at day 5 */
    static const uint32_t names[] = {1, 2, 3, 0};
    for (int round = 0; round < 2; round++) {
        static const uint32_t all[] = {0, 0, 0, 0, 0, 0};
        tdg_centers_find(&centers, all);
        assert_int_equal(centers.count, 1);
        assert_int_equal(centers.items[0].rows, 6);
        tdg_centers_find(&centers, early);
        assert_int_equal(centers.count, 4);
        for (size_t i = 0; i < 4; i++)
            assert_int_equal(centers.items[i].part, names[i]);
        for (size_t i = 0; i < HAND_COLUMNS; i++)
            assert_near(centers.sum[i], 0, 0);
    }
}

static void a_row_of_no_columns_is_a_center_of_none(void **state)
{
    (void)state;
    static const uint32_t part[] = {TDG_NONE, TDG_NONE, TDG_NONE, TDG_NONE, TDG_NONE, 5};
    tdg_centers_find(&centers, part);
    assert_int_equal(centers.count, 1);
    assert_int_equal(centers.matrix.begin[1], 0);
}

static void no_rows_no_centers(void **state)
{
    (void)state;
    struct hand_rows none;
    struct tdg_centers empty;
    hand_rows_init(&none);
    assert_int_equal(tdg_centers_init(&empty, &none.rows), 0);
    tdg_centers_find(&empty, NULL);
    assert_int_equal(empty.count, 0);
    assert_int_equal(empty.matrix.rows, 0);
    tdg_centers_done(&empty);
    static const uint32_t nowhere[] = {TDG_NONE, TDG_NONE, TDG_NONE, TDG_NONE, TDG_NONE, TDG_NONE};
    tdg_centers_find(&centers, nowhere);
    assert_int_equal(centers.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_center_is_the_sum_of_its_rows, set_up, clean_up),
        cmocka_unit_test_setup_teardown(centers_are_by_time_and_found_again, set_up, clean_up),
        cmocka_unit_test_setup_teardown(a_row_of_no_columns_is_a_center_of_none, set_up, clean_up),
        cmocka_unit_test_setup_teardown(no_rows_no_centers, set_up, clean_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
