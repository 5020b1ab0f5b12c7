// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/workers.h"
#include "label/label.h"
#include "unit/label/sample.h"

static const char *const words[] = {"bank", "court", "film", "goal", "match", "money", "oil",
                                    "rate", "star",  "team", "vote", "win",   NULL};

static const char *const texts[] = {
    "match goal team win win win",
    "match goal team",
    "match team bank",
    "bank rate money oil",
    "bank rate oil",
    "bank money court",
    "match goal team",
    "vote",
};
static const uint32_t groups[] = {0, 0, 0, 1, 1, 1, 0, 2};

static void prepare(struct sample *sample)
{
    sample_init(sample, words, 8, texts);
    sample->grouping.groups = 3;
    memcpy(sample->group, groups, sizeof groups);
    sample->copy_of[6] = 1;
}

static void terms_are_ranked_by_p_log_p_over_q(void **state)
{
    (void)state;
    struct sample sample;
    prepare(&sample);
    struct tdg_labels labels = sample_label(&sample, NULL);
    assert_int_equal(labels.count, 3);
    /* Sports: match 3, team 3, goal 2, bank 1, win 1 of 10 document counts; all have 21. The copy
     * counts nowhere, and win is one however often it stands there. */
    static const struct {
        const char *term;
        size_t articles;
        double p, q;
    } expected[] = {{"match", 3, 0.3, 3. / 21},
                    {"team", 3, 0.3, 3. / 21},
                    {"goal", 2, 0.2, 2. / 21},
                    {"win", 1, 0.1, 1. / 21},
                    {"bank", 1, 0.1, 4. / 21}};
    const struct tdg_term_view *terms = labels.items[0].terms;
    assert_int_equal(labels.items[0].term_count, 10);
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(terms[i].term, expected[i].term);
        assert_int_equal(terms[i].articles, expected[i].articles);
        assert_near(terms[i].weight, expected[i].p * log(expected[i].p / expected[i].q), 1e-12);
    }
    assert_true(terms[4].weight < 0);
    tdg_labels_done(&labels);
}

static void lists_are_filled_up_to_ten(void **state)
{
    (void)state;
    struct sample sample;
    prepare(&sample);
    struct tdg_labels labels = sample_label(&sample, NULL);
    const struct tdg_label *label = &labels.items[2];
    assert_int_equal(label->term_count, 10);
    assert_string_equal(label->terms[0].term, "vote");
    assert_string_equal(label->terms[1].term, "bank"); /* in the most articles of all */
    for (size_t i = 1; i < 10; i++) {
        assert_int_equal(label->terms[i].articles, 0);
        assert_near(label->terms[i].weight, 0, 0);
    }
    assert_string_equal(label->text, "vote");
    assert_near(label->coherence, 0, 0);
    tdg_labels_done(&labels);
}

static void representatives_are_the_heaviest_originals(void **state)
{
    (void)state;
    static const float weights[] = {0.5F, 0.75F, 0.25F, 0.5F, 0.5F, 0.625F, 0.875F, 1};
    struct sample sample;
    prepare(&sample);
    memcpy(sample.weight, weights, sizeof weights);
    struct tdg_labels labels = sample_label(&sample, NULL);
    static const uint32_t first[] = {1, 0, 2}, second[] = {5, 3, 4};
    assert_int_equal(labels.items[0].representative_count, 3);
    assert_memory_equal(labels.items[0].representatives, first, sizeof first);
    assert_int_equal(labels.items[1].representative_count, 3);
    assert_memory_equal(labels.items[1].representatives, second, sizeof second);
    tdg_labels_done(&labels);
}

static void at_most_as_many_representatives_as_wanted(void **state)
{
    (void)state;
    struct sample sample;
    const char *const same[] = {"oil", "oil", "oil", "oil", "oil", "oil", "oil"};
    sample_init(&sample, words, 7, same);
    for (size_t i = 0; i < 7; i++)
        sample.weight[i] = i % 2 ? 0.75F : 0.5F;
    struct tdg_labels labels = sample_label(&sample, NULL);
    static const uint32_t expected[] = {1, 3, 5, 0, 2};
    assert_int_equal(labels.items[0].representative_count, 5);
    assert_memory_equal(labels.items[0].representatives, expected, sizeof expected);
    tdg_labels_done(&labels);
}

static void groups_without_originals_have_a_name(void **state)
{
    (void)state;
    struct sample sample;
    prepare(&sample);
    sample.grouping.groups = 5; /* 3 and 4 have no row */
    struct tdg_labels labels = sample_label(&sample, NULL);
    assert_string_equal(labels.items[3].text, "theme 4");
    assert_string_equal(labels.items[4].text, "theme 5");
    assert_int_equal(labels.items[4].representative_count, 0);
    tdg_labels_done(&labels);
    sample.grouping.groups = 0;
    sample.grouping.rows = sample.counts.rows = 0;
    labels = sample_label(&sample, NULL);
    assert_int_equal(labels.count, 0);
    tdg_labels_done(&labels);
}

static void threads_change_nothing(void **state)
{
    (void)state;
    struct sample sample;
    prepare(&sample);
    struct tdg_workers *workers = NULL;
    assert_int_equal(tdg_workers_new(&workers, 3, NULL), TDG_OK);
    struct tdg_labels alone = sample_label(&sample, NULL), many = sample_label(&sample, workers);
    for (size_t g = 0; g < 3; g++) {
        const struct tdg_label *a = &alone.items[g], *b = &many.items[g];
        assert_string_equal(a->text, b->text);
        assert_int_equal(a->term_count, b->term_count);
        assert_memory_equal(&a->coherence, &b->coherence, sizeof a->coherence);
        for (size_t t = 0; t < a->term_count; t++) {
            assert_string_equal(a->terms[t].term, b->terms[t].term);
            assert_memory_equal(&a->terms[t].weight, &b->terms[t].weight, sizeof(double));
        }
    }
    tdg_labels_done(&alone);
    tdg_labels_done(&many);
    tdg_workers_free(workers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_are_ranked_by_p_log_p_over_q),
        cmocka_unit_test(lists_are_filled_up_to_ten),
        cmocka_unit_test(representatives_are_the_heaviest_originals),
        cmocka_unit_test(at_most_as_many_representatives_as_wanted),
        cmocka_unit_test(groups_without_originals_have_a_name),
        cmocka_unit_test(threads_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
