// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/run.h"

#include <tidings/types.h>

#include "base/memory.h"
#include "pipeline/preset_groups.h"
#include "pipeline/tally.h"
#include "unit/check.h"

static void groups_are_ordered_by_size_then_name(void **state)
{
    (void)state;
    struct tdg_article items[] = {{.group = "sport"}, {.group = "art"},   {.group = ""},
                                  {.group = "trade"}, {.group = "trade"}, {.group = "sport"},
                                  {.group = "trade"}};
    struct tdg_articles articles = {.items = items, .count = 7};
    struct tdg_grouping grouping = {0};
    const char **names = NULL;
    assert_int_equal(tdg_group_by_field(&grouping, &names, &articles, "kind", NULL), TDG_OK);
    static const uint32_t expected[] = {1, 2, TDG_NONE, 0, 0, 1, 0};
    assert_int_equal(grouping.groups, 3);
    assert_memory_equal(grouping.group, expected, sizeof expected);
    assert_string_equal(names[0], "trade");
    assert_string_equal(names[1], "sport");
    assert_string_equal(names[2], "art");
    free(names);
    tdg_grouping_done(&grouping);
}

static const char *nth(const void *context, size_t index)
{
    return ((const char *const *)context)[index];
}

static void names_are_tallied(void **state)
{
    (void)state;
    static const char *const list[] = {"b", "", "a", "c", "c", "a", ""};
    struct tdg_arena arena = {0};
    const struct tdg_tally *tally = NULL;
    size_t distinct = 0;
    assert_int_equal(tdg_tally_names(&tally, &distinct, 7, nth, list, &arena), TDG_OK);
    assert_int_equal(distinct, 3);
    assert_string_equal(tally[0].name, "a");
    assert_int_equal(tally[0].articles, 2);
    assert_string_equal(tally[1].name, "c");
    assert_string_equal(tally[2].name, "b");
    assert_int_equal(tally[2].articles, 1);
    tdg_arena_done(&arena);
}

static void a_field_that_no_article_has(void **state)
{
    (void)state;
    struct tdg_article items[2] = {{.id = "a", .group = ""}, {.id = "b", .group = ""}};
    struct tdg_articles articles = {.items = items, .count = 2};
    struct tdg_grouping grouping = {0};
    struct tdg_error error = {0};
    const char **names = NULL;
    assert_int_equal(tdg_group_by_field(&grouping, &names, &articles, "kind", &error), TDG_EEMPTY);
    assert_non_null(strstr(error.message, "the field \"kind\" is missing or empty"));
    assert_null(names);
    assert_null(grouping.group);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_are_ordered_by_size_then_name),
        cmocka_unit_test(a_field_that_no_article_has),
        cmocka_unit_test(names_are_tallied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
