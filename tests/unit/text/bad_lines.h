// SPDX-License-Identifier: GPL-3.0-or-later
/* Lists of the user that are refused, and where and why. */
#ifndef TDG_TESTS_TEXT_BAD_LINES_H
#define TDG_TESTS_TEXT_BAD_LINES_H

#include <tidings/error.h>

#include "unit/check.h"

struct bad_line {
    const char *text;
    size_t line;
    const char *message;
};

/* read: reads `text`, as that of a file, and looks whether nothing is left of it. */
static void assert_refused(const struct bad_line *cases, size_t count,
                           int (*read)(const char *text, const char *file, struct tdg_error *error))
{
    for (size_t i = 0; i < count; i++) {
        struct tdg_error error = {0};
        assert_int_equal(read(cases[i].text, "mine.txt", &error), TDG_EFORMAT);
        assert_string_equal(error.message, cases[i].message);
        assert_string_equal(error.file, "mine.txt");
        assert_int_equal(error.line, cases[i].line);
    }
}

#endif
