// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/dates.h"

#include <tidings/error.h>
#include <tidings/types.h>

#include "unit/check.h"

enum { MOST = 64 };

static char told[4096]; /* the notices, a line each */

static void hear(void *context, const struct tdg_notice *notice)
{
    (void)context;
    size_t length = strlen(told);
    snprintf(told + length, sizeof told - length, "%s: %s\n", notice->file, notice->reason);
}

/* Dates of two files (an odd number of the file is the second one) and their times in the end. */
struct given {
    const char *text;
    uint32_t file;
    int64_t time;
};

static void check(const struct given *given, size_t count, struct tdg_date_rules rules,
                  const char *expected)
{
    static struct tdg_article items[MOST];
    const char *files[] = {"a.csv", "b.csv"};
    struct tdg_articles articles = {
        .items = items, .count = count, .files = files, .file_count = 2};
    struct tdg_monitor monitor = {.size = sizeof monitor, .notice = hear};
    struct tdg_dates dates = {0};
    told[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        bool understood;
        items[i] = (struct tdg_article){.file = given[i].file};
        assert_int_equal(tdg_dates_read(&dates, &rules, given[i].file, i, given[i].text,
                                        strlen(given[i].text), &items[i].published, &understood),
                         TDG_OK);
        assert_true(understood);
    }
    tdg_dates_settle(&dates, &rules, &articles, &monitor);
    for (size_t i = 0; i < count; i++)
        if (items[i].published != given[i].time)
            fail_msg("%s is %lld", given[i].text, (long long)items[i].published);
    assert_string_equal(told, expected);
    tdg_dates_done(&dates);
}

enum { APRIL_3 = 1554249600, MARCH_4 = 1551657600, FEBRUARY_26 = 1551139200 };

#define CHECK(given, rules, expected)                                                              \
    check(given, sizeof given / sizeof *given, (struct tdg_date_rules)rules, expected)
#define NO_RULES                                                                                   \
    {                                                                                              \
        0                                                                                          \
    }
#define DAY_FIRST                                                                                  \
    {                                                                                              \
        .day_first = true                                                                          \
    }

static void the_column_tells_which_number_is_the_day(void **state)
{
    (void)state;
    static const struct given day_first[] = {{"03/04/2019", 0, APRIL_3},
                                             {"26/02/2019", 0, FEBRUARY_26}};
    static const struct given month_first[] = {{"2/26/19", 0, FEBRUARY_26}, {"3/4/19", 0, MARCH_4}};
    static const struct given each_its_own[] = {{"03/04/2019", 0, APRIL_3},
                                                {"26/02/2019", 0, FEBRUARY_26},
                                                {"02/26/2019", 1, FEBRUARY_26},
                                                {"03/04/2019", 1, MARCH_4}};
    CHECK(day_first, NO_RULES, "");
    CHECK(month_first, NO_RULES, "");
    CHECK(each_its_own, NO_RULES, "");
}

static void other_files_tell_where_a_file_does_not(void **state)
{
    (void)state;
    static const struct given given[] = {{"03/04/2019", 0, APRIL_3},
                                         {"26/02/2019", 1, FEBRUARY_26}};
    CHECK(given, NO_RULES, "a.csv: 1 date such as 03/04/2019 read day first, as in other files\n");
}

static void what_nothing_tells_stays_open(void **state)
{
    (void)state;
    static const struct given given[] = {{"03/04/2019", 0, TDG_NO_DATE},
                                         {"03/05/2019", 0, TDG_NO_DATE},
                                         {"2019-02-26", 0, FEBRUARY_26}};
    CHECK(given, NO_RULES,
          "a.csv: 2 dates such as 03/04/2019 may have the day or the month "
          "first, and no other date settles it: counted as undated (use --day-first or "
          "--month-first)\n");
}

static void a_contradiction_is_reported(void **state)
{
    (void)state;
    static const struct given given[] = {{"03/04/2019", 0, APRIL_3},
                                         {"26/02/2019", 0, FEBRUARY_26},
                                         {"26/02/2019", 0, FEBRUARY_26},
                                         {"02/26/2019", 0, FEBRUARY_26}};
    CHECK(given, NO_RULES,
          "a.csv: 1 date such as 03/04/2019 read day first: of the others 2 can "
          "only be day first, 1 only month first\n");
}

static void an_option_forces_what_can_be_forced(void **state)
{
    (void)state;
    static const struct given given[] = {{"03/04/2019", 0, APRIL_3},
                                         {"02/26/2019", 0, FEBRUARY_26}};
    CHECK(given, DAY_FIRST,
          "a.csv: 1 date can only be read month first; --day-first does not "
          "apply there\n");
}

static void numbers_are_days_where_all_are(void **state)
{
    (void)state;
    static const struct given sheet[] = {{"43522", 0, FEBRUARY_26},
                                         {"43522.5", 0, FEBRUARY_26 + 43200}};
    static const struct given other[] = {{"43522", 0, TDG_NO_DATE}, {"2019-02-26", 0, FEBRUARY_26}};
    CHECK(sheet, NO_RULES, "a.csv: 2 dates such as 43522 read as day numbers of a spreadsheet\n");
    CHECK(other, NO_RULES, "a.csv: 1 date not understood: a number such as 43522\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_column_tells_which_number_is_the_day),
        cmocka_unit_test(other_files_tell_where_a_file_does_not),
        cmocka_unit_test(what_nothing_tells_stays_open),
        cmocka_unit_test(a_contradiction_is_reported),
        cmocka_unit_test(an_option_forces_what_can_be_forced),
        cmocka_unit_test(numbers_are_days_where_all_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
