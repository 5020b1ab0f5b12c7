// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/update.h"

#include <tidings/types.h>

#include "archive/match.h"
#include "unit/check.h"

static void both_articles_and_centroids_tell(void **state)
{
    (void)state;
    /* The leftovers of theme 0 share most with group 1, which theme 1 is about. */
    static const double shared[] = {30, 60, 5, 50};
    static const double alike[] = {0.9, 0.9, 0.9, 0.9}, apart[] = {0.9, 0.3, 0.1, 0.95};
    static const size_t before[] = {95, 55}, after[] = {35, 110};
    uint32_t match[2];
    struct tdg_common common = {2, 2, shared, alike, before, after};
    assert_int_equal(tdg_update_match(match, &common), TDG_OK);
    assert_int_equal(match[0], 0);
    assert_int_equal(match[1], 1);
    static const double tight[] = {20, 60, 5, 44};
    common.shared = tight;
    common.cosine = apart;
    assert_int_equal(tdg_update_match(match, &common), TDG_OK);
    assert_int_equal(match[0], 0);
    assert_int_equal(match[1], 1);
}

/* By articles alone theme 0 would go on in group 1 (60 + 0 against 20 + 30). */
static void what_is_not_about_the_same_is_not_the_same(void **state)
{
    (void)state;
    static const double shared[] = {20, 60, 0, 30};
    static const double cosine[] = {0.8, 0.2, 0, 0.9};
    static const size_t before[] = {80, 30}, after[] = {20, 90};
    uint32_t match[2];
    struct tdg_common common = {2, 2, shared, cosine, before, after};
    assert_int_equal(tdg_update_match(match, &common), TDG_OK);
    assert_int_equal(match[0], 0);
    assert_int_equal(match[1], 1);
}

static void next_to_nothing_shared_is_an_end(void **state)
{
    (void)state;
    static const double shared[] = {5, 0, 0, 50};
    static const double cosine[] = {1, 1, 1, 1};
    static const size_t before[] = {100, 60}, after[] = {90, 55};
    uint32_t match[2];
    struct tdg_common common = {2, 2, shared, cosine, before, after};
    assert_int_equal(tdg_update_match(match, &common), TDG_OK);
    assert_int_equal(match[0], TDG_NONE);
    assert_int_equal(match[1], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_articles_and_centroids_tell),
        cmocka_unit_test(what_is_not_about_the_same_is_not_the_same),
        cmocka_unit_test(next_to_nothing_shared_is_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
