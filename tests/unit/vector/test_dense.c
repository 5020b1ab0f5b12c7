// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/dense.h"

#include <stdint.h>

#include <tidings/error.h>
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

/* What is left of a column of one matrix without its part along the columns of another, squared. */
static double left_over(const float *column, const float *basis)
{
    double along[WIDTH] = {0}, left = 0;
    for (size_t i = 0; i < ROWS; i++)
        for (size_t j = 0; j < WIDTH; j++)
            along[j] += (double)column[i * WIDTH] * (double)basis[i * WIDTH + j];
    for (size_t i = 0; i < ROWS; i++) {
        double value = (double)column[i * WIDTH];
        for (size_t j = 0; j < WIDTH; j++)
            value -= along[j] * (double)basis[i * WIDTH + j];
        left += value * value;
    }
    return left;
}

/* Column 5 is twice column 2 plus column 3, and column 7 is nothing: the space has two dimensions
 * less than columns. Column 9 is small, but stands by itself. */
static void orthonormal_columns_span_the_same_space(void **state)
{
    (void)state;
    float *value = random_dense(ROWS, 4), *basis = calloc((size_t)ROWS * WIDTH, sizeof *basis);
    double *gram = calloc((size_t)WIDTH * WIDTH, sizeof *gram);
    assert_true(basis && gram);
    for (size_t i = 0; i < ROWS; i++) {
        float *row = value + i * WIDTH;
        row[2] = roundf(row[2] * 64) / 64; /* so that the sum is exact */
        row[3] = roundf(row[3] * 64) / 64;
        row[5] = 2 * row[2] + row[3];
        row[7] = 0;
        row[9] *= 1e-6F;
    }
    memcpy(basis, value, sizeof *basis * ROWS * WIDTH);
    assert_int_equal(tdg_orthonormalise(basis, ROWS, WIDTH, NULL), 0);
    assert_int_equal(tdg_gram(gram, basis, ROWS, WIDTH, NULL, NULL), 0);
    for (size_t a = 0; a < WIDTH; a++)
        for (size_t b = 0; b < WIDTH; b++)
            assert_near(gram[a * WIDTH + b], a == b && a < WIDTH - 2, 1e-6);
    for (size_t j = 0; j < WIDTH; j++)
        assert_near(left_over(value + j, basis), 0, j == 9 ? 1e-20 : 1e-8);
    free(gram);
    free(basis);
    free(value);
}

static void nothing_spans_nothing(void **state)
{
    (void)state;
    float *value = calloc((size_t)ROWS * WIDTH, sizeof *value);
    assert_non_null(value);
    assert_int_equal(tdg_orthonormalise(value, ROWS, WIDTH, NULL), 0);
    for (size_t i = 0; i < (size_t)ROWS * WIDTH; i++)
        assert_true(value[i] == 0);
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
                sum += original[i * SIZE + j] * matrix[j * SIZE + k];
            assert_near(sum, lambda[k] * matrix[i * SIZE + k], 1e-9);
        }
    }
}

static void what_is_not_finite_is_refused(void **state)
{
    (void)state;
    enum { SIZE = 3 };
    double matrix[SIZE * SIZE] = {1, 0, 0, 0, 1, 0, (double)NAN, 0, 1}, value[SIZE];
    assert_int_equal(tdg_eigen(value, matrix, SIZE), TDG_EINVAL);
    double larger[SIZE * SIZE] = {1, 0, 0, 0, HUGE_VAL, 0, 0, 0, 1};
    assert_int_equal(tdg_eigen(value, larger, SIZE), TDG_EINVAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_are_sums_over_cells),
        cmocka_unit_test(grams_leave_copies_out),
        cmocka_unit_test(orthonormal_columns_span_the_same_space),
        cmocka_unit_test(nothing_spans_nothing),
        cmocka_unit_test(eigenvectors_of_a_known_matrix),
        cmocka_unit_test(what_is_not_finite_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
