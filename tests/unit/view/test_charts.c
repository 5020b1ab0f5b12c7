// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/charts.h"

#include <tidings/error.h>

#include "unit/check.h"
#include "view/result.h"

static struct tdg_column column(size_t index, enum tdg_column_kind kind)
{
    return (struct tdg_column){index, index + 1, kind};
}

static const struct tdg_point_view series[] = {
    {1, 1, 0.5, 0.4, 0.6}, {1, 1, 1, 0.9, 1}, {1, 1, 0, 0, 0.1},
    {1, 1, 0.5, 0.5, 0.5}, {1, 1, 0, 0, 1.5},
};

static void the_top_is_of_whole_periods(void **state)
{
    (void)state;
    struct tdg_column items[] = {column(0, TDG_COLUMN_WHOLE), column(3, TDG_COLUMN_PARTIAL),
                                 column(4, TDG_COLUMN_PARTIAL), column(1, TDG_COLUMN_EMPTY)};
    struct tdg_columns columns = {items, 4};
    assert_near(tdg_series_top(&columns, series, true), 0.6, 1e-12);
    assert_near(tdg_series_top(&columns, series, false), 0.5, 1e-12);
    columns.count = 0;
    assert_near(tdg_series_top(&columns, series, true), 0, 1e-12);
}

static void a_column_of_many_periods_is_their_mean(void **state)
{
    (void)state;
    struct tdg_column items[] = {{0, 2, TDG_COLUMN_WHOLE}, {2, 5, TDG_COLUMN_WHOLE}};
    struct tdg_point_view point = tdg_column_point(&items[0], series);
    assert_near(point.share, 0.75, 1e-12);
    assert_near(point.low, 0.65, 1e-12);
    assert_int_equal(point.articles, 2);
    struct tdg_columns columns = {items, 2};
    assert_int_equal(tdg_column_of(&columns, 1), 0);
    assert_int_equal(tdg_column_of(&columns, 2), 1);
    assert_int_equal(tdg_column_of(&columns, 4), 1);
}

static void periods_are_drawn_by_what_they_hold(void **state)
{
    (void)state;
    static const struct {
        struct tdg_period_view period;
        enum tdg_column_kind kind;
    } rows[] = {
        {{.id = "", .originals = 3}, TDG_COLUMN_WHOLE},
        {{.id = "", .originals = 3, .partial = true}, TDG_COLUMN_PARTIAL},
        {{.id = "", .originals = 3, .gap = true}, TDG_COLUMN_EMPTY},
        {{.id = "", .originals = 0, .partial = true}, TDG_COLUMN_EMPTY},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(tdg_period_kind(&rows[i].period), rows[i].kind);
}

static void themes_without_a_colour_lie_together(void **state)
{
    (void)state;
    static const struct tdg_point_view shares[] = {{1, 1, 0.1, 0, 0}, {1, 1, 0.3, 0, 0}};
    static struct tdg_theme_view themes[TDG_OWN_COLOURS + 3];
    struct tdg_analysis analysis = {.themes = themes};
    struct tdg_layer layers[TDG_OWN_COLOURS + 1];
    for (size_t i = 0; i < TDG_OWN_COLOURS + 3; i++)
        themes[i] = (struct tdg_theme_view){.id = "T", .series = shares};
    assert_int_equal(tdg_layers(layers, &analysis), 0);
    analysis.theme_count = TDG_OWN_COLOURS;
    assert_int_equal(tdg_layers(layers, &analysis), TDG_OWN_COLOURS);
    assert_int_equal(layers[7].colour, 7);
    analysis.theme_count += 3;
    assert_int_equal(tdg_layers(layers, &analysis), TDG_OWN_COLOURS + 1);
    assert_int_equal(layers[8].begin, 8);
    assert_int_equal(layers[8].end, 11);
    assert_int_equal(layers[8].colour, TDG_GREY);
    assert_int_equal(tdg_theme_colour(10), TDG_GREY);
    struct tdg_column both = {0, 2, TDG_COLUMN_WHOLE};
    assert_near(tdg_layer_share(&analysis, &layers[0], &both), 0.2, 1e-12);
    assert_near(tdg_layer_share(&analysis, &layers[8], &both), 0.6, 1e-12);
}

static void parents_have_what_their_themes_have(void **state)
{
    (void)state;
    static const struct tdg_point_view shares[] = {{2, 1, 0.1, 0, 0}, {4, 3, 0.3, 0, 0}};
    struct tdg_theme_view themes[] = {{.id = "T1", .parent = "P2", .series = shares},
                                      {.id = "T2", .parent = "P1", .series = shares},
                                      {.id = "T3", .parent = "P2", .series = shares},
                                      {.id = "T4", .parent = "", .series = shares}};
    struct tdg_parent_view parents[] = {{.id = "P1"}, {.id = "P2"}};
    struct tdg_analysis analysis = {.themes = themes,
                                    .theme_count = 4,
                                    .parents = parents,
                                    .parent_count = 2,
                                    .trends = {.period_count = 2}};
    struct tdg_point_view *sums = NULL;
    assert_int_equal(tdg_parent_series(&sums, &analysis), TDG_OK);
    assert_near(sums[1].share, 0.3, 1e-12);
    assert_near(sums[2].share, 0.2, 1e-12);
    assert_int_equal(sums[3].articles, 8);
    assert_int_equal(sums[3].originals, 6);
    free(sums);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_top_is_of_whole_periods),
        cmocka_unit_test(a_column_of_many_periods_is_their_mean),
        cmocka_unit_test(periods_are_drawn_by_what_they_hold),
        cmocka_unit_test(themes_without_a_colour_lie_together),
        cmocka_unit_test(parents_have_what_their_themes_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
