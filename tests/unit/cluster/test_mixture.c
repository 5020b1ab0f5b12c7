// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "base/hash.h"
#include "base/workers.h"
#include "cluster/cluster.h"
#include "cluster/grouping.h"
#include "unit/cluster/planted.h"
#include "vector/vector.h"

enum { GROUPS = 4, WHOLE = 400, MIXED = 60, LENGTH = 24 };

/* The two groups a mixed row is made of; of a whole row they are the same. */
static void groups_of(size_t row, uint32_t pair[2])
{
    pair[0] = (uint32_t)row % GROUPS;
    pair[1] =
        row < WHOLE ? pair[0] : (pair[0] + 1 + (uint32_t)row / GROUPS % (GROUPS - 1)) % GROUPS;
}

/* Rows 0 … WHOLE - 1 have words of one group, the others half of their words from another one. */
static struct tdg_matrix mixtures(void)
{
    enum { COLUMNS = GROUPS * WIDTH };
    struct tdg_matrix matrix = matrix_of(WHOLE + MIXED, COLUMNS, (size_t)(WHOLE + MIXED) * LENGTH);
    for (size_t row = 0; row < WHOLE + MIXED; row++) {
        bool marked[COLUMNS] = {false};
        uint32_t pair[2];
        groups_of(row, pair);
        for (size_t j = 0; j < LENGTH; j++) {
            uint64_t random = tdg_mix(row * LENGTH + j + 1);
            uint64_t own = pair[j % 2] * WIDTH + random % WIDTH;
            marked[random >> 60 ? own : (random >> 8) % COLUMNS] = true;
        }
        add_row(&matrix, row, marked);
    }
    return matrix;
}

static struct tdg_grouping group_mixtures(struct sample *sample, struct tdg_workers *workers)
{
    struct tdg_cluster_options options = tdg_cluster_defaults();
    struct tdg_grouping grouping = {0};
    options.groups = GROUPS;
    assert_int_equal(tdg_cluster(&grouping, &sample->input, &options, workers, NULL, NULL), 0);
    assert_int_equal(grouping.groups, GROUPS);
    return grouping;
}

static bool same_pair(uint32_t a, uint32_t b, const uint32_t pair[2])
{
    return (a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0]);
}

static void two_themes_are_told_where_there_are_two(void **state)
{
    (void)state;
    struct sample sample;
    sample_init(&sample, mixtures(), NULL);
    struct tdg_grouping grouping = group_mixtures(&sample, NULL);
    size_t right = 0, wrong = 0;
    for (size_t row = 0; row < grouping.rows; row++) {
        uint32_t pair[2];
        groups_of(row, pair);
        uint32_t found[2] = {grouping.group[pair[0]], grouping.group[pair[1]]};
        if (row < WHOLE)
            wrong += grouping.second[row] != TDG_NONE;
        else
            right += same_pair(grouping.group[row], grouping.second[row], found);
    }
    assert_in_range(right, MIXED * 9 / 10, MIXED);
    assert_in_range(wrong, 0, WHOLE / 50);
    tdg_grouping_done(&grouping);
    sample_done(&sample);
}

static void weights_are_shares_of_the_words(void **state)
{
    (void)state;
    struct sample sample;
    sample_init(&sample, mixtures(), NULL);
    struct tdg_grouping grouping = group_mixtures(&sample, NULL);
    double whole = 0, mixed = 0;
    for (size_t row = 0; row < grouping.rows; row++) {
        float weight = grouping.weight[row], second = grouping.second_weight[row];
        assert_true(weight >= 0.5F && weight <= 1 && weight >= second);
        if (grouping.second[row] != TDG_NONE) {
            assert_int_not_equal(grouping.second[row], grouping.group[row]);
            assert_near((double)weight + (double)second, 1, 1e-6);
        } else
            assert_true(second <= 0 && second >= 0);
        *(row < WHOLE ? &whole : &mixed) += (double)weight;
    }
    assert_near(whole / WHOLE, 1, 0.1);
    assert_near(mixed / MIXED, 0.5, 0.1);
    tdg_grouping_done(&grouping);
    sample_done(&sample);
}

/* No other group, no other words, words that nobody else has. */
static void there_is_not_always_another_theme(void **state)
{
    (void)state;
    static const uint32_t columns[] = {1, 2, 5};
    for (size_t i = 0; i < 3; i++) {
        struct tdg_matrix rows = matrix_of(5, columns[i], 5);
        for (uint32_t row = 0; row < 5; row++) {
            bool marked[5] = {false};
            marked[row % columns[i]] = true;
            add_row(&rows, row, marked);
        }
        struct sample sample;
        sample_init(&sample, rows, NULL);
        struct tdg_cluster_options options = tdg_cluster_defaults();
        struct tdg_grouping grouping = {0};
        options.groups = columns[i];
        assert_int_equal(tdg_cluster(&grouping, &sample.input, &options, NULL, NULL, NULL), 0);
        for (size_t row = 0; row < 5; row++) {
            assert_int_equal(grouping.second[row], TDG_NONE);
            assert_near((double)grouping.weight[row], 1, 1e-6);
        }
        tdg_grouping_done(&grouping);
        sample_done(&sample);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_themes_are_told_where_there_are_two),
        cmocka_unit_test(weights_are_shares_of_the_words),
        cmocka_unit_test(there_is_not_always_another_theme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
