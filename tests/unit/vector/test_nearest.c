// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/types.h>

#include "base/workers.h"
#include "unit/vector/rows.h"
#include "vector/graph.h"
#include "vector/matrix.h"
#include "vector/nearest.h"
#include "vector/vector.h"

struct pair {
    float cosine;
    uint32_t row;
};

static int nearer(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->cosine != y->cosine)
        return x->cosine > y->cosine ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static int by_row(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    return x->row < y->row ? -1 : x->row > y->row;
}

static float slow_cosine(const struct tdg_matrix *rows, size_t i, size_t j)
{
    double sum = 0;
    for (size_t a = rows->begin[i], b = rows->begin[j];
         a < rows->begin[i + 1] && b < rows->begin[j + 1];) {
        if (rows->column[a] == rows->column[b])
            sum += (double)rows->weight[a] * (double)rows->weight[b];
        uint32_t left = rows->column[a], right = rows->column[b];
        a += left <= right;
        b += right <= left;
    }
    return (float)sum;
}

static bool may_see(const int64_t *published, int64_t window, size_t i, size_t j)
{
    if (!published || window == 0 || published[i] == TDG_NO_DATE)
        return true;
    return published[j] != TDG_NO_DATE && llabs(published[i] - published[j]) <= window;
}

/* Every row against every other one, row by row against what was found. */
static void check_against_all_pairs(const struct tdg_matrix *nearest, const struct tdg_matrix *rows,
                                    const uint32_t *copy_of, const int64_t *published,
                                    const struct tdg_neighbour_options *options)
{
    struct pair *pair = calloc(rows->rows + 1, sizeof *pair);
    assert_non_null(pair);
    assert_int_equal(nearest->rows, rows->rows);
    assert_int_equal(nearest->columns, rows->rows);
    for (size_t i = 0; i < rows->rows; i++) {
        size_t count = 0;
        for (size_t j = 0; j < rows->rows; j++) {
            float cosine = slow_cosine(rows, i, j);
            bool original = !copy_of || (copy_of[i] == TDG_NONE && copy_of[j] == TDG_NONE);
            if (i != j && cosine > 0 && original && may_see(published, options->window, i, j))
                pair[count++] = (struct pair){cosine, (uint32_t)j};
        }
        qsort(pair, count, sizeof *pair, nearer);
        count = count < options->neighbours ? count : options->neighbours;
        qsort(pair, count, sizeof *pair, by_row);
        assert_int_equal(nearest->begin[i + 1] - nearest->begin[i], count);
        for (size_t k = 0; k < count; k++) {
            assert_int_equal(nearest->column[nearest->begin[i] + k], pair[k].row);
            assert_memory_equal(&nearest->weight[nearest->begin[i] + k], &pair[k].cosine,
                                sizeof(float));
        }
    }
    free(pair);
}

static void neighbours_are_those_of_all_pairs(void **state)
{
    (void)state;
    static const struct {
        uint32_t rows, columns, longest, neighbours;
        int64_t window;
        int64_t copies;
    } table[] = {
        {400, 60, 12, 20, 0, 0}, {400, 60, 12, 1, 0, 0},   {700, 200, 40, 5, 0, 1},
        {150, 7, 4, 20, 0, 0},   {50, 30, 20, 1000, 0, 1}, {600, 90, 8, 20, 50, 0},
        {600, 90, 8, 3, 7, 1},   {300, 2, 2, 10, 0, 0},
    };
    for (size_t t = 0; t < sizeof table / sizeof *table; t++) {
        size_t count = table[t].rows;
        struct tdg_matrix rows = random_rows(count, table[t].columns, table[t].longest, t + 1);
        struct tdg_neighbour_options options = {table[t].neighbours, table[t].window};
        uint32_t *copy_of = calloc(count, sizeof *copy_of);
        int64_t *published = calloc(count, sizeof *published);
        assert_true(copy_of && published);
        for (size_t i = 0; i < count; i++) {
            copy_of[i] = table[t].copies && i % 7 == 3 ? (uint32_t)i - 3 : TDG_NONE;
            published[i] = i + 40 < count ? (int64_t)(i / 3) - 60 : TDG_NO_DATE;
        }
        struct tdg_matrix nearest = {0};
        assert_int_equal(
            tdg_nearest_find(&nearest, &rows, copy_of, published, &options, NULL, NULL, NULL), 0);
        check_against_all_pairs(&nearest, &rows, copy_of, published, &options);
        tdg_matrix_done(&nearest);
        tdg_matrix_done(&rows);
        free(copy_of);
        free(published);
    }
}

/* More rows than a block of partial cosines, and enough that columns are left out. */
static void many_rows_are_exact(void **state)
{
    (void)state;
    enum { ROWS = 40000, CHECKED = 400 };
    struct tdg_matrix rows = {.rows = ROWS, .columns = 300};
    rows.begin = calloc(ROWS + 1, sizeof *rows.begin);
    rows.column = calloc((size_t)ROWS * 6, sizeof *rows.column);
    rows.weight = calloc((size_t)ROWS * 6, sizeof *rows.weight);
    assert_true(rows.begin && rows.column && rows.weight);
    uint64_t seed = 11;
    for (size_t i = 0; i < ROWS; i++) {
        static const float weight[] = {0.04F, 0.07F, 0.4F, 0.5F, 0.52F, 0.5584F};
        size_t at = rows.begin[i];
        rows.column[at] = 0;
        for (size_t k = 0; k < 6; k++, at++) {
            if (k > 0)
                rows.column[at] = (uint32_t)k * 50 + next_number(&seed) % 50;
            rows.weight[at] = weight[k];
        }
        rows.begin[i + 1] = at;
    }
    struct tdg_neighbour_options options = tdg_neighbour_defaults();
    struct tdg_matrix nearest = {0};
    assert_int_equal(tdg_nearest_find(&nearest, &rows, NULL, NULL, &options, NULL, NULL, NULL), 0);
    struct pair *pair = calloc(ROWS, sizeof *pair);
    assert_non_null(pair);
    for (size_t i = 0; i < ROWS; i += ROWS / CHECKED) {
        for (size_t j = 0; j < ROWS; j++)
            pair[j] = (struct pair){j == i ? 0 : slow_cosine(&rows, i, j), (uint32_t)j};
        qsort(pair, ROWS, sizeof *pair, nearer);
        qsort(pair, options.neighbours, sizeof *pair, by_row);
        assert_int_equal(nearest.begin[i + 1] - nearest.begin[i], options.neighbours);
        for (size_t k = 0; k < options.neighbours; k++)
            assert_int_equal(nearest.column[nearest.begin[i] + k], pair[k].row);
    }
    free(pair);
    tdg_matrix_done(&nearest);
    tdg_matrix_done(&rows);
}

static void threads_do_not_matter(void **state)
{
    (void)state;
    struct tdg_matrix rows = random_rows(1500, 120, 15, 3);
    struct tdg_neighbour_options options = tdg_neighbour_defaults();
    struct tdg_matrix reference = {0};
    assert_int_equal(tdg_nearest_find(&reference, &rows, NULL, NULL, &options, NULL, NULL, NULL),
                     0);
    static const unsigned threads[] = {1, 2, 7};
    for (size_t t = 0; t < 3; t++) {
        struct tdg_workers *workers = NULL;
        struct tdg_matrix nearest = {0};
        assert_int_equal(tdg_workers_new(&workers, threads[t], NULL), 0);
        assert_int_equal(
            tdg_nearest_find(&nearest, &rows, NULL, NULL, &options, workers, NULL, NULL), 0);
        assert_same_matrix(&nearest, &reference);
        tdg_matrix_done(&nearest);
        tdg_workers_free(workers);
    }
    tdg_matrix_done(&reference);
    tdg_matrix_done(&rows);
}

static void small_piles_work(void **state)
{
    (void)state;
    static const double dense[] = {0, 0, 0, 0, 0, 0};
    for (size_t count = 0; count < 3; count++) {
        struct tdg_matrix rows = rows_of(dense, count, 2);
        struct tdg_neighbour_options options = {3, 1};
        static const int64_t published[] = {INT64_MIN + 1, INT64_MAX};
        struct tdg_matrix nearest = {0}, graph = {0};
        assert_int_equal(
            tdg_nearest_find(&nearest, &rows, NULL, published, &options, NULL, NULL, NULL), 0);
        assert_int_equal(nearest.begin[count], 0);
        assert_int_equal(tdg_graph_build(&graph, &nearest, NULL), 0);
        assert_int_equal(graph.begin[count], 0);
        tdg_matrix_done(&graph);
        tdg_matrix_done(&nearest);
        tdg_matrix_done(&rows);
    }
}

static int stop(void *context, const char *stage, size_t done, size_t total)
{
    (void)context, (void)stage, (void)done, (void)total;
    return 1;
}

static void failures_leave_the_result(void **state)
{
    (void)state;
    struct tdg_matrix rows = random_rows(20, 10, 5, 1), nearest = {.rows = 77};
    static const struct {
        struct tdg_neighbour_options options;
        bool stops;
        int status;
    } table[] = {
        {{0, 0}, false, TDG_EINVAL},
        {{1001, 0}, false, TDG_EINVAL},
        {{20, -1}, false, TDG_EINVAL},
        {{20, 0}, true, TDG_ECANCELED},
    };
    for (size_t t = 0; t < sizeof table / sizeof *table; t++) {
        struct tdg_monitor monitor = {.size = sizeof monitor,
                                      .progress = table[t].stops ? stop : NULL};
        struct tdg_error error = {0};
        assert_int_equal(tdg_nearest_find(&nearest, &rows, NULL, NULL, &table[t].options, NULL,
                                          &monitor, &error),
                         table[t].status);
        assert_true(error.message[0] != '\0');
        assert_int_equal(nearest.rows, 77);
    }
    tdg_matrix_done(&rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_are_those_of_all_pairs),
        cmocka_unit_test(many_rows_are_exact),
        cmocka_unit_test(threads_do_not_matter),
        cmocka_unit_test(small_piles_work),
        cmocka_unit_test(failures_leave_the_result),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
