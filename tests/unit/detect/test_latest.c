// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/latest.h"

#include <stdint.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "detect/detect.h"
#include "detect/detector.h"
#include "detect/family.h"
#include "unit/check.h"
#include "unit/detect/planted.h"

enum { SEEDS = 8, NULL_SEEDS = 60, LAST = PLANTED_PERIODS - 1 };

static const struct tdg_finding_options options = {.level = 0.05, .seed = 1};

static struct tdg_detection_list find(const struct planted *planted)
{
    struct tdg_family family = planted_family(planted);
    struct tdg_detector *detector;
    struct tdg_detection_list list = {0}, latest = {0};
    assert_int_equal(tdg_detector_new(&detector, &family, &options), TDG_OK);
    assert_int_equal(tdg_detect(&list, &latest, detector), TDG_OK);
    tdg_detector_free(detector);
    tdg_detection_list_done(&list);
    return latest;
}

/* What happens in the last period: a burst, a rise that began in the one before, a fall, an end, a
 * beginning, a return. */
static double moving(size_t series, size_t t)
{
    static const double last[] = {4, 4, 0.2, 0, 1, 1};
    if (series == 1 && t == LAST - 1)
        return 3;
    if (series == 4)
        return t == LAST;
    if (series == 5)
        return t == LAST || t + 12 < LAST;
    return series < 4 && t == LAST ? last[series] : 1;
}

static double flat(size_t series, size_t t)
{
    (void)series;
    (void)t;
    return 1;
}

static void the_last_period_is_told_for_what_it_is(void **state)
{
    (void)state;
    static const enum tdg_move expected[] = {TDG_BURST, TDG_RISING, TDG_FALLING,
                                             TDG_GONE,  TDG_NEW,    TDG_RETURNING};
    size_t right = 0, false_alarms = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct planted planted = {.mean = 40, .spread = 0.02};
        plant(&planted, seed, moving);
        struct tdg_detection_list list = find(&planted);
        for (size_t i = 0; i < list.count; i++) {
            const struct tdg_detection *found = &list.items[i];
            assert_int_equal(found->begin, LAST);
            assert_int_equal(found->end, LAST + 1);
            assert_true(found->q <= options.level);
            if (found->series < 6)
                right += found->move == expected[found->series];
            else
                false_alarms++;
        }
        tdg_detection_list_done(&list);
    }
    assert_in_range(right, 6 * SEEDS - 3, 6 * SEEDS);
    assert_in_range(false_alarms, 0, 1);
}

static void chance_is_rarely_out_of_the_ordinary(void **state)
{
    (void)state;
    static const double spreads[] = {0.001, 0.02, 0.1};
    static const double means[] = {1, 8, 40};
    size_t with = 0;
    for (uint64_t seed = 1; seed <= NULL_SEEDS; seed++) {
        struct planted planted = {.mean = means[seed % 3], .spread = spreads[seed / 3 % 3]};
        plant(&planted, 5000 + seed, flat);
        struct tdg_detection_list list = find(&planted);
        with += list.count > 0;
        tdg_detection_list_done(&list);
    }
    assert_in_range(with, 0, 6); /* more than 6 of 60 at 5 %: once in 30 */
}

/* One series, by hand. */
static double common_factor = 1;

static struct tdg_detection test_one(const double *count, double earlier, size_t periods)
{
    double whole[12], rest = 0.5, spread = 0.01;
    for (size_t t = 0; t < periods; t++)
        whole[t] = 100;
    struct tdg_latest latest = {.series = 1,
                                .periods = periods,
                                .count = count,
                                .whole = whole,
                                .offset = whole,
                                .same_offset = true,
                                .rest = &rest,
                                .spread = &spread,
                                .earlier = &earlier,
                                .common_factor = common_factor};
    struct tdg_detection_list tests = {0};
    struct tdg_detection found = {.p = (double)NAN};
    assert_int_equal(tdg_latest_test(&tests, &latest, periods - 1), TDG_OK);
    if (tests.count)
        found = tests.items[0];
    tdg_detection_list_done(&tests);
    return found;
}

static void only_eight_periods_count_and_earlier_ones_make_it_no_news(void **state)
{
    (void)state;
    static const double quiet[] = {90, 0, 0, 0, 0, 0, 0, 0, 0, 30};
    static const double steady[] = {2, 2, 2, 2, 2, 2, 2, 2, 12};
    static const double few[] = {0, 0, 0, 0, 1, 0, 0, 0, 3};
    struct tdg_detection found = test_one(quiet, 0, 10);
    assert_int_equal(found.move, TDG_RETURNING);
    assert_near(found.expected, 0, 0);
    assert_int_equal(test_one(quiet + 1, 0, 9).move, TDG_NEW);
    assert_int_equal(test_one(quiet + 1, 3, 9).move, TDG_RETURNING);
    found = test_one(steady, 0, 9);
    assert_int_equal(found.move, TDG_BURST);
    assert_near(found.expected, 2, 1e-12);
    assert_near(found.factor, 6, 1e-12);
    assert_near(found.before, 0.02, 1e-12);
    assert_near(found.after, 0.12, 1e-12);
    assert_true(isnan(test_one(few, 0, 9).p));
}

static void what_is_no_news_is_not_sure(void **state)
{
    (void)state;
    static const double small[] = {400, 400, 400, 400, 400, 400, 400, 400, 480};
    assert_true(test_one(small, 0, 9).p >= 0.5);
}

/* The typical theme doubled; this one cannot have been expected to have 140 % of all. */
static void no_share_is_expected_that_nobody_can_have(void **state)
{
    (void)state;
    static const double large[] = {70, 71, 69, 70, 72, 70, 68, 70, 40};
    common_factor = 2;
    struct tdg_detection found = test_one(large, 0, 9);
    common_factor = 1;
    assert_int_equal(found.move, TDG_FALLING);
    assert_near(found.expected, 72, 1e-9);
    assert_near(found.before, 0.72, 1e-12);
    assert_near(found.factor, 40.0 / 72, 1e-12);
}

/* What is said to be seen is seen: a series that has a little more than its least is found, alone
 * among eleven that do not move, and one that has half of what is missing to it is not. */
static void what_can_be_seen_is_known_before(void **state)
{
    (void)state;
    size_t seen = 0, unseen = 0;
    for (uint64_t seed = 1; seed <= SEEDS / 2; seed++) {
        for (int half = 0; half < 2; half++) {
            struct planted planted = {.mean = 40, .spread = 0.02};
            plant(&planted, 700 + seed, flat);
            struct tdg_family family = planted_family(&planted);
            struct tdg_detector *detector;
            size_t least[PLANTED_SERIES];
            assert_int_equal(tdg_detector_new(&detector, &family, &options), TDG_OK);
            assert_int_equal(tdg_latest_least(least, detector), TDG_OK);
            tdg_detector_free(detector);
            for (size_t s = 0; s < PLANTED_SERIES; s++)
                assert_in_range(least[s], 45, 160);
            double more = half ? 40 + ((double)least[0] - 40) / 2 : 1.2 * (double)least[0];
            planted.whole[LAST] += more - planted.count[0][LAST];
            planted.count[0][LAST] = more;
            struct tdg_detection_list list = find(&planted);
            bool found = false;
            for (size_t i = 0; i < list.count; i++)
                found = found || list.items[i].series == 0;
            seen += found && !half;
            unseen += !found && half;
            tdg_detection_list_done(&list);
        }
    }
    assert_in_range(seen, SEEDS / 2 - 1, SEEDS / 2);
    assert_in_range(unseen, SEEDS / 2 - 1, SEEDS / 2);
}

static void nothing_is_seen_in_next_to_nothing(void **state)
{
    (void)state;
    struct planted planted = {.mean = 0.3, .spread = 0.02};
    size_t least[PLANTED_SERIES];
    struct tdg_detector *detector;
    plant(&planted, 3, flat);
    planted.whole[LAST] = 4;
    struct tdg_family family = planted_family(&planted);
    assert_int_equal(tdg_detector_new(&detector, &family, &options), TDG_OK);
    assert_int_equal(tdg_latest_least(least, detector), TDG_OK);
    tdg_detector_free(detector);
    for (size_t s = 0; s < PLANTED_SERIES; s++)
        assert_in_range(least[s], 0, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_period_is_told_for_what_it_is),
        cmocka_unit_test(chance_is_rarely_out_of_the_ordinary),
        cmocka_unit_test(only_eight_periods_count_and_earlier_ones_make_it_no_news),
        cmocka_unit_test(what_is_no_news_is_not_sure),
        cmocka_unit_test(what_can_be_seen_is_known_before),
        cmocka_unit_test(nothing_is_seen_in_next_to_nothing),
        cmocka_unit_test(no_share_is_expected_that_nobody_can_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
