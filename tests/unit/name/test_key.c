// SPDX-License-Identifier: GPL-3.0-or-later
#include "name/key.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

#include "text/accents.h"

static void spellings_have_one_key(void **state)
{
    (void)state;
    struct USet *alphabet = tdg_alphabet_open("en");
    char one[TDG_NAME_KEY], other[TDG_NAME_KEY];
    static const char accents[] = "Kaïs Saïed", plain[] = "KAIS Saied";
    assert_int_equal(tdg_name_key(one, accents, strlen(accents), alphabet), strlen(plain));
    tdg_name_key(other, plain, strlen(plain), alphabet);
    assert_string_equal(one, other);
    tdg_name_key(one, accents, strlen(accents), NULL);
    assert_string_equal(one, "kaïs saïed");
    tdg_alphabet_close(alphabet);
}

static void what_is_too_long_has_none(void **state)
{
    (void)state;
    char key[TDG_NAME_KEY], text[TDG_NAME_KEY];
    memset(text, 'a', sizeof text);
    assert_int_equal(tdg_name_key(key, text, sizeof text, NULL), 0);
}

static void lists_know_names(void **state)
{
    (void)state;
    if (!tdg_name_table.count)
        skip();
    assert_true(tdg_name_known("france") & TDG_COUNTRY);
    assert_true(tdg_name_known("theresa") & TDG_FIRST_NAME);
    assert_true(tdg_name_known("chicago") & TDG_CITY);
    assert_int_equal(tdg_name_known("zzzz"), 0);
    assert_int_equal(tdg_name_known(""), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_have_one_key),
        cmocka_unit_test(what_is_too_long_has_none),
        cmocka_unit_test(lists_know_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
