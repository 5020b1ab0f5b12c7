// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>
#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/report.h>

#include "unit/check.h"

static void series_become_blocks(void **state)
{
    (void)state;
    static const struct {
        double shares[8];
        size_t periods, columns;
        const char *line;
    } rows[] = {
        {{0}, 0, 10, ""},
        {{0, 0, 0}, 3, 10, "▁▁▁"},
        {{0.25}, 1, 10, "█"},
        {{0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7}, 8, 8, "▁▂▃▄▅▆▇█"},
        {{0.5, 0, 0.5, 0}, 4, 4, "█▁█▁"},
        {{0.5, 0, 0.5, 0}, 4, 2, "██"},               /* means of two */
        {{0, 0, 0, 0.7, 0.7, 0.7, 0.7}, 7, 3, "▁▅█"}, /* 2, 2 and 3 periods: 0, 0.35, 0.7 */
        {{0.5, 0.1}, 2, 0, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tdg_point_view series[8] = {0};
        for (size_t j = 0; j < 8; j++)
            series[j].share = rows[i].shares[j];
        char *bytes = NULL;
        size_t size = 0;
        FILE *stream = open_memstream(&bytes, &size);
        assert_non_null(stream);
        tdg_report_sparkline(stream, series, rows[i].periods, rows[i].columns);
        assert_int_equal(fclose(stream), 0);
        assert_string_equal(bytes, rows[i].line);
        free(bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(series_become_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
