// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/workers.h"

#include <stdint.h>

#include "cluster/merge.h"
#include "unit/cluster/links.h"

/* Rows close to one of twelve directions, all of them linked with half of the others. */
static void close_rows_join_first(void **state)
{
    (void)state;
    enum { ROWS = 240, CLOSE = 12 };
    struct links links;
    uint32_t group[ROWS], groups = 0;
    links_init(&links, ROWS, 1, 2, CLOSE);
    for (size_t i = 0; i < ROWS; i++) {
        float *value = links.smoothed.value + i * CLOSE;
        for (size_t c = 0; c < CLOSE; c++)
            value[c] = 0.1F * value[c] + (c == i % CLOSE);
    }
    for (uint32_t most = 100; most >= CLOSE; most -= 8) {
        assert_int_equal(tdg_merge_neighbours(group, &groups, &links.fit, most, NULL), 0);
        assert_int_equal(groups, most);
        for (size_t i = 0; i < ROWS; i++)
            for (size_t j = 0; j < i; j++)
                assert_true(group[i] != group[j] || i % CLOSE == j % CLOSE);
    }
    links_done(&links);
}

static void more_than_enough_groups_are_the_rows(void **state)
{
    (void)state;
    enum { ROWS = 30 };
    struct links links;
    uint32_t group[ROWS], groups = 0;
    links_init(&links, ROWS, 1, 2, 3);
    for (uint32_t most = ROWS; most < ROWS + 2; most++) {
        assert_int_equal(tdg_merge_neighbours(group, &groups, &links.fit, most, NULL), 0);
        assert_int_equal(groups, ROWS);
        for (uint32_t i = 0; i < ROWS; i++)
            assert_int_equal(group[i], i);
    }
    links_done(&links);
}

/* Seven pieces that nothing links: none is joined before all are whole. */
static void only_linked_rows_join_while_there_are_links(void **state)
{
    (void)state;
    enum { ROWS = 140, PIECES = 7 };
    struct links links;
    uint32_t group[ROWS], groups = 0;
    links_init(&links, ROWS, PIECES, 2, 5);
    for (uint32_t most = PIECES; most < 40; most++) {
        assert_int_equal(tdg_merge_neighbours(group, &groups, &links.fit, most, NULL), 0);
        assert_int_equal(groups, most);
        for (size_t i = 0; i < ROWS; i++)
            for (size_t j = 0; j < i; j++)
                assert_true(group[i] != group[j] || i % PIECES == j % PIECES);
    }
    for (uint32_t most = 1; most < PIECES; most++) {
        assert_int_equal(tdg_merge_neighbours(group, &groups, &links.fit, most, NULL), 0);
        assert_int_equal(groups, most);
        for (size_t i = PIECES; i < ROWS; i++)
            assert_int_equal(group[i], group[i % PIECES]);
    }
    links_done(&links);
}

static void threads_do_not_matter(void **state)
{
    (void)state;
    enum { ROWS = 700 };
    struct links links;
    uint32_t group[ROWS], reference[ROWS], groups = 0;
    links_init(&links, ROWS, 2, 40, 6);
    assert_int_equal(tdg_merge_neighbours(reference, &groups, &links.fit, 50, NULL), 0);
    for (unsigned threads = 2; threads < 8; threads += 5) {
        assert_int_equal(tdg_workers_new(&links.fit.workers, threads, NULL), 0);
        assert_int_equal(tdg_merge_neighbours(group, &groups, &links.fit, 50, NULL), 0);
        assert_memory_equal(group, reference, sizeof group);
        tdg_workers_free(links.fit.workers);
    }
    links_done(&links);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(close_rows_join_first),
        cmocka_unit_test(more_than_enough_groups_are_the_rows),
        cmocka_unit_test(only_linked_rows_join_while_there_are_links),
        cmocka_unit_test(threads_do_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
