// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/cluster/planted.h"

static uint32_t chosen(const struct tdg_matrix *rows, uint32_t most, uint64_t seed)
{
    struct tdg_cluster_options options = tdg_cluster_defaults();
    struct tdg_grouping grouping = {0};
    options.most_groups = most;
    options.seed = seed;
    assert_int_equal(tdg_cluster(&grouping, rows, NULL, &options, NULL, NULL, NULL), 0);
    uint32_t groups = grouping.groups;
    tdg_grouping_done(&grouping);
    return groups;
}

static void clear_groups_are_counted(void **state)
{
    (void)state;
    static const struct {
        size_t rows;
        uint32_t planted, low, high;
    } cases[] = {{24, 2, 2, 3},  {60, 3, 3, 3},  {200, 4, 4, 4},
                 {600, 6, 6, 6}, {900, 8, 6, 8}, {5000, 10, 8, 10}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tdg_matrix rows = planted(cases[i].rows, cases[i].planted);
        for (uint64_t seed = 1; seed < 4; seed++)
            assert_in_range(chosen(&rows, 40, seed), cases[i].low, cases[i].high);
        tdg_matrix_done(&rows);
    }
}

static void the_limit_is_kept(void **state)
{
    (void)state;
    struct tdg_matrix rows = planted(600, 6);
    for (uint32_t most = 1; most < 6; most++)
        assert_in_range(chosen(&rows, most, 1), 1, most);
    tdg_matrix_done(&rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clear_groups_are_counted),
        cmocka_unit_test(the_limit_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
