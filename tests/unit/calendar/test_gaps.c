// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/period.h"

#include <string.h>

#include "calendar/gaps.h"
#include "unit/check.h"

enum { MOST = 40 };

static void check(const char *volumes, const char *gaps, bool days)
{
    struct tdg_period_view periods[MOST] = {0};
    size_t count = strlen(volumes);
    for (size_t p = 0; p < count; p++)
        periods[p].originals = 10 * (size_t)(volumes[p] - '0');
    tdg_gaps_find(periods, count, days);
    for (size_t p = 0; p < count; p++)
        assert_int_equal(periods[p].gap, gaps[p] == 'x');
}

static void hardly_anything_is_a_gap(void **state)
{
    (void)state;
    check("778708877", "....x....", false);
    check("7787100877", "....xxx...", false);
    check("7787387877", "..........", false); /* a holiday week */
    check("0000", "....", false);
    check("", "", false);
    check("788880078888007888000788880", "..................x........", true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(hardly_anything_is_a_gap)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
