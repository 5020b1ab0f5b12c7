// SPDX-License-Identifier: GPL-3.0-or-later
/* Terms 0 and 1 are of group 0, terms 2 and 3 of group 1; row 6 has a term that nobody else has,
 * row 7 one of each group. Row 8 is a copy of row 6. */
#include "cluster/cluster.h"

#include <tidings/types.h>

#include "cluster/reassign.h"
#include "unit/check.h"
#include "vector/vector.h"

enum { ROWS = 9, TERMS = 5, CELLS = 16 };

static size_t begin[ROWS + 1] = {0, 2, 4, 6, 8, 10, 12, 13, 15, 16};
static uint32_t column[CELLS] = {0, 1, 0, 1, 0, 1, 2, 3, 2, 3, 2, 3, 4, 0, 2, 4};
static float weight[CELLS] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
static const uint32_t copy_of[ROWS] = {TDG_NONE, TDG_NONE, TDG_NONE, TDG_NONE, TDG_NONE,
                                       TDG_NONE, TDG_NONE, TDG_NONE, 6};

static void hold(uint32_t *group, const uint32_t *back)
{
    struct tdg_matrix counts = {ROWS, TERMS, begin, column, weight};
    struct tdg_grouping grouping = {0};
    assert_int_equal(tdg_grouping_new(&grouping, ROWS, 2), TDG_OK);
    memcpy(grouping.group, group, sizeof(uint32_t[ROWS]));
    assert_int_equal(tdg_grouping_reassign_if_not_worse(&grouping, back, &counts, copy_of, NULL),
                     TDG_OK);
    memcpy(group, grouping.group, sizeof(uint32_t[ROWS]));
    for (size_t row = 0; row < ROWS; row++)
        assert_true(grouping.weight[row] >= 0.5F && grouping.weight[row] <= 1);
    tdg_grouping_done(&grouping);
}

/* Row 5 has gone to group 1 for its words. Rows 6 and 7 have not: what they say for it is said by
 * themselves alone, or as much for the other one. */
static void rows_leave_for_their_words_only(void **state)
{
    (void)state;
    uint32_t group[ROWS] = {0, 0, 0, 1, 1, 1, 1, 1, 1};
    static const uint32_t back[ROWS] = {0, TDG_NONE, 0, 1, 1, 0, 0, 0, TDG_NONE};
    static const uint32_t expected[ROWS] = {0, 0, 0, 1, 1, 1, 0, 0, 0};
    hold(group, back);
    assert_memory_equal(group, expected, sizeof expected);
}

static void rows_from_elsewhere_stay(void **state)
{
    (void)state;
    uint32_t group[ROWS] = {0, 0, 0, 1, 1, 1, 1, 1, 1}, back[ROWS];
    static const uint32_t expected[ROWS] = {0, 0, 0, 1, 1, 1, 1, 1, 1};
    for (size_t row = 0; row < ROWS; row++)
        back[row] = TDG_NONE;
    hold(group, back);
    assert_memory_equal(group, expected, sizeof expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_leave_for_their_words_only),
        cmocka_unit_test(rows_from_elsewhere_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
