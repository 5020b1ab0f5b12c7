// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/trends.h"

#include <tidings/error.h>

#include "series/build.h"
#include "unit/check.h"

enum { WEEK = 7 * 86400, MONDAY = 345600, MOST = 64 };

/* One letter a week: is the theme there (x) or not (.)? Another theme is there every day, so that
 * no week is empty or cut off. */
static const struct {
    const char *weeks, *status;
} table[] = {
    {"xxxxxxxxxx", "continuing"}, {"xxxxxxx...", "continuing"}, {"xxxxxx....", "gone"},
    {"x.........", "gone"},       {"......xxxx", "new"},        {".........x", "new"},
    {".......x..", "new"},        {"xxxxxx...x", "returning"},  {"xxxxx....x", "returning"},
    {"xxxxx.x..x", "continuing"}, {"xxxx...x.x", "continuing"}, {"x......", "continuing"},
};

static const char *status_of(const char *weeks)
{
    int64_t published[MOST * 8];
    uint32_t group[MOST * 8];
    size_t count = 0;
    for (size_t week = 0; weeks[week]; week++) {
        for (size_t day = 0; day < 7; day++) {
            published[count] = MONDAY + (int64_t)(week * WEEK + day * 86400);
            group[count++] = 0;
        }
        published[count] = MONDAY + (int64_t)(week * WEEK);
        group[count] = 1;
        count += weeks[week] == 'x';
    }
    struct tdg_trend_input input = {
        .articles = count, .published = published, .group = group, .groups = 2};
    struct tdg_trend_options options = tdg_trend_defaults();
    struct tdg_trends trends = {0};
    assert_int_equal(tdg_trends_build(&trends, &input, &options, NULL), TDG_OK);
    assert_int_equal(trends.period_count, strlen(weeks));
    assert_int_equal(trends.statuses[0], TDG_THEME_CONTINUING);
    enum tdg_theme_status status = trends.statuses[1];
    tdg_trends_done(&trends);
    return tdg_theme_status_name(status);
}

static void silence_tells(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strcmp(status_of(table[i].weeks), table[i].status) != 0)
            fail_msg("%s: %s, not %s", table[i].weeks, status_of(table[i].weeks), table[i].status);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(silence_tells)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
