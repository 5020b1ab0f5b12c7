// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/input.h"

#include <tidings/error.h>
#include <tidings/types.h>

#include "input/stray.h"
#include "unit/check.h"

enum { DAY = 86400, YEAR = 366 * DAY, MOST = 2000 };

/* 2023-01-02 */
static const int64_t monday = (int64_t)19359 * DAY;

/* Articles of the times; what is left of them goes back there. Returns how many were dropped. */
static size_t dropped(int64_t *times, size_t count, struct tdg_dated before, size_t fewest)
{
    static struct tdg_article items[MOST];
    const char *files[] = {"a.jsonl"};
    struct tdg_articles articles = {
        .items = items, .count = count, .files = files, .file_count = 1};
    for (size_t i = 0; i < count; i++)
        items[i] = (struct tdg_article){.published = times[i], .line = i + 1};
    assert_int_equal(tdg_articles_drop_strays(&articles, &before, fewest, NULL, NULL), TDG_OK);
    size_t undated = 0;
    for (size_t i = 0; i < count; i++) {
        undated += items[i].published == TDG_NO_DATE && times[i] != TDG_NO_DATE;
        times[i] = items[i].published;
    }
    assert_int_equal(articles.strays, undated);
    return undated;
}

static const struct tdg_dated nothing = {0};

/* One article every `step` seconds. */
static void fill(int64_t *times, size_t count, int64_t start, int64_t step)
{
    for (size_t i = 0; i < count; i++)
        times[i] = start + (int64_t)i * step;
}

static void a_date_far_from_all_others_is_dropped(void **state)
{
    (void)state;
    const int64_t wrong[] = {0, monday + 10 * (int64_t)YEAR, monday - 2 * (int64_t)YEAR,
                             -(int64_t)30000000000};
    for (size_t w = 0; w < sizeof wrong / sizeof *wrong; w++)
        for (size_t at = 0; at < 180; at += 89) {
            int64_t times[180];
            fill(times, 180, monday, DAY / 2);
            times[at] = wrong[w];
            assert_int_equal(dropped(times, 180, nothing, 20), 1);
            assert_true(times[at] == TDG_NO_DATE);
        }
}

static void both_ends_are_judged(void **state)
{
    (void)state;
    int64_t times[180];
    fill(times, 180, monday, DAY / 2);
    times[3] = 0;
    times[70] = monday + 10 * (int64_t)YEAR;
    assert_int_equal(dropped(times, 180, nothing, 20), 2);
}

static void a_missing_date_counts_once(void **state)
{
    (void)state;
    int64_t times[180];
    fill(times, 180, monday, DAY / 2);
    for (size_t i = 0; i < 30; i++)
        times[i * 5] = 0;
    assert_int_equal(dropped(times, 180, nothing, 20), 30);
    /* Other times that often are a time of their own. */
    fill(times, 180, monday, DAY / 2);
    for (size_t i = 0; i < 30; i++)
        times[i * 5] = 1 + (int64_t)i;
    assert_int_equal(dropped(times, 180, nothing, 20), 0);
}

static void thin_and_long_collections_keep_their_dates(void **state)
{
    (void)state;
    int64_t times[MOST];
    fill(times, 40, 0, 2 * (int64_t)YEAR); /* one every two years */
    assert_int_equal(dropped(times, 40, nothing, 20), 0);
    fill(times, 1000, monday, DAY);
    times[999] = monday + 1000 * (int64_t)DAY + 2 * (int64_t)YEAR; /* less than the bulk is long */
    assert_int_equal(dropped(times, 1000, nothing, 20), 0);
    fill(times, 100, monday, DAY);
    times[0] = monday - 300 * DAY; /* less than a year */
    assert_int_equal(dropped(times, 100, nothing, 20), 0);
    fill(times, 100, monday, DAY);
    fill(times, 2, 1000, DAY); /* more than a few */
    assert_int_equal(dropped(times, 100, nothing, 20), 0);
}

static void a_step_that_the_other_side_bears_is_kept(void **state)
{
    (void)state;
    int64_t times[60];
    fill(times, 60, monday, DAY);
    times[0] = monday - 350 * DAY;                      /* within a year, and then … */
    times[59] = monday + 58 * DAY + 400 * (int64_t)DAY; /* … the bulk is long enough for this */
    assert_int_equal(dropped(times, 60, nothing, 20), 0);
    times[0] = monday;
    assert_int_equal(dropped(times, 60, nothing, 20), 1);
}

static void a_few_articles_are_not_judged(void **state)
{
    (void)state;
    int64_t times[19] = {0};
    fill(times + 1, 18, monday, DAY);
    assert_int_equal(dropped(times, 19, nothing, 20), 0);
    assert_int_equal(dropped(times, 19, nothing, 3), 1);
    int64_t two[] = {0, monday};
    assert_int_equal(dropped(two, 2, nothing, 2), 0);
}

static void a_batch_is_judged_beside_the_archive(void **state)
{
    (void)state;
    struct tdg_dated before = {500, monday, monday + 80 * DAY};
    int64_t one[] = {monday + 9 * (int64_t)YEAR}, near[] = {monday + 200 * DAY};
    assert_int_equal(dropped(near, 1, before, 20), 0);
    assert_int_equal(dropped(one, 1, before, 20), 1);
    int64_t times[60];
    fill(times, 60, monday + 3 * (int64_t)YEAR, DAY); /* another year as a whole */
    assert_int_equal(dropped(times, 60, before, 20), 0);
    fill(times, 60, monday + 80 * DAY, DAY);
    times[30] = 0;
    assert_int_equal(dropped(times, 60, before, 20), 1);
    int64_t two[] = {monday + 3 * (int64_t)YEAR, monday + 3 * (int64_t)YEAR + DAY};
    assert_int_equal(dropped(two, 2, before, 20), 0);
}

static void undated_articles_say_nothing(void **state)
{
    (void)state;
    int64_t times[100];
    fill(times, 100, monday, DAY);
    for (size_t i = 1; i < 100; i++)
        times[i] = TDG_NO_DATE;
    assert_int_equal(dropped(times, 100, nothing, 1), 0);
    times[0] = TDG_NO_DATE;
    assert_int_equal(dropped(times, 100, nothing, 0), 0);
    assert_int_equal(dropped(times, 0, nothing, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_far_from_all_others_is_dropped),
        cmocka_unit_test(both_ends_are_judged),
        cmocka_unit_test(a_missing_date_counts_once),
        cmocka_unit_test(thin_and_long_collections_keep_their_dates),
        cmocka_unit_test(a_step_that_the_other_side_bears_is_kept),
        cmocka_unit_test(a_few_articles_are_not_judged),
        cmocka_unit_test(a_batch_is_judged_beside_the_archive),
        cmocka_unit_test(undated_articles_say_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
