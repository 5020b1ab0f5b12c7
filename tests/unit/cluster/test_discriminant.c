// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"
#include "cluster/discriminant.h"
#include "unit/cluster/links.h"
#include "vector/vector.h"

enum { ROWS = 400, KIND = 7, COLUMNS = 2 * KIND, GROUPS = 6, EMPTY = 4 };

static double value_of(const struct links *links, size_t row, size_t column)
{
    const struct tdg_dense *dense = column < KIND ? &links->smoothed : &links->latent;
    return (double)dense->value[row * KIND + column % KIND] * sqrt(0.5);
}

/* Gauss and Jordan, with the largest pivot: side becomes the solution. */
static void solve(double matrix[COLUMNS][COLUMNS], double *side)
{
    for (size_t k = 0; k < COLUMNS; k++) {
        size_t pivot = k;
        for (size_t i = k + 1; i < COLUMNS; i++)
            if (fabs(matrix[i][k]) > fabs(matrix[pivot][k]))
                pivot = i;
        for (size_t j = 0; j <= COLUMNS; j++) {
            double *one = j < COLUMNS ? &matrix[k][j] : &side[k];
            double *other = j < COLUMNS ? &matrix[pivot][j] : &side[pivot];
            double kept = *one;
            *one = *other;
            *other = kept;
        }
        for (size_t i = 0; i < COLUMNS; i++) {
            double factor = i == k ? 0 : matrix[i][k] / matrix[k][k];
            for (size_t j = 0; j < COLUMNS; j++)
                matrix[i][j] -= factor * matrix[k][j];
            side[i] -= factor * side[k];
        }
    }
    for (size_t k = 0; k < COLUMNS; k++)
        side[k] /= matrix[k][k];
}

struct model {
    double mean[GROUPS][COLUMNS], within[COLUMNS][COLUMNS];
    size_t size[GROUPS];
};

static void estimate(struct model *model, const struct links *links, const uint32_t *group)
{
    *model = (struct model){0};
    for (size_t i = 0; i < ROWS; i++)
        model->size[group[i]]++;
    for (size_t i = 0; i < ROWS; i++)
        for (size_t c = 0; c < COLUMNS; c++)
            model->mean[group[i]][c] += value_of(links, i, c) / (double)model->size[group[i]];
    double trace = 0;
    for (size_t a = 0; a < COLUMNS; a++)
        for (size_t b = 0; b < COLUMNS; b++)
            for (size_t i = 0; i < ROWS; i++) {
                double product = (value_of(links, i, a) - model->mean[group[i]][a]) *
                                 (value_of(links, i, b) - model->mean[group[i]][b]) / ROWS;
                model->within[a][b] += product;
                trace += a == b ? product : 0;
            }
    for (size_t c = 0; c < COLUMNS; c++)
        model->within[c][c] += trace / COLUMNS;
}

/* score[rows][groups] as the definition says */
static void score_rows(double score[ROWS][GROUPS], const struct links *links, const uint32_t *group)
{
    static struct model model;
    estimate(&model, links, group);
    for (size_t g = 0; g < GROUPS; g++) {
        double matrix[COLUMNS][COLUMNS], a[COLUMNS], bias = 0;
        memcpy(matrix, model.within, sizeof matrix);
        memcpy(a, model.mean[g], sizeof a);
        solve(matrix, a);
        for (size_t c = 0; c < COLUMNS; c++)
            bias -= a[c] * model.mean[g][c] / 2;
        bias += log((double)model.size[g] / ROWS);
        for (size_t i = 0; i < ROWS; i++) {
            score[i][g] = bias;
            for (size_t c = 0; c < COLUMNS; c++)
                score[i][g] += a[c] * value_of(links, i, c);
        }
    }
}

static void rows_go_where_the_definition_says(void **state)
{
    (void)state;
    static double score[ROWS][GROUPS];
    struct links links;
    uint32_t group[ROWS], before[ROWS];
    size_t moved = 0, differ = 0;
    links_init(&links, ROWS, 1, 100, KIND);
    for (uint32_t i = 0; i < ROWS; i++)
        before[i] = group[i] = tdg_mix(i) % GROUPS == EMPTY ? 0 : (uint32_t)(tdg_mix(i) % GROUPS);
    score_rows(score, &links, before);
    assert_int_equal(tdg_pass_discriminant(group, &moved, &links.fit, GROUPS), 0);
    for (size_t i = 0; i < ROWS; i++) {
        assert_true(group[i] < GROUPS && group[i] != EMPTY);
        differ += group[i] != before[i];
        for (size_t g = 0; g < GROUPS; g++)
            assert_true(score[i][group[i]] > score[i][g] - 1e-4);
    }
    assert_int_equal(moved, differ);
    assert_true(moved > ROWS / 10);
    links_done(&links);
}

/* Nothing varies within the groups, and so the matrix of what does is 0. */
static void groups_without_any_spread_are_told_apart(void **state)
{
    (void)state;
    struct links links;
    uint32_t group[ROWS];
    size_t moved = 1;
    links_init(&links, ROWS, 1, 100, KIND);
    for (size_t i = 0; i < ROWS; i++) {
        group[i] = i % 2;
        for (size_t c = 0; c < KIND; c++)
            links.smoothed.value[i * KIND + c] = links.latent.value[i * KIND + c] = c == i % 2;
    }
    assert_int_equal(tdg_pass_discriminant(group, &moved, &links.fit, 2), 0);
    assert_int_equal(moved, 0);
    links_done(&links);
}

static void rows_without_values_go_to_the_largest_group(void **state)
{
    (void)state;
    struct links links;
    uint32_t group[ROWS];
    size_t moved = 0;
    links_init(&links, ROWS, 1, 100, 0);
    for (size_t i = 0; i < ROWS; i++)
        group[i] = i % 4 == 0;
    assert_int_equal(tdg_pass_discriminant(group, &moved, &links.fit, 2), 0);
    assert_int_equal(moved, ROWS / 4);
    links_done(&links);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_go_where_the_definition_says),
        cmocka_unit_test(groups_without_any_spread_are_told_apart),
        cmocka_unit_test(rows_without_values_go_to_the_largest_group),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
