// SPDX-License-Identifier: GPL-3.0-or-later
/* Who is in the news: nine weeks of a hundred articles, of which the last one is told. */
#include "view/in_the_news.h"

#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "unit/check.h"
#include "view/result.h"

enum { WEEKS = 9, WEEK = 100, ALL = WEEKS * WEEK };

static struct tdg_article_view articles[ALL];
static struct tdg_period_view periods[WEEKS];
static uint32_t members[4][ALL];
static struct tdg_name names[] = {
    {.text = "Britain", .kind = TDG_PLACE, .articles = members[0]},
    {.text = "Italy", .kind = TDG_PLACE, .articles = members[1]},
    {.text = "Rishi Sunak", .kind = TDG_PERSON, .articles = members[2]},
    {.text = "Sunak", .kind = TDG_PERSON, .articles = members[3]},
};
static struct tdg_analysis analysis;
static struct tdg_run run = {.names = {.items = names, .count = 4},
                             .articles = {.count = ALL},
                             .settings = {.trend = {.level = 0.05}}};

/* The first `count` articles of a week. */
static void name_in(struct tdg_name *name, uint32_t week, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        name->articles[name->article_count++] = week * WEEK + i;
}

static void set_up_weeks(uint32_t weeks)
{
    analysis = (struct tdg_analysis){.articles = articles,
                                     .corpus = {.articles = ALL},
                                     .latest = {.asked = "", .last_whole = weeks - 1}};
    analysis.trends.periods = periods;
    analysis.trends.period_count = weeks;
    for (uint32_t i = 0; i < ALL; i++)
        articles[i] = (struct tdg_article_view){.period = i / WEEK < weeks ? i / WEEK : TDG_NONE,
                                                .copy_of = TDG_NONE,
                                                .event = TDG_NONE};
    for (uint32_t i = 0; i < WEEKS; i++)
        periods[i] =
            (struct tdg_period_view){.id = "", .whole = true, .articles = WEEK, .originals = WEEK};
    for (size_t i = 0; i < 4; i++)
        names[i].article_count = 0;
    for (uint32_t week = 0; week < weeks; week++)
        name_in(&names[0], week, 20);
    name_in(&names[1], 0, 1);
    name_in(&names[1], weeks - 2, 1);
    name_in(&names[1], weeks - 1, 40);
    name_in(&names[2], weeks - 1, 30);
    name_in(&names[3], weeks - 1, 25);
}

static void who_is_new_and_who_is_there_more(void **state)
{
    (void)state;
    set_up_weeks(WEEKS);
    for (uint32_t i = 0; i < 12; i++)
        articles[(WEEKS - 1) * WEEK + i].event = 7;
    assert_int_equal(tdg_view_in_the_news(&analysis, &run), TDG_OK);
    const struct tdg_news_view *news = tdg_analysis_in_the_news(&analysis);
    assert_int_equal(news->period, WEEKS - 1);
    assert_int_equal(news->compared_count, 8);
    assert_int_equal(news->name_count, 3); /* "Sunak" is Rishi Sunak */
    assert_string_equal(news->names[0].name, "Rishi Sunak");
    assert_int_equal(news->names[0].state, TDG_NAMED_NEW);
    assert_int_equal(news->names[0].articles, 30);
    assert_int_equal(news->names[0].event, 7);
    assert_string_equal(news->names[1].name, "Italy");
    assert_int_equal(news->names[1].state, TDG_NAMED_MORE);
    assert_float_equal(news->names[1].expected, 0.25, 1e-9);
    assert_string_equal(news->names[2].name, "Britain");
    assert_int_equal(news->names[2].state, TDG_NAMED_ALSO);
    tdg_arena_done(&analysis.arena);
}

static void copies_do_not_count(void **state)
{
    (void)state;
    set_up_weeks(WEEKS);
    for (uint32_t i = 1; i < WEEK; i++)
        articles[(WEEKS - 1) * WEEK + i].copy_of = (WEEKS - 1) * WEEK;
    assert_int_equal(tdg_view_in_the_news(&analysis, &run), TDG_OK);
    const struct tdg_news_view *news = tdg_analysis_in_the_news(&analysis);
    for (size_t i = 0; i < news->name_count; i++)
        assert_int_not_equal(news->names[i].state, TDG_NAMED_NEW);
    tdg_arena_done(&analysis.arena);
}

static void nothing_is_claimed_of_a_first_period(void **state)
{
    (void)state;
    set_up_weeks(WEEKS);
    analysis.trends.period_count = 1;
    analysis.latest.last_whole = 0;
    for (uint32_t i = WEEK; i < ALL; i++)
        articles[i].period = TDG_NONE;
    assert_int_equal(tdg_view_in_the_news(&analysis, &run), TDG_OK);
    const struct tdg_news_view *news = tdg_analysis_in_the_news(&analysis);
    assert_int_equal(news->compared_count, 0);
    assert_int_equal(news->name_count, 1);
    assert_int_equal(news->names[0].state, TDG_NAMED_ALSO);
    tdg_arena_done(&analysis.arena);
}

static void without_dates_there_is_no_news(void **state)
{
    (void)state;
    set_up_weeks(WEEKS);
    analysis.trends.period_count = 0;
    analysis.latest.last_whole = TDG_NONE;
    assert_int_equal(tdg_view_in_the_news(&analysis, &run), TDG_OK);
    assert_int_equal(tdg_analysis_in_the_news(&analysis)->period, TDG_NONE);
    assert_int_equal(tdg_analysis_in_the_news(&analysis)->name_count, 0);
    tdg_arena_done(&analysis.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_is_new_and_who_is_there_more),
        cmocka_unit_test(copies_do_not_count),
        cmocka_unit_test(nothing_is_claimed_of_a_first_period),
        cmocka_unit_test(without_dates_there_is_no_news),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
