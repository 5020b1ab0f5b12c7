// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/workers.h"
#include "unit/vector/rows.h"
#include "vector/latent.h"
#include "vector/matrix.h"
#include "vector/vector.h"

static double dot(const struct tdg_dense *dense, size_t i, size_t j)
{
    double sum = 0;
    for (size_t k = 0; k < dense->columns; k++)
        sum += (double)dense->value[i * dense->columns + k] *
               (double)dense->value[j * dense->columns + k];
    return sum;
}

static double sparse_dot(const struct tdg_matrix *rows, size_t i, size_t j)
{
    double sum = 0;
    for (size_t a = rows->begin[i]; a < rows->begin[i + 1]; a++)
        for (size_t b = rows->begin[j]; b < rows->begin[j + 1]; b++)
            if (rows->column[a] == rows->column[b])
                sum += (double)rows->weight[a] * (double)rows->weight[b];
    return sum;
}

/* Rows that are mixtures of `rank` patterns over 90 columns; every tenth is empty. */
static struct tdg_matrix mixtures(size_t count, uint32_t rank, uint64_t seed)
{
    enum { COLUMNS = 90 };
    double *dense = calloc(count * COLUMNS, sizeof *dense);
    double *pattern = calloc((size_t)rank * COLUMNS, sizeof *pattern);
    assert_true(dense && pattern);
    for (size_t i = 0; i < (size_t)rank * COLUMNS; i++)
        pattern[i] = next_number(&seed) % 10 < 3 ? next_number(&seed) % 100 : 0;
    for (size_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < rank && i % 10 != 9; k++) {
            double part = 1 + next_number(&seed) % 50;
            for (size_t j = 0; j < COLUMNS; j++)
                dense[i * COLUMNS + j] += part * pattern[(size_t)k * COLUMNS + j];
        }
    struct tdg_matrix rows = rows_of(dense, count, COLUMNS);
    free(pattern);
    free(dense);
    return rows;
}

/* A matrix of rank 6 has no more than 6 columns, and these say all about it. */
static void planted_ranks_are_found(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 4; seed++) {
        struct tdg_matrix rows = mixtures(400, 6, seed);
        struct tdg_latent_options options = tdg_latent_defaults();
        struct tdg_dense latent = {0};
        options.seed = seed;
        assert_int_equal(tdg_latent_build(&latent, &rows, NULL, &options, NULL, NULL, NULL), 0);
        assert_int_equal(latent.rows, 400);
        assert_int_equal(latent.columns, 6);
        for (size_t i = 0; i < 400; i += 3)
            for (size_t j = 0; j < 400; j += 7)
                assert_near(dot(&latent, i, j), sparse_dot(&rows, i, j), 2e-5);
        tdg_dense_done(&latent);
        tdg_matrix_done(&rows);
    }
}

/* The columns of U·D are orthogonal, their lengths do not grow, and of each the element of the
 * largest size is positive. Before the rows are scaled, that is: with full rank the scale is 1. */
static void columns_are_orthogonal_and_sorted(void **state)
{
    (void)state;
    struct tdg_matrix rows = mixtures(300, 12, 8);
    struct tdg_latent_options options = tdg_latent_defaults();
    struct tdg_dense latent = {0};
    assert_int_equal(tdg_latent_build(&latent, &rows, NULL, &options, NULL, NULL, NULL), 0);
    assert_int_equal(latent.columns, 12);
    double before = HUGE_VAL;
    for (size_t a = 0; a < 12; a++)
        for (size_t b = a; b < 12; b++) {
            double sum = 0, largest = 0;
            for (size_t i = 0; i < 300; i++) {
                double value = (double)latent.value[i * 12 + a];
                sum += value * (double)latent.value[i * 12 + b];
                largest = fabs(value) > fabs(largest) ? value : largest;
            }
            assert_true(largest > 0);
            if (a != b) {
                assert_near(sum, 0, 1e-3);
                continue;
            }
            assert_true(sum <= before);
            before = sum;
        }
    tdg_dense_done(&latent);
    tdg_matrix_done(&rows);
}

/* Rows over 60 columns in which noise follows five strong groups: five columns of the latent space
 * come from the groups, whatever the seed. */
static void seeds_hardly_matter(void **state)
{
    (void)state;
    enum { ROWS = 500, COLUMNS = 60 };
    static double dense[ROWS * COLUMNS];
    uint64_t seed = 4;
    for (size_t i = 0; i < ROWS; i++)
        for (size_t j = 0; j < COLUMNS; j++)
            dense[i * COLUMNS + j] = (j / 12 == i % 5 ? 20 + 2 * (double)(i % 5) : 0) +
                                     (next_number(&seed) % 8 == 0 ? 5 : 0);
    struct tdg_matrix rows = rows_of(dense, ROWS, COLUMNS);
    struct tdg_dense latent[2] = {{0}};
    for (uint64_t s = 0; s < 2; s++) {
        struct tdg_latent_options options = {.rank = 5, .power_iterations = 4, .seed = s};
        assert_int_equal(tdg_latent_build(&latent[s], &rows, NULL, &options, NULL, NULL, NULL), 0);
        assert_int_equal(latent[s].columns, 5);
    }
    for (size_t i = 0; i < (size_t)ROWS * 5; i++)
        assert_near((double)latent[0].value[i], (double)latent[1].value[i], 1e-4);
    tdg_dense_done(&latent[0]);
    tdg_dense_done(&latent[1]);
    tdg_matrix_done(&rows);
}

/* Nothing changes for the originals where there are a thousand copies more, and a copy lands where
 * its original is. */
static void copies_take_no_part(void **state)
{
    (void)state;
    enum { ROWS = 200, COPIES = 1000, COLUMNS = 60 };
    struct tdg_matrix rows = random_rows(ROWS, COLUMNS, 20, 6), more = {0};
    double *dense = calloc((size_t)(ROWS + COPIES) * COLUMNS, sizeof *dense);
    uint32_t *copy_of = calloc(ROWS + COPIES, sizeof *copy_of);
    assert_true(dense && copy_of);
    for (size_t i = 0; i < ROWS + COPIES; i++) {
        size_t original = i < ROWS ? i : 8;
        copy_of[i] = i < ROWS ? TDG_NONE : 8;
        for (size_t at = rows.begin[original]; at < rows.begin[original + 1]; at++)
            dense[i * COLUMNS + rows.column[at]] = (double)rows.weight[at];
    }
    more = rows_of(dense, ROWS + COPIES, COLUMNS);
    memcpy(more.weight, rows.weight, rows.begin[ROWS] * sizeof *rows.weight);
    struct tdg_latent_options options = {.rank = 10, .power_iterations = 2};
    struct tdg_dense latent = {0}, latent_of_more = {0};
    assert_int_equal(tdg_latent_build(&latent, &rows, NULL, &options, NULL, NULL, NULL), 0);
    assert_int_equal(tdg_latent_build(&latent_of_more, &more, copy_of, &options, NULL, NULL, NULL),
                     0);
    assert_int_equal(latent_of_more.columns, 10);
    assert_memory_equal(latent.value, latent_of_more.value, (size_t)ROWS * 10 * sizeof(float));
    for (size_t i = ROWS; i < ROWS + COPIES; i++)
        assert_near(dot(&latent_of_more, i, 8), 1, 1e-6);
    tdg_dense_done(&latent);
    tdg_dense_done(&latent_of_more);
    tdg_matrix_done(&rows);
    tdg_matrix_done(&more);
    free(copy_of);
    free(dense);
}

static void threads_do_not_matter(void **state)
{
    (void)state;
    enum { ROWS = 5000 };
    struct tdg_matrix rows = random_rows(ROWS, 150, 12, 9);
    struct tdg_latent_options options = {.rank = 30, .power_iterations = 3, .seed = 5};
    struct tdg_dense reference = {0};
    assert_int_equal(tdg_latent_build(&reference, &rows, NULL, &options, NULL, NULL, NULL), 0);
    assert_int_equal(reference.columns, 30);
    static const unsigned threads[] = {1, 2, 7};
    for (size_t t = 0; t < 3; t++) {
        struct tdg_workers *workers = NULL;
        struct tdg_dense latent = {0};
        assert_int_equal(tdg_workers_new(&workers, threads[t], NULL), 0);
        assert_int_equal(tdg_latent_build(&latent, &rows, NULL, &options, workers, NULL, NULL), 0);
        assert_memory_equal(latent.value, reference.value,
                            (size_t)ROWS * 30 * sizeof *latent.value);
        tdg_dense_done(&latent);
        tdg_workers_free(workers);
    }
    tdg_dense_done(&reference);
    tdg_matrix_done(&rows);
}

/* rows, columns, cells → columns of the latent space */
static void small_piles_have_small_spaces(void **state)
{
    (void)state;
    static const struct {
        uint32_t rows, columns;
        double dense[9];
        size_t expected;
    } table[] = {
        {0, 0, {0}, 0},
        {0, 5, {0}, 0},
        {3, 3, {0}, 0},
        {1, 3, {1, 2, 3}, 1},
        {2, 2, {1, 0, 0, 1}, 2},
        {3, 2, {1, 0, 1, 0, 1, 0}, 1},
        {3, 1, {1, 0, 1}, 1},
        {3, 3, {1, 2, 0, 0, 0, 0, 0, 2, 1}, 2},
        {3, 3, {1, 1, 0, 0, 1, 1, 1, 0, 1}, 3},
    };
    for (size_t t = 0; t < sizeof table / sizeof *table; t++)
        for (unsigned iterations = 0; iterations < 6; iterations += 5) {
            struct tdg_matrix rows = rows_of(table[t].dense, table[t].rows, table[t].columns);
            struct tdg_latent_options options = {.rank = 200, .power_iterations = iterations};
            struct tdg_dense latent = {0};
            assert_int_equal(tdg_latent_build(&latent, &rows, NULL, &options, NULL, NULL, NULL), 0);
            assert_int_equal(latent.rows, table[t].rows);
            assert_int_equal(latent.columns, table[t].expected);
            for (size_t i = 0; i < rows.rows; i++)
                for (size_t j = 0; j < rows.rows; j++)
                    assert_near(dot(&latent, i, j), sparse_dot(&rows, i, j), 1e-5);
            tdg_dense_done(&latent);
            tdg_matrix_done(&rows);
        }
}

static void impossible_options_are_refused(void **state)
{
    (void)state;
    static const struct tdg_latent_options table[] = {
        {.rank = 0, .power_iterations = 4},
        {.rank = 1001, .power_iterations = 4},
        {.rank = 10, .power_iterations = 101},
    };
    struct tdg_matrix rows = random_rows(20, 10, 5, 1);
    struct tdg_dense latent = {.rows = 77};
    for (size_t t = 0; t < sizeof table / sizeof *table; t++)
        assert_int_equal(tdg_latent_build(&latent, &rows, NULL, &table[t], NULL, NULL, NULL),
                         TDG_EINVAL);
    assert_int_equal(latent.rows, 77);
    tdg_matrix_done(&rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(planted_ranks_are_found),
        cmocka_unit_test(columns_are_orthogonal_and_sorted),
        cmocka_unit_test(seeds_hardly_matter),
        cmocka_unit_test(copies_take_no_part),
        cmocka_unit_test(threads_do_not_matter),
        cmocka_unit_test(small_piles_have_small_spaces),
        cmocka_unit_test(impossible_options_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
