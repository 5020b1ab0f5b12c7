// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/association.h"

#include <stddef.h>

#include "unit/check.h"

/* Dunning 1993, table of bigrams in a text of 31,777 words: "the swiss" with the counts of the
 * table's columns AB, A~B, ~AB, ~A~B, and his -2 log lambda. */
static const struct {
    uint64_t both, first_only, second_only, neither;
    double likelihood;
} dunning[] = {
    {110, 2442, 111, 29114, 270.72}, /* the swiss */
    {29, 13, 123, 31612, 263.90},    /* can be */
    {31, 23, 139, 31584, 256.84},    /* previous year */
    {10, 0, 3, 31764, 167.23},       /* mineral water */
};

static void dunnings_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof dunning / sizeof *dunning; i++) {
        uint64_t both = dunning[i].both, first = both + dunning[i].first_only;
        uint64_t second = both + dunning[i].second_only;
        uint64_t all = first + dunning[i].second_only + dunning[i].neither;
        assert_near(tdg_log_likelihood(both, first, second, all), dunning[i].likelihood, 0.01);
    }
}

static void no_attraction_is_zero(void **state)
{
    (void)state;
    assert_near(tdg_log_likelihood(0, 10, 10, 100), 0, 0);
    assert_near(tdg_log_likelihood(1, 10, 10, 100), 0, 0); /* as by chance */
    assert_near(tdg_log_likelihood(0, 0, 0, 0), 0, 0);
    assert_true(tdg_log_likelihood(10, 10, 10, 10) == 0);
    assert_true(tdg_log_likelihood(5, 6, 6, 7) >= 0); /* "a a a a a a b" */
}

static void npmi_has_its_limits(void **state)
{
    (void)state;
    assert_near(tdg_npmi(0, 10, 10, 100), -1, 0);
    assert_near(tdg_npmi(10, 10, 10, 100), 1, 1e-12);
    assert_near(tdg_npmi(1, 10, 10, 100), 0, 1e-12);
    assert_near(tdg_npmi(5, 10, 20, 100), log(2.5) / log(20), 1e-12);
    assert_near(tdg_npmi(7, 7, 7, 7), 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dunnings_table),
        cmocka_unit_test(no_attraction_is_zero),
        cmocka_unit_test(npmi_has_its_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
