// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/html/plot.h"

#include "unit/check.h"

/* A drawing of 100 by 10 pixels without margins, and what a call draws. */
static void assert_drawn(struct tdg_column *items, size_t count,
                         void (*draw)(const struct tdg_plot *, const struct tdg_point_view *),
                         const struct tdg_point_view *series, const char *expected)
{
    char *bytes = NULL;
    size_t size = 0;
    struct tdg_columns columns = {items, count};
    struct tdg_plot plot = {open_memstream(&bytes, &size), &columns, 100, 10, 0, 0, 0, 0, 1};
    assert_non_null(plot.stream);
    draw(&plot, series);
    assert_int_equal(fclose(plot.stream), 0);
    assert_string_equal(bytes, expected);
    free(bytes);
}

static struct tdg_column column(size_t index, enum tdg_column_kind kind)
{
    return (struct tdg_column){index, index + 1, kind};
}

static const struct tdg_point_view series[] = {
    {1, 1, 0.5, 0.4, 0.6}, {1, 1, 1, 0.9, 1}, {1, 1, 0, 0, 0.1},
    {1, 1, 0.5, 0.5, 0.5}, {1, 1, 0, 0, 1.5},
};

static void a_line_has_dashes_where_periods_are_not_whole(void **state)
{
    (void)state;
    struct tdg_column items[] = {column(0, TDG_COLUMN_PARTIAL), column(1, TDG_COLUMN_WHOLE),
                                 column(2, TDG_COLUMN_WHOLE), column(3, TDG_COLUMN_WHOLE),
                                 column(4, TDG_COLUMN_PARTIAL)};
    assert_drawn(items, 5, tdg_plot_line, series,
                 "<path class=\"line\" d=\"M25.0 0.0L50.0 10.0L75.0 5.0\"/>"
                 "<path class=\"line running\" d=\"M0.0 5.0L25.0 0.0M75.0 5.0L100.0 10.0\"/>");
}

static void a_gap_is_a_gap(void **state)
{
    (void)state;
    struct tdg_column items[] = {column(0, TDG_COLUMN_WHOLE), column(1, TDG_COLUMN_WHOLE),
                                 column(2, TDG_COLUMN_EMPTY), column(3, TDG_COLUMN_WHOLE),
                                 column(4, TDG_COLUMN_EMPTY)};
    /* the period between two gaps is a dot */
    assert_drawn(items, 5, tdg_plot_line, series,
                 "<path class=\"line\" d=\"M0.0 5.0L25.0 0.0M75.0 5.0h0\"/>"
                 "<path class=\"line running\" d=\"\"/>");
    assert_drawn(items, 5, tdg_plot_band, series,
                 "<path class=\"band\" d=\"M0.0 4.0L25.0 0.0L25.0 1.0L0.0 6.0ZM75.0 5.0L75.0 "
                 "5.0Z\"/>");
}

static void nothing_leaves_the_drawing(void **state)
{
    (void)state;
    struct tdg_column items[] = {column(4, TDG_COLUMN_WHOLE)};
    assert_drawn(items, 1, tdg_plot_band, series,
                 "<path class=\"band\" d=\"M50.0 0.0L50.0 10.0Z\"/>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_has_dashes_where_periods_are_not_whole),
        cmocka_unit_test(a_gap_is_a_gap),
        cmocka_unit_test(nothing_leaves_the_drawing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
