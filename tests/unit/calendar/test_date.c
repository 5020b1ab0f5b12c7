// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/date.h"

#include <tidings/error.h>

#include "calendar/date_parse.h"
#include "calendar/zone.h"
#include "calendar/zone_table.h"
#include "unit/check.h"

static void days_and_dates_agree_over_800_years(void **state)
{
    (void)state;
    struct tdg_civil civil = {1570, 1, 1};
    int64_t day = tdg_days_from_civil(civil);
    assert_int_equal(day, -146097);
    for (; civil.year < 2371; day++) {
        struct tdg_civil back = tdg_civil_from_days(day);
        assert_true(tdg_civil_is_real(back));
        assert_int_equal(tdg_days_from_civil(back), day);
        assert_true(back.year == civil.year && back.month == civil.month && back.day == civil.day);
        civil.day++;
        if (!tdg_civil_is_real(civil))
            civil = (struct tdg_civil){civil.year + (civil.month == 12), civil.month % 12 + 1, 1};
    }
}

static void weeks_run_from_monday_to_sunday(void **state)
{
    (void)state;
    struct tdg_week before = tdg_week_of(-146097);
    for (int64_t day = -146096; day < 146097; day++) {
        struct tdg_week week = tdg_week_of(day);
        assert_int_equal(tdg_weekday(day), (tdg_weekday(day - 1) + 1) % 7);
        if (tdg_weekday(day) > 0)
            assert_true(week.year == before.year && week.week == before.week);
        else if (week.year == before.year)
            assert_int_equal(week.week, before.week + 1);
        else
            assert_true(week.year == before.year + 1 && week.week == 1 && before.week >= 52);
        before = week;
    }
}

static void known_weeks(void **state)
{
    (void)state;
    static const struct {
        struct tdg_civil civil;
        struct tdg_week week;
        unsigned weekday;
    } rows[] = {
        {{1970, 1, 1}, {1970, 1}, 3},   {{2018, 12, 31}, {2019, 1}, 0},
        {{2019, 1, 6}, {2019, 1}, 6},   {{2021, 1, 3}, {2020, 53}, 6},
        {{2021, 1, 4}, {2021, 1}, 0},   {{2016, 1, 1}, {2015, 53}, 4},
        {{2008, 12, 29}, {2009, 1}, 0}, {{1987, 2, 26}, {1987, 9}, 3},
        {{2000, 1, 2}, {1999, 52}, 6},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t days = tdg_days_from_civil(rows[i].civil);
        struct tdg_week week = tdg_week_of(days);
        assert_int_equal(week.year, rows[i].week.year);
        assert_int_equal(week.week, rows[i].week.week);
        assert_int_equal(tdg_weekday(days), rows[i].weekday);
    }
}

/* A time that every parse must leave alone when it fails. */
enum { UNTOUCHED = -77 };

static void spellings_are_understood(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t time;
    } rows[] = {
        {"2019-02-26", 1551139200},
        {"  2019-02-26\r\n", 1551139200},
        {"2019/02/26", 1551139200},
        {"2019/2/26", 1551139200},
        {"2019.02.26", 1551139200},
        {"20190226", 1551139200},
        {"20190226T150101Z", 1551193261},
        {"20190226150101", 1551193261},
        {"2019-02-26T15:01:01Z", 1551193261},
        {"2019-02-26t15:01:01z", 1551193261},
        {"2019-02-26 15:01:01", 1551193261},
        {"2019-02-26T15:01", 1551193260},
        {"2019-02-26T15:01:01.999999Z", 1551193261},
        {"2019-02-26T15:01:01,5+01:00", 1551189661},
        {"2019-02-26T15:01:01+0100", 1551189661},
        {"2019-02-26T15:01:01-05", 1551211261},
        {"2019-02-26 15:01:01 UTC", 1551193261},
        {"2019-02-26 15:01:01 +00:00", 1551193261},
        {"2019-02-26T24:00:00Z", 1551225600},
        {"Tue, 26 Feb 2019 15:01:01 GMT", 1551193261},
        {"Tue, 26 Feb 2019 15:01:01 +0100 (CET)", 1551189661},
        {"26 Feb 19 15:01 EST", 1551211260},
        {"26 Feb 87 15:01:01 Z", 541350061},
        {"26-FEB-1987 15:01:01.79", 541350061},
        {" 5-APR-1987 00:00:00.00", 544579200},
        {"Feb 26, 1987", 541296000},
        {"February 26, 1987", 541296000},
        {"Feb. 26, 1987", 541296000},
        {"Sept 1, 2019", 1567296000},
        {"February 26, 2019 3:01 pm", 1551193260},
        {"February 26, 2019, 12:01 AM", 1551139260},
        {"26 February 1987", 541296000},
        {"26. February 1987", 541296000},
        {"Thursday, 26 February 1987", 541296000},
        {"Tue Feb 26 15:01:01 2019", 1551193261},
        {"Tue Feb 26 15:01:01 +0000 2019", 1551193261},
        {"Tue Feb 26 15:01:01 CET 2019", 1551189661},
        {"02/26/2019", 1551139200},
        {"26/02/2019", 1551139200},
        {"26.02.2019", 1551139200},
        {"03.04.2019", 1554249600},
        {"03/03/2019", 1551571200},
        {"2/26/2019 15:01", 1551193260},
        {"1551193261", 1551193261},
        {"1551193261.25", 1551193261},
        {"1551193261999", 1551193261},
        {"2020-02-29", 1582934400},
        {"2000-02-29", 951782400},
        {"1000-01-01", -30610224000},
        {"9998-12-31", 253370678400},
        {"1969-12-31T23:59:59Z", -1},
        {"1551193261999999", 1551193261},
        {"1551193261999999999", 1551193261},
        {"1.551193261e9", 1551193261},
        {"1.55119326E+12", 1551193260},
        {"2019-W09-2", 1551139200},
        {"2019W092", 1551139200},
        {"2019-W09", 1551052800},
        {"2020-W53-7", 1609632000},
        {"2019-057", 1551139200},
        {"201902261501", 1551193260},
        {"26.02.19", 1551139200},
        {"26. 2. 2019", 1551139200},
        {"2019. 2. 26.", 1551139200},
        {"２０１９-02-26", 1551139200},
        {"٢٠١٩-٠٢-٢٦", 1551139200},
        {"26\u00a0February\u202f2019", 1551139200},
        {"\u200e26 February 2019\u200f", 1551139200},
        {"2019\u201302\u201326", 1551139200},
        {"February 26th, 2019", 1551139200},
        {"the 26th of February 2019", 1551139200},
        {"Published 26 February 2019", 1551139200},
        {"Updated: Tuesday, February 26, 2019 at 3:01 p.m.", 1551193260},
        {"February 26, 2019 Tuesday 3:01 PM GMT", 1551193260},
        {"3:01 PM ET, Tue February 26, 2019", 1551211260},
        {"July 26, 2019 3:01 a.m. ET", 1564124460},
        {"26 Jul 2019 15:01 BST", 1564149660},
        {"26 Feb 2019 15:01 IST", 1551173460},
        {"26 Feb 2019 15:01 AEDT", 1551153660},
        {"Tue, 26 Feb 2019 15:01:01 GMT+1", 1551189661},
        {"Tue Feb 26 2019 15:01:01 GMT+0100 (Central European Standard Time)", 1551189661},
        {"26-FEB-19 03.01.01.000000 PM", 1551193261},
        {"Feb 26 2019  3:01:01:000PM", 1551193261},
        {"26 Feb 2019 3pm", 1551193200},
        {"Dienstag, 26. Februar 2019, 15.01 Uhr", 1551193260},
        {"am 26. Februar 2019 um 15 Uhr", 1551193200},
        {"mardi 26 février 2019 à 15h01", 1551193260},
        {"26 fevrier 2019", 1551139200},
        {"1er mars 2019", 1551398400},
        {"mar 26 feb 2019", 1551139200},
        {"martes, 26 de febrero de 2019 15:01 h", 1551193260},
        {"26 febbraio 2019 alle 15:01", 1551193260},
        {"26 de fevereiro de 2019 às 15h01", 1551193260},
        {"26 februari 2019 om 15:01 uur", 1551193260},
        {"26 февраля 2019 г. в 15:01", 1551193260},
        {"26 lutego 2019 r.", 1551139200},
        {"26. února 2019", 1551139200},
        {"26. helmikuuta 2019 klo 15.01", 1551193260},
        {"2019. február 26.", 1551139200},
        {"26 Φεβρουαρίου 2019", 1551139200},
        {"26 Şubat 2019", 1551139200},
        {"26 лютого 2019 р.", 1551139200},
        {"2019年2月26日", 1551139200},
        {"2019年2月26日(火) 午後3時1分", 1551193260},
        {"2019年2月26日星期二 下午3:01", 1551193260},
        {"2019년 2월 26일 오후 3:01", 1551193260},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t time = UNTOUCHED;
        if (!tdg_date_parse(rows[i].text, strlen(rows[i].text), NULL, &time))
            fail_msg("\"%s\" is not understood", rows[i].text);
        if (time != rows[i].time)
            fail_msg("\"%s\" is %lld", rows[i].text, (long long)time);
    }
}

static void nonsense_is_not_understood(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "",
        " ",
        "\n",
        "today",
        "2019",
        "2019-02",
        "2019-13-01",
        "2019-00-01",
        "2019-02-30",
        "2019-02-00",
        "2019-02-29",
        "1900-02-29",
        "0000-01-01",
        "0999-12-31",
        "9999-01-01",
        "19999-01-01",
        "2019-02-26T25:00",
        "2019-02-26T24:00:01",
        "2019-02-26T15:60",
        "2019-02-26T15:01:61",
        "2019-02-26T",
        "2019-02-26T15",
        "2019-02-26T15:01:01+24:00",
        "2019-02-26T15:01:01+1",
        "2019-02-26T15:01:01 XYZ",
        "2019-02-26T15:01:01Zzz",
        "2019-02-26x",
        "2019-02-26 and more",
        "2019-02/26",
        "20190230",
        "2019022",
        "201902261",
        "99999999999999999999999999",
        "-1551193261",
        "155119326",
        "12345678901",
        "1e10",
        "03/04/2019",
        "13/13/2019",
        "32/01/2019",
        "Feb 30, 1987",
        "Febo 26, 1987",
        "Fe 26, 1987",
        "Foo, 26 Feb 2019",
        "26 Feb",
        "Feb 1987",
        "26 Feb 187",
        "13:00 pm",
        "2019-02-26 13:00 pm",
        "----",
        "//",
        "T",
        "Z",
        "+01:00",
        "(",
        "Tue",
        "1551193261.x",
        "43873",
        "2019-W54-1",
        "2019-W53",
        "2019-366",
        "31 Feb 2020",
        "30 février 2020",
        "12 листопадень 2020",
        "février 2020",
        "12 février",
        "12 février 2020 2021",
        "12 février mars 2020",
        "12 Feb 2020 10",
        "12 Feb 2020 10:15 10:16",
        "12 Feb 2020 by Ann",
        "Feb 12, 2020 13:15 p.m.",
        "2020年13月12日",
        "2020年2月",
        "12 Feb 2020\xc3",
        "12 Feb 2020 ((",
        "\xff\xfe",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t time = UNTOUCHED;
        if (tdg_date_parse(rows[i], strlen(rows[i]), NULL, &time))
            fail_msg("\"%s\" is %lld", rows[i], (long long)time);
        assert_int_equal(time, UNTOUCHED);
    }
}

static void the_end_is_where_the_length_says(void **state)
{
    (void)state;
    static const char text[] = "2019-02-26T15:01:01.79+01:00";
    int64_t time = UNTOUCHED;
    assert_true(tdg_date_parse(text, 10, NULL, &time));
    assert_int_equal(time, 1551139200);
    for (size_t length = 0; length < sizeof text - 1; length++) {
        char *copy = malloc(length ? length : 1); /* for the sanitizer to see a step too far */
        assert_non_null(copy);
        memcpy(copy, text, length);
        tdg_date_parse(copy, length, NULL, &time);
        free(copy);
    }
    assert_false(tdg_date_parse("2019-02-26\0", 11, NULL, &time));
}

static void rules_decide_what_is_ambiguous(void **state)
{
    (void)state;
    struct tdg_date_rules rules = {.day_first = true};
    int64_t time = UNTOUCHED;
    assert_true(tdg_date_parse("03/04/2019", 10, &rules, &time));
    assert_int_equal(time, 1554249600);
    assert_true(tdg_date_parse("02/26/2019", 10, &rules, &time));
    assert_int_equal(time, 1551139200);
    rules = (struct tdg_date_rules){.month_first = true};
    assert_true(tdg_date_parse("03/04/2019", 10, &rules, &time));
    assert_int_equal(time, 1551657600);
    assert_true(tdg_date_parse("26/02/2019", 10, &rules, &time));
    assert_int_equal(time, 1551139200);
    struct tdg_zone *zone = NULL;
    assert_int_equal(tdg_zone_open(&zone, "+01:00", NULL), TDG_OK);
    rules.zone = zone;
    assert_true(tdg_date_parse("2019-02-26", 10, &rules, &time));
    assert_int_equal(time, 1551139200 - 3600);
    assert_true(tdg_date_parse("2019-02-26T00:00Z", 17, &rules, &time));
    assert_int_equal(time, 1551139200);
    tdg_zone_free(zone);
}

static void a_date_says_what_it_leaves_open(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum tdg_date_order order;
        int64_t time, month_first;
    } rows[] = {
        {"03/04/2019", TDG_DATE_EITHER, 1554249600, 1551657600},
        {"3-4-19 10:00 AM", TDG_DATE_EITHER, 1554285600, 1551693600},
        {"26/02/2019", TDG_DATE_DAY_FIRST, 1551139200, 0},
        {"2/26/19", TDG_DATE_MONTH_FIRST, 1551139200, 0},
        {"03/03/2019", TDG_DATE_CLEAR, 1551571200, 0},
        {"03.04.2019", TDG_DATE_CLEAR, 1554249600, 0},
        {"43522", TDG_DATE_SERIAL, 1551139200, 0},
        {"43522.5", TDG_DATE_SERIAL, 1551182400, 0},
        {"Feb 2019", TDG_DATE_CLEAR, 1548979200, 0},
        {"février 2019", TDG_DATE_CLEAR, 1548979200, 0},
        {"12345", TDG_DATE_UNKNOWN, 0, 0},
        {"43522.", TDG_DATE_UNKNOWN, 0, 0},
    };
    static const struct tdg_date_rules rules = {.whole_months = true};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tdg_date_times times = {0};
        enum tdg_date_order order =
            tdg_date_read(rows[i].text, strlen(rows[i].text), &rules, &times);
        if (order != rows[i].order || times.time != rows[i].time ||
            times.month_first != rows[i].month_first)
            fail_msg("\"%s\" is %d: %lld, %lld", rows[i].text, (int)order, (long long)times.time,
                     (long long)times.month_first);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_and_dates_agree_over_800_years),
        cmocka_unit_test(weeks_run_from_monday_to_sunday),
        cmocka_unit_test(known_weeks),
        cmocka_unit_test(spellings_are_understood),
        cmocka_unit_test(nonsense_is_not_understood),
        cmocka_unit_test(the_end_is_where_the_length_says),
        cmocka_unit_test(rules_decide_what_is_ambiguous),
        cmocka_unit_test(a_date_says_what_it_leaves_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
