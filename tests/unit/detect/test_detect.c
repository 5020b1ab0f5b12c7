// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/detect.h"

#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "detect/false_alarms.h"
#include "detect/family.h"
#include "detect/scan.h"
#include "unit/check.h"
#include "unit/detect/planted.h"

enum { SEEDS = 8, NULL_SEEDS = 40 };

static const struct tdg_finding_options options = {.level = 0.05, .seed = 1};

static double flat(size_t series, size_t t)
{
    (void)series;
    (void)t;
    return 1;
}

/* One of each: the first series move, the others do not. */
static double moving(size_t series, size_t t)
{
    double x = (double)t / (PLANTED_PERIODS - 1);
    switch (series) {
    case 0:
        return t >= 14 ? 3 : 1;
    case 1:
        return t >= 16 ? 1.0 / 3 : 1;
    case 2:
        return t >= 12 && t < 14 ? 4 : 1;
    case 3:
        return t >= 18 ? 1 : 0;
    case 4:
        return t >= 13 ? 0 : 1;
    case 5:
        return exp(1.4 * x);
    default:
        return 1;
    }
}

static struct tdg_detection_list find(const struct planted *planted)
{
    struct tdg_family family = planted_family(planted);
    struct tdg_detector *detector;
    struct tdg_detection_list list = {0};
    assert_int_equal(tdg_detector_new(&detector, &family, &options), TDG_OK);
    assert_int_equal(tdg_detect(&list, NULL, detector), TDG_OK);
    tdg_detector_free(detector);
    return list;
}

static const struct tdg_detection *first_of(const struct tdg_detection_list *list, size_t series)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].series == series)
            return &list->items[i];
    return NULL;
}

static void planted_movements_are_found_where_they_are(void **state)
{
    (void)state;
    static const struct {
        enum tdg_move move;
        size_t begin;
    } expected[] = {
        {TDG_STEP_UP, 14}, {TDG_STEP_DOWN, 16}, {TDG_BURST, 12}, {TDG_NEW, 18}, {TDG_GONE, 13}};
    size_t found = 0, right = 0, false_alarms = 0, rising = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct planted planted = {.mean = 25, .spread = 0.02};
        plant(&planted, seed, moving);
        struct tdg_detection_list list = find(&planted);
        for (size_t s = 0; s < 5; s++) {
            const struct tdg_detection *item = first_of(&list, s);
            found += item != NULL;
            right += item && item->move == expected[s].move &&
                     item->begin + 1 >= expected[s].begin && item->begin <= expected[s].begin + 1;
        }
        const struct tdg_detection *slope = first_of(&list, 5);
        rising += slope && slope->factor > 1;
        for (size_t i = 0; i < list.count; i++)
            false_alarms += list.items[i].series > 5;
        tdg_detection_list_done(&list);
    }
    assert_in_range(found, 5 * SEEDS - 1, 5 * SEEDS);
    assert_in_range(right, 5 * SEEDS - 4, 5 * SEEDS);
    assert_in_range(rising, SEEDS - 1, SEEDS);
    assert_in_range(false_alarms, 0, 3);
}

static void chance_is_rarely_a_finding(void **state)
{
    (void)state;
    static const double spreads[] = {0.001, 0.02, 0.1};
    static const double means[] = {1, 8, 40};
    size_t with = 0;
    for (uint64_t seed = 1; seed <= NULL_SEEDS; seed++) {
        struct planted planted = {.mean = means[seed % 3], .spread = spreads[seed / 3 % 3]};
        plant(&planted, 1000 + seed, flat);
        struct tdg_detection_list list = find(&planted);
        with += list.count > 0;
        tdg_detection_list_done(&list);
    }
    assert_in_range(with, 0, 5); /* of 40 at 5 %: 6 and more in one case of seventy */
}

/* A doubling of one makes the shares of all others fall: that is no news of theirs. */
static double one_booms(size_t series, size_t t)
{
    return series == 0 && t >= 15 ? 8 : 1;
}

static void others_do_not_fall_because_one_rises(void **state)
{
    (void)state;
    struct planted planted = {.mean = 60, .spread = 0.005};
    plant(&planted, 5, one_booms);
    struct tdg_detection_list list = find(&planted);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].series, 0);
    assert_int_equal(list.items[0].move, TDG_STEP_UP);
    tdg_detection_list_done(&list);
}

static void numbers_belong_together(void **state)
{
    (void)state;
    struct planted planted = {.mean = 25, .spread = 0.02};
    plant(&planted, 3, moving);
    struct tdg_detection_list list = find(&planted);
    assert_true(list.count > 3);
    for (size_t i = 0; i < list.count; i++) {
        const struct tdg_detection *item = &list.items[i];
        assert_true(item->begin < item->end && item->end <= PLANTED_PERIODS);
        assert_true(item->p >= 0 && item->p <= item->q && item->q <= options.level);
        assert_true(item->low <= item->high);
        assert_true(i == 0 || item->value <= list.items[i - 1].value);
        assert_true((item->factor > 1) == (item->observed > item->expected));
    }
    tdg_detection_list_done(&list);
}

/* All others get many times as much, so that the large one, which stays as it was, is expected to
 * have more than everything. */
static double all_but_one_boom(size_t series, size_t t)
{
    return series == 0 ? 20 : t >= 15 ? 4 : 1;
}

static void no_share_is_more_than_was_ever_seen(void **state)
{
    (void)state;
    struct planted planted = {.mean = 40, .spread = 0.005};
    plant(&planted, 5, all_but_one_boom);
    double most = 0;
    for (size_t t = 0; t < PLANTED_PERIODS; t++)
        most = fmax(most, planted.count[0][t] / planted.whole[t]);
    struct tdg_detection_list list = find(&planted);
    const struct tdg_detection *large = first_of(&list, 0);
    assert_non_null(large);
    assert_true(large->factor < 1);
    assert_true(large->before <= most + 1e-9 && large->after <= most + 1e-9);
    assert_near(large->factor, large->after / large->before, 1e-9);
    tdg_detection_list_done(&list);
}

static void the_same_again(void **state)
{
    (void)state;
    struct planted planted = {.mean = 10, .spread = 0.05};
    plant(&planted, 7, moving);
    struct tdg_detection_list one = find(&planted), two = find(&planted);
    assert_int_equal(one.count, two.count);
    for (size_t i = 0; i < one.count; i++) {
        assert_int_equal(one.items[i].series, two.items[i].series);
        assert_true(one.items[i].p == two.items[i].p && one.items[i].q == two.items[i].q);
    }
    tdg_detection_list_done(&one);
    tdg_detection_list_done(&two);
}

static void the_check_takes_movements_out(void **state)
{
    (void)state;
    struct planted planted = {.mean = 25, .spread = 0.02};
    plant(&planted, 4, moving);
    struct tdg_family family = planted_family(&planted);
    struct tdg_detector *detector;
    struct tdg_detection_list list = {0}, again = {0};
    struct tdg_false_alarms null = {0};
    assert_int_equal(tdg_detector_new(&detector, &family, &options), TDG_OK);
    assert_int_equal(tdg_detect(&list, NULL, detector), TDG_OK);
    assert_int_equal(tdg_false_alarms_count(&null, detector, 40), TDG_OK);
    assert_int_equal(null.runs, 40);
    assert_in_range(null.runs_with, 0, 10);
    assert_int_equal(null.block, 4);
    /* The detector is as it was. */
    assert_int_equal(tdg_detect(&again, NULL, detector), TDG_OK);
    assert_int_equal(again.count, list.count);
    assert_true(again.items[0].p == list.items[0].p);
    tdg_detector_free(detector);
    tdg_detection_list_done(&list);
    tdg_detection_list_done(&again);
}

static void few_periods_say_nothing(void **state)
{
    (void)state;
    struct planted planted = {.mean = 25, .spread = 0.02};
    plant(&planted, 4, moving);
    struct tdg_family family = planted_family(&planted);
    family.periods = TDG_MIN_PERIODS - 1;
    struct tdg_detector *detector;
    struct tdg_detection_list list = {0};
    assert_int_equal(tdg_detector_new(&detector, &family, &options), TDG_OK);
    assert_null(detector);
    assert_int_equal(tdg_detect(&list, NULL, detector), TDG_OK);
    assert_int_equal(list.count, 0);
}

/* Sport on Saturdays only, and one great Wednesday. */
static void the_pattern_of_the_week_is_no_movement(void **state)
{
    (void)state;
    enum { DAYS = 70 };
    double count[2][DAYS], whole[DAYS];
    unsigned weekday[DAYS];
    for (size_t t = 0; t < DAYS; t++) {
        weekday[t] = (unsigned)(t % 7);
        count[0][t] = (weekday[t] == 5 ? 30 : 5) + (double)(t * 7 % 3) - 1;
        count[1][t] = 100;
        whole[t] = count[0][t] + count[1][t];
    }
    struct tdg_family family = {.series = 2,
                                .periods = DAYS,
                                .count = &count[0][0],
                                .whole = whole,
                                .weekday = weekday,
                                .typical = 2,
                                .weight = 1};
    struct tdg_detector *detector;
    struct tdg_detection_list list = {0};
    for (int great = 0; great < 2; great++) {
        count[0][44] += great ? 40 : 0;
        whole[44] += great ? 40 : 0;
        assert_int_equal(tdg_detector_new(&detector, &family, &options), TDG_OK);
        assert_int_equal(tdg_detect(&list, NULL, detector), TDG_OK);
        const struct tdg_detection *item = first_of(&list, 0);
        assert_true(great ? item && item->move == TDG_BURST && item->begin == 44 && item->end == 45
                          : item == NULL);
        tdg_detection_list_done(&list);
        tdg_detector_free(detector);
    }
}

/* It stays part of the whole, so that the others are told as before. */
static void nothing_is_told_of_the_quiet(void **state)
{
    (void)state;
    struct planted planted = {.mean = 40, .spread = 0.02};
    plant(&planted, 1, moving);
    struct tdg_detection_list loud = find(&planted);
    assert_non_null(first_of(&loud, 0));
    assert_non_null(first_of(&loud, 2));
    const bool quiet[PLANTED_SERIES] = {[0] = true};
    struct tdg_family family = planted_family(&planted);
    family.quiet = quiet;
    struct tdg_detector *detector;
    struct tdg_detection_list list = {0}, latest = {0};
    assert_int_equal(tdg_detector_new(&detector, &family, &options), TDG_OK);
    assert_int_equal(tdg_detect(&list, &latest, detector), TDG_OK);
    assert_null(first_of(&list, 0));
    assert_null(first_of(&latest, 0));
    assert_non_null(first_of(&list, 2));
    assert_true(list.tests < loud.tests);
    tdg_detector_free(detector);
    tdg_detection_list_done(&loud);
    tdg_detection_list_done(&list);
    tdg_detection_list_done(&latest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(planted_movements_are_found_where_they_are),
        cmocka_unit_test(chance_is_rarely_a_finding),
        cmocka_unit_test(others_do_not_fall_because_one_rises),
        cmocka_unit_test(numbers_belong_together),
        cmocka_unit_test(no_share_is_more_than_was_ever_seen),
        cmocka_unit_test(the_same_again),
        cmocka_unit_test(the_check_takes_movements_out),
        cmocka_unit_test(few_periods_say_nothing),
        cmocka_unit_test(the_pattern_of_the_week_is_no_movement),
        cmocka_unit_test(nothing_is_told_of_the_quiet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
