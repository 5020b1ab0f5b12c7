// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/types.h>

#include "base/hash.h"
#include "base/workers.h"
#include "cluster/cluster.h"
#include "cluster/grouping.h"
#include "cluster/stability.h"
#include "unit/cluster/planted.h"

/* Fills in the stability of a partition; to be freed with tdg_grouping_done. */
static struct tdg_grouping measured(const struct sample *sample, const uint32_t *group,
                                    uint32_t groups, const struct tdg_stability_options *options,
                                    struct tdg_workers *workers)
{
    size_t rows = sample->counts.rows;
    struct tdg_cluster_options clustering = tdg_cluster_defaults();
    struct tdg_grouping grouping = {.rows = rows, .groups = groups};
    grouping.group = calloc(rows, sizeof *grouping.group);
    assert_non_null(grouping.group);
    memcpy(grouping.group, group, rows * sizeof *group);
    assert_int_equal(
        tdg_cluster_stability(&grouping, &sample->input, &clustering, options, workers, NULL, NULL),
        0);
    return grouping;
}

enum { ROWS = 1200, GROUPS = 6 };

/* The planted groups, and the last of them cut in two by chance. */
static void plant(uint32_t *group, bool split)
{
    for (uint32_t i = 0; i < ROWS; i++) {
        group[i] = i % GROUPS;
        if (split && group[i] == GROUPS - 1 && tdg_mix(i) % 2)
            group[i] = GROUPS;
    }
}

static void what_is_there_comes_back(void **state)
{
    (void)state;
    struct sample sample;
    uint32_t group[ROWS];
    plant(group, false);
    sample_init(&sample, planted(ROWS, GROUPS), NULL);
    struct tdg_stability_options options = tdg_stability_defaults();
    struct tdg_grouping grouping = measured(&sample, group, GROUPS, &options, NULL);
    for (size_t g = 0; g < GROUPS; g++) {
        assert_true(grouping.stability[g] > 0.97);
        assert_true(grouping.stability[g] <= 1);
    }
    tdg_grouping_done(&grouping);
    sample_done(&sample);
}

static void what_chance_cut_in_two_does_not(void **state)
{
    (void)state;
    struct sample sample;
    uint32_t group[ROWS];
    plant(group, true);
    sample_init(&sample, planted(ROWS, GROUPS), NULL);
    struct tdg_stability_options options = tdg_stability_defaults();
    for (options.seed = 0; options.seed < 5; options.seed++) {
        struct tdg_grouping grouping = measured(&sample, group, GROUPS + 1, &options, NULL);
        double whole = 0;
        for (size_t g = 0; g < GROUPS - 1; g++)
            whole += grouping.stability[g] / (GROUPS - 1);
        assert_true(whole > 0.85);
        assert_true(grouping.stability[GROUPS - 1] < 0.6);
        assert_true(grouping.stability[GROUPS] < 0.6);
        tdg_grouping_done(&grouping);
    }
    sample_done(&sample);
}

static void threads_do_not_matter_and_the_seed_does(void **state)
{
    (void)state;
    struct sample sample;
    uint32_t group[ROWS];
    plant(group, true);
    sample_init(&sample, planted(ROWS, GROUPS), NULL);
    struct tdg_stability_options options = {.resamples = 3, .max_rows = 200, .seed = 7};
    struct tdg_grouping alone = measured(&sample, group, GROUPS + 1, &options, NULL);
    for (unsigned threads = 1; threads <= 4; threads++) {
        struct tdg_workers *workers = NULL;
        assert_int_equal(tdg_workers_new(&workers, threads, NULL), 0);
        struct tdg_grouping many = measured(&sample, group, GROUPS + 1, &options, workers);
        assert_memory_equal(many.stability, alone.stability, many.groups * sizeof *many.stability);
        tdg_grouping_done(&many);
        tdg_workers_free(workers);
    }
    options.seed++;
    struct tdg_grouping other = measured(&sample, group, GROUPS + 1, &options, NULL);
    assert_memory_not_equal(other.stability, alone.stability,
                            other.groups * sizeof *other.stability);
    tdg_grouping_done(&other);
    tdg_grouping_done(&alone);
    sample_done(&sample);
}

/* Copies and rows without terms are not drawn: a group of these alone says nothing. */
static void groups_that_nothing_is_drawn_of_are_unknown(void **state)
{
    (void)state;
    enum { MANY = 60 };
    struct sample sample;
    uint32_t group[MANY], copy_of[MANY];
    for (uint32_t i = 0; i < MANY; i++) {
        group[i] = i % 3;
        copy_of[i] = i % 3 == 2 ? i - 1 : TDG_NONE;
    }
    sample_init(&sample, planted(MANY, 3), copy_of);
    struct tdg_stability_options options = tdg_stability_defaults();
    struct tdg_grouping grouping = measured(&sample, group, 3, &options, NULL);
    assert_true(grouping.stability[0] > 0);
    assert_true(grouping.stability[1] > 0);
    assert_true(isnan(grouping.stability[2]));
    tdg_grouping_done(&grouping);
    sample_done(&sample);
}

/* All rows come back as all rows, and one row as one row: that says nothing. */
static void where_nothing_could_differ_it_is_unknown(void **state)
{
    (void)state;
    static const struct {
        size_t rows;
        uint32_t groups, group[6];
        bool known[3];
    } cases[] = {
        {1, 1, {0}, {false}},
        {2, 2, {0, 1}, {false, false}},
        {4, 1, {0, 0, 0, 0}, {false}},
        {6, 3, {0, 1, 0, 0, 2, 0}, {true, false, false}},
    };
    struct tdg_stability_options options = {.resamples = 9, .max_rows = 100};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample sample;
        sample_init(&sample, planted(cases[i].rows, 1), NULL);
        struct tdg_grouping grouping =
            measured(&sample, cases[i].group, cases[i].groups, &options, NULL);
        for (size_t g = 0; g < cases[i].groups; g++)
            assert_int_equal(!isnan(grouping.stability[g]), cases[i].known[g]);
        tdg_grouping_done(&grouping);
        sample_done(&sample);
    }
}

static void without_resamples_there_is_none(void **state)
{
    (void)state;
    struct sample sample;
    uint32_t group[ROWS];
    plant(group, false);
    sample_init(&sample, planted(ROWS, GROUPS), NULL);
    struct tdg_stability_options options = {.resamples = 0, .max_rows = 100};
    struct tdg_grouping grouping = measured(&sample, group, GROUPS, &options, NULL);
    assert_null(grouping.stability);
    tdg_grouping_done(&grouping);
    sample_done(&sample);
}

static int stop_at_third(void *context, const char *stage, size_t done, size_t total)
{
    size_t *calls = context;
    assert_string_equal(stage, "stability");
    assert_int_equal(done, *calls);
    assert_int_equal(total, 4);
    return ++*calls == 3;
}

static void it_can_be_stopped(void **state)
{
    (void)state;
    struct sample sample;
    uint32_t group[ROWS];
    plant(group, false);
    sample_init(&sample, planted(ROWS, GROUPS), NULL);
    size_t calls = 0;
    struct tdg_monitor monitor = {sizeof monitor, &calls, stop_at_third, NULL};
    struct tdg_stability_options options = tdg_stability_defaults();
    struct tdg_cluster_options clustering = tdg_cluster_defaults();
    struct tdg_grouping grouping = {.rows = ROWS, .groups = GROUPS, .group = group};
    struct tdg_error error = {0};
    assert_int_equal(tdg_cluster_stability(&grouping, &sample.input, &clustering, &options, NULL,
                                           &monitor, &error),
                     TDG_ECANCELED);
    assert_int_equal(error.status, TDG_ECANCELED);
    assert_int_equal(calls, 3);
    assert_null(grouping.stability);
    sample_done(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_there_comes_back),
        cmocka_unit_test(what_chance_cut_in_two_does_not),
        cmocka_unit_test(threads_do_not_matter_and_the_seed_does),
        cmocka_unit_test(groups_that_nothing_is_drawn_of_are_unknown),
        cmocka_unit_test(where_nothing_could_differ_it_is_unknown),
        cmocka_unit_test(without_resamples_there_is_none),
        cmocka_unit_test(it_can_be_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
