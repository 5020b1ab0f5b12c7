// SPDX-License-Identifier: GPL-3.0-or-later
/* New rows among groups that were learnt from others: terms 0 and 1 are of group 0, 2 and 3 of
 * group 1, term 4 of both. */
#include <math.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "cluster/evidence.h"
#include "cluster/grouping.h"
#include "cluster/place.h"
#include "unit/check.h"
#include "vector/vector.h"

enum { GROUPS = 2, TERMS = 5, ROWS = 5 };

static const double table[] = {20, 0, 20, 0, 0, 20, 0, 20, 10, 10};
static const double words[] = {20, 20, 20, 20, 20}, all[] = {50, 50};

static size_t begin[] = {0, 2, 4, 5, 5, 8};
static uint32_t column[] = {0, 1, 2, 3, 4, 0, 2, 3};
static float count[] = {1, 1, 2, 1, 1, 1, 1, 1};

static struct tdg_nb_counts stock_with(double least)
{
    return (struct tdg_nb_counts){GROUPS, table, words, all, 100, TERMS, least};
}

static void rows_go_where_their_words_are(void **state)
{
    (void)state;
    static const uint32_t expected[] = {0, 1, 0, TDG_NONE, 1};
    struct tdg_matrix counts = {ROWS, TERMS, begin, column, count};
    struct tdg_nb_counts stock = stock_with(-100);
    struct tdg_grouping grouping = {0};
    assert_int_equal(tdg_place_rows(&grouping, &counts, NULL, &stock, NULL), TDG_OK);
    for (size_t i = 0; i < ROWS; i++)
        assert_int_equal(grouping.group[i], expected[i]);
    assert_true(grouping.weight[0] > 0.5F && grouping.weight[0] <= 1);
    tdg_grouping_done(&grouping);
}

/* Row 2 has the term of both only, which speaks for nobody. */
static void rows_without_evidence_stay_outside(void **state)
{
    (void)state;
    static const uint32_t expected[] = {0, 1, TDG_NONE, TDG_NONE, TDG_NONE};
    struct tdg_matrix counts = {ROWS, TERMS, begin, column, count};
    struct tdg_nb_counts stock = stock_with(0.3);
    struct tdg_grouping grouping = {0};
    assert_int_equal(tdg_place_rows(&grouping, &counts, NULL, &stock, NULL), TDG_OK);
    for (size_t i = 0; i < ROWS; i++)
        assert_int_equal(grouping.group[i], expected[i]);
    tdg_grouping_done(&grouping);
}

static void a_given_group_stays(void **state)
{
    (void)state;
    static const uint32_t given[ROWS] = {1, TDG_NONE, TDG_NONE, 0, TDG_NONE};
    static const uint32_t expected[] = {1, 1, 0, 0, 1};
    struct tdg_matrix counts = {ROWS, TERMS, begin, column, count};
    struct tdg_nb_counts stock = stock_with(-100);
    struct tdg_grouping grouping = {0};
    assert_int_equal(tdg_place_rows(&grouping, &counts, given, &stock, NULL), TDG_OK);
    for (size_t i = 0; i < ROWS; i++)
        assert_int_equal(grouping.group[i], expected[i]);
    tdg_grouping_done(&grouping);
}

/* Row 0 speaks for group 0, row 1 for group 1, each as much; row 2 for neither, row 3 has nothing.
 */
static void a_lead_is_what_speaks_for_the_other(void **state)
{
    (void)state;
    struct tdg_matrix counts = {ROWS, TERMS, begin, column, count};
    struct tdg_nb_counts stock = stock_with(-100);
    struct tdg_lead leads[ROWS];
    for (size_t i = 0; i < ROWS; i++)
        leads[i] = (struct tdg_lead){.group = i == 4 ? 1 : 0, .other = i == 4 ? 0 : TDG_NONE};
    assert_int_equal(tdg_nb_counts_leads(leads, &counts, &stock, NULL), TDG_OK);
    for (size_t i = 0; i < ROWS; i++)
        assert_int_equal(leads[i].other, i == 4 ? 0 : 1);
    assert_true(leads[0].lead < -1);
    assert_true(leads[1].lead > 1);
    assert_near(leads[2].lead, 0, 1e-12);
    assert_near(leads[3].words, 0, 0);
    assert_near(leads[0].words, 2 * log(2), 1e-6);
    assert_true(leads[4].lead < 0); /* it is in group 1, where its words are */
}

static void evidence_says_the_same(void **state)
{
    (void)state;
    struct tdg_matrix counts = {ROWS, TERMS, begin, column, count};
    struct tdg_nb_counts stock = stock_with(-100);
    struct tdg_evidence evidence = {0};
    assert_int_equal(tdg_nb_counts_evidence(&evidence, &counts, 1, &stock, NULL), TDG_OK);
    assert_int_equal(evidence.terms, 2);
    for (size_t i = 0; i < evidence.terms; i++)
        assert_true(evidence.value[i * GROUPS] < 0 && evidence.value[i * GROUPS + 1] > 0);
    for (size_t g = 0; g < GROUPS; g++)
        assert_near(tdg_evidence_sum(&evidence, g, GROUPS),
                    evidence.value[g] + evidence.value[GROUPS + g], 0);
    free(evidence.value);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_go_where_their_words_are),
        cmocka_unit_test(rows_without_evidence_stay_outside),
        cmocka_unit_test(a_given_group_stays),
        cmocka_unit_test(a_lead_is_what_speaks_for_the_other),
        cmocka_unit_test(evidence_says_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
