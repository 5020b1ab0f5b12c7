// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/chapters.h"

#include <tidings/types.h>

#include "unit/event/hand_rows.h"

enum { SIZE = 3, MOST = 4 };

static struct hand_rows hand;
static struct tdg_event items[MOST];
static uint32_t event[HAND_ROWS];
static struct tdg_events events;

static int set_up(void **state)
{
    (void)state;
    hand_rows_init(&hand);
    events = (struct tdg_events){.items = items, .event = event};
    return 0;
}

/* An event of some rows of one day. */
static void add(double day, size_t rows, const double weights[HAND_COLUMNS])
{
    for (size_t i = 0; i < rows; i++) {
        event[hand.rows.matrix.rows] = (uint32_t)events.count;
        hand_rows_add(&hand, day, 1, weights);
    }
    items[events.count++] =
        (struct tdg_event){.articles = rows, .originals = rows, .follows = TDG_NONE};
}

static void find(struct tdg_workers *workers)
{
    struct tdg_event_options options = tdg_event_defaults();
    for (size_t i = 0; i < events.count; i++)
        items[i].follows = TDG_NONE;
    assert_int_equal(tdg_chapters_find(&events, &hand.rows, &options, workers), 0);
}

/* The one it is most alike, never itself, one that comes later, or one of other words. */
static void an_event_follows_the_likest(void **state)
{
    (void)state;
    add(1, SIZE, (double[HAND_COLUMNS]){1, 0, 0, 1});
    add(5, SIZE, (double[HAND_COLUMNS]){1});
    add(6, SIZE, (double[HAND_COLUMNS]){0, 0, 0, 0, 1});
    add(9, SIZE, (double[HAND_COLUMNS]){1, 0.1});
    for (unsigned threads = 1; threads < 4; threads += 2) {
        struct tdg_workers *workers = NULL;
        assert_int_equal(tdg_workers_new(&workers, threads, NULL), 0);
        find(workers);
        tdg_workers_free(workers);
        assert_int_equal(items[0].follows, TDG_NONE);
        assert_int_equal(items[1].follows, 0);
        assert_int_equal(items[2].follows, TDG_NONE);
        assert_int_equal(items[3].follows, 1);
    }
}

static void weeks_have_a_limit(void **state)
{
    (void)state;
    double reach = tdg_event_defaults().chapter_reach;
    for (int beyond = 0; beyond < 2; beyond++) {
        set_up(state);
        add(1, SIZE, (double[HAND_COLUMNS]){1});
        add(1 + reach + beyond, SIZE, (double[HAND_COLUMNS]){1});
        find(NULL);
        assert_int_equal(items[1].follows, beyond ? TDG_NONE : 0);
    }
}

/* Of two originals it neither goes on nor is gone on with; in one day nothing follows. */
static void few_and_the_same_day_follow_nothing(void **state)
{
    (void)state;
    add(1, SIZE, (double[HAND_COLUMNS]){1});
    add(1, SIZE, (double[HAND_COLUMNS]){1});
    add(4, SIZE - 1, (double[HAND_COLUMNS]){1});
    find(NULL);
    for (size_t i = 0; i < events.count; i++)
        assert_int_equal(items[i].follows, TDG_NONE);
    add(5, SIZE, (double[HAND_COLUMNS]){1});
    find(NULL);
    assert_true(items[3].follows < 2);
}

static void without_events_there_is_nothing(void **state)
{
    (void)state;
    find(NULL);
    hand_rows_add(&hand, 1, 1, (double[HAND_COLUMNS]){1});
    event[0] = TDG_NONE;
    find(NULL);
    assert_int_equal(events.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(an_event_follows_the_likest, set_up),
        cmocka_unit_test_setup(weeks_have_a_limit, set_up),
        cmocka_unit_test_setup(few_and_the_same_day_follow_nothing, set_up),
        cmocka_unit_test_setup(without_events_there_is_nothing, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
