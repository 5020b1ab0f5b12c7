// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/dense.h"

#include <stdint.h>

#include <tidings/types.h>

#include "unit/vector/rows.h"
#include "vector/eigen.h"
#include "vector/gram.h"
#include "vector/matrix.h"
#include "vector/orthonormal.h"
#include "vector/product.h"
#include "vector/vector.h"

enum { ROWS = 5000, WIDTH = 32 };

static double between_minus_one_and_one(uint64_t *seed)
{
    return (double)next_number(seed) / (1U << 30) - 1;
}

static float *random_dense(size_t rows, uint64_t seed)
{
    float *value = calloc(rows * WIDTH, sizeof *value);
    assert_non_null(value);
    for (size_t i = 0; i < rows * WIDTH; i++)
        value[i] = (float)between_minus_one_and_one(&seed);
    return value;
}

static void products_are_sums_over_cells(void **state)
{
    (void)state;
    struct tdg_matrix rows = random_rows(300, 40, 12, 2);
    float *in = random_dense(40, 1), *out = random_dense(300, 2);
    assert_int_equal(tdg_product(out, &rows, in, WIDTH, NULL), 0);
    for (size_t i = 0; i < rows.rows; i++)
        for (size_t j = 0; j < WIDTH; j++) {
            double sum = 0;
            for (size_t at = rows.begin[i]; at < rows.begin[i + 1]; at++)
                sum += (double)rows.weight[at] * (double)in[(size_t)rows.column[at] * WIDTH + j];
            assert_near((double)out[i * WIDTH + j], sum, 1e-6);
        }
    free(in);
    free(out);
    tdg_matrix_done(&rows);
}

static void grams_leave_copies_out(void **state)
{
    (void)state;
    float *value = random_dense(ROWS, 3);
    uint32_t *copy_of = calloc(ROWS, sizeof *copy_of);
    double *gram = calloc((size_t)WIDTH * WIDTH, sizeof *gram);
    assert_true(copy_of && gram);
    for (size_t i = 0; i < ROWS; i++)
        copy_of[i] = i % 5 == 1 ? 0 : TDG_NONE;
    assert_int_equal(tdg_gram(gram, value, ROWS, WIDTH, copy_of, NULL), 0);
    for (size_t a = 0; a < WIDTH; a++)
        for (size_t b = 0; b < WIDTH; b++) {
            double sum = 0;
            for (size_t i = 0; i < ROWS; i++)
                if (i % 5 != 1)
                    sum += (double)value[i * WIDTH + a] * (double)value[i * WIDTH + b];
            assert_near(gram[a * WIDTH + b], sum, 1e-9);
        }
    free(gram);
    free(copy_of);
    free(value);
}

/* Column 5 is twice column 2 plus column 3, and column 7 is nothing. */
static void dependent_columns_become_zero(void **state)
{
    (void)state;
    float *value = random_dense(ROWS, 4);
    double *gram = calloc((size_t)WIDTH * WIDTH, sizeof *gram);
    assert_non_null(gram);
    for (size_t i = 0; i < ROWS; i++) {
        float *row = value + i * WIDTH;
        row[2] = roundf(row[2] * 64) / 64; /* so that the sum is exact */
        row[3] = roundf(row[3] * 64) / 64;
        row[5] = 2 * row[2] + row[3];
        row[7] = 0;
    }
    assert_int_equal(tdg_orthonormalise(value, ROWS, WIDTH, NULL), 0);
    assert_int_equal(tdg_gram(gram, value, ROWS, WIDTH, NULL, NULL), 0);
    for (size_t a = 0; a < WIDTH; a++)
        for (size_t b = 0; b < WIDTH; b++)
            assert_near(gram[a * WIDTH + b], a == b && a != 5 && a != 7, 1e-6);
    free(gram);
    free(value);
}

/* H diag(λ) H with a reflection H = I - 2vvᵀ; twice the same λ, and nothing from the tenth on. */
static void eigenvectors_of_a_known_matrix(void **state)
{
    (void)state;
    enum { SIZE = 16 };
    static const double lambda[SIZE] = {900, 35, 35, 7.5, 2, 1, 0.25, 1e-3, 1e-6};
    double matrix[SIZE * SIZE], original[SIZE * SIZE], reflection[SIZE][SIZE], value[SIZE];
    double v[SIZE], square = 0;
    for (size_t i = 0; i < SIZE; i++) {
        v[i] = 2.385 + 0.31 * (double)(i * i % 7);
        square += v[i] * v[i];
    }
    for (size_t i = 0; i < SIZE; i++)
        for (size_t j = 0; j < SIZE; j++)
            reflection[i][j] = (i == j) - 2 * v[i] * v[j] / square;
    for (size_t i = 0; i < SIZE; i++)
        for (size_t j = 0; j < SIZE; j++) {
            double sum = 0;
            for (size_t k = 0; k < SIZE; k++)
                sum += reflection[i][k] * lambda[k] * reflection[k][j];
            matrix[i * SIZE + j] = original[i * SIZE + j] = sum;
        }
    assert_int_equal(tdg_eigen(value, matrix, SIZE), 0);
    for (size_t k = 0; k < SIZE; k++) {
        assert_near(value[k], lambda[k], 1e-12 * lambda[0]);
        for (size_t i = 0; i < SIZE && lambda[k] > 0.1; i++) {
            double sum = 0;
            for (size_t j = 0; j < SIZE; j++)
                sum += original[i * SIZE + j] * matrix[k * SIZE + j];
            assert_near(sum, lambda[k] * matrix[k * SIZE + i], 1e-9);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_are_sums_over_cells),
        cmocka_unit_test(grams_leave_copies_out),
        cmocka_unit_test(dependent_columns_become_zero),
        cmocka_unit_test(eigenvectors_of_a_known_matrix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
