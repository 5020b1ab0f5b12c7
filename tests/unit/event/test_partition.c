// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/partition.h"

#include <tidings/types.h>

#include "unit/check.h"

enum { PARTS = 6, SIZE = 7, ROWS = PARTS * SIZE, MOST = ROWS * ROWS };
static const double density = 0.2;

static double drawn(unsigned *seed)
{
    *seed = *seed * 1103515245U + 12345U;
    return (double)(*seed >> 16 & 1023) / 1023;
}

/* Strong pairs inside groups, a few weak ones between them. Row i is of group i % PARTS. */
static size_t plant(struct tdg_pair pairs[MOST], unsigned seed)
{
    size_t count = 0;
    for (uint32_t a = 0; a < ROWS; a++)
        for (uint32_t b = a + 1; b < ROWS; b++) {
            bool inside = a % PARTS == b % PARTS;
            if (inside || drawn(&seed) < 0.1)
                pairs[count++] = (struct tdg_pair){
                    a, b, (float)(inside ? 0.5 + 0.4 * drawn(&seed) : 0.15 + 0.1 * drawn(&seed))};
        }
    return count;
}

/* Likeness inside the parts, less the density for each pair of rows. */
static double sum_of(const uint32_t part[ROWS], const struct tdg_pairs *pairs)
{
    double sum = 0;
    for (size_t i = 0; i < pairs->count; i++)
        if (part[pairs->items[i].low] == part[pairs->items[i].high])
            sum += (double)pairs->items[i].likeness;
    for (size_t a = 0; a < ROWS; a++)
        for (size_t b = a + 1; b < ROWS; b++)
            sum -= part[a] == part[b] ? density : 0;
    return sum;
}

static void planted_groups_are_found(void **state)
{
    (void)state;
    static struct tdg_pair items[MOST];
    for (unsigned seed = 1; seed < 9; seed++) {
        uint32_t part[ROWS];
        struct tdg_pairs pairs = {items, plant(items, seed)};
        assert_int_equal(tdg_partition(part, ROWS, &pairs, density), 0);
        for (uint32_t i = 0; i < ROWS; i++)
            assert_int_equal(part[i], i % PARTS);
    }
}

/* No row raises the sum by going elsewhere, and parts are named by their lowest row. */
static void no_row_would_be_better_elsewhere(void **state)
{
    (void)state;
    static struct tdg_pair items[MOST];
    unsigned seed = 17;
    for (int round = 0; round < 20; round++) {
        size_t count = 0;
        for (uint32_t a = 0; a < ROWS; a++)
            for (uint32_t b = a + 1; b < ROWS; b++)
                if (drawn(&seed) < 0.2)
                    items[count++] = (struct tdg_pair){a, b, (float)drawn(&seed)};
        struct tdg_pairs pairs = {items, count};
        uint32_t part[ROWS];
        assert_int_equal(tdg_partition(part, ROWS, &pairs, density), 0);
        double sum = sum_of(part, &pairs);
        assert_true(sum >= 0); /* what it is where each row is alone */
        for (uint32_t i = 0; i < ROWS; i++) {
            uint32_t own = part[i];
            assert_true(own <= i && part[own] == own);
            for (uint32_t k = 0; k < ROWS; k++) {
                part[i] = part[k];
                assert_true(k == i || sum_of(part, &pairs) <= sum + 1e-6);
                part[i] = own;
            }
        }
    }
}

static void without_pairs_each_is_alone(void **state)
{
    (void)state;
    uint32_t part[ROWS];
    struct tdg_pairs none = {0};
    assert_int_equal(tdg_partition(part, ROWS, &none, density), 0);
    for (uint32_t i = 0; i < ROWS; i++)
        assert_int_equal(part[i], i);
    assert_int_equal(tdg_partition(part, 0, &none, density), 0);
}

static void parts_are_named_by_their_lowest_row(void **state)
{
    (void)state;
    uint32_t part[] = {4, 2, 4, 0, 2, 5};
    const uint32_t expected[] = {0, 1, 0, 3, 1, 5};
    assert_int_equal(tdg_parts_name(part, 6), 0);
    assert_memory_equal(part, expected, sizeof part);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(planted_groups_are_found),
        cmocka_unit_test(no_row_would_be_better_elsewhere),
        cmocka_unit_test(without_pairs_each_is_alone),
        cmocka_unit_test(parts_are_named_by_their_lowest_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
