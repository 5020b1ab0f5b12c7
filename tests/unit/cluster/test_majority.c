// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/majority.h"

#include <tidings/types.h>

#include "unit/check.h"

static void most_rows_decide(void **state)
{
    (void)state;
    const uint32_t group[] = {2, 1, 1, TDG_NONE, 2, 0, TDG_NONE};
    static const struct {
        uint32_t rows[5];
        size_t count;
        uint32_t expected;
    } cases[] = {
        {{1, 2, 0}, 3, 1},  {{0, 4, 1}, 3, 2}, {{0, 4, 1, 2}, 4, 1} /* a tie */,
        {{0, 5}, 2, 0},     {{3, 6, 0}, 3, 2}, {{3, 6}, 2, TDG_NONE},
        {{0}, 0, TDG_NONE},
    };
    uint32_t votes[3] = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(tdg_majority(group, cases[i].rows, cases[i].count, votes),
                         cases[i].expected);
        for (size_t k = 0; k < 3; k++)
            assert_int_equal(votes[k], 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(most_rows_decide)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
