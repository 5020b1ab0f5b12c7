// SPDX-License-Identifier: GPL-3.0-or-later
/* Term 0 is of group 0, term 1 of group 1, term 2 is new: three articles have it, which group 0 has
 * learnt because no other one was there. */
#include "cluster/cluster.h"

#include <tidings/types.h>

#include "cluster/gain.h"
#include "cluster/nb_model.h"
#include "unit/check.h"
#include "vector/vector.h"

enum { GROUPS = 2, TERMS = 3, ROWS = 6 };

static size_t begin[] = {0, 1, 2, 3, 4, 5, 6};
static uint32_t column[] = {2, 2, 2, 0, 1, 1};
static float count[] = {1, 1, 1, 1, 1, 1};
static const uint32_t in[] = {0, 0, 0, 0, 1, TDG_NONE};

static void new_words_gain_from_a_group_of_their_own(void **state)
{
    (void)state;
    double one = tdg_words_of(1), gain[ROWS], words[ROWS];
    const double table[] = {30 * one, 0, 0, 30 * one, 3 * one, 0};
    const double term[] = {30 * one, 30 * one, 3 * one}, all[] = {33 * one, 30 * one};
    struct tdg_matrix counts = {ROWS, TERMS, begin, column, count};
    struct tdg_nb_counts stock = {GROUPS, table, term, all, 63 * one, TERMS, 0};
    static const struct {
        uint32_t group[ROWS];
        int sign[ROWS];
    } cases[] = {
        /* The new ones by themselves, … */
        {{0, 0, 0, TDG_NONE, TDG_NONE, TDG_NONE}, {1, 1, 1, 0, 0, 0}},
        /* … with one that group 0 is for, … */
        {{0, 0, 0, 0, TDG_NONE, TDG_NONE}, {1, 1, 1, -1, 0, 0}},
        /* … and what two known groups are for, in a new one. */
        {{1, 1, 1, 0, 0, 0}, {1, 1, 1, -1, -1, -1}},
        /* One alone has nothing to be learnt from. */
        {{0, TDG_NONE, TDG_NONE, TDG_NONE, TDG_NONE, TDG_NONE}, {-1, 0, 0, 0, 0, 0}},
    };
    for (size_t i = 0; i < ROWS; i++)
        words[i] = one;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        assert_int_equal(tdg_group_gain(gain, &counts, words, cases[c].group, 2, in, &stock), 0);
        for (size_t i = 0; i < ROWS; i++)
            assert_int_equal((gain[i] > 0) - (gain[i] < 0), cases[c].sign[i]);
    }
}

static void without_known_groups_nothing_is_gained(void **state)
{
    (void)state;
    static const uint32_t group[ROWS] = {0};
    static const double words[ROWS] = {1, 1, 1, 1, 1, 1}, term[TERMS] = {1, 1, 1};
    double gain[ROWS];
    struct tdg_matrix counts = {ROWS, TERMS, begin, column, count};
    struct tdg_nb_counts stock = {.words = term, .whole = 3, .terms = TERMS};
    assert_int_equal(tdg_group_gain(gain, &counts, words, group, 1, in, &stock), 0);
    for (size_t i = 0; i < ROWS; i++)
        assert_true(gain[i] >= 0 && gain[i] <= 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(new_words_gain_from_a_group_of_their_own),
        cmocka_unit_test(without_known_groups_nothing_is_gained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
