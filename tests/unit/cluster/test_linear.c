// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/linear.h"

#include "base/hash.h"
#include "unit/cluster/links.h"
#include "vector/vector.h"

enum { ROWS = 531, COLUMNS = 11, GROUPS = 13, EMPTY = 5 };

static void group_rows(uint32_t *group)
{
    for (uint32_t i = 0; i < ROWS; i++)
        group[i] = (uint32_t)(tdg_mix(i) % GROUPS) == EMPTY ? 0 : (uint32_t)(tdg_mix(i) % GROUPS);
}

struct check {
    const struct links *links;
    const struct tdg_linear *linear;
    const uint32_t *group;
    size_t seen;
};

/* (smoothed, latent) / √2, or smoothed alone. */
static double value_of(const struct check *check, size_t row, size_t column)
{
    if (!check->linear->latent)
        return (double)check->links->smoothed.value[row * COLUMNS + column];
    const struct tdg_dense *dense =
        column < COLUMNS ? &check->links->smoothed : &check->links->latent;
    return (double)dense->value[row * COLUMNS + column % COLUMNS] * sqrt(0.5);
}

static double cosine(const struct check *check, size_t row, uint32_t group)
{
    double product = 0, square = 0;
    for (size_t c = 0; c < (size_t)(check->linear->latent ? 2 : 1) * COLUMNS; c++) {
        double sum = 0;
        for (size_t i = 0; i < ROWS; i++)
            sum += check->group[i] == group ? value_of(check, i, c) : 0;
        product += sum * value_of(check, row, c);
        square += sum * sum;
    }
    return product / sqrt(square);
}

static void check_block(void *context, const struct tdg_chunk *chunk, size_t first, size_t count,
                        const float *score)
{
    struct check *check = context;
    assert_in_range(first, chunk->begin, chunk->end - 1);
    for (size_t b = 0; b < count; b++)
        for (uint32_t g = 0; g < GROUPS; g++) {
            double found = (double)score[b * check->linear->stride + g];
            if (g == EMPTY)
                assert_true(found < -1e30);
            else if ((first + b) % 50 == 0)
                assert_near(found, cosine(check, first + b, g), 1e-5);
        }
    check->seen += count;
}

static void scores_are_cosines_with_the_centroids(void **state)
{
    (void)state;
    struct links links;
    uint32_t group[ROWS];
    links_init(&links, ROWS, 1, 100, COLUMNS);
    group_rows(group);
    for (int latent = 0; latent < 2; latent++) {
        struct tdg_linear linear = {0};
        assert_int_equal(tdg_linear_init(&linear, &links.fit, GROUPS, latent), 0);
        assert_int_equal(tdg_linear_centroids(&linear, &links.fit, group), 0);
        struct check check = {&links, &linear, group, 0};
        assert_int_equal(tdg_linear_run(&linear, &links.fit, check_block, &check), 0);
        assert_int_equal(check.seen, ROWS);
        tdg_linear_done(&linear);
    }
    links_done(&links);
}

/* Σ |sum of the rows of a group| */
static double objective(const struct links *links, const uint32_t *group)
{
    double sum[GROUPS * COLUMNS], all = 0;
    assert_int_equal(tdg_group_sums(sum, &links->fit, &links->smoothed, group, GROUPS), 0);
    for (size_t g = 0; g < GROUPS; g++) {
        double square = 0;
        for (size_t c = 0; c < COLUMNS; c++)
            square += sum[g * COLUMNS + c] * sum[g * COLUMNS + c];
        all += sqrt(square);
    }
    return all;
}

static void passes_by_centroids_only_gain_and_settle(void **state)
{
    (void)state;
    struct links links;
    uint32_t group[ROWS];
    size_t moved = 1;
    unsigned passes = 0;
    links_init(&links, ROWS, 1, 100, COLUMNS);
    group_rows(group);
    double before = objective(&links, group);
    for (; moved && passes < 200; passes++) {
        assert_int_equal(tdg_pass_centroids(group, &moved, &links.fit, GROUPS), 0);
        double after = objective(&links, group);
        assert_true(moved ? after > before - 1e-6 : fabs(after - before) < 1e-9);
        before = after;
        for (size_t i = 0; i < ROWS; i++)
            assert_true(group[i] < GROUPS && group[i] != EMPTY);
    }
    assert_int_equal(moved, 0);
    links_done(&links);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_are_cosines_with_the_centroids),
        cmocka_unit_test(passes_by_centroids_only_gain_and_settle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
