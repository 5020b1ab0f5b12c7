// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include <stdbool.h>

#include "cluster/fit.h"
#include "cluster/tree.h"
#include "unit/check.h"

enum { LEAVES = 40, COLUMNS = 7 };

static void fill(double *sum, uint64_t seed)
{
    for (size_t i = 0; i < (size_t)LEAVES * COLUMNS; i++)
        sum[i] = (double)(tdg_mix(seed * 1000 + i) % 2001) / 500 - 1;
}

static void multiply(double *product, const double *sum, size_t leaves, size_t columns)
{
    for (size_t a = 0; a < leaves; a++)
        for (size_t b = 0; b < leaves; b++) {
            product[a * leaves + b] = 0;
            for (size_t c = 0; c < columns; c++)
                product[a * leaves + b] += sum[a * columns + c] * sum[b * columns + c];
        }
}

static double length(const double *a, const double *b)
{
    double square = 0;
    for (size_t c = 0; c < COLUMNS; c++) {
        double value = a[c] + (b ? b[c] : 0);
        square += value * value;
    }
    return sqrt(square);
}

/* Looks at all pairs each time, and adds the sums themselves. */
static struct tdg_merge cheapest(double sum[][COLUMNS], const bool *alive)
{
    struct tdg_merge best = {0, 0, HUGE_VAL};
    for (uint32_t a = 0; a < LEAVES; a++)
        for (uint32_t b = a + 1; alive[a] && b < LEAVES; b++) {
            double loss = length(sum[a], NULL) + length(sum[b], NULL) - length(sum[a], sum[b]);
            if (alive[b] && loss < best.loss)
                best = (struct tdg_merge){a, b, loss};
        }
    return best;
}

static void merges_are_the_cheapest(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 30; seed++) {
        double sum[LEAVES][COLUMNS], product[LEAVES * LEAVES];
        bool alive[LEAVES];
        struct tdg_tree tree = {0};
        fill(sum[0], seed);
        multiply(product, sum[0], LEAVES, COLUMNS);
        memset(alive, true, sizeof alive);
        assert_int_equal(tdg_tree_build(&tree, product, LEAVES), 0);
        for (uint32_t i = 0; i + 1 < LEAVES; i++) {
            struct tdg_merge expected = cheapest(sum, alive);
            assert_int_equal(tree.merge[i].into, expected.into);
            assert_int_equal(tree.merge[i].from, expected.from);
            assert_near(tree.merge[i].loss, expected.loss, 1e-9);
            assert_true(tree.merge[i].loss >= 0);
            alive[expected.from] = false;
            for (size_t c = 0; c < COLUMNS; c++)
                sum[expected.into][c] += sum[expected.from][c];
        }
        tdg_tree_done(&tree);
    }
}

/* What is together stays together in any cut into fewer, and each cut has its number of groups. */
static void cuts_nest(void **state)
{
    (void)state;
    double sum[LEAVES * COLUMNS], product[LEAVES * LEAVES];
    struct tdg_tree tree = {0};
    uint32_t fine[LEAVES], coarse[LEAVES];
    fill(sum, 77);
    multiply(product, sum, LEAVES, COLUMNS);
    assert_int_equal(tdg_tree_build(&tree, product, LEAVES), 0);
    for (uint32_t groups = LEAVES; groups >= 1; groups--) {
        uint32_t next = 0;
        tdg_tree_cut(fine, &tree, groups);
        for (size_t i = 0; i < LEAVES; i++) {
            assert_true(fine[i] <= next);
            next += fine[i] == next;
        }
        assert_int_equal(next, groups);
        for (size_t i = 0; groups < LEAVES && i < LEAVES; i++)
            for (size_t j = 0; j < i; j++)
                assert_true(coarse[i] != coarse[j] || fine[i] == fine[j]);
        memcpy(coarse, fine, sizeof coarse);
    }
    tdg_tree_done(&tree);
}

static void equal_leaves_join_first_and_for_nothing(void **state)
{
    (void)state;
    static const double sum[] = {1, 0, 0, 2, 3, 0, 0, 5, 0, 0};
    struct tdg_tree tree = {0};
    double product[25];
    multiply(product, sum, 5, 2);
    assert_int_equal(tdg_tree_build(&tree, product, 5), 0);
    for (size_t i = 0; i < 3; i++)
        assert_near(tree.merge[i].loss, 0, 1e-12);
    assert_near(tree.merge[3].loss, 11 - sqrt(16 + 49), 1e-12);
    tdg_tree_done(&tree);
    assert_int_equal(tdg_tree_build(&tree, product, 1), 0);
    uint32_t number = 9;
    tdg_tree_cut(&number, &tree, 1);
    assert_int_equal(number, 0);
    tdg_tree_done(&tree);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merges_are_the_cheapest),
        cmocka_unit_test(cuts_nest),
        cmocka_unit_test(equal_leaves_join_first_and_for_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
