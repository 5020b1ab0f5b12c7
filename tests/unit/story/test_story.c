// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/story.h"

#include <tidings/error.h>

#include "base/workers.h"
#include "story/describe.h"
#include "unit/story/events.h"

static const struct planted planted[] = {
    {"Quake of magnitude seven shakes Ruritania capital", 3, 0, -1, NULL},
    {"Ruritania quake kills dozens in capital", 3, 0, -1, NULL},
    {"Quake of magnitude seven shakes Ruritania capital", 4, 0, 0, NULL},
    {"Pfuffle profit warning sinks shares", 4, 0, -1, NULL},
    {"Rescue teams search Ruritania capital after quake", 5, 0, -1, NULL},
    {"Pfuffle shares slump after profit warning", 5, 0, -1, NULL},
    {"Ruritania quake kills dozens in capital, theme two", 5, 1, -1, NULL},
    {"Lonely Zembla parade", 6, 0, -1, NULL},
    {"Lonely Zembla parade", 6, 0, 7, NULL},
    {"Ruritania rebuilds capital after quake", 35, 0, -1, NULL},
    {"After the quake Ruritania rebuilds its capital", 36, 0, -1, NULL},
    {"Undated Wobblegate affair shakes Grand Fenwick", -1, 0, -1, NULL},
    {"Grand Fenwick minister resigns in Wobblegate affair", -1, 0, -1, NULL},
};
enum { PLANTED = sizeof planted / sizeof *planted, DAYS = 40 };

static uint32_t story_of(const struct events *events, const struct tdg_stories *stories, size_t i)
{
    return stories->story[events->row[i]];
}

static void events_become_stories(void **state)
{
    (void)state;
    static struct events events;
    events = (struct events){0};
    events_init(&events, planted, PLANTED, DAYS);
    struct tdg_stories stories = events_stories(&events, NULL);
    uint32_t quake = story_of(&events, &stories, 0), profit = story_of(&events, &stories, 3);
    uint32_t parade = story_of(&events, &stories, 7), later = story_of(&events, &stories, 9);
    uint32_t affair = story_of(&events, &stories, 11);
    const uint32_t expected[PLANTED] = {quake,  quake,  quake, profit, quake,  profit, TDG_NONE,
                                        parade, parade, later, later,  affair, affair};
    for (size_t i = 0; i < PLANTED; i++)
        if (story_of(&events, &stories, i) != expected[i])
            fail_msg("article %zu is in story %u, not %u", i, story_of(&events, &stories, i),
                     expected[i]);
    assert_true(quake < profit && profit < parade && parade < later && later < affair);
    assert_true(affair < stories.count);

    const struct tdg_story *story = &stories.items[quake];
    assert_int_equal(story->articles, 4);
    assert_int_equal(story->originals, 3);
    assert_int_equal(story->group, 0);
    assert_int_equal(story->sequel_of, TDG_NONE);
    assert_true(story->headline == events.row[0] || story->headline == events.row[1]);
    assert_true(story->term_count >= 2);
    for (size_t i = 1; i < story->articles; i++)
        assert_true(story->members[i - 1] < story->members[i]);
    assert_int_equal(stories.items[later].sequel_of, quake);
    assert_int_equal(stories.items[parade].originals, 1);
    assert_int_equal(stories.items[parade].headline, events.row[7]);
    tdg_stories_done(&stories);
    events_done(&events);
}

/* What sets a story apart: "quake" of every article, not "capital", which has them both. */
static void terms_are_those_of_the_story(void **state)
{
    (void)state;
    static struct events events;
    events = (struct events){0};
    events_init(&events, planted, PLANTED, DAYS);
    struct tdg_stories stories = events_stories(&events, NULL);
    const struct tdg_story *story = &stories.items[story_of(&events, &stories, 3)];
    bool name = false;
    for (size_t i = 0; i < story->term_count; i++) {
        assert_true(story->terms[i].weight > 0);
        assert_true(i == 0 || story->terms[i].weight <= story->terms[i - 1].weight);
        name = name || strstr(story->terms[i].term, "Pfuffle") != NULL;
    }
    assert_true(name);
    tdg_stories_done(&stories);
    events_done(&events);
}

/* Also where its articles have gone to another theme since then, and none is an original. */
static void known_stories_are_described_again(void **state)
{
    (void)state;
    static struct events events;
    events = (struct events){0};
    events_init(&events, planted, PLANTED, DAYS);
    struct tdg_stories stories = events_stories(&events, NULL);
    struct tdg_story_input input = events_input(&events);
    struct tdg_story_options options = tdg_story_defaults();
    struct tdg_story *story = &stories.items[story_of(&events, &stories, 3)], before = *story;
    story->headline = TDG_NONE;
    story->term_count = 0;
    assert_int_equal(tdg_stories_describe(&stories, &input, &options), TDG_OK);
    assert_int_equal(story->headline, before.headline);
    assert_int_equal(story->term_count, before.term_count);
    for (size_t i = 0; i < before.term_count; i++)
        assert_string_equal(story->terms[i].term, before.terms[i].term);
    for (size_t i = 0; i < story->articles; i++)
        events.group[story->members[i]] = 1 - story->group;
    assert_int_equal(tdg_stories_describe(&stories, &input, &options), TDG_OK);
    for (size_t i = 0; i < story->term_count; i++)
        assert_true(story->terms[i].weight > 0 && story->terms[i].weight < 100);
    for (size_t i = 0; i < story->articles; i++)
        events.copy_of[story->members[i]] = 0;
    assert_int_equal(tdg_stories_describe(&stories, &input, &options), TDG_OK);
    assert_int_equal(story->headline, TDG_NONE);
    assert_int_equal(story->term_count, 0);
    tdg_stories_done(&stories);
    events_done(&events);
}

static void assert_same(const struct tdg_stories *a, const struct tdg_stories *b, size_t rows)
{
    assert_int_equal(a->count, b->count);
    assert_memory_equal(a->story, b->story, rows * sizeof *a->story);
    for (size_t i = 0; i < a->count; i++) {
        assert_int_equal(a->items[i].headline, b->items[i].headline);
        assert_int_equal(a->items[i].sequel_of, b->items[i].sequel_of);
        assert_int_equal(a->items[i].term_count, b->items[i].term_count);
    }
}

static void threads_change_nothing(void **state)
{
    (void)state;
    static struct events events;
    events = (struct events){0};
    events_init(&events, planted, PLANTED, DAYS);
    struct tdg_stories alone = events_stories(&events, NULL);
    for (unsigned threads = 2; threads < 6; threads++) {
        struct tdg_workers *workers = NULL;
        assert_int_equal(tdg_workers_new(&workers, threads, NULL), 0);
        struct tdg_stories together = events_stories(&events, workers);
        assert_same(&alone, &together, events.articles.count);
        tdg_stories_done(&together);
        tdg_workers_free(workers);
    }
    tdg_stories_done(&alone);
    events_done(&events);
}

/* An event that comes later takes a number behind those that are there. */
static void later_events_renumber_nothing(void **state)
{
    (void)state;
    static const struct planted more[] = {
        {"Snorkelfish bank asks for help", 38, 0, -1, NULL},
        {"Central bank helps Snorkelfish bank", 38, 0, -1, NULL},
    };
    static struct planted longer[PLANTED];
    size_t dated = PLANTED - 2;
    memcpy(longer, planted, dated * sizeof *planted);
    memcpy(longer + dated, more, sizeof more);
    static struct events before, after;
    before = after = (struct events){0};
    events_init(&before, planted, dated, DAYS);
    events_init(&after, longer, PLANTED, DAYS);
    struct tdg_stories old = events_stories(&before, NULL), new = events_stories(&after, NULL);
    for (size_t i = 0; i < dated; i++)
        assert_int_equal(story_of(&before, &old, i), story_of(&after, &new, i));
    assert_true(story_of(&after, &new, dated) != TDG_NONE);
    assert_int_equal(story_of(&after, &new, dated), story_of(&after, &new, dated + 1));
    tdg_stories_done(&old);
    tdg_stories_done(&new);
    events_done(&before);
    events_done(&after);
}

/* Articles without a theme are in no story, and where none are alike there is none. */
static void nothing_to_tell(void **state)
{
    (void)state;
    static struct events events;
    events = (struct events){0};
    events_init(&events, planted, PLANTED, DAYS);
    for (size_t i = 0; i < events.articles.count; i++)
        events.group[i] = TDG_NONE;
    struct tdg_stories stories = events_stories(&events, NULL);
    assert_int_equal(stories.count, 0);
    for (size_t i = 0; i < events.articles.count; i++)
        assert_int_equal(stories.story[i], TDG_NONE);
    tdg_stories_done(&stories);
    events_done(&events);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_become_stories),
        cmocka_unit_test(terms_are_those_of_the_story),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(later_events_renumber_nothing),
        cmocka_unit_test(nothing_to_tell),
        cmocka_unit_test(known_stories_are_described_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
