// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/panel.h"

#include "series/tellable.h"
#include "unit/check.h"

static void numbers_and_codes_are_not_told(void **state)
{
    (void)state;
    static const char *const told[] = {"5g",  "g20",       "covid-19", "u.s.",
                                       "may", "trade war", "5g huawei"};
    static const char *const untold[] = {"may7", "mar8",          "1985",   "20th",
                                         "3.5",  "may7 shipment", "in 1985"};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        assert_true(tdg_is_tellable(told[i]));
    for (size_t i = 0; i < sizeof untold / sizeof *untold; i++)
        assert_false(tdg_is_tellable(untold[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_and_codes_are_not_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
