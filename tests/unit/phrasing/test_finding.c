// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/panel.h"

#include <math.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "phrasing/finding.h"
#include "unit/check.h"

static const struct tdg_period_view weeks[] = {
    {.start = "2019-02-25", .end = "2019-03-03"},
    {.start = "2019-03-04", .end = "2019-03-10"},
    {.start = "2019-03-11", .end = "2019-03-17"},
};
static const struct tdg_driver_view drivers[] = {
    {"Huawei", 9, 1}, {"5G", 8, 1}, {"Czech", 7, 1}, {"router", 6, 1}};

static void check(struct tdg_finding_view view, const char *unit, const char *expected)
{
    struct tdg_arena arena = {0};
    assert_int_equal(tdg_sentence_write(&view, "Cybersecurity", unit, NULL, weeks, &arena), TDG_OK);
    assert_string_equal(view.text, expected);
    tdg_arena_done(&arena);
}

static void every_kind_has_its_sentence(void **state)
{
    (void)state;
    struct tdg_finding_view view = {.kind = TDG_BURST,
                                    .factor = 2,
                                    .before = 0.042,
                                    .after = 0.084,
                                    .observed = 42,
                                    .expected = 23,
                                    .q = 0.003,
                                    .drivers = drivers,
                                    .driver_count = 4};
    check(
        view, "week",
        "Cybersecurity doubled to 8.4 % of coverage in the week of 25 February 2019 (42 articles, "
        "23 expected; q = 0.003), driven by Huawei, 5G and Czech.");
    view.driver_count = 1;
    static const struct tdg_driver_view dotted[] = {{"U.S.", 9, 1}};
    view.drivers = dotted;
    check(
        view, "week",
        "Cybersecurity doubled to 8.4 % of coverage in the week of 25 February 2019 (42 articles, "
        "23 expected; q = 0.003), driven by U.S.");
    view.drivers = drivers;
    view.last = 2;
    check(view, "day",
          "Cybersecurity doubled to 8.4 % of coverage in the three days from 25 February 2019 on "
          "(42 articles, 23 expected; q = 0.003), driven by Huawei.");
    view.kind = TDG_STEP_DOWN;
    view.factor = 0.7;
    view.before = 0.12;
    view.q = 0.0001;
    check(
        view, "week",
        "Cybersecurity fell from 12.0 % to 8.4 % of coverage from the week of 25 February 2019 on "
        "(42 articles, 23 expected; q < 0.001); gone with it: Huawei.");
    view.driver_count = 0;
    view.kind = TDG_NEW;
    view.factor = HUGE_VAL;
    view.before = view.expected = 0;
    view.after = 0.0042;
    view.observed = 1234;
    check(view, "month",
          "Cybersecurity is new since February 2019, with 0.42 % of coverage (1,234 articles, none "
          "expected; q < 0.001).");
    view.kind = TDG_GONE;
    view.factor = 0;
    view.before = 0.03;
    view.observed = 1;
    view.expected = 34.4;
    check(view, "week",
          "Cybersecurity has all but gone since the week of 25 February 2019, from 3.0 % of "
          "coverage (1 article, 34 expected; q < 0.001).");
    view.kind = TDG_RISING;
    view.factor = 3;
    view.after = 0.09;
    view.expected = 0.4;
    check(view, "week",
          "Cybersecurity rose steadily from 3.0 % to 9.0 % of coverage between the week of 25 "
          "February 2019 and the week of 11 March 2019 (1 article, 0.4 expected; q < 0.001).");
}

static void a_single_day_is_a_date(void **state)
{
    (void)state;
    struct tdg_finding_view view = {.kind = TDG_BURST,
                                    .first = 1,
                                    .last = 1,
                                    .factor = 15,
                                    .before = 0.004,
                                    .after = 0.06,
                                    .observed = 0,
                                    .expected = 12,
                                    .q = 0.04};
    check(view, "day",
          "Cybersecurity jumped from 0.40 % to 6.0 % of coverage on 4 March 2019 (no articles, 12 "
          "expected; q = 0.040).");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_its_sentence),
        cmocka_unit_test(a_single_day_is_a_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
