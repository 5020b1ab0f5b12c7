// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/pairs.h"

#include <tidings/types.h>

#include "base/workers.h"
#include "unit/check.h"

enum { ROWS = 600, COLUMNS = 40, CELLS = 5 };

/* Rows of length 1 in the order of time, drawn. */
struct drawn {
    size_t begin[ROWS + 1];
    uint32_t column[ROWS * CELLS];
    float weight[ROWS * CELLS];
    double time[ROWS];
    bool fresh[ROWS];
    struct tdg_matrix matrix;
};

static unsigned draw(unsigned *seed)
{
    *seed = *seed * 1103515245U + 12345U;
    return *seed >> 16;
}

static void fill(struct drawn *drawn, unsigned seed)
{
    for (size_t i = 0; i < ROWS; i++) {
        double square = 0;
        uint32_t column = 0;
        for (size_t at = i * CELLS; at < (i + 1) * CELLS; at++) {
            column += 1 + draw(&seed) % (COLUMNS / CELLS - 1);
            drawn->column[at] = column;
            drawn->weight[at] = (float)(1 + draw(&seed) % 9);
            square += (double)drawn->weight[at] * (double)drawn->weight[at];
        }
        for (size_t at = i * CELLS; at < (i + 1) * CELLS; at++)
            drawn->weight[at] = (float)((double)drawn->weight[at] / sqrt(square));
        drawn->begin[i + 1] = (i + 1) * CELLS;
        drawn->time[i] = (double)(i / 20);
        drawn->fresh[i] = draw(&seed) % 4 == 0;
    }
    drawn->matrix = (struct tdg_matrix){.rows = ROWS,
                                        .columns = COLUMNS,
                                        .begin = drawn->begin,
                                        .column = drawn->column,
                                        .weight = drawn->weight};
}

static double likeness(const struct drawn *drawn, size_t a, size_t b,
                       const struct tdg_pair_options *options)
{
    double dot = 0;
    size_t common = 0;
    for (size_t i = a * CELLS; i < (a + 1) * CELLS; i++)
        for (size_t k = b * CELLS; k < (b + 1) * CELLS; k++)
            if (drawn->column[i] == drawn->column[k]) {
                dot += (double)drawn->weight[i] * (double)drawn->weight[k];
                common++;
            }
    double factor = common == 1 && options->lone > 0 ? options->lone : 1;
    return factor * dot * exp((drawn->time[a] - drawn->time[b]) / options->decay);
}

/* How many of the later rows are likelier than one: it is kept where they are fewer than asked. */
static size_t better(const struct drawn *drawn, const bool *fresh, size_t row, size_t than,
                     const struct tdg_pair_options *options)
{
    double own = likeness(drawn, row, than, options);
    size_t count = 0;
    for (size_t i = row + 1; i < ROWS; i++)
        count += i != than && drawn->time[i] - drawn->time[row] <= options->reach &&
                 (!fresh || fresh[row] || fresh[i]) &&
                 likeness(drawn, row, i, options) > own + 1e-6;
    return count;
}

static void check(const struct drawn *drawn, const bool *fresh,
                  const struct tdg_pair_options *options)
{
    struct tdg_pairs pairs = {0};
    assert_int_equal(tdg_pairs_find(&pairs, &drawn->matrix, drawn->time, fresh, options, NULL), 0);
    size_t at = 0, found = 0;
    for (uint32_t a = 0; a < ROWS; a++)
        for (uint32_t b = a + 1; b < ROWS; b++) {
            bool there = at < pairs.count && pairs.items[at].low == a && pairs.items[at].high == b;
            double own = likeness(drawn, a, b, options);
            bool may = drawn->time[b] - drawn->time[a] <= options->reach &&
                       (!fresh || fresh[a] || fresh[b]);
            if (there) {
                assert_true(may);
                assert_near((double)pairs.items[at++].likeness, own, 1e-5);
                found++;
            }
            if (there && options->nearest)
                assert_true(better(drawn, fresh, a, b, options) < options->nearest);
            if (!there && may && !options->nearest)
                assert_true(own < options->least + 1e-5);
            if (there)
                assert_true(own > options->least - 1e-5);
        }
    assert_int_equal(at, pairs.count); /* in their order, none twice */
    assert_true(found > 100);
    free(pairs.items);
}

static void pairs_are_those_of_brute_force(void **state)
{
    (void)state;
    static struct drawn drawn;
    fill(&drawn, 3);
    const struct tdg_pair_options all = {.reach = 4, .decay = 6, .least = 0.2};
    const struct tdg_pair_options near = {.reach = 1, .decay = 2, .least = 0.5};
    const struct tdg_pair_options few = {.reach = 3, .decay = 6, .least = 0.2, .nearest = 3};
    const struct tdg_pair_options by_several = {.reach = 4, .decay = 6, .least = 0.2, .lone = 0.4};
    check(&drawn, NULL, &all);
    check(&drawn, NULL, &by_several);
    check(&drawn, NULL, &near);
    check(&drawn, NULL, &few);
    check(&drawn, drawn.fresh, &all);
}

static void threads_change_nothing(void **state)
{
    (void)state;
    static struct drawn drawn;
    fill(&drawn, 5);
    const struct tdg_pair_options options = {.reach = 4, .decay = 6, .least = 0.1, .nearest = 9};
    struct tdg_pairs alone = {0}, together = {0};
    struct tdg_workers *workers = NULL;
    assert_int_equal(tdg_workers_new(&workers, 3, NULL), 0);
    assert_int_equal(tdg_pairs_find(&alone, &drawn.matrix, drawn.time, NULL, &options, NULL), 0);
    assert_int_equal(tdg_pairs_find(&together, &drawn.matrix, drawn.time, NULL, &options, workers),
                     0);
    assert_int_equal(alone.count, together.count);
    assert_memory_equal(alone.items, together.items, alone.count * sizeof *alone.items);
    free(alone.items);
    free(together.items);
    tdg_workers_free(workers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_are_those_of_brute_force),
        cmocka_unit_test(threads_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
