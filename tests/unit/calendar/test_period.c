// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/period.h"

#include "calendar/date.h"
#include "unit/check.h"

static int64_t day_of(int64_t year, unsigned month, unsigned day)
{
    return tdg_days_from_civil((struct tdg_civil){year, month, day});
}

/* A day, the period it is in, and the period's first and last day. */
static const struct {
    const char *calendar;
    const char *first_day;
    int64_t year;
    unsigned month, day;
    const char *id, *start, *end;
} cases[] = {
    {"day", "monday", 2019, 2, 26, "2019-02-26", "2019-02-26", "2019-02-26"},
    {"day", "monday", 2020, 2, 29, "2020-02-29", "2020-02-29", "2020-02-29"},
    {"day", "monday", 1969, 12, 31, "1969-12-31", "1969-12-31", "1969-12-31"},
    {"week", "monday", 2019, 2, 26, "2019-W09", "2019-02-25", "2019-03-03"},
    {"week", "monday", 2019, 2, 25, "2019-W09", "2019-02-25", "2019-03-03"},
    {"week", "monday", 2019, 3, 3, "2019-W09", "2019-02-25", "2019-03-03"},
    {"week", "monday", 2018, 12, 31, "2019-W01", "2018-12-31", "2019-01-06"},
    {"week", "monday", 2021, 1, 3, "2020-W53", "2020-12-28", "2021-01-03"},
    {"week", "monday", 1970, 1, 1, "1970-W01", "1969-12-29", "1970-01-04"},
    {"week", "monday", 1969, 12, 28, "1969-W52", "1969-12-22", "1969-12-28"},
    {"week", "sunday", 2019, 2, 26, "2019-02-24", "2019-02-24", "2019-03-02"},
    {"week", "sunday", 2019, 2, 24, "2019-02-24", "2019-02-24", "2019-03-02"},
    {"week", "sunday", 2019, 3, 2, "2019-02-24", "2019-02-24", "2019-03-02"},
    {"week", "sunday", 1970, 1, 1, "1969-12-28", "1969-12-28", "1970-01-03"},
    {"month", "monday", 2019, 2, 28, "2019-02", "2019-02-01", "2019-02-28"},
    {"month", "monday", 2020, 2, 1, "2020-02", "2020-02-01", "2020-02-29"},
    {"month", "monday", 1900, 2, 14, "1900-02", "1900-02-01", "1900-02-28"},
    {"month", "monday", 2000, 2, 14, "2000-02", "2000-02-01", "2000-02-29"},
    {"month", "monday", 2019, 12, 31, "2019-12", "2019-12-01", "2019-12-31"},
    {"month", "monday", 1969, 12, 31, "1969-12", "1969-12-01", "1969-12-31"},
};

static void days_are_in_their_period(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct tdg_calendar *calendar =
            tdg_calendar_find(cases[i].calendar, cases[i].first_day);
        char text[TDG_PERIOD_TEXT];
        int64_t start = calendar->start(day_of(cases[i].year, cases[i].month, cases[i].day));
        calendar->id(start, text);
        assert_string_equal(text, cases[i].id);
        tdg_day_text(start, text);
        assert_string_equal(text, cases[i].start);
        tdg_day_text(calendar->next(start) - 1, text);
        assert_string_equal(text, cases[i].end);
    }
    assert_null(tdg_calendar_find("year", "monday"));
    assert_null(tdg_calendar_find("", "monday"));
    assert_null(tdg_calendar_find("week", "tuesday"));
}

static void periods_follow_each_other_without_a_gap(void **state)
{
    (void)state;
    static const char *const names[][2] = {
        {"day", "monday"}, {"week", "monday"}, {"week", "sunday"}, {"month", "monday"}};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        const struct tdg_calendar *calendar = tdg_calendar_find(names[n][0], names[n][1]);
        int64_t start = calendar->start(day_of(1896, 1, 1));
        for (int64_t day = start; day < day_of(2104, 12, 31); day++) {
            int64_t next = calendar->next(start);
            if (day == next)
                start = next;
            assert_int_equal(calendar->start(day), start);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_in_their_period),
        cmocka_unit_test(periods_follow_each_other_without_a_gap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
