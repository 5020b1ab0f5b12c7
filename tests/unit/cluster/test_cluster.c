// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/cluster/planted.h"

static struct tdg_cluster_options options_for(uint32_t groups)
{
    struct tdg_cluster_options options = tdg_cluster_defaults();
    options.groups = groups;
    return options;
}

static void assert_same(const struct tdg_grouping *a, const struct tdg_grouping *b)
{
    assert_int_equal(a->rows, b->rows);
    assert_int_equal(a->groups, b->groups);
    assert_memory_equal(a->group, b->group, a->rows * sizeof *a->group);
    assert_memory_equal(a->weight, b->weight, a->rows * sizeof *a->weight);
    assert_memory_equal(a->second, b->second, a->rows * sizeof *a->second);
    assert_memory_equal(a->second_weight, b->second_weight, a->rows * sizeof *a->second_weight);
    assert_memory_equal(&a->objective, &b->objective, sizeof a->objective);
}

/* Of the planted groups: the lengths of the sums of their rows, a row. */
static double objective_of(const struct tdg_matrix *rows, uint32_t groups)
{
    double *sum = calloc((size_t)groups * rows->columns, sizeof *sum);
    double objective = 0;
    assert_non_null(sum);
    for (size_t i = 0; i < rows->rows; i++)
        for (size_t at = rows->begin[i]; at < rows->begin[i + 1]; at++)
            sum[i % groups * rows->columns + rows->column[at]] += (double)rows->weight[at];
    for (uint32_t g = 0; g < groups; g++) {
        double square = 0;
        for (uint32_t c = 0; c < rows->columns; c++)
            square += sum[g * rows->columns + c] * sum[g * rows->columns + c];
        objective += sqrt(square);
    }
    free(sum);
    return objective / (double)rows->rows;
}

static void planted_groups_are_found(void **state)
{
    (void)state;
    enum { ROWS = 1201, GROUPS = 7 };
    struct tdg_matrix rows = planted(ROWS, GROUPS);
    double planted_objective = objective_of(&rows, GROUPS);
    for (uint64_t seed = 1; seed <= 5; seed++) {
        struct tdg_cluster_options options = options_for(GROUPS);
        struct tdg_grouping grouping = {0};
        options.seed = seed;
        assert_int_equal(tdg_cluster(&grouping, &rows, NULL, &options, NULL, NULL, NULL), 0);
        uint32_t gold[ROWS];
        struct tdg_agreement agreement;
        for (uint32_t i = 0; i < ROWS; i++)
            gold[i] = i % GROUPS;
        assert_int_equal(tdg_agreement(&agreement, grouping.group, gold, ROWS, NULL), 0);
        assert_true(agreement.v_measure > 0.99);
        assert_true(grouping.objective > planted_objective - 1e-6);
        tdg_grouping_done(&grouping);
    }
    tdg_matrix_done(&rows);
}

static void groups_are_numbered_by_size_then_first_row(void **state)
{
    (void)state;
    /* Two rows on column 2, two on 0, three on 3, one on 1. */
    static const uint32_t column[] = {1, 2, 0, 3, 3, 2, 0, 3};
    static const uint32_t expected[] = {3, 1, 2, 0, 0, 1, 2, 0};
    struct tdg_matrix rows = matrix_of(8, 4, 8);
    for (size_t i = 0; i < 8; i++) {
        bool marked[4] = {false};
        marked[column[i]] = true;
        add_row(&rows, i, marked);
    }
    struct tdg_cluster_options options = options_for(4);
    struct tdg_grouping grouping = {0};
    assert_int_equal(tdg_cluster(&grouping, &rows, NULL, &options, NULL, NULL, NULL), 0);
    assert_int_equal(grouping.groups, 4);
    assert_memory_equal(grouping.group, expected, sizeof expected);
    assert_near(grouping.objective, 1, 1e-6);
    tdg_grouping_done(&grouping);
    tdg_matrix_done(&rows);
}

static void threads_do_not_matter(void **state)
{
    (void)state;
    struct tdg_matrix rows = planted(2000, 9);
    for (uint32_t groups = 0; groups <= 26; groups += 13) {
        struct tdg_cluster_options options = options_for(groups);
        struct tdg_grouping reference = {0};
        assert_int_equal(tdg_cluster(&reference, &rows, NULL, &options, NULL, NULL, NULL), 0);
        for (unsigned threads = 2; threads < 5; threads++) {
            struct tdg_workers *workers = NULL;
            struct tdg_grouping grouping = {0};
            assert_int_equal(tdg_workers_new(&workers, threads, NULL), 0);
            assert_int_equal(tdg_cluster(&grouping, &rows, NULL, &options, workers, NULL, NULL), 0);
            assert_same(&grouping, &reference);
            tdg_grouping_done(&grouping);
            tdg_workers_free(workers);
        }
        tdg_grouping_done(&reference);
    }
    tdg_matrix_done(&rows);
}

static void more_iterations_are_never_worse(void **state)
{
    (void)state;
    struct tdg_matrix rows = planted(600, 5);
    for (uint64_t seed = 1; seed <= 6; seed++) {
        double before = 0;
        for (unsigned iterations = 1; iterations < 20; iterations++) {
            struct tdg_cluster_options options = options_for(12);
            struct tdg_grouping grouping = {0};
            options.starts = 1;
            options.iterations = iterations;
            options.seed = seed;
            assert_int_equal(tdg_cluster(&grouping, &rows, NULL, &options, NULL, NULL, NULL), 0);
            assert_true(grouping.objective >= before - 1e-7);
            before = grouping.objective;
            tdg_grouping_done(&grouping);
        }
    }
    tdg_matrix_done(&rows);
}

/* Rows 0 to 2 ROWS - 1 are the planted ones, each twice. */
static struct tdg_matrix doubled(size_t rows, uint32_t groups)
{
    struct tdg_matrix once = planted(rows, groups);
    size_t cells = once.begin[rows];
    struct tdg_matrix twice = matrix_of(2 * rows, once.columns, 2 * cells);
    for (size_t i = 0; i <= rows; i++) {
        twice.begin[i] = once.begin[i];
        twice.begin[rows + i] = cells + once.begin[i];
    }
    memcpy(twice.column, once.column, cells * sizeof *once.column);
    memcpy(twice.column + cells, once.column, cells * sizeof *once.column);
    memcpy(twice.weight, once.weight, cells * sizeof *once.weight);
    memcpy(twice.weight + cells, once.weight, cells * sizeof *once.weight);
    tdg_matrix_done(&once);
    return twice;
}

static void identical_rows_stay_together(void **state)
{
    (void)state;
    enum { ROWS = 300 };
    struct tdg_matrix rows = doubled(ROWS, 4);
    for (uint32_t groups = 2; groups < 400; groups = groups * 3 / 2 + 1) {
        struct tdg_cluster_options options = options_for(groups);
        struct tdg_grouping grouping = {0};
        options.starts = 2;
        assert_int_equal(tdg_cluster(&grouping, &rows, NULL, &options, NULL, NULL, NULL), 0);
        assert_true(grouping.groups <= (groups < ROWS ? groups : ROWS));
        for (size_t i = 0; i < ROWS; i++)
            assert_int_equal(grouping.group[i], grouping.group[ROWS + i]);
        tdg_grouping_done(&grouping);
    }
    tdg_matrix_done(&rows);
}

/* The fit with copies is the fit without their rows. */
static void copies_change_nothing_and_follow_their_original(void **state)
{
    (void)state;
    enum { ROWS = 300 };
    struct tdg_matrix rows = doubled(ROWS, 4), once = planted(ROWS, 4);
    uint32_t copy_of[2 * ROWS];
    for (uint32_t i = 0; i < 2 * ROWS; i++)
        copy_of[i] = i < ROWS ? TDG_NONE : (i * 7) % ROWS; /* not the row it equals */
    copy_of[2 * ROWS - 1] = 2 * ROWS - 2;                  /* a copy of a copy */
    struct tdg_cluster_options options = options_for(6);
    struct tdg_grouping with = {0}, without = {0};
    assert_int_equal(tdg_cluster(&with, &rows, copy_of, &options, NULL, NULL, NULL), 0);
    assert_int_equal(tdg_cluster(&without, &once, NULL, &options, NULL, NULL, NULL), 0);
    assert_near(with.objective, without.objective, 0);
    assert_memory_equal(with.weight, without.weight, ROWS * sizeof *with.weight);
    for (size_t i = ROWS; i < rows.rows; i++)
        assert_int_equal(with.group[i], with.group[copy_of[i]]);
    tdg_grouping_done(&with);
    tdg_grouping_done(&without);
    tdg_matrix_done(&rows);
    tdg_matrix_done(&once);
}

static void rows_without_terms_have_no_group(void **state)
{
    (void)state;
    struct tdg_matrix rows = matrix_of(5, 3, 4);
    bool none[3] = {false}, first[3] = {true}, other[3] = {false, true, true};
    add_row(&rows, 0, none);
    add_row(&rows, 1, first);
    add_row(&rows, 2, none);
    add_row(&rows, 3, other);
    add_row(&rows, 4, none);
    struct tdg_cluster_options options = options_for(2);
    struct tdg_grouping grouping = {0};
    static const uint32_t expected[] = {TDG_NONE, 0, TDG_NONE, 1, TDG_NONE};
    assert_int_equal(tdg_cluster(&grouping, &rows, NULL, &options, NULL, NULL, NULL), 0);
    assert_int_equal(grouping.groups, 2);
    assert_memory_equal(grouping.group, expected, sizeof expected);
    assert_int_equal(grouping.second[1], 1);
    assert_int_equal(grouping.second[0], TDG_NONE);
    tdg_grouping_done(&grouping);
    tdg_matrix_done(&rows);
}

/* rows: how many, all the same, without terms where `empty`. */
static void tiny_inputs_have_tiny_groupings(void **state)
{
    (void)state;
    static const struct {
        size_t rows;
        bool empty;
        uint32_t wanted, groups;
    } cases[] = {{0, false, 0, 0}, {0, false, 3, 0}, {1, false, 0, 1}, {1, false, 5, 1},
                 {4, true, 0, 0},  {4, true, 2, 0},  {9, false, 0, 1}, {9, false, 4, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tdg_matrix rows = matrix_of(cases[i].rows, 2, 2 * cases[i].rows);
        bool marked[2] = {!cases[i].empty, !cases[i].empty};
        for (size_t row = 0; row < cases[i].rows; row++)
            add_row(&rows, row, marked);
        struct tdg_cluster_options options = options_for(cases[i].wanted);
        struct tdg_grouping grouping = {0};
        assert_int_equal(tdg_cluster(&grouping, &rows, NULL, &options, NULL, NULL, NULL), 0);
        assert_int_equal(grouping.groups, cases[i].groups);
        for (size_t row = 0; row < cases[i].rows; row++) {
            assert_int_equal(grouping.group[row], cases[i].empty ? TDG_NONE : 0);
            assert_int_equal(grouping.second[row], TDG_NONE);
        }
        tdg_grouping_done(&grouping);
        tdg_grouping_done(&grouping);
        tdg_matrix_done(&rows);
    }
}

struct watch {
    size_t calls, stop_at, last;
};

static int watch_progress(void *context, const char *stage, size_t done, size_t total)
{
    struct watch *watch = context;
    assert_string_equal(stage, "cluster");
    assert_true(done >= watch->last);
    assert_true(done <= total);
    watch->last = done;
    return ++watch->calls == watch->stop_at;
}

static void progress_grows_and_can_stop_it(void **state)
{
    (void)state;
    struct tdg_matrix rows = planted(500, 4);
    struct tdg_cluster_options options = options_for(0);
    struct watch watch = {0};
    struct tdg_monitor monitor = {&watch, watch_progress, NULL};
    struct tdg_grouping grouping = {0};
    assert_int_equal(tdg_cluster(&grouping, &rows, NULL, &options, NULL, &monitor, NULL), 0);
    tdg_grouping_done(&grouping);
    size_t calls = watch.calls;
    assert_true(calls > 20);
    for (size_t stop = 1; stop <= calls; stop += 1 + calls / 10) {
        struct tdg_error error = {0};
        watch = (struct watch){.stop_at = stop};
        assert_int_equal(tdg_cluster(&grouping, &rows, NULL, &options, NULL, &monitor, &error),
                         TDG_ECANCELED);
        assert_int_equal(error.status, TDG_ECANCELED);
        assert_int_equal(watch.calls, stop);
        assert_null(grouping.group);
    }
    tdg_matrix_done(&rows);
}

static void impossible_options_are_refused(void **state)
{
    (void)state;
    static const struct tdg_cluster_options wrong[] = {
        {.groups = 2, .starts = 0, .iterations = 1},
        {.groups = 2, .starts = 1, .iterations = 0},
        {.groups = 0, .most_groups = 0, .starts = 1, .iterations = 1},
    };
    struct tdg_matrix rows = planted(10, 2);
    for (size_t i = 0; i < 3; i++) {
        struct tdg_grouping grouping = {0};
        struct tdg_error error = {0};
        assert_int_equal(tdg_cluster(&grouping, &rows, NULL, &wrong[i], NULL, NULL, &error),
                         TDG_EINVAL);
        assert_int_equal(error.status, TDG_EINVAL);
        assert_null(grouping.group);
    }
    tdg_matrix_done(&rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(planted_groups_are_found),
        cmocka_unit_test(groups_are_numbered_by_size_then_first_row),
        cmocka_unit_test(threads_do_not_matter),
        cmocka_unit_test(more_iterations_are_never_worse),
        cmocka_unit_test(identical_rows_stay_together),
        cmocka_unit_test(copies_change_nothing_and_follow_their_original),
        cmocka_unit_test(rows_without_terms_have_no_group),
        cmocka_unit_test(tiny_inputs_have_tiny_groupings),
        cmocka_unit_test(progress_grows_and_can_stop_it),
        cmocka_unit_test(impossible_options_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
