// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster.h"

#include <tidings/types.h>

#include "cluster/match.h"
#include "unit/check.h"

/* The best sum by trying everything. */
static double best_sum(const double *shared, uint32_t ones, uint32_t others, uint32_t one,
                       unsigned used)
{
    if (one == ones)
        return 0;
    double best = best_sum(shared, ones, others, one + 1, used);
    for (uint32_t o = 0; o < others; o++)
        if (!(used >> o & 1)) {
            double sum =
                shared[one * others + o] + best_sum(shared, ones, others, one + 1, used | 1U << o);
            best = sum > best ? sum : best;
        }
    return best;
}

static void nothing_is_better(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (unsigned round = 0; round < 300; round++) {
        uint32_t ones = 1 + round % 5, others = 1 + round / 5 % 5, match[5];
        double shared[25], sum = 0;
        for (uint32_t i = 0; i < ones * others; i++) {
            seed = seed * 1664525 + 1013904223;
            shared[i] = seed >> 29 ? (double)(seed >> 24) : 0;
        }
        assert_int_equal(tdg_match_groups(match, shared, ones, others), TDG_OK);
        unsigned used = 0;
        for (uint32_t i = 0; i < ones; i++) {
            if (match[i] == TDG_NONE)
                continue;
            assert_true(match[i] < others && !(used >> match[i] & 1));
            assert_true(shared[i * others + match[i]] > 0);
            used |= 1U << match[i];
            sum += shared[i * others + match[i]];
        }
        assert_near(sum, best_sum(shared, ones, others, 0, 0), 1e-9);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_is_better)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
