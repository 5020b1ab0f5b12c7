// SPDX-License-Identifier: GPL-3.0-or-later
/* The nearest by words and meaning together, against all pairs. */
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <tidings/types.h>

#include "base/workers.h"
#include "unit/vector/rows.h"
#include "vector/matrix.h"
#include "vector/meaning.h"
#include "vector/nearest.h"
#include "vector/vector.h"

struct pair {
    float score;
    uint32_t row;
};

static int nearer(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static int by_row(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    return x->row < y->row ? -1 : x->row > y->row;
}

enum { COLUMNS = 8 };

/* Rows of length 1 in a few clusters; every fifth has no meaning, every third counts in part. */
static struct tdg_meaning random_meaning(size_t rows, const uint32_t *copy_of, uint64_t seed)
{
    struct tdg_meaning made = {.rows = rows, .columns = COLUMNS};
    made.value = calloc(rows * COLUMNS + 1, sizeof *made.value);
    made.share = calloc(rows + 1, sizeof *made.share);
    assert_true(made.value && made.share);
    for (size_t i = 0; i < rows; i++) {
        double value[COLUMNS], square = 0;
        for (uint32_t j = 0; j < COLUMNS; j++) {
            value[j] = (double)(next_number(&seed) % 200) - 100 + (i % 4 == j ? 150 : 0);
            square += value[j] * value[j];
        }
        if (i % 5 == 2 || copy_of[i] != TDG_NONE)
            continue;
        made.share[i] = i % 3 ? 1 : (float)(next_number(&seed) % 100) / 100;
        for (uint32_t j = 0; j < COLUMNS; j++)
            made.value[i * COLUMNS + j] =
                (int16_t)lrint(value[j] / sqrt(square) * TDG_MEANING_UNIT);
    }
    return made;
}

static double cosine_of(const struct tdg_matrix *rows, size_t i, size_t j)
{
    double sum = 0;
    for (size_t a = rows->begin[i], b = rows->begin[j];
         a < rows->begin[i + 1] && b < rows->begin[j + 1];) {
        if (rows->column[a] == rows->column[b])
            sum += (double)rows->weight[a] * (double)rows->weight[b];
        uint32_t left = rows->column[a], right = rows->column[b];
        a += left <= right;
        b += right <= left;
    }
    return sum;
}

static float score_of(const struct tdg_matrix *rows, const struct tdg_meaning *meaning, size_t i,
                      size_t j)
{
    double pull[2] = {(double)(float)sqrt(.15 * (double)meaning->share[i]),
                      (double)(float)sqrt(.15 * (double)meaning->share[j])};
    double a = pull[0] * pull[1], dot = 0;
    for (uint32_t c = 0; c < COLUMNS; c++)
        dot += (double)meaning->value[i * COLUMNS + c] * meaning->value[j * COLUMNS + c];
    double cosine = cosine_of(rows, i, j);
    double unit = TDG_MEANING_UNIT;
    return (float)(a > 0 ? (1 - a) * cosine + a * (dot / (unit * unit)) : cosine);
}

static void check_row(const struct tdg_matrix *mixed, size_t i, struct pair *pair, size_t count,
                      size_t most)
{
    qsort(pair, count, sizeof *pair, nearer);
    count = count < most ? count : most;
    qsort(pair, count, sizeof *pair, by_row);
    assert_int_equal(mixed->begin[i + 1] - mixed->begin[i], count);
    for (size_t k = 0; k < count; k++) {
        assert_int_equal(mixed->column[mixed->begin[i] + k], pair[k].row);
        assert_memory_equal(&mixed->weight[mixed->begin[i] + k], &pair[k].score, sizeof(float));
    }
}

static void check_against_all_pairs(const struct tdg_matrix *mixed, const struct tdg_matrix *rows,
                                    const struct tdg_meaning *meaning, const uint32_t *copy_of,
                                    const int64_t *published,
                                    const struct tdg_neighbour_options *options)
{
    struct pair *pair = calloc(rows->rows + 1, sizeof *pair);
    assert_non_null(pair);
    for (size_t i = 0; i < rows->rows; i++) {
        size_t count = 0;
        for (size_t j = 0; j < rows->rows; j++) {
            bool far = options->window && published[i] != TDG_NO_DATE &&
                       (published[j] == TDG_NO_DATE ||
                        llabs(published[i] - published[j]) > options->window);
            if (i == j || far || copy_of[i] != TDG_NONE || copy_of[j] != TDG_NONE)
                continue;
            float score = score_of(rows, meaning, i, j);
            if (score > 0)
                pair[count++] = (struct pair){score, (uint32_t)j};
        }
        check_row(mixed, i, pair, count, options->neighbours);
    }
    free(pair);
}

/* From rows that share nearly everything to rows that share nearly nothing, where most of the
 * nearest have no column in common. The nearest by words are as if there were no meaning. */
static void mixed_neighbours_are_those_of_all_pairs(void **state)
{
    (void)state;
    static const struct {
        uint32_t rows, columns, longest, neighbours;
        int64_t window;
        int64_t copies;
    } table[] = {
        {400, 60, 12, 20, 0, 0}, {400, 60, 12, 1, 0, 0},   {700, 200, 40, 5, 0, 1},
        {150, 7, 4, 20, 0, 0},   {600, 90, 8, 20, 50, 0},  {600, 4000, 8, 3, 7, 1},
        {300, 2, 2, 10, 0, 0},   {500, 9000, 3, 20, 0, 1}, {900, 300, 6, 20, 0, 0},
        {60, 60, 4, 100, 0, 0},
    };
    for (size_t t = 0; t < sizeof table / sizeof *table; t++) {
        size_t count = table[t].rows;
        struct tdg_matrix rows = random_rows(count, table[t].columns, table[t].longest, t + 1);
        struct tdg_neighbour_options options = {table[t].neighbours, table[t].window};
        uint32_t *copy_of = calloc(count, sizeof *copy_of);
        int64_t *published = calloc(count, sizeof *published);
        assert_true(copy_of && published);
        for (size_t i = 0; i < count; i++) {
            copy_of[i] = table[t].copies && i % 7 == 3 ? (uint32_t)i - 3 : TDG_NONE;
            published[i] = i + 40 < count ? (int64_t)(i / 3) - 60 : TDG_NO_DATE;
        }
        struct tdg_meaning meaning = random_meaning(count, copy_of, t + 50);
        struct tdg_matrix nearest = {0}, mixed = {0}, plain = {0};
        assert_int_equal(tdg_nearest_find_mixed(&nearest, &mixed, &rows, &meaning, copy_of,
                                                published, &options, NULL, NULL, NULL),
                         0);
        check_against_all_pairs(&mixed, &rows, &meaning, copy_of, published, &options);
        assert_int_equal(
            tdg_nearest_find(&plain, &rows, copy_of, published, &options, NULL, NULL, NULL), 0);
        assert_same_matrix(&nearest, &plain);
        tdg_matrix_done(&plain);
        tdg_matrix_done(&nearest);
        tdg_matrix_done(&mixed);
        tdg_matrix_done(&rows);
        tdg_meaning_done(&meaning);
        free(copy_of);
        free(published);
    }
}

/* More rows than a block of partial cosines, and columns in all of them that are left out. */
static void many_rows_are_exact(void **state)
{
    (void)state;
    enum { ROWS = 40000, CHECKED = 200, CELLS = 6 };
    struct tdg_matrix rows = {.rows = ROWS, .columns = 300};
    rows.begin = calloc(ROWS + 1, sizeof *rows.begin);
    rows.column = calloc((size_t)ROWS * CELLS, sizeof *rows.column);
    rows.weight = calloc((size_t)ROWS * CELLS, sizeof *rows.weight);
    uint32_t *copy_of = calloc(ROWS, sizeof *copy_of);
    struct pair *pair = calloc(ROWS, sizeof *pair);
    assert_true(rows.begin && rows.column && rows.weight && copy_of && pair);
    uint64_t seed = 11;
    for (size_t i = 0; i < ROWS; i++) {
        static const float weight[] = {0.04F, 0.07F, 0.4F, 0.5F, 0.52F, 0.5584F};
        size_t at = rows.begin[i];
        rows.column[at] = 0;
        for (size_t k = 0; k < CELLS; k++, at++) {
            if (k > 0)
                rows.column[at] = (uint32_t)k * 50 + next_number(&seed) % 50;
            rows.weight[at] = weight[k];
        }
        rows.begin[i + 1] = at;
        copy_of[i] = TDG_NONE;
    }
    struct tdg_meaning meaning = random_meaning(ROWS, copy_of, 5);
    struct tdg_neighbour_options options = tdg_neighbour_defaults();
    struct tdg_matrix nearest = {0}, mixed = {0};
    assert_int_equal(tdg_nearest_find_mixed(&nearest, &mixed, &rows, &meaning, copy_of, NULL,
                                            &options, NULL, NULL, NULL),
                     0);
    for (size_t i = 0; i < ROWS; i += ROWS / CHECKED) {
        for (size_t j = 0; j < ROWS; j++)
            pair[j] = (struct pair){j == i ? 0 : score_of(&rows, &meaning, i, j), (uint32_t)j};
        check_row(&mixed, i, pair, ROWS, options.neighbours);
    }
    free(pair);
    free(copy_of);
    tdg_meaning_done(&meaning);
    tdg_matrix_done(&nearest);
    tdg_matrix_done(&mixed);
    tdg_matrix_done(&rows);
}

static void threads_do_not_matter(void **state)
{
    (void)state;
    enum { ROWS = 1500 };
    uint32_t *copy_of = calloc(ROWS, sizeof *copy_of);
    assert_non_null(copy_of);
    for (size_t i = 0; i < ROWS; i++)
        copy_of[i] = TDG_NONE;
    struct tdg_matrix rows = random_rows(ROWS, 120, 15, 3);
    struct tdg_meaning meaning = random_meaning(ROWS, copy_of, 4);
    struct tdg_neighbour_options options = tdg_neighbour_defaults();
    struct tdg_matrix reference = {0};
    static const unsigned threads[] = {1, 2, 7};
    for (size_t t = 0; t < 3; t++) {
        struct tdg_workers *workers = NULL;
        struct tdg_matrix nearest = {0}, mixed = {0};
        assert_int_equal(tdg_workers_new(&workers, threads[t], NULL), 0);
        assert_int_equal(tdg_nearest_find_mixed(&nearest, &mixed, &rows, &meaning, NULL, NULL,
                                                &options, workers, NULL, NULL),
                         0);
        if (t == 0)
            reference = mixed;
        else {
            assert_same_matrix(&mixed, &reference);
            tdg_matrix_done(&mixed);
        }
        tdg_matrix_done(&nearest);
        tdg_workers_free(workers);
    }
    tdg_matrix_done(&reference);
    tdg_matrix_done(&rows);
    tdg_meaning_done(&meaning);
    free(copy_of);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mixed_neighbours_are_those_of_all_pairs),
        cmocka_unit_test(many_rows_are_exact),
        cmocka_unit_test(threads_do_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
