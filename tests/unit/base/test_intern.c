// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/intern.h"

#include <tidings/types.h>

#include "unit/check.h"

static void numbers_follow_first_appearance(void **state)
{
    (void)state;
    struct tdg_intern set = {0};
    char text[32];
    for (uint32_t round = 0; round < 2; round++)
        for (uint32_t i = 0; i < 5000; i++) {
            size_t length = (size_t)snprintf(text, sizeof text, "word %u", i);
            assert_int_equal(tdg_intern(&set, text, length), i);
        }
    assert_int_equal(set.count, 5000);
    assert_string_equal(set.text[4711], "word 4711");
    assert_int_equal(tdg_intern_find(&set, "word 17", 7), 17);
    assert_int_equal(tdg_intern_find(&set, "word", 4), TDG_NONE);
    tdg_intern_done(&set);
}

static void bytes_are_compared_whole(void **state)
{
    (void)state;
    struct tdg_intern set = {0};
    assert_int_equal(tdg_intern_find(&set, "", 0), TDG_NONE);
    assert_int_equal(tdg_intern(&set, "", 0), 0);
    assert_int_equal(tdg_intern(&set, "a\0b", 3), 1);
    assert_int_equal(tdg_intern(&set, "a\0c", 3), 2);
    assert_int_equal(tdg_intern(&set, "a", 1), 3);
    assert_int_equal(tdg_intern_find(&set, "a\0b", 3), 1);
    tdg_intern_done(&set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_follow_first_appearance),
        cmocka_unit_test(bytes_are_compared_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
