// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>

#include <tidings/types.h>

#include "label/label.h"
#include "unit/label/sample.h"

static const char *const words[] = {"a", "b", "c", "d", NULL};

/* One theme over these articles, the last of which is in no theme. */
static const struct {
    size_t rows;
    const char *texts[6];
    double coherence;
} cases[] = {
    {3, {"a b", "a b", "c"}, 1.0 / 3 - 2.0 / 3}, /* ab: always together; ac, bc: never */
    {2, {"a b", "a b"}, 1},                      /* in every article */
    {3, {"a", "b", "c"}, -1},
    {1, {"a"}, 0},
};

static void known_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample sample;
        sample_init(&sample, words, cases[i].rows, cases[i].texts);
        struct tdg_labels labels = sample_label(&sample, NULL);
        assert_near(labels.items[0].coherence, cases[i].coherence, 1e-12);
        tdg_labels_done(&labels);
    }
}

static void articles_of_other_themes_count_and_copies_do_not(void **state)
{
    (void)state;
    static const char *const texts[] = {"a b", "a", "b", "d", "d", "a b"};
    struct sample sample;
    sample_init(&sample, words, 6, texts);
    sample.grouping.groups = 2;
    sample.group[3] = 1;
    sample.group[4] = TDG_NONE; /* without a theme, but an original */
    sample.copy_of[5] = 0;
    struct tdg_labels labels = sample_label(&sample, NULL);
    /* Of 5 originals a and b stand in 2 each, together in 1. */
    assert_near(labels.items[0].coherence, log((1. / 5) / (2. / 5 * 2. / 5)) / -log(1. / 5), 1e-12);
    assert_near(labels.items[1].coherence, 0, 0);
    tdg_labels_done(&labels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_values),
        cmocka_unit_test(articles_of_other_themes_count_and_copies_do_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
