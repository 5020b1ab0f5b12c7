// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/formats.h"

#include <tidings/types.h>

#include "unit/check.h"

enum { DAY = 86400, MOST = 400 };

/* Articles in the order of time. */
struct press {
    char text[MOST][96];
    const char *title[MOST];
    int64_t published[MOST];
    size_t count;
};

static void add(struct press *press, int day, const char *title)
{
    assert_true(press->count < MOST);
    snprintf(press->text[press->count], sizeof press->text[0], "%s", title);
    press->title[press->count] = press->text[press->count];
    press->published[press->count++] = day < 0 ? TDG_NO_DATE : (int64_t)day * DAY;
}

static struct tdg_event_formats find(const struct press *press)
{
    struct tdg_event_formats formats = {0};
    assert_int_equal(tdg_event_formats_find(&formats, press->title, press->published, press->count),
                     0);
    return formats;
}

/* Ten weeks of news in which the words of no two titles are the same; `each` adds to a week. */
static void print(struct press *press, void (*each)(struct press *, int week))
{
    static const char *const verbs[] = {"wins", "sells", "shuts", "moves", "joins",
                                        "asks", "sues",  "hires", "sends", "finds"};
    static const char *const things[] = {"mills", "ships", "votes", "roads", "wells",
                                         "coins", "songs", "farms", "boats", "tests"};
    press->count = 0;
    for (int week = 0; week < 10; week++) {
        for (int i = 0; i < 10; i++) {
            char title[96];
            snprintf(title, sizeof title, "Pfuffle %s %s", verbs[i], things[(i + week) % 10]);
            add(press, 7 * week, title);
        }
        each(press, week);
    }
}

static const char *const clubs[] = {"Arsenal", "Bradford City", "Chelsea", "Dynamo Kyiv",
                                    "Everton", "Fulham",        "Girona",  "Hull",
                                    "Ipswich", "Juventus"};

static void add_match(struct press *press, int week)
{
    char title[96];
    snprintf(title, sizeof title, "%s v %s: Premier League – live!", clubs[week],
             clubs[(week + 3) % 10]);
    add(press, 7 * week + 1, title);
}

static void matches_are_a_format(void **state)
{
    (void)state;
    static struct press press;
    print(&press, add_match);
    struct tdg_event_formats formats = find(&press);
    assert_int_equal(formats.count, 1);
    assert_string_equal(formats.items[0].shape, "… v … live");
    assert_int_equal(formats.items[0].articles, 10);
    for (size_t i = 0; i < press.count; i++)
        assert_int_equal(formats.format[i], strstr(press.title[i], "live") ? 0 : TDG_NONE);
    for (size_t i = 1; i < formats.items[0].articles; i++)
        assert_true(formats.items[0].members[i - 1] < formats.items[0].members[i]);
    tdg_event_formats_done(&formats);
}

/* A column of one title, in small letters so that it has no slot. */
static void add_column(struct press *press, int week)
{
    add(press, 7 * week + 1, "Letters");
    add(press, 7 * week + 1, "letters to the editor");
}

static void titles_that_come_again_are_a_format(void **state)
{
    (void)state;
    static struct press press;
    print(&press, add_column);
    struct tdg_event_formats formats = find(&press);
    assert_int_equal(formats.count, 2);
    assert_string_equal(formats.items[0].shape, "Letters");
    assert_string_equal(formats.items[1].shape, "letters to the editor");
    tdg_event_formats_done(&formats);
}

/* As often, but all in two weeks; or seldom over a long time; or without a date. */
static void add_burst(struct press *press, int week)
{
    for (int i = 0; week < 2 && i < 5; i++)
        add_match(press, week);
}

static void add_seldom(struct press *press, int week)
{
    if (week == 0)
        add_match(press, week);
    for (int i = 1; week == 9 && i < 8; i++) {
        char title[96];
        snprintf(title, sizeof title, "%s v %s: Premier League – live!", clubs[i], clubs[i + 1]);
        add(press, 7 * (week + 5 * i), title);
    }
}

static void add_undated(struct press *press, int week)
{
    for (int i = 0; week == 9 && i < 20; i++)
        add(press, -1, "Arsenal v Chelsea: Premier League – live!");
}

/* Every second title is so: little words that stand together by chance. */
static void add_chance(struct press *press, int week)
{
    for (int i = 0; i < 10; i++) {
        char title[96];
        snprintf(title, sizeof title, i % 2 ? "%s of %s" : "%s of %s in %s", clubs[i],
                 clubs[(i + 1 + week) % 10], clubs[week]);
        add(press, 7 * week + 1, title);
    }
}

static void other_titles_are_none(void **state)
{
    (void)state;
    static void (*const kinds[])(struct press *, int) = {add_burst, add_seldom, add_undated,
                                                         add_chance};
    static struct press press;
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
        print(&press, kinds[kind]);
        struct tdg_event_formats formats = find(&press);
        if (formats.count)
            fail_msg("kind %zu: “%s” is a format", kind, formats.items[0].shape);
        for (size_t i = 0; i < press.count; i++)
            assert_int_equal(formats.format[i], TDG_NONE);
        tdg_event_formats_done(&formats);
    }
}

/* Titles of any bytes and any length. */
static void strange_titles_do_no_harm(void **state)
{
    (void)state;
    static char big[100000];
    memset(big, 'a', sizeof big - 1);
    for (size_t i = 40; i < sizeof big; i += 41)
        big[i - 1] = ' ';
    static const char *const odd[] = {"", " ", "\xFF\xFE v \xC2", "…", "'''", "漢字", big};
    enum { ODD = sizeof odd / sizeof *odd };
    const char *titles[10 * ODD];
    int64_t published[10 * ODD];
    for (size_t i = 0; i < 10 * ODD; i++) {
        titles[i] = odd[i % ODD];
        published[i] = (int64_t)(i / ODD) * 7 * DAY;
    }
    struct tdg_event_formats formats = {0};
    assert_int_equal(tdg_event_formats_find(&formats, titles, published, 10 * ODD), 0);
    for (size_t i = 0; i < formats.count; i++)
        assert_true(strlen(formats.items[i].shape) < 1024);
    tdg_event_formats_done(&formats);
    assert_int_equal(tdg_event_formats_find(&formats, NULL, NULL, 0), 0);
    tdg_event_formats_done(&formats);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_are_a_format),
        cmocka_unit_test(titles_that_come_again_are_a_format),
        cmocka_unit_test(other_titles_are_none),
        cmocka_unit_test(strange_titles_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
