// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/twins.h"

#include <tidings/types.h>

#include "unit/event/hand_rows.h"

static struct hand_rows hand;
static uint32_t part[HAND_ROWS];

static int set_up(void **state)
{
    (void)state;
    hand_rows_init(&hand);
    return 0;
}

/* Each row is a part of its own. */
static void join(const struct tdg_event_options *options, struct tdg_workers *workers)
{
    for (uint32_t i = 0; i < hand.rows.matrix.rows; i++)
        part[i] = i;
    assert_int_equal(tdg_twins_join(part, &hand.rows, options, workers), 0);
}

static void parts_that_are_alike_are_joined(void **state)
{
    (void)state;
    struct tdg_event_options options = tdg_event_defaults();
    hand_rows_add(&hand, 1, 1, (double[HAND_COLUMNS]){1});
    hand_rows_add(&hand, 1, 1, (double[HAND_COLUMNS]){0, 1});
    hand_rows_add(&hand, 2, 1, (double[HAND_COLUMNS]){1, 0, 0.2});
    hand_rows_add(&hand, 2, 1, (double[HAND_COLUMNS]){0, 1, 0, 0.2});
    hand_rows_add(&hand, 2, 1, (double[HAND_COLUMNS]){0}); /* nothing is special in it */
    static const uint32_t expected[] = {0, 1, 0, 1, 4};
    join(&options, NULL);
    assert_memory_equal(part, expected, sizeof expected);
}

/* Alike to the full, and `days` apart: joined up to the gap, and not beyond it. */
static void a_gap_has_a_limit(void **state)
{
    (void)state;
    struct tdg_event_options options = tdg_event_defaults();
    options.twin_decay = 1e9;
    for (int days = 0; days < 8; days++) {
        hand_rows_init(&hand);
        hand_rows_add(&hand, 1, 1, (double[HAND_COLUMNS]){1});
        hand_rows_add(&hand, 1 + days, 1, (double[HAND_COLUMNS]){1});
        join(&options, NULL);
        assert_int_equal(part[1], days <= options.twin_gap ? 0 : 1);
    }
}

/* An article a day of one subject: none of what comes out is longer than the span, and none of two
 * neighbours could be joined. */
static void a_chain_is_cut_at_the_span(void **state)
{
    (void)state;
    struct tdg_event_options options = tdg_event_defaults();
    unsigned seed = 3;
    for (int day = 0; day < HAND_ROWS; day++) {
        seed = seed * 1103515245U + 12345U;
        hand_rows_add(&hand, day, 1, (double[HAND_COLUMNS]){1, (seed >> 16 & 255) / 1024.0});
    }
    join(&options, NULL);
    double first[HAND_ROWS], last[HAND_ROWS];
    size_t parts = 0;
    for (size_t i = 0; i < HAND_ROWS; i++) {
        assert_true(part[i] <= i && part[part[i]] == part[i]);
        if (part[i] == i) {
            parts++;
            first[i] = hand.day[i];
        }
        last[part[i]] = hand.day[i];
        assert_true(last[part[i]] - first[part[i]] <= options.span);
    }
    assert_true(parts > 1 && parts < HAND_ROWS / 4);
    for (size_t i = 1; i < HAND_ROWS; i++)
        assert_true(part[i] == part[i - 1] || last[part[i]] - first[part[i - 1]] > options.span);
}

/* What is beyond the decay in time is less alike than it looks. */
static void time_wears_a_likeness(void **state)
{
    (void)state;
    struct tdg_event_options options = tdg_event_defaults();
    hand_rows_add(&hand, 1, 1, (double[HAND_COLUMNS]){1, 1});
    hand_rows_add(&hand, 4, 1, (double[HAND_COLUMNS]){1, 0, 1}); /* .5 · exp(-3 / decay) */
    options.twin_decay = 10;
    options.twin_likeness = 0.36;
    join(&options, NULL);
    assert_int_equal(part[1], 0);
    options.twin_decay = 8;
    join(&options, NULL);
    assert_int_equal(part[1], 1);
}

/* The columns may be numbered in any way, and any number of threads looks. */
static void numbers_and_threads_change_nothing(void **state)
{
    (void)state;
    struct tdg_event_options options = tdg_event_defaults();
    uint32_t alone[HAND_ROWS];
    for (uint32_t turn = 0; turn < 4; turn++) {
        unsigned seed = 5;
        hand_rows_init(&hand);
        for (int i = 0; i < HAND_ROWS; i++) {
            double weights[HAND_COLUMNS] = {0};
            for (uint32_t column = 0; column < HAND_COLUMNS; column++) {
                seed = seed * 1103515245U + 12345U;
                weights[(column + turn) % HAND_COLUMNS] = seed >> 16 & 1 ? 1 : 0;
            }
            hand_rows_add(&hand, i / 4, 1, weights);
        }
        struct tdg_workers *workers = NULL;
        assert_int_equal(tdg_workers_new(&workers, 1 + turn, NULL), 0);
        join(&options, workers);
        tdg_workers_free(workers);
        if (!turn)
            memcpy(alone, part, sizeof part);
        assert_memory_equal(alone, part, sizeof part);
    }
    size_t joined = 0;
    for (uint32_t i = 0; i < HAND_ROWS; i++)
        joined += part[i] != i;
    assert_true(joined > 0);
}

static void none_and_one_are_left_as_they_are(void **state)
{
    (void)state;
    struct tdg_event_options options = tdg_event_defaults();
    join(&options, NULL);
    hand_rows_add(&hand, 1, 1, (double[HAND_COLUMNS]){1});
    join(&options, NULL);
    assert_int_equal(part[0], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(parts_that_are_alike_are_joined, set_up),
        cmocka_unit_test_setup(a_gap_has_a_limit, set_up),
        cmocka_unit_test_setup(a_chain_is_cut_at_the_span, set_up),
        cmocka_unit_test_setup(time_wears_a_likeness, set_up),
        cmocka_unit_test_setup(numbers_and_threads_change_nothing, set_up),
        cmocka_unit_test_setup(none_and_one_are_left_as_they_are, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
