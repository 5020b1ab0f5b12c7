// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/zone.h"

#include <stddef.h>
#include <stdio.h>

#include "calendar/date_parse.h"
#include "calendar/zone_file.h"
#include "calendar/zone_rule.h"
#include "calendar/zone_table.h"
#include "unit/check.h"

static int64_t at(const char *text)
{
    int64_t time = 0;
    if (!tdg_date_parse(text, strlen(text), NULL, &time))
        fail_msg("\"%s\" is no date", text);
    return time;
}

static struct tdg_zone *open_zone(const char *name)
{
    struct tdg_zone *zone = NULL;
    if (tdg_zone_open(&zone, name, NULL) != TDG_OK)
        skip(); /* a machine without the database */
    return zone;
}

static void fixed_zones(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int32_t offset;
    } rows[] = {{"UTC", 0}, {"+01:00", 3600}, {"-05:30", -19800}, {"+00:00", 0}, {"+14:00", 50400}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tdg_zone *zone = NULL;
        assert_int_equal(tdg_zone_open(&zone, rows[i].name, NULL), TDG_OK);
        assert_int_equal(tdg_zone_offset(zone, 1551193261), rows[i].offset);
        assert_int_equal(tdg_zone_to_utc(zone, 1551193261), 1551193261 - rows[i].offset);
        tdg_zone_free(zone);
    }
    assert_int_equal(tdg_zone_offset(NULL, 0), 0);
    assert_int_equal(tdg_zone_to_utc(NULL, 17), 17);
    tdg_zone_free(NULL);
}

static void names_that_are_no_zone(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "",
        "/etc/passwd",
        "../../../etc/passwd",
        "Europe/../../../../etc/passwd",
        "Europe",
        "Europe/",
        "Europe/Nowhere",
        "tzdata.zi",
        "zone1970.tab",
        "+1:00",
        "+24:00",
        "+01:60",
        "+0100",
        "Europe Berlin",
        "America/A_name_that_is_longer_than_any_other_name_of_a_zone_in_the_world",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tdg_zone *zone = NULL;
        struct tdg_error error = {0};
        assert_int_equal(tdg_zone_open(&zone, rows[i], &error), TDG_EINVAL);
        assert_null(zone);
        assert_non_null(strstr(error.message, "unknown time zone"));
    }
}

static void berlin(void **state)
{
    (void)state;
    struct tdg_zone *zone = open_zone("Europe/Berlin");
    static const struct {
        const char *utc;
        int32_t hours;
    } rows[] = {
        {"2019-01-01", 1},        {"2019-03-31T00:59:59Z", 1}, {"2019-03-31T01:00:00Z", 2},
        {"2019-07-01", 2},        {"2019-10-27T00:59:59Z", 2}, {"2019-10-27T01:00:00Z", 1},
        {"2050-01-01", 1},        {"2050-07-01", 2},           {"1960-07-01", 1},
        {"2099-10-25T01:00Z", 1}, {"2099-10-25T00:59Z", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(tdg_zone_offset(zone, at(rows[i].utc)), rows[i].hours * 3600);
    /* 02:30 is there twice in October, the earlier one counts; and not at all in March. */
    assert_int_equal(tdg_zone_to_utc(zone, at("2019-10-27T02:30")), at("2019-10-27T00:30"));
    assert_int_equal(tdg_zone_to_utc(zone, at("2019-10-27T03:00")), at("2019-10-27T02:00"));
    assert_int_equal(tdg_zone_to_utc(zone, at("2019-03-31T02:30")), at("2019-03-31T01:30"));
    assert_int_equal(tdg_zone_to_utc(zone, at("2019-03-31T03:00")), at("2019-03-31T01:00"));
    tdg_zone_free(zone);
}

static void round_trips(void **state)
{
    (void)state;
    static const char *const names[] = {"America/New_York", "Asia/Kolkata", "Australia/Lord_Howe",
                                        "Africa/Casablanca", "America/Argentina/Buenos_Aires"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct tdg_zone *zone = open_zone(names[i]);
        size_t other = 0;
        for (int64_t time = at("1950-01-01"); time < at("2060-01-01"); time += 24997) {
            int64_t back = tdg_zone_to_utc(zone, time + tdg_zone_offset(zone, time));
            assert_true(back <= time && time - back <= 7200);
            other += back != time;
        }
        assert_true(other < 200); /* the hours that are there twice */
        tdg_zone_free(zone);
    }
}

static void rules_at_the_end_of_a_file(void **state)
{
    (void)state;
    static const struct {
        const char *rule;
        int status;
        const char *time;
        int32_t before, after;
    } rows[] = {
        {"EST5EDT,M3.2.0,M11.1.0", TDG_OK, "2019-03-10T07:00Z", 0, -4 * 3600},
        {"EST5EDT,M3.2.0,M11.1.0", TDG_OK, "2019-11-03T06:00Z", -4 * 3600, -5 * 3600},
        {"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", TDG_OK, "2019-10-05T15:30Z", 37800, 39600},
        {"IST-1GMT0,M10.5.0,M3.5.0/1", TDG_OK, "2019-10-27T01:00Z", 3600, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tdg_zone zone = {0};
        assert_int_equal(tdg_zone_extend(&zone, rows[i].rule), rows[i].status);
        assert_int_equal(tdg_zone_offset(&zone, at(rows[i].time)), rows[i].after);
        if (rows[i].before)
            assert_int_equal(tdg_zone_offset(&zone, at(rows[i].time) - 1), rows[i].before);
        free(zone.changes);
    }
    static const char *const bad[] = {"",
                                      "E",
                                      "EST",
                                      "<+03",
                                      "EST5EDT,J60,J300",
                                      "EST5EDT,M13.1.0,M1.1.0",
                                      "EST5EDT,M3.2.0",
                                      "EST5EDT,M3.2.0,M11.1.0x",
                                      "EST5EDT",
                                      "EST999"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct tdg_zone zone = {0};
        assert_int_equal(tdg_zone_extend(&zone, bad[i]), TDG_EFORMAT);
        assert_int_equal(zone.count, 0);
    }
    struct tdg_zone zone = {0};
    assert_int_equal(tdg_zone_extend(&zone, "<+03>-3"), TDG_OK);
    assert_int_equal(zone.count, 0);
}

static void cut_and_changed_files_do_no_harm(void **state)
{
    (void)state;
    FILE *file = fopen("/usr/share/zoneinfo/Europe/Berlin", "rb");
    if (!file)
        skip();
    static unsigned char bytes[8192];
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    for (size_t cut = 0; cut <= length; cut++) {
        unsigned char *copy = malloc(cut ? cut : 1);
        assert_non_null(copy);
        memcpy(copy, bytes, cut);
        struct tdg_zone zone = {0};
        if (cut < 1000)
            assert_int_equal(tdg_zone_read(&zone, copy, cut), TDG_EFORMAT);
        else
            tdg_zone_read(&zone, copy, cut);
        free(zone.changes);
        free(copy);
    }
    for (size_t i = 0; i < length; i++) {
        unsigned char before = bytes[i];
        bytes[i] = 0xff;
        struct tdg_zone zone = {0};
        tdg_zone_read(&zone, bytes, length);
        tdg_zone_offset(&zone, 1551193261);
        free(zone.changes);
        bytes[i] = before;
    }
}

static void days_and_seconds(void **state)
{
    (void)state;
    static const struct {
        const char *zone;
        int64_t time, day;
        int32_t second;
    } cases[] = {
        {"UTC", 0, 0, 0},
        {"UTC", -1, -1, 86399},
        {"UTC", 86400, 1, 0},
        {"+01:00", 86400 - 3600, 1, 0},
        {"-01:00", 3599, -1, 86399},
        {"+01:00", -3601, -1, 86399},
        {"+01:00", INT64_MAX, INT64_MAX / 86400, INT64_MAX % 86400 + 3600},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tdg_zone *zone;
        int32_t second;
        assert_int_equal(tdg_zone_open(&zone, cases[i].zone, NULL), TDG_OK);
        assert_int_equal(tdg_zone_day(zone, cases[i].time, &second), cases[i].day);
        assert_int_equal(second, cases[i].second);
        assert_int_equal(tdg_zone_day(zone, cases[i].time, NULL), cases[i].day);
        tdg_zone_free(zone);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_and_seconds),
        cmocka_unit_test(fixed_zones),
        cmocka_unit_test(names_that_are_no_zone),
        cmocka_unit_test(berlin),
        cmocka_unit_test(round_trips),
        cmocka_unit_test(rules_at_the_end_of_a_file),
        cmocka_unit_test(cut_and_changed_files_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
