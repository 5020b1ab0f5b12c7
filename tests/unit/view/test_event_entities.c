// SPDX-License-Identifier: GPL-3.0-or-later
/* Who and where an event is about. */
#include "view/event_entities.h"

#include <tidings/error.h>
#include <tidings/types.h>

#include "unit/check.h"
#include "view/result.h"

static uint32_t all[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
static uint32_t quake[] = {0, 1, 2};
static uint32_t one[] = {0};
static uint32_t two[] = {1, 2};
static struct tdg_name names[] = {
    {.text = "London", .kind = TDG_PLACE, .articles = all, .article_count = 10},
    {.text = "Christchurch", .kind = TDG_PLACE, .articles = quake, .article_count = 3},
    {.text = "Aftershock", .kind = TDG_OTHER_NAME, .articles = quake, .article_count = 3},
    {.text = "Key", .kind = TDG_PERSON, .articles = quake, .article_count = 3},
    {.text = "John Key", .kind = TDG_PERSON, .articles = two, .article_count = 2},
    {.text = "Bob Parker", .kind = TDG_PERSON, .articles = one, .article_count = 1},
};
static struct tdg_event_view events[] = {{.members = quake, .articles = 3}};

static void the_rare_ones_come_first(void **state)
{
    (void)state;
    struct tdg_analysis analysis = {.events = events, .event_count = 1};
    struct tdg_run run = {.names = {.items = names, .count = 6}, .articles = {.count = 10}};
    assert_int_equal(tdg_view_event_entities(&analysis, &run), TDG_OK);
    assert_int_equal(events[0].entity_count, 3);
    assert_string_equal(events[0].entities[0].name, "Christchurch");
    assert_int_equal(events[0].entities[0].kind, TDG_PLACE);
    assert_int_equal(events[0].entities[0].articles, 3);
    assert_string_equal(events[0].entities[1].name, "John Key");
    assert_int_equal(events[0].entities[1].articles, 2);
    assert_string_equal(events[0].entities[2].name, "London");
    tdg_arena_done(&analysis.arena);
}

static void without_names_there_are_none(void **state)
{
    (void)state;
    struct tdg_event_view event = {.members = quake, .articles = 3};
    struct tdg_analysis analysis = {.events = &event, .event_count = 1};
    struct tdg_run run = {.articles = {.count = 10}};
    assert_int_equal(tdg_view_event_entities(&analysis, &run), TDG_OK);
    assert_int_equal(event.entity_count, 0);
    tdg_arena_done(&analysis.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rare_ones_come_first),
        cmocka_unit_test(without_names_there_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
