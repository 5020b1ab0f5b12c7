// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "story/burst.h"
#include "story/story.h"
#include "unit/story/events.h"

/* "tariff" is there all the time and more in three days, "wobble" only in those. */
static const struct planted planted[] = {
    {"Tariff one", 2, 0, -1, NULL},     {"Tariff two", 10, 0, -1, NULL},
    {"Tariff wobble", 20, 0, -1, NULL}, {"Tariff wobble", 20, 0, 2, NULL},
    {"Tariff three", 21, 0, -1, NULL},  {"Tariff wobble four", 22, 0, -1, NULL},
    {"Tariff five", 30, 0, -1, NULL},   {"Tariff six", 38, 0, -1, NULL},
    {"Tariff wobble", -1, 0, -1, NULL},
};
enum { PLANTED = sizeof planted / sizeof *planted, DAYS = 40 };

static double burst_of(const struct events *events, const float *burst, size_t i, const char *word)
{
    size_t row = events->row[i];
    for (size_t at = events->rows.begin[row]; at < events->rows.begin[row + 1]; at++) {
        uint32_t term = events->vocabulary.term[events->rows.column[at]];
        if (strcmp(events->streams.stem[term], word) == 0)
            return (double)burst[at];
    }
    fail_msg("“%s” is not in article %zu", word, i);
    return 0;
}

/* The background is the same on all days: a window of seven has 7/40 of it. */
static double expected(const struct events *events, double with, double all)
{
    size_t originals = 0, near = 0;
    for (size_t i = 0; i < events->articles.count; i++)
        if (events->copy_of[i] == TDG_NONE && events->published[i] != TDG_NO_DATE) {
            originals++;
            near += events->published[i] >= (int64_t)17 * EVENTS_DAY &&
                    events->published[i] <= (int64_t)23 * EVENTS_DAY;
        }
    return log((with - 0.5) / (all * (double)near / (double)originals + 0.5));
}

static void bursts_are_of_days(void **state)
{
    (void)state;
    static struct events events;
    events = (struct events){0};
    events_init(&events, planted, PLANTED, DAYS);
    struct tdg_story_input input = events_input(&events);
    float *burst = NULL;
    assert_int_equal(tdg_bursts_find(&burst, &input), 0);
    assert_float_equal(burst_of(&events, burst, 0, "tariff"), 0, 1e-6); /* no other near */
    assert_float_equal(burst_of(&events, burst, 2, "tariff"), expected(&events, 3, 7), 1e-6);
    assert_float_equal(burst_of(&events, burst, 2, "wobbl"), expected(&events, 2, 2), 1e-6);
    assert_true(burst_of(&events, burst, 2, "wobbl") > 0);
    assert_float_equal(burst_of(&events, burst, 8, "wobbl"), 0, 1e-6); /* undated */
    free(burst);
    events_done(&events);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(bursts_are_of_days)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
