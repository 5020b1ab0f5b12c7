// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>
#include <stdio.h>

#include <tidings/report.h>

#include "unit/check.h"

static void check(const char *text, const char *expected)
{
    char *bytes = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&bytes, &size);
    assert_non_null(stream);
    tdg_csv_cell(stream, text);
    assert_int_equal(fclose(stream), 0);
    assert_string_equal(bytes, expected);
    free(bytes);
}

static void cells_are_those_of_the_standard(void **state)
{
    (void)state;
    check("", "");
    check("plain text", "plain text");
    check("a,b", "\"a,b\"");
    check("say \"no\"", "\"say \"\"no\"\"\"");
    check("1-2=3", "1-2=3");
}

static void no_cell_is_a_formula(void **state)
{
    (void)state;
    check("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
    check("@x", "\"'@x\"");
    check("+cmd", "\"'+cmd\"");
    check("-2+3", "\"'-2+3\"");
    check(" \t=1", "\"'  =1\"");
    check("＝1", "\"'＝1\"");
    check("-", "\"'-\"");
    /* ids that are numbers */
    check("-12", "-12");
    check("+3.25", "+3.25");
}

static void nothing_in_a_cell_is_obeyed(void **state)
{
    (void)state;
    check("\x1b[31mred\xC2\x9B", " [31mred ");
    check("one\r\ntwo", "\"one  two\"");
    check("a\xE2\x80\xAE"
          "b",
          "a b");
    check("\xFFx", "\xEF\xBF\xBDx");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_those_of_the_standard),
        cmocka_unit_test(no_cell_is_a_formula),
        cmocka_unit_test(nothing_in_a_cell_is_obeyed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
