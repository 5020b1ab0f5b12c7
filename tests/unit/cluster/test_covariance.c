// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include "cluster/covariance.h"
#include "cluster/fit.h"
#include "cluster/grouping.h"
#include "unit/check.h"
#include "vector/matrix.h"
#include "vector/vector.h"

enum { ROWS = 301, SMOOTHED = 9, LATENT = 6, COLUMNS = SMOOTHED + LATENT, GROUPS = 3 };

static struct tdg_dense random_dense(uint32_t columns, uint64_t seed)
{
    struct tdg_dense dense = {ROWS, columns, calloc((size_t)ROWS * columns, sizeof(float))};
    assert_non_null(dense.value);
    for (size_t i = 0; i < (size_t)ROWS * columns; i++)
        dense.value[i] = (float)(tdg_mix(seed * 100000 + i) % 2001) / 1000 - 1;
    return dense;
}

static double value_of(const struct tdg_cluster_input *input, size_t row, size_t column)
{
    const struct tdg_dense *dense = column < SMOOTHED ? input->smoothed : input->latent;
    size_t at = column < SMOOTHED ? column : column - SMOOTHED;
    return (double)dense->value[row * dense->columns + at] * sqrt(0.5);
}

static void it_is_what_the_definition_says(void **state)
{
    (void)state;
    struct tdg_dense smoothed = random_dense(SMOOTHED, 1), latent = random_dense(LATENT, 2);
    struct tdg_cluster_input input = {.smoothed = &smoothed, .latent = &latent};
    uint32_t row[ROWS], group[ROWS];
    double mean[GROUPS * COLUMNS] = {0}, within[COLUMNS * COLUMNS];
    size_t size[GROUPS] = {0};
    for (uint32_t i = 0; i < ROWS; i++) {
        row[i] = i;
        group[i] = (i * i) % GROUPS;
        size[group[i]]++;
    }
    for (size_t i = 0; i < ROWS; i++)
        for (size_t c = 0; c < COLUMNS; c++)
            mean[(size_t)group[i] * COLUMNS + c] += value_of(&input, i, c) / (double)size[group[i]];
    struct tdg_fit fit = {&input, NULL, ROWS, row, NULL};
    assert_int_equal(tdg_covariance_within(within, &fit, group, mean), 0);
    for (size_t a = 0; a < COLUMNS; a++)
        for (size_t b = 0; b <= a; b++) {
            double expected = 0;
            for (size_t i = 0; i < ROWS; i++)
                expected += (value_of(&input, i, a) - mean[(size_t)group[i] * COLUMNS + a]) *
                            (value_of(&input, i, b) - mean[(size_t)group[i] * COLUMNS + b]) / ROWS;
            assert_near(within[a * COLUMNS + b], expected, 1e-6);
        }
    tdg_dense_done(&smoothed);
    tdg_dense_done(&latent);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_what_the_definition_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
