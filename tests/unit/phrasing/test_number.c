// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/number.h"

#include <locale.h>
#include <stddef.h>

#include "unit/check.h"

static void six_digits(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *text;
    } rows[] = {
        {0, "0"},
        {-0.0, "0"},
        {1, "1"},
        {-2.5, "-2.5"},
        {1.0 / 3, "0.333333"},
        {0.1 + 0.2, "0.3"},
        {123456.7, "123457"},
        {1234567, "1.23457e+06"},
        {-1e-7, "-1e-07"},
        {1e300, "1e+300"},
        {(double)NAN, ""},
        {HUGE_VAL, ""},
        {-HUGE_VAL, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[TDG_NUMBER_TEXT];
        assert_string_equal(tdg_number_text(rows[i].value, text), rows[i].text);
    }
}

static void fixed_decimals(void **state)
{
    (void)state;
    static const struct {
        double value;
        int decimals;
        const char *text;
    } rows[] = {
        {0.91234, 4, "0.9123"}, {-0.00001, 4, "0.0000"}, {-0.04, 1, "0.0"},
        {-0.06, 1, "-0.1"},     {12, 0, "12"},           {1e14, 2, "100000000000000.00"},
        {1e200, 3, "1e+200"},   {(double)NAN, 2, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[TDG_NUMBER_TEXT];
        assert_string_equal(tdg_fixed_text(rows[i].value, rows[i].decimals, text), rows[i].text);
    }
}

static void counts_and_shares(void **state)
{
    (void)state;
    char text[TDG_NUMBER_TEXT];
    assert_string_equal(tdg_count_text(0, text), "0");
    assert_string_equal(tdg_count_text(999, text), "999");
    assert_string_equal(tdg_count_text(1000, text), "1,000");
    assert_string_equal(tdg_count_text(12345678, text), "12,345,678");
    assert_string_equal(tdg_percent_text(0.1234, text), "12.3 %");
}

/* Debian installs few locales; where this one is missing there is nothing to see. */
static void a_comma_is_no_point(void **state)
{
    (void)state;
    if (!setlocale(LC_NUMERIC, "de_DE.UTF-8"))
        skip();
    char number[TDG_NUMBER_TEXT], fixed[TDG_NUMBER_TEXT];
    tdg_number_text(-0.25e-9, number);
    tdg_fixed_text(0.25, 2, fixed);
    setlocale(LC_NUMERIC, "C");
    assert_string_equal(number, "-2.5e-10");
    assert_string_equal(fixed, "0.25");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(six_digits),
        cmocka_unit_test(fixed_decimals),
        cmocka_unit_test(counts_and_shares),
        cmocka_unit_test(a_comma_is_no_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
