// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/run.h"

#include <tidings/types.h>

#include "base/memory.h"
#include "pipeline/mixed.h"
#include "unit/check.h"

enum { GROUPS = 5, ROWS = 5 * 30 };

/* Thirty articles a group; the best terms of all but group 3 are in a third of them. */
struct sample {
    struct tdg_run run;
    struct tdg_label label[GROUPS];
    struct tdg_term_view common[2], rare[2];
    uint32_t group[ROWS], copy_of[ROWS], parent[GROUPS], subject[GROUPS];
    double cohesion[GROUPS];
};

static void sample_init(struct sample *sample)
{
    static const double cohesion[GROUPS] = {0.5, 0.2, 0.6, 0.5, 0.31};
    *sample =
        (struct sample){.common = {{"a", 1, 10}, {"b", 1, 1}}, .rare = {{"c", 1, 2}, {"d", 1, 1}}};
    struct tdg_run *run = &sample->run;
    for (uint32_t i = 0; i < ROWS; i++) {
        sample->group[i] = i % GROUPS;
        sample->copy_of[i] = TDG_NONE;
    }
    for (uint32_t g = 0; g < GROUPS; g++) {
        sample->cohesion[g] = cohesion[g];
        sample->subject[g] = TDG_NONE;
        sample->label[g] = (struct tdg_label){.text = "x, y",
                                              .name = "Football",
                                              .terms = g == 3 ? sample->rare : sample->common,
                                              .term_count = 2};
    }
    run->settings.mark_mixed = true;
    run->copy_of = sample->copy_of;
    run->labels.items = sample->label;
    run->labels.count = GROUPS;
    run->grouping = (struct tdg_grouping){.rows = ROWS,
                                          .groups = GROUPS,
                                          .group = sample->group,
                                          .parents = 2,
                                          .parent = calloc(GROUPS, sizeof(uint32_t)),
                                          .cohesion = sample->cohesion};
    assert_non_null(run->grouping.parent);
    run->grouping.parent[4] = 1;
}

static void sample_done(struct sample *sample)
{
    free(sample->run.grouping.parent);
    free(sample->run.mixed);
    tdg_arena_done(&sample->run.labels.arena);
}

static void assert_mixed(const struct sample *sample, const char *expected)
{
    for (size_t g = 0; g < GROUPS; g++)
        assert_int_equal(sample->run.mixed[g], expected[g] == 'x');
}

static void leftovers_are_called_so(void **state)
{
    (void)state;
    struct sample sample;
    sample_init(&sample);
    assert_int_equal(tdg_find_mixed(&sample.run), 0);
    assert_int_equal(tdg_name_mixed(&sample.run), 0);
    assert_mixed(&sample, ".x.x.");
    assert_string_equal(sample.label[1].text, "Other subjects: x, y");
    assert_string_equal(sample.label[1].name, "");
    assert_string_equal(sample.label[0].text, "x, y");
    assert_string_equal(sample.label[0].name, "Football");
    /* 0 and 2 keep theirs, 1, 3 and 4 are alone: ordered by their first group */
    const uint32_t parent[GROUPS] = {0, 1, 0, 2, 3};
    assert_int_equal(sample.run.grouping.parents, 4);
    assert_memory_equal(sample.run.grouping.parent, parent, sizeof parent);
    sample_done(&sample);
}

static void few_articles_and_given_subjects_are_no_leftovers(void **state)
{
    (void)state;
    struct sample sample;
    sample_init(&sample);
    sample.run.grouping.subject = sample.subject;
    sample.subject[3] = 0;
    for (uint32_t i = 0; i < ROWS; i++) /* nineteen originals are left in group 1 */
        if (i % GROUPS == 1 && i / GROUPS >= 19)
            sample.copy_of[i] = 1;
    assert_int_equal(tdg_find_mixed(&sample.run), 0);
    assert_int_equal(tdg_name_mixed(&sample.run), 0);
    assert_mixed(&sample, ".....");
    sample_done(&sample);
}

static void archives_have_none(void **state)
{
    (void)state;
    struct sample sample;
    sample_init(&sample);
    sample.run.settings.mark_mixed = false;
    assert_int_equal(tdg_find_mixed(&sample.run), 0);
    assert_int_equal(tdg_name_mixed(&sample.run), 0);
    assert_null(sample.run.mixed);
    assert_string_equal(sample.label[1].text, "x, y");
    sample_done(&sample);
}

/* Group 1 is loose, but a term is in a third of its articles: twenty in all and ten of them here.
 */
static void a_telling_term_makes_a_subject(void **state)
{
    (void)state;
    struct sample sample;
    double telling[] = {0.5, 1}, common[] = {0.1, 1};
    sample_init(&sample);
    sample.label[1].shares = common;
    assert_int_equal(tdg_find_mixed(&sample.run), 0);
    assert_mixed(&sample, ".x.x.");
    sample_done(&sample);
    sample_init(&sample);
    sample.label[1].shares = telling; /* 10 of 30 here, 10 of 120 elsewhere: four times */
    assert_int_equal(tdg_find_mixed(&sample.run), 0);
    assert_mixed(&sample, ".x.x.");
    sample_done(&sample);
    sample_init(&sample);
    telling[0] = 0.6;
    sample.label[1].shares = telling;
    assert_int_equal(tdg_find_mixed(&sample.run), 0);
    assert_mixed(&sample, "...x.");
    sample_done(&sample);
}

/* The best term of group 2 is in five of its thirty articles. */
static void more_is_asked_of_long_articles(void **state)
{
    (void)state;
    for (int loose = 0; loose <= 1; loose++)
        for (size_t terms = 20; terms <= 200; terms += 180) {
            struct sample sample;
            size_t begin[ROWS + 1];
            struct tdg_term_view some[2] = {{"e", 1, 5}, {"f", 1, 1}};
            sample_init(&sample);
            for (size_t i = 0; i <= ROWS; i++)
                begin[i] = i * terms;
            sample.run.counts = (struct tdg_matrix){.rows = ROWS, .begin = begin};
            sample.label[2].terms = some;
            sample.cohesion[2] = loose ? 0.36 : 0.6;
            sample.cohesion[3] = sample.cohesion[4] = 0.6;
            assert_int_equal(tdg_find_mixed(&sample.run), 0);
            assert_mixed(&sample, loose && terms == 200 ? ".xxx." : ".x.x.");
            sample_done(&sample);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leftovers_are_called_so),
        cmocka_unit_test(few_articles_and_given_subjects_are_no_leftovers),
        cmocka_unit_test(archives_have_none),
        cmocka_unit_test(a_telling_term_makes_a_subject),
        cmocka_unit_test(more_is_asked_of_long_articles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
