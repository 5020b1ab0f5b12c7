// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/build.h"

#include "unit/story/events.h"

static const struct planted planted[] = {
    {"Ruritania quake: what we know so far?", 20, 0, -1, NULL},
    {"Quake of magnitude seven shakes Ruritania capital", 20, 0, -1, NULL},
    {"Ruritania quake kills dozens in capital", 20, 1, -1, NULL},
    {"Quake of magnitude seven shakes Ruritania capital", 21, 0, 1, NULL},
    {"Ruritania capital searches rubble after quake", 21, 0, -1, NULL},
    {"Pfuffle profit warning sinks shares", 21, 0, -1, NULL},
    {"Pfuffle shares slump after profit warning", 22, 0, -1, NULL},
    {"Lonely Zembla parade", 23, 0, -1, NULL},
    {"Ruritania rebuilds quake capital", 38, 0, -1, NULL},
    {"Ruritania quake rebuilding begins in capital", 38, 0, -1, NULL},
    {"Ruritania capital rebuilt after quake", 39, 0, -1, NULL},
    {"Ruritania quake kills dozens in capital", -1, 0, -1, NULL},
};
enum { PLANTED = sizeof planted / sizeof *planted, DAYS = 60, QUAKE = 0, PROFIT = 5, LATER = 8 };

static struct events events;
static uint8_t muted[EVENTS_ROWS];
static const char *titles[EVENTS_ROWS];

static struct tdg_events build(struct tdg_workers *workers)
{
    struct tdg_events made = {0};
    struct tdg_event_options options = tdg_event_defaults();
    for (size_t i = 0; i < events.articles.count; i++)
        titles[i] = events.articles.items[i].title;
    struct tdg_event_input input = {
        .streams = &events.streams,
        .copy_of = events.copy_of,
        .published = events.published,
        .group = events.group,
        .titles = titles,
        .muted = muted,
    };
    assert_int_equal(tdg_events_build(&made, &input, NULL, &options, workers, NULL, NULL), TDG_OK);
    return made;
}

static int set_up(void **state)
{
    (void)state;
    events = (struct events){0};
    memset(muted, 0, sizeof muted);
    events_init(&events, planted, PLANTED, DAYS);
    return 0;
}

static int clean_up(void **state)
{
    (void)state;
    events_done(&events);
    return 0;
}

static uint32_t event_of(const struct tdg_events *made, size_t i)
{
    return made->event[events.row[i]];
}

/* In two themes; copies follow; nobody is alone in one, and what has no date is in none. */
static void articles_of_the_same_days_are_an_event(void **state)
{
    (void)state;
    struct tdg_events made = build(NULL);
    uint32_t quake = event_of(&made, QUAKE), profit = event_of(&made, PROFIT);
    uint32_t later = event_of(&made, LATER);
    const uint32_t expected[PLANTED] = {quake,  quake,    quake, quake, quake, profit,
                                        profit, TDG_NONE, later, later, later, TDG_NONE};
    for (size_t i = 0; i < PLANTED; i++)
        if (event_of(&made, i) != expected[i])
            fail_msg("article %zu is in event %u, not %u", i, event_of(&made, i), expected[i]);
    assert_true(quake < profit && profit < later && later < made.count);
    const struct tdg_event *event = &made.items[quake];
    assert_int_equal(event->articles, 5);
    assert_int_equal(event->originals, 4);
    assert_int_equal(event->group, 0);
    assert_int_equal(event->follows, TDG_NONE);
    assert_int_equal(made.items[later].follows, quake);
    assert_int_equal(made.items[profit].follows, TDG_NONE);
    for (size_t i = 0; i < event->articles; i++) {
        assert_int_equal(made.event[event->members[i]], quake);
        assert_true(i == 0 || event->members[i - 1] < event->members[i]);
    }
    tdg_events_done(&made);
}

/* Not a question, not a copy, not one of a muted source. */
static void the_headline_says_what_happened(void **state)
{
    (void)state;
    struct tdg_events made = build(NULL);
    uint32_t headline = made.items[event_of(&made, QUAKE)].headline;
    assert_int_not_equal(headline, events.row[0]);
    assert_int_equal(events.copy_of[headline], TDG_NONE);
    tdg_events_done(&made);
    muted[headline] = TDG_MUTED_SOURCE;
    made = build(NULL);
    assert_int_equal(made.event[headline], event_of(&made, QUAKE));
    assert_int_not_equal(made.items[event_of(&made, QUAKE)].headline, headline);
    tdg_events_done(&made);
}

/* A muted column is in none; what only muted sources tell is none. */
static void what_is_muted_is_no_event(void **state)
{
    (void)state;
    muted[events.row[2]] = TDG_MUTED_COLUMN;
    muted[events.row[PROFIT]] = muted[events.row[PROFIT + 1]] = TDG_MUTED_SOURCE;
    struct tdg_events made = build(NULL);
    assert_int_equal(event_of(&made, 2), TDG_NONE);
    assert_int_not_equal(event_of(&made, QUAKE), TDG_NONE);
    assert_int_equal(event_of(&made, PROFIT), TDG_NONE);
    assert_int_equal(event_of(&made, PROFIT + 1), TDG_NONE);
    tdg_events_done(&made);
}

static void threads_change_nothing(void **state)
{
    (void)state;
    struct tdg_events alone = build(NULL);
    for (unsigned threads = 2; threads < 5; threads++) {
        struct tdg_workers *workers = NULL;
        assert_int_equal(tdg_workers_new(&workers, threads, NULL), 0);
        struct tdg_events together = build(workers);
        assert_int_equal(alone.count, together.count);
        assert_memory_equal(alone.event, together.event,
                            events.articles.count * sizeof *alone.event);
        for (size_t i = 0; i < alone.count; i++) {
            assert_int_equal(alone.items[i].headline, together.items[i].headline);
            assert_int_equal(alone.items[i].follows, together.items[i].follows);
        }
        tdg_events_done(&together);
        tdg_workers_free(workers);
    }
    tdg_events_done(&alone);
}

static void without_dates_there_are_none(void **state)
{
    (void)state;
    for (size_t i = 0; i < events.articles.count; i++)
        events.published[i] = TDG_NO_DATE;
    struct tdg_events made = build(NULL);
    assert_int_equal(made.count, 0);
    for (size_t i = 0; i < events.articles.count; i++)
        assert_int_equal(made.event[i], TDG_NONE);
    tdg_events_done(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(articles_of_the_same_days_are_an_event, set_up, clean_up),
        cmocka_unit_test_setup_teardown(the_headline_says_what_happened, set_up, clean_up),
        cmocka_unit_test_setup_teardown(what_is_muted_is_no_event, set_up, clean_up),
        cmocka_unit_test_setup_teardown(threads_change_nothing, set_up, clean_up),
        cmocka_unit_test_setup_teardown(without_dates_there_are_none, set_up, clean_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
