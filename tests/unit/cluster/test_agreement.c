// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include <tidings/error.h>
#include <tidings/types.h>

#include "cluster/agreement.h"
#include "cluster/grouping.h"
#include "unit/check.h"

/* V-measure, ARI, B-cubed precision, recall, F1, pairwise F1, purity: computed by an independent
 * program, to four decimals. */
struct row {
    const char *name;
    size_t count;
    uint32_t found[10], gold[10];
    double v_measure, ari, precision, recall, f1, pairwise, purity;
};

static const struct row rows[] = {
    {"perfect", 5, {5, 5, 7, 7, 7}, {1, 1, 0, 0, 0}, 1, 1, 1, 1, 1, 1, 1},
    {"one group", 6, {3, 3, 3, 3, 3, 3}, {0, 0, 0, 1, 1, 2}, 0, 0, .3889, 1, .56, .4211, .5},
    {"alone", 4, {0, 1, 2, 3}, {9, 9, 8, 8}, .6667, 0, 1, .5, .6667, 0, 1},
    {"one and one", 3, {1, 1, 1}, {2, 2, 2}, 1, 1, 1, 1, 1, 1, 1},
    {"alone and alone", 3, {0, 1, 2}, {2, 1, 0}, 1, 1, 1, 1, 1, 1, 1},
    {"one item", 1, {4}, {4}, 1, 1, 1, 1, 1, 1, 1},
    {"some without",
     6,
     {TDG_NONE, TDG_NONE, 0, 0, 0, 1},
     {0, 0, 0, 1, 1, 1},
     .3874,
     -.0606,
     .7778,
     .4444,
     .5657,
     .2222,
     .8333},
    {"all without",
     4,
     {TDG_NONE, TDG_NONE, TDG_NONE, TDG_NONE},
     {0, 0, 1, 1},
     .6667,
     0,
     1,
     .5,
     .6667,
     0,
     1},
    {"mixed",
     10,
     {0, 0, 0, 1, 1, 1, 2, 2, 2, 2},
     {0, 0, 1, 1, 1, 2, 2, 2, 2, 0},
     .4427,
     .2045,
     .5833,
     .5833,
     .5833,
     .4167,
     .7},
    {"worse than chance", 4, {0, 1, 0, 1}, {0, 0, 1, 1}, 0, -.5, .5, .5, .5, 0, .5},
};

static void measures_are_known(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *row = &rows[i];
        struct tdg_agreement a;
        print_message("%s\n", row->name);
        assert_int_equal(tdg_agreement(&a, row->found, row->gold, row->count, NULL), 0);
        assert_near(a.v_measure, row->v_measure, 5.1e-5);
        assert_near(a.ari, row->ari, 5.1e-5);
        assert_near(a.bcubed_precision, row->precision, 5.1e-5);
        assert_near(a.bcubed_recall, row->recall, 5.1e-5);
        assert_near(a.bcubed_f1, row->f1, 5.1e-5);
        assert_near(a.pairwise_f1, row->pairwise, 5.1e-5);
        assert_near(a.purity, row->purity, 5.1e-5);
    }
}

/* Homogeneity and completeness change places with the sides, their harmonic mean is V. */
static void the_sides_can_be_exchanged(void **state)
{
    (void)state;
    enum { ITEMS = 2000 };
    static uint32_t one[ITEMS], other[ITEMS];
    for (uint32_t i = 0; i < ITEMS; i++) {
        one[i] = (uint32_t)(tdg_mix(i) % 30);
        other[i] = i % 3 ? one[i] / 4 : (uint32_t)(tdg_mix(i) >> 40) % 9;
    }
    struct tdg_agreement a, b;
    assert_int_equal(tdg_agreement(&a, one, other, ITEMS, NULL), 0);
    assert_int_equal(tdg_agreement(&b, other, one, ITEMS, NULL), 0);
    assert_near(a.v_measure, b.v_measure, 1e-12);
    assert_near(a.homogeneity, b.completeness, 1e-12);
    assert_near(a.ari, b.ari, 1e-12);
    assert_near(a.bcubed_precision, b.bcubed_recall, 1e-12);
    assert_near(a.v_measure, 2 * a.homogeneity * a.completeness / (a.homogeneity + a.completeness),
                1e-12);
    assert_true(a.v_measure > 0.1 && a.v_measure < 0.9);
}

static void many_groups_fit(void **state)
{
    (void)state;
    enum { ITEMS = 50000 };
    static uint32_t found[ITEMS], gold[ITEMS];
    for (uint32_t i = 0; i < ITEMS; i++) {
        found[i] = i / 3 * 257; /* 16,667 groups, numbers far apart */
        gold[i] = i / 150;
    }
    struct tdg_agreement a;
    assert_int_equal(tdg_agreement(&a, found, gold, ITEMS, NULL), 0);
    assert_near(a.purity, 1, 0);
    assert_near(a.homogeneity, 1, 1e-12);
    assert_near(a.bcubed_recall, 3 / 150.0, 1e-4);
}

static void nothing_to_compare_is_an_error(void **state)
{
    (void)state;
    struct tdg_agreement a = {.ari = 17};
    struct tdg_error error = {0};
    assert_int_equal(tdg_agreement(&a, NULL, NULL, 0, &error), TDG_EEMPTY);
    assert_int_equal(error.status, TDG_EEMPTY);
    assert_near(a.ari, 17, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_are_known),
        cmocka_unit_test(the_sides_can_be_exchanged),
        cmocka_unit_test(many_groups_fit),
        cmocka_unit_test(nothing_to_compare_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
