// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>
#include <stdint.h>

#include "unit/vector/rows.h"
#include "vector/graph.h"
#include "vector/matrix.h"
#include "vector/nearest.h"
#include "vector/vector.h"

static double weight_between(const struct tdg_matrix *graph, size_t i, uint32_t j)
{
    for (size_t at = graph->begin[i]; at < graph->begin[i + 1]; at++)
        if (graph->column[at] == j)
            return (double)graph->weight[at];
    return 0;
}

/* 0 → 1 (.5), 0 → 2 (.3); 1 → 0 (.5); 2 has none of its own. Means: .4, .5, that of 0. */
static void weights_are_scaled_to_their_neighbourhood(void **state)
{
    (void)state;
    static size_t begin[] = {0, 2, 3, 3};
    static uint32_t column[] = {1, 2, 0};
    static float weight[] = {0.5F, 0.3F, 0.5F};
    struct tdg_matrix nearest = {3, 3, begin, column, weight}, graph = {0};
    assert_int_equal(tdg_graph_build(&graph, &nearest, NULL), 0);
    assert_int_equal(graph.begin[3], 4);
    assert_near(weight_between(&graph, 0, 1), 0.5 / sqrt(0.4 * 0.5), 1e-6);
    assert_near(weight_between(&graph, 1, 0), 0.5 / sqrt(0.4 * 0.5), 1e-6);
    assert_near(weight_between(&graph, 0, 2), 0.3 / 0.4, 1e-6);
    assert_near(weight_between(&graph, 2, 0), 0.3 / 0.4, 1e-6);
    tdg_matrix_done(&graph);
}

/* Only the ten nearest count: one at 1, nine at .5, and two at .1 that do not. */
static void the_scale_is_that_of_the_ten_nearest(void **state)
{
    (void)state;
    static size_t begin[14] = {0, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12};
    static uint32_t column[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    static float weight[] = {0.1F, 0.5F, 0.5F, 0.5F, 0.5F, 1, 0.5F, 0.5F, 0.5F, 0.1F, 0.5F, 0.5F};
    struct tdg_matrix nearest = {13, 13, begin, column, weight}, graph = {0};
    assert_int_equal(tdg_graph_build(&graph, &nearest, NULL), 0);
    assert_near(weight_between(&graph, 0, 6), 1 / 0.55, 1e-6);
    assert_near(weight_between(&graph, 10, 0), 0.1 / 0.55, 1e-6);
    tdg_matrix_done(&graph);
}

static void graphs_are_symmetric_and_sorted(void **state)
{
    (void)state;
    struct tdg_matrix rows = random_rows(500, 60, 10, 5), nearest = {0}, graph = {0};
    struct tdg_neighbour_options options = {7, 0};
    assert_int_equal(tdg_nearest_find(&nearest, &rows, NULL, NULL, &options, NULL, NULL, NULL), 0);
    assert_int_equal(tdg_graph_build(&graph, &nearest, NULL), 0);
    for (size_t i = 0; i < graph.rows; i++) {
        for (size_t at = graph.begin[i]; at < graph.begin[i + 1]; at++) {
            uint32_t j = graph.column[at];
            assert_true(at == graph.begin[i] || graph.column[at - 1] < j);
            assert_true(i != j && graph.weight[at] > 0);
            assert_near(weight_between(&graph, j, (uint32_t)i), (double)graph.weight[at], 0);
        }
        for (size_t at = nearest.begin[i]; at < nearest.begin[i + 1]; at++)
            assert_true(weight_between(&graph, i, nearest.column[at]) > 0);
    }
    tdg_matrix_done(&graph);
    tdg_matrix_done(&nearest);
    tdg_matrix_done(&rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_are_scaled_to_their_neighbourhood),
        cmocka_unit_test(the_scale_is_that_of_the_ten_nearest),
        cmocka_unit_test(graphs_are_symmetric_and_sorted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
