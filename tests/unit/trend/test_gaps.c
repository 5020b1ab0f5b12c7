// SPDX-License-Identifier: GPL-3.0-or-later
#include "trend/watch.h"

#include <string.h>

#include "unit/check.h"

enum { MOST = 40 };

static void check(const char *volumes, const char *gaps, int64_t length)
{
    struct tdg_period_view periods[MOST] = {0};
    int64_t start[MOST + 1];
    size_t count = strlen(volumes);
    for (size_t p = 0; p <= count; p++)
        start[p] = (int64_t)p * length;
    for (size_t p = 0; p < count; p++)
        periods[p].originals = 10 * (size_t)(volumes[p] - '0');
    struct tdg_trends trends = {.periods = periods, .period_count = count};
    struct tdg_timeline timeline = {.periods = count, .start = start};
    tdg_gaps_find(&trends, &timeline);
    for (size_t p = 0; p < count; p++)
        assert_int_equal(periods[p].gap, gaps[p] == 'x');
}

static void hardly_anything_is_a_gap(void **state)
{
    (void)state;
    check("778708877", "....x....", 7);
    check("7787100877", "....xxx...", 7);
    check("7787387877", "..........", 7); /* a holiday week */
    check("0000", "....", 7);
    check("", "", 7);
    check("788880078888007888000788880", "..................x........", 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(hardly_anything_is_a_gap)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
