// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <stdlib.h>

#include "detect/calibration.h"
#include "unit/check.h"

enum { COUNT = 2000 };

/* What chance gives where -log p is `inflation` times as large as it should be. */
static struct tdg_calibration learned(double inflation)
{
    struct tdg_calibration chance = {0};
    double *log_p = malloc(COUNT * sizeof *log_p);
    assert_non_null(log_p);
    for (size_t i = 0; i < COUNT; i++) /* in no order: 7 and COUNT have no common factor */
        log_p[i] = -inflation * log(((double)(i * 7 % COUNT) + 0.5) / COUNT);
    tdg_calibration_set(&chance, log_p, COUNT);
    return chance;
}

static void a_right_model_is_left_alone(void **state)
{
    (void)state;
    struct tdg_calibration chance = learned(1);
    const double p[] = {0.9, 0.3, 0.04, 0.001, 1e-9};
    for (size_t i = 0; i < sizeof p / sizeof *p; i++)
        assert_near(log(tdg_calibration_p(&chance, p[i])), log(p[i]), 0.06 * fabs(log(p[i])));
    tdg_calibration_done(&chance);
}

static void a_bold_model_is_corrected(void **state)
{
    (void)state;
    struct tdg_calibration chance = learned(2);
    const double p[] = {0.3, 0.04, 0.001, 1e-9}; /* chance gives these as often as their roots */
    for (size_t i = 0; i < sizeof p / sizeof *p; i++)
        assert_near(log(tdg_calibration_p(&chance, p[i])), log(p[i]) / 2, 0.06 * fabs(log(p[i])));
    tdg_calibration_done(&chance);
}

static void a_timid_model_is_not_made_bolder(void **state)
{
    (void)state;
    struct tdg_calibration chance = learned(0.5), nothing = {0};
    const double p[] = {1, 0.3, 0.04, 0.001, 1e-300, 0};
    for (size_t i = 0; i < sizeof p / sizeof *p; i++) {
        assert_true(tdg_calibration_p(&chance, p[i]) >= p[i]);
        assert_near(tdg_calibration_p(&nothing, p[i]), p[i], 0);
    }
    tdg_calibration_done(&chance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_right_model_is_left_alone),
        cmocka_unit_test(a_bold_model_is_corrected),
        cmocka_unit_test(a_timid_model_is_not_made_bolder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
