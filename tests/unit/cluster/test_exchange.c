// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include <stdbool.h>

#include "cluster/exchange.h"
#include "unit/check.h"

enum { LEAVES = 60, COLUMNS = 12 };

struct leaves {
    double sum[LEAVES][COLUMNS];
    double product[LEAVES * LEAVES];
};

/* Leaves of 1 to 8 rows around `directions` axes. */
static void leaves_init(struct leaves *leaves, uint32_t directions, double noise, uint64_t seed)
{
    for (size_t i = 0; i < LEAVES; i++)
        for (size_t c = 0; c < COLUMNS; c++) {
            double random = (double)(tdg_mix(seed * 10000 + i * COLUMNS + c) % 2001) / 1000 - 1;
            double size = 1 + (double)(tdg_mix(seed + i) % 8);
            leaves->sum[i][c] = size * ((c == i % directions) + noise * random);
        }
    for (size_t a = 0; a < LEAVES; a++)
        for (size_t b = 0; b < LEAVES; b++) {
            leaves->product[a * LEAVES + b] = 0;
            for (size_t c = 0; c < COLUMNS; c++)
                leaves->product[a * LEAVES + b] += leaves->sum[a][c] * leaves->sum[b][c];
        }
}

static double objective(const struct leaves *leaves, const uint32_t *number, uint32_t groups)
{
    double all = 0;
    for (uint32_t g = 0; g < groups; g++) {
        double square = 0;
        for (size_t c = 0; c < COLUMNS; c++) {
            double sum = 0;
            for (size_t i = 0; i < LEAVES; i++)
                sum += number[i] == g ? leaves->sum[i][c] : 0;
            square += sum * sum;
        }
        all += sqrt(square);
    }
    return all;
}

/* From starts that join planted groups and cut others up. */
static void wrong_cuts_are_repaired(void **state)
{
    (void)state;
    struct leaves leaves;
    uint32_t number[LEAVES], planted[LEAVES];
    for (uint32_t groups = 2; groups <= COLUMNS; groups++)
        for (uint64_t seed = 1; seed < 6; seed++) {
            leaves_init(&leaves, groups, 0.1, seed);
            for (uint32_t i = 0; i < LEAVES; i++) {
                planted[i] = i % groups;
                number[i] = (uint32_t)((seed % 2 ? planted[i] / 2 : tdg_mix(seed + i)) % groups);
            }
            for (uint32_t g = 0; g < groups; g++)
                number[g] = g; /* none is empty */
            assert_int_equal(tdg_leaves_improve(number, groups, leaves.product, LEAVES), 0);
            assert_near(objective(&leaves, number, groups), objective(&leaves, planted, groups),
                        1e-6);
        }
}

static void nothing_gets_worse_and_no_group_is_lost(void **state)
{
    (void)state;
    struct leaves leaves;
    for (uint32_t groups = 1; groups <= LEAVES; groups += 7) {
        uint32_t number[LEAVES];
        bool used[LEAVES] = {false};
        leaves_init(&leaves, 7, 2, groups);
        for (uint32_t i = 0; i < LEAVES; i++)
            number[i] = i % groups;
        double before = objective(&leaves, number, groups);
        assert_int_equal(tdg_leaves_improve(number, groups, leaves.product, LEAVES), 0);
        assert_true(objective(&leaves, number, groups) >= before - 1e-9);
        for (size_t i = 0; i < LEAVES; i++) {
            assert_true(number[i] < groups);
            used[number[i]] = true;
        }
        for (uint32_t g = 0; g < groups; g++)
            assert_true(used[g]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_cuts_are_repaired),
        cmocka_unit_test(nothing_gets_worse_and_no_group_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
