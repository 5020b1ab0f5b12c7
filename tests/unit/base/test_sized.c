// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sized.h"

#include "unit/check.h"

struct older {
    size_t size;
    size_t first;
};

struct newer {
    size_t size;
    size_t first;
    size_t second;
};

static void missing_fields_are_zero(void **state)
{
    (void)state;
    struct older given = {.size = sizeof given, .first = 7};
    struct newer own = {.second = 9};
    assert_int_equal(tdg_sized_read(&own, sizeof own, &given, NULL), TDG_OK);
    assert_int_equal(own.first, 7);
    assert_int_equal(own.second, 0);
}

static void unknown_fields_have_to_be_zero(void **state)
{
    (void)state;
    struct newer given = {.size = sizeof given, .first = 7};
    struct older own = {0};
    assert_int_equal(tdg_sized_read(&own, sizeof own, &given, NULL), TDG_OK);
    assert_int_equal(own.first, 7);
    given.second = 1;
    assert_int_equal(tdg_sized_read(&own, sizeof own, &given, NULL), TDG_EINVAL);
}

static void a_size_is_required(void **state)
{
    (void)state;
    struct older given = {.first = 7}, own = {0};
    assert_int_equal(tdg_sized_read(&own, sizeof own, &given, NULL), TDG_EINVAL);
    assert_int_equal(own.first, 0);
}

static void a_result_fills_the_room_there_is(void **state)
{
    (void)state;
    struct newer result = {.first = 7, .second = 9};
    struct older none = {0}, small = {.size = sizeof small};
    struct newer large = {.size = sizeof large};
    tdg_sized_write(&none, &result, sizeof result);
    assert_int_equal(none.first, 0);
    tdg_sized_write(&small, &result, sizeof result);
    assert_int_equal(small.size, sizeof small);
    assert_int_equal(small.first, 7);
    tdg_sized_write(&large, &result, sizeof result);
    assert_int_equal(large.size, sizeof large);
    assert_int_equal(large.second, 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(missing_fields_are_zero),
        cmocka_unit_test(unknown_fields_have_to_be_zero),
        cmocka_unit_test(a_size_is_required),
        cmocka_unit_test(a_result_fills_the_room_there_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
