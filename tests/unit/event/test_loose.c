// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/loose.h"

#include <tidings/types.h>

#include "unit/event/hand_rows.h"

enum { GROUP = 8 }; /* rows that are judged */

static struct hand_rows hand;
static uint32_t part[HAND_ROWS];
static const struct tdg_pairs no_pairs;

/* One group of `rows`, all with these weights. */
static void plant(size_t rows, float burst, const double weights[HAND_COLUMNS])
{
    hand_rows_init(&hand);
    for (size_t i = 0; i < rows; i++)
        hand_rows_add(&hand, 1, burst, weights);
    memset(part, 0, sizeof part);
}

static void judge(const struct tdg_pairs *pairs)
{
    struct tdg_event_options options = tdg_event_defaults();
    assert_int_equal(tdg_loose_part(part, &hand.rows, pairs, &options), 0);
}

static bool together(void)
{
    for (size_t i = 0; i < hand.rows.matrix.rows; i++)
        if (part[i])
            return false;
    return true;
}

static bool apart(void)
{
    for (uint32_t i = 0; i < hand.rows.matrix.rows; i++)
        if (part[i] != i)
            return false;
    return true;
}

static void what_bursts_stays(void **state)
{
    (void)state;
    struct tdg_event_options options = tdg_event_defaults();
    plant(GROUP, (float)options.calm + 0.01F, (double[HAND_COLUMNS]){1, 1, 1});
    judge(&no_pairs);
    assert_true(together());
    plant(GROUP, (float)options.calm - 0.01F, (double[HAND_COLUMNS]){1, 1, 1});
    judge(&no_pairs);
    assert_true(apart());
}

/* Seven rows are too few to be judged. */
static void few_are_not_judged(void **state)
{
    (void)state;
    plant(GROUP - 1, 1, (double[HAND_COLUMNS]){1});
    judge(&no_pairs);
    assert_true(together());
}

/* One word holds it together, which bursts a little: it has to burst more. */
static void one_word_is_no_event(void **state)
{
    (void)state;
    struct tdg_event_options options = tdg_event_defaults();
    float between = (float)(options.calm + options.one_worded) / 2;
    plant(GROUP, between, (double[HAND_COLUMNS]){3, 1});
    judge(&no_pairs);
    assert_true(apart());
    plant(GROUP, (float)options.one_worded + 0.01F, (double[HAND_COLUMNS]){3, 1});
    judge(&no_pairs);
    assert_true(together());
    plant(GROUP, between, (double[HAND_COLUMNS]){1, 1});
    judge(&no_pairs);
    assert_true(together());
}

/* Of a calm group the pair that is much alike stays, and of another group nothing changes. */
static void what_is_much_alike_stays_together(void **state)
{
    (void)state;
    struct tdg_event_options options = tdg_event_defaults();
    plant(GROUP, 1, (double[HAND_COLUMNS]){1, 1, 1});
    for (size_t i = 0; i < GROUP; i++) {
        hand_rows_add(&hand, 2, 3, (double[HAND_COLUMNS]){0, 0, 0, 1, 1});
        part[GROUP + i] = GROUP;
    }
    struct tdg_pair items[] = {
        {1, 2, 0.9F}, {3, 4, (float)options.strict - 0.01F}, {5, GROUP, 0.9F}, /* of two groups */
    };
    judge(&(struct tdg_pairs){items, sizeof items / sizeof *items});
    static const uint32_t expected[2 * GROUP] = {
        0, 1, 1, 3, 4, 5, 6, 7, GROUP, GROUP, GROUP, GROUP, GROUP, GROUP, GROUP, GROUP};
    assert_memory_equal(part, expected, sizeof expected);
}

static void nothing_is_left_alone(void **state)
{
    (void)state;
    plant(0, 1, NULL);
    judge(&no_pairs);
    plant(GROUP, 1, (double[HAND_COLUMNS]){0}); /* rows of no columns */
    judge(&no_pairs);
    assert_true(apart());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_bursts_stays),
        cmocka_unit_test(few_are_not_judged),
        cmocka_unit_test(one_word_is_no_event),
        cmocka_unit_test(what_is_much_alike_stays_together),
        cmocka_unit_test(nothing_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
