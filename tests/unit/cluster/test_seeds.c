// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "base/workers.h"
#include "cluster/cluster.h"
#include "cluster/grouping.h"
#include "unit/cluster/planted.h"

enum { ROWS = 600, GROUPS = 6 };

static struct tdg_grouping seeded(const struct sample *sample,
                                  const struct tdg_cluster_seeds *seeds, uint32_t groups,
                                  struct tdg_workers *workers)
{
    struct tdg_cluster_options options = tdg_cluster_defaults();
    struct tdg_cluster_input input = sample->input;
    struct tdg_grouping grouping = {0};
    options.groups = groups;
    input.seeds = seeds;
    assert_int_equal(tdg_cluster(&grouping, &input, &options, workers, NULL, NULL), 0);
    return grouping;
}

/* The group of a subject, TDG_NONE where it has none. */
static uint32_t group_of(const struct tdg_grouping *grouping, uint32_t subject)
{
    uint32_t found = TDG_NONE;
    for (uint32_t g = 0; g < grouping->groups; g++)
        if (grouping->subject[g] == subject) {
            assert_int_equal(found, TDG_NONE);
            found = g;
        }
    return found;
}

/* Subject 0: words of the planted group 2; subject 2: of group 4; subjects 1 and 3: no words. */
static const size_t begin[] = {0, 8, 8, 16, 16};
static const uint32_t column[] = {
    2 * WIDTH,     2 * WIDTH + 1, 2 * WIDTH + 2, 2 * WIDTH + 3, 2 * WIDTH + 4, 2 * WIDTH + 5,
    2 * WIDTH + 6, 2 * WIDTH + 7, 4 * WIDTH,     4 * WIDTH + 1, 4 * WIDTH + 2, 4 * WIDTH + 3,
    4 * WIDTH + 4, 4 * WIDTH + 5, 4 * WIDTH + 6, 4 * WIDTH + 7,
};
static const struct tdg_cluster_seeds four = {4, begin, column};

static void rows_are_drawn_to_their_subject(void **state)
{
    (void)state;
    struct sample sample;
    sample_init(&sample, planted(ROWS, GROUPS), NULL);
    struct tdg_grouping grouping = seeded(&sample, &four, GROUPS - 2, NULL);
    assert_int_equal(grouping.groups, GROUPS);
    uint32_t first = group_of(&grouping, 0), third = group_of(&grouping, 2);
    assert_int_not_equal(first, TDG_NONE);
    assert_int_not_equal(third, TDG_NONE);
    assert_int_equal(group_of(&grouping, 1), TDG_NONE);
    assert_int_equal(group_of(&grouping, 3), TDG_NONE);
    size_t wrong = 0;
    for (uint32_t row = 0; row < ROWS; row++) {
        wrong += (row % GROUPS == 2) != (grouping.group[row] == first);
        wrong += (row % GROUPS == 4) != (grouping.group[row] == third);
    }
    assert_in_range(wrong, 0, ROWS / 100);
    tdg_grouping_done(&grouping);
    sample_done(&sample);
}

/* Mostly, for any number of groups beside them. */
static void subjects_stay_whole(void **state)
{
    (void)state;
    struct sample sample;
    sample_init(&sample, planted(ROWS, GROUPS), NULL);
    for (uint32_t groups = 0; groups < 30; groups += 7) {
        struct tdg_grouping grouping = seeded(&sample, &four, groups, NULL);
        uint32_t first = group_of(&grouping, 0);
        size_t met = 0;
        for (uint32_t row = 2; row < ROWS; row += GROUPS)
            met += grouping.group[row] == first;
        assert_in_range(met, ROWS / GROUPS / 2, ROWS / GROUPS);
        tdg_grouping_done(&grouping);
    }
    sample_done(&sample);
}

static void threads_do_not_matter(void **state)
{
    (void)state;
    struct sample sample;
    sample_init(&sample, planted(ROWS, GROUPS), NULL);
    struct tdg_grouping reference = seeded(&sample, &four, 5, NULL);
    struct tdg_workers *workers = NULL;
    assert_int_equal(tdg_workers_new(&workers, 3, NULL), 0);
    struct tdg_grouping grouping = seeded(&sample, &four, 5, workers);
    assert_int_equal(grouping.groups, reference.groups);
    assert_memory_equal(grouping.group, reference.group, ROWS * sizeof *grouping.group);
    assert_memory_equal(grouping.weight, reference.weight, ROWS * sizeof *grouping.weight);
    assert_memory_equal(grouping.subject, reference.subject,
                        grouping.groups * sizeof *grouping.subject);
    tdg_workers_free(workers);
    tdg_grouping_done(&grouping);
    tdg_grouping_done(&reference);
    sample_done(&sample);
}

/* Without a word that is known there are the groups that there are without seeds. */
static void unknown_subjects_change_nothing(void **state)
{
    (void)state;
    static const size_t nothing[] = {0, 0, 0};
    const struct tdg_cluster_seeds none = {2, nothing, NULL};
    struct sample sample;
    sample_init(&sample, planted(ROWS, GROUPS), NULL);
    struct tdg_grouping with = seeded(&sample, &none, 0, NULL);
    struct tdg_grouping without = seeded(&sample, NULL, 0, NULL);
    assert_int_equal(with.groups, without.groups);
    assert_memory_equal(with.group, without.group, ROWS * sizeof *with.group);
    assert_null(without.subject);
    tdg_grouping_done(&with);
    tdg_grouping_done(&without);
    sample_done(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_drawn_to_their_subject),
        cmocka_unit_test(subjects_stay_whole),
        cmocka_unit_test(threads_do_not_matter),
        cmocka_unit_test(unknown_subjects_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
