// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/rows.h"

#include "unit/story/events.h"

/* A word of all weeks, one of one week; numbers and words of the calendar say nothing. */
static const struct planted planted[] = {
    {"Ruritania opens embassy", 2, 0, -1, NULL},
    {"Ruritania closes embassy", 12, 0, -1, NULL},
    {"Ruritania Wobblegate affair on Tuesday, 2024", 40, 0, -1, NULL},
    {"Wobblegate affair topples Ruritania cabinet in January 2024", 41, 0, -1, NULL},
    {"Wobblegate affair: Ruritania votes again on Tuesday", 42, 0, -1, NULL},
    {"Ruritania Wobblegate affair", -1, 0, -1, NULL},
};
enum { PLANTED = sizeof planted / sizeof *planted, DAYS = 60 };

static struct events events;
static struct tdg_event_rows rows;

static int set_up(void **state)
{
    (void)state;
    static const char *titles[EVENTS_ROWS];
    events = (struct events){0};
    events_init(&events, planted, PLANTED, DAYS);
    for (size_t i = 0; i < events.articles.count; i++)
        titles[i] = events.articles.items[i].title;
    struct tdg_event_input input = {.streams = &events.streams,
                                    .copy_of = events.copy_of,
                                    .published = events.published,
                                    .group = events.group,
                                    .titles = titles};
    struct tdg_event_options options = tdg_event_defaults();
    struct tdg_event_formats none = {0};
    return tdg_event_rows_build(&rows, &input, &events.patterns, &none, &options);
}

static int clean_up(void **state)
{
    (void)state;
    tdg_event_rows_done(&rows);
    events_done(&events);
    return 0;
}

static size_t row_of(size_t i)
{
    for (size_t row = 0; row < rows.matrix.rows; row++)
        if (rows.article[row] == events.row[i])
            return row;
    return TDG_NONE;
}

static double dot(size_t a, size_t b)
{
    const struct tdg_matrix *matrix = &rows.matrix;
    double sum = 0;
    for (size_t i = matrix->begin[a]; i < matrix->begin[a + 1]; i++)
        for (size_t k = matrix->begin[b]; k < matrix->begin[b + 1]; k++)
            if (matrix->column[i] == matrix->column[k])
                sum += (double)matrix->weight[i] * (double)matrix->weight[k];
    return sum;
}

static void rows_are_dated_and_of_length_one(void **state)
{
    (void)state;
    assert_int_equal(rows.matrix.rows, events.articles.count - 1); /* one has no date */
    assert_int_equal(row_of(5), TDG_NONE);
    for (size_t i = 0; i < rows.matrix.rows; i++) {
        assert_true(i == 0 ||
                    (rows.article[i - 1] < rows.article[i] && rows.day[i - 1] <= rows.day[i]));
        if (rows.matrix.begin[i] < rows.matrix.begin[i + 1])
            assert_near(dot(i, i), 1, 1e-4);
    }
}

/* "Ruritania" is in every title: of those of the affair it says little, so that these are less like
 * the others than like each other. */
static void what_is_special_in_its_days_weighs_most(void **state)
{
    (void)state;
    assert_true(dot(row_of(2), row_of(3)) > 0.5);
    assert_true(dot(row_of(2), row_of(3)) > 2 * dot(row_of(2), row_of(1)));
    assert_true((double)rows.burst[row_of(3)] > (double)rows.burst[row_of(1)]);
}

/* "Tuesday" and "2024" of two titles are no columns: nothing is left but name, affair, and the pair
 * of them. */
static void numbers_and_days_are_left_out(void **state)
{
    (void)state;
    const size_t *begin = rows.matrix.begin;
    size_t row = row_of(2);
    assert_true(begin[row + 1] - begin[row] <= 5);
    assert_near(dot(row_of(2), row_of(2)), 1, 1e-4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_dated_and_of_length_one),
        cmocka_unit_test(what_is_special_in_its_days_weighs_most),
        cmocka_unit_test(numbers_and_days_are_left_out),
    };
    return cmocka_run_group_tests(tests, set_up, clean_up);
}
