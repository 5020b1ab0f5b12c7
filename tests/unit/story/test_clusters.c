// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/clusters.h"

#include "story/link_score.h"
#include "story/story.h"
#include "unit/story/events.h"

static const struct planted planted[] = {
    {"Alpha beta gamma delta", 1, 0, -1, NULL},     {"Beta gamma epsilon", 2, 0, -1, NULL},
    {"Alpha gamma zeta eta theta", 2, 0, -1, NULL}, {"Iota kappa", 20, 0, -1, NULL},
    {"Alpha beta iota", -1, 0, -1, NULL},
};
enum { PLANTED = sizeof planted / sizeof *planted };

struct stage {
    struct tdg_story_input input;
    struct tdg_story_options options;
    struct tdg_story_facts facts;
    struct tdg_cluster_set set;
    struct tdg_dense_scratch scratch;
    uint32_t local[EVENTS_ROWS];
    uint32_t seen[EVENTS_ROWS];
};

static struct events events;
static struct stage stage;

static void set_up(void)
{
    events = (struct events){0};
    stage = (struct stage){0};
    events_init(&events, planted, PLANTED, 20 + 1);
    stage.input = events_input(&events);
    stage.options = tdg_story_defaults();
    for (size_t i = 0; i < events.articles.count; i++)
        events.group[i] = 1;
    for (size_t i = 0; i < PLANTED; i++)
        events.group[events.row[i]] = 0;
    assert_int_equal(tdg_story_facts_init(&stage.facts, &stage.input, &stage.options), 0);
    assert_int_equal(
        tdg_cluster_set_init(&stage.set, &stage.facts, events.row, PLANTED, stage.local), 0);
    assert_int_equal(tdg_dense_scratch_init(&stage.scratch, events.rows.columns), 0);
}

static void clean_up(void)
{
    tdg_dense_scratch_done(&stage.scratch);
    tdg_cluster_set_done(&stage.set);
    tdg_story_facts_done(&stage.facts);
    events_done(&events);
}

static double score(uint32_t a, uint32_t b, bool timeless)
{
    tdg_dense_scratch_set(&stage.scratch, &stage.set.cluster[a]);
    double value = tdg_link_score(&stage.scratch, &stage.set.cluster[b], &stage.facts, timeless);
    tdg_dense_scratch_clear(&stage.scratch);
    return value;
}

static void link_scores_are_symmetric(void **state)
{
    (void)state;
    set_up();
    for (uint32_t a = 0; a < PLANTED; a++)
        for (uint32_t b = 0; b < PLANTED; b++)
            if (a != b)
                assert_float_equal(score(a, b, false), score(b, a, false), 1e-9);
    assert_true(score(0, 1, false) > score(1, 3, false)); /* common words */
    assert_true(score(0, 3, true) > score(0, 3, false));  /* nineteen days between them */
    assert_float_equal(score(0, 4, true), score(0, 4, false), 1e-9); /* one has no date */
    clean_up();
}

static void gaps_are_between_dates(void **state)
{
    (void)state;
    static const struct {
        uint32_t a, b;
        int days;
    } rows[] = {{0, 1, 1}, {1, 0, 1}, {1, 2, 0}, {0, 3, 19}, {3, 2, 18}, {0, 4, 0}, {4, 3, 0}};
    set_up();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(
            tdg_cluster_gap(&stage.set.cluster[rows[i].a], &stage.set.cluster[rows[i].b]),
            (int64_t)rows[i].days * EVENTS_DAY);
    clean_up();
}

/* A joined cluster has the sums of both, in either order of size, also when it is joined again. */
static void joining_adds_up(void **state)
{
    (void)state;
    set_up();
    struct tdg_story_cluster *cluster = stage.set.cluster;
    double words = cluster[0].words + cluster[1].words + cluster[2].words;
    assert_int_equal(tdg_cluster_join(&stage.set, 1, 2, stage.seen), 0);
    assert_int_equal(tdg_cluster_join(&stage.set, 0, 1, stage.seen), 0);
    assert_int_equal(tdg_cluster_of(&stage.set, 2), 0);
    assert_int_equal(cluster[0].articles, 3);
    assert_int_equal(cluster[0].dated, 3);
    assert_int_equal(cluster[0].first, EVENTS_DAY);
    assert_int_equal(cluster[0].last, 2 * EVENTS_DAY);
    assert_float_equal(cluster[0].words, words, 1e-9);
    assert_int_equal(cluster[0].cells.count, 8); /* alpha … theta */
    double counts = 0, square = 0;
    for (size_t i = 0; i < cluster[0].cells.count; i++) {
        const struct tdg_sparse_cell *cell = &cluster[0].cells.item[i];
        assert_true(i == 0 || cell[-1].column < cell->column);
        counts += (double)cell->count;
        square += (double)cell->weight * (double)cell->weight;
    }
    assert_float_equal(counts, words, 1e-9);
    assert_float_equal(cluster[0].square, square, 1e-9);
    for (size_t i = 0; i < cluster[0].near.count; i++)
        assert_true(cluster[0].near.item[i] > 2);
    assert_int_equal(tdg_cluster_join(&stage.set, 0, 4, stage.seen), 0);
    assert_int_equal(cluster[0].dated, 3); /* what has no date changes no time */
    assert_int_equal(cluster[0].first, EVENTS_DAY);
    clean_up();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(link_scores_are_symmetric),
        cmocka_unit_test(gaps_are_between_dates),
        cmocka_unit_test(joining_adds_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
