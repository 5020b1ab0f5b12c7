// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/refit.h"

#include <tidings/types.h>

#include "archive/lineage.h"
#include "cluster/grouping.h"
#include "unit/check.h"

enum { ROWS = 7, THEMES = 2, FOUND = 2 };

/* Article 3 is a copy of article 2, article 4 was in no theme, article 5 is in a pinned one behind
 * the two groups of the fit, article 6 in none. */
static void copies_count_where_they_are_to(void **state)
{
    (void)state;
    uint32_t group[ROWS] = {0, 1, 1, 1, 0, 2, TDG_NONE};
    uint32_t slot[ROWS] = {0, 0, 1, 1, TDG_NONE, 1, 0};
    uint32_t copy_of[ROWS] = {TDG_NONE, TDG_NONE, TDG_NONE, 2, TDG_NONE, TDG_NONE, TDG_NONE};
    double shared[THEMES * FOUND] = {9, 9, 9, 9};
    size_t size[FOUND] = {9, 9};
    static const double originals[] = {1, 1, 0, 1}, all[] = {1, 1, 0, 2};
    struct tdg_update update = {.themes = {.count = THEMES}};
    struct tdg_refit refit = {
        .update = &update, .slot = slot, .shared = shared, .size = size, .found = FOUND};
    refit.run.articles.count = ROWS;
    refit.run.copy_of = copy_of;
    refit.run.grouping = (struct tdg_grouping){.rows = ROWS, .groups = 3, .group = group};
    for (int copies = 0; copies < 2; copies++) {
        tdg_refit_count(&refit, copies);
        for (size_t i = 0; i < THEMES * FOUND; i++)
            assert_near(shared[i], copies ? all[i] : originals[i], 0);
        assert_int_equal(size[0], 2);
        assert_int_equal(size[1], copies ? 3 : 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(copies_count_where_they_are_to)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
