// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/workers.h"

#include <stdint.h>

#include "unit/vector/rows.h"
#include "vector/graph.h"
#include "vector/matrix.h"
#include "vector/nearest.h"
#include "vector/smooth.h"
#include "vector/vector.h"

enum { ROWS = 900, COLUMNS = 24 };

static struct tdg_matrix rows, graph;

static int set_up(void **state)
{
    (void)state;
    struct tdg_neighbour_options options = {5, 0};
    struct tdg_matrix nearest = {0};
    rows = random_rows(ROWS, 80, 10, 3);
    assert_int_equal(tdg_nearest_find(&nearest, &rows, NULL, NULL, &options, NULL, NULL, NULL), 0);
    assert_int_equal(tdg_graph_build(&graph, &nearest, NULL), 0);
    tdg_matrix_done(&nearest);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    tdg_matrix_done(&rows);
    tdg_matrix_done(&graph);
    return 0;
}

static struct tdg_dense random_latent(void)
{
    struct tdg_dense latent = {ROWS, COLUMNS, calloc((size_t)ROWS * COLUMNS, sizeof(float))};
    uint64_t seed = 12;
    assert_non_null(latent.value);
    for (size_t i = 0; i < ROWS; i++) {
        float *row = latent.value + i * COLUMNS;
        double square = 0;
        for (size_t j = 0; j < COLUMNS; j++) {
            row[j] = (float)next_number(&seed) / (1U << 30) - 1;
            square += (double)row[j] * (double)row[j];
        }
        for (size_t j = 0; j < COLUMNS; j++)
            row[j] = (float)((double)row[j] / sqrt(square));
    }
    return latent;
}

static void constants_stay(void **state)
{
    (void)state;
    struct tdg_dense latent = random_latent(), smoothed = {0};
    for (size_t i = 1; i < ROWS; i++)
        memcpy(latent.value + i * COLUMNS, latent.value, COLUMNS * sizeof(float));
    struct tdg_smooth_options options = tdg_smooth_defaults();
    assert_int_equal(tdg_smooth(&smoothed, &latent, &graph, &rows, &options, NULL, NULL), 0);
    for (size_t i = 0; i < (size_t)ROWS * COLUMNS; i++)
        assert_near((double)smoothed.value[i], (double)latent.value[i], 1e-6);
    tdg_dense_done(&smoothed);
    tdg_dense_done(&latent);
}

/* One step by hand: rows 0 – 1 with weight 3, 1 – 2 with weight 1; row 3 has no neighbour. Degrees
 * 3, 4, 1. Row 0 has 2 terms, so its strength is .5 + 2 × .1; row 1 has 3, but .75 is the most. */
static void one_step_is_as_told(void **state)
{
    (void)state;
    static size_t begin[] = {0, 1, 3, 4, 4}, row_begin[] = {0, 2, 5, 6, 7};
    static uint32_t column[] = {1, 0, 2, 1};
    static float weight[] = {3, 3, 1, 1}, value[] = {1, 0, 0, 1, 0.6F, 0.8F, 0, 1};
    struct tdg_matrix three = {4, 4, begin, column, weight}, terms = {.rows = 4};
    terms.begin = row_begin;
    struct tdg_dense latent = {4, 2, value}, smoothed = {0};
    struct tdg_smooth_options options = {1, 0.5, 0.1, 0.75};
    assert_int_equal(tdg_smooth(&smoothed, &latent, &three, &terms, &options, NULL, NULL), 0);
    double strong = 3 / sqrt(12), weak = 1 / sqrt(4);
    double expected[4][2] = {
        {0.7, strong}, {strong + 0.6 * weak, 0.75 + 0.8 * weak}, {0.36, 0.48 + weak}, {0, 1}};
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < 2; j++)
            assert_near((double)smoothed.value[i * 2 + j],
                        expected[i][j] / hypot(expected[i][0], expected[i][1]), 1e-6);
    tdg_dense_done(&smoothed);
}

/* Two steps are one step twice, and none is a copy. */
static void steps_follow_each_other(void **state)
{
    (void)state;
    struct tdg_dense latent = random_latent(), by_one = {0};
    for (unsigned steps = 0; steps < 5; steps++) {
        struct tdg_smooth_options options = tdg_smooth_defaults();
        struct tdg_dense at_once = {0}, next = {0};
        options.steps = steps;
        assert_int_equal(tdg_smooth(&at_once, &latent, &graph, &rows, &options, NULL, NULL), 0);
        options.steps = steps > 0;
        assert_int_equal(
            tdg_smooth(&next, steps > 0 ? &by_one : &latent, &graph, &rows, &options, NULL, NULL),
            0);
        assert_memory_equal(at_once.value, next.value, (size_t)ROWS * COLUMNS * sizeof(float));
        tdg_dense_done(&by_one);
        tdg_dense_done(&at_once);
        by_one = next;
    }
    tdg_dense_done(&by_one);
    tdg_dense_done(&latent);
}

static void threads_do_not_matter(void **state)
{
    (void)state;
    struct tdg_dense latent = random_latent(), reference = {0};
    struct tdg_smooth_options options = tdg_smooth_defaults();
    assert_int_equal(tdg_smooth(&reference, &latent, &graph, &rows, &options, NULL, NULL), 0);
    static const unsigned threads[] = {1, 2, 7};
    for (size_t t = 0; t < 3; t++) {
        struct tdg_workers *workers = NULL;
        struct tdg_dense smoothed = {0};
        assert_int_equal(tdg_workers_new(&workers, threads[t], NULL), 0);
        assert_int_equal(tdg_smooth(&smoothed, &latent, &graph, &rows, &options, workers, NULL), 0);
        assert_memory_equal(smoothed.value, reference.value,
                            (size_t)ROWS * COLUMNS * sizeof(float));
        tdg_dense_done(&smoothed);
        tdg_workers_free(workers);
    }
    tdg_dense_done(&reference);
    tdg_dense_done(&latent);
}

static void edges_of_the_input(void **state)
{
    (void)state;
    struct tdg_dense none = {ROWS, 0, NULL}, wrong = {3, 0, NULL}, smoothed = {0};
    struct tdg_smooth_options options = tdg_smooth_defaults(), negative = {3, -1, 0, 0};
    assert_int_equal(tdg_smooth(&smoothed, &none, &graph, &rows, &negative, NULL, NULL),
                     TDG_EINVAL);
    assert_int_equal(tdg_smooth(&smoothed, &wrong, &graph, &rows, &options, NULL, NULL),
                     TDG_EINVAL);
    assert_null(smoothed.value);
    assert_int_equal(tdg_smooth(&smoothed, &none, &graph, &rows, &options, NULL, NULL), 0);
    assert_int_equal(smoothed.rows, ROWS);
    assert_int_equal(smoothed.columns, 0);
    tdg_dense_done(&smoothed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(constants_stay),          cmocka_unit_test(one_step_is_as_told),
        cmocka_unit_test(steps_follow_each_other), cmocka_unit_test(threads_do_not_matter),
        cmocka_unit_test(edges_of_the_input),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
