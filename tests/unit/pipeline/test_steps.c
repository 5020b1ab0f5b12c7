// SPDX-License-Identifier: GPL-3.0-or-later
/* Steps of a run out of their order. */
#include "base/error.h"

#include <stdint.h>

#include <tidings/types.h>

#include "pipeline/lifecycle.h"
#include "pipeline/run.h"
#include "pipeline/steps.h"
#include "unit/check.h"

static void a_step_that_lacks_something_fails(void **state)
{
    (void)state;
    for (unsigned step = TDG_STEP_CLEAN; step <= TDG_STEP_TRENDS; step++) {
        struct tdg_error error = {0};
        struct tdg_run run = {.error = &error};
        assert_int_equal(tdg_run_steps(&run, (enum tdg_step)step, (enum tdg_step)step), TDG_EINVAL);
        assert_non_null(strstr(error.message, "too early"));
        tdg_run_done(&run);
    }
}

static void the_first_missing_piece_stops_the_way(void **state)
{
    (void)state;
    struct tdg_error error = {0};
    int64_t published = TDG_NO_DATE;
    uint32_t copy_of = TDG_NONE;
    struct tdg_run run = {.error = &error, .published = &published, .copy_of = &copy_of};
    assert_int_equal(tdg_run_steps(&run, TDG_STEP_VECTORS, TDG_STEP_STORIES), TDG_EINVAL);
    assert_non_null(strstr(error.message, "“vectors”"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_step_that_lacks_something_fails),
        cmocka_unit_test(the_first_missing_piece_stops_the_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
