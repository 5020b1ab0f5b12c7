// SPDX-License-Identifier: GPL-3.0-or-later
/* Periods by their names. Monday, 4 March 2019 is day 17959. */
#include "series/trends.h"

#include <tidings/error.h>

#include "calendar/named_period.h"
#include "unit/check.h"

enum { DAY = 86400 };

#define MARCH_4 INT64_C(17959)

static struct tdg_named_period named(const char *kind, const char *id, int64_t first, int64_t last)
{
    struct tdg_period_options options = tdg_period_defaults();
    struct tdg_named_period period = {0};
    options.period = kind;
    assert_int_equal(tdg_period_named(&period, id, first * DAY, last * DAY, &options, NULL),
                     TDG_OK);
    return period;
}

static void periods_have_names(void **state)
{
    (void)state;
    static const struct {
        const char *kind, *id;
        int64_t from, to;
    } cases[] = {
        {"week", "2019-W10", MARCH_4, MARCH_4 + 7},
        {"day", "2019-03-04", MARCH_4, MARCH_4 + 1},
        {"month", "2019-03", MARCH_4 - 3, MARCH_4 + 28},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tdg_named_period period =
            named(cases[i].kind, cases[i].id, MARCH_4 - 100, MARCH_4 + 100);
        assert_string_equal(period.id, cases[i].id);
        assert_int_equal(period.from, cases[i].from * DAY);
        assert_int_equal(period.to, cases[i].to * DAY);
    }
}

static void every_time_has_one(void **state)
{
    (void)state;
    struct tdg_period_options options = tdg_period_defaults();
    struct tdg_named_period period = {0};
    for (int64_t second = 0; second < 7 * DAY; second += DAY - 1) {
        assert_int_equal(tdg_period_at(&period, MARCH_4 * DAY + second, &options, NULL), TDG_OK);
        assert_string_equal(period.id, "2019-W10");
        assert_int_equal(period.first_day, MARCH_4);
    }
    assert_int_equal(tdg_period_at(&period, MARCH_4 * DAY - 1, &options, NULL), TDG_OK);
    assert_string_equal(period.id, "2019-W09");
    assert_int_equal(period.to, MARCH_4 * DAY);
    options.period = "fortnight";
    assert_int_equal(tdg_period_at(&period, 0, &options, NULL), TDG_EINVAL);
}

/* The newest one whose last day there are articles of. */
static void the_newest_whole_one_is_usual(void **state)
{
    (void)state;
    assert_string_equal(named("week", NULL, MARCH_4 - 100, MARCH_4 + 6).id, "2019-W10");
    assert_string_equal(named("week", NULL, MARCH_4 - 100, MARCH_4 + 5).id, "2019-W09");
    assert_string_equal(named("week", NULL, MARCH_4, MARCH_4 + 1).id, "2019-W10");
}

static void unknown_names_are_refused(void **state)
{
    (void)state;
    struct tdg_period_options options = tdg_period_defaults();
    struct tdg_named_period period = {0};
    assert_int_equal(
        tdg_period_named(&period, "2019-W12", MARCH_4 * DAY, MARCH_4 * DAY, &options, NULL),
        TDG_EINVAL);
    options.max_periods = 3;
    assert_int_equal(tdg_period_named(&period, NULL, 0, MARCH_4 * DAY, &options, NULL), TDG_ELIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(periods_have_names),
        cmocka_unit_test(every_time_has_one),
        cmocka_unit_test(the_newest_whole_one_is_usual),
        cmocka_unit_test(unknown_names_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
