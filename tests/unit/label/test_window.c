// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <stdbool.h>
#include <stddef.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "label/window.h"
#include "unit/label/sample.h"

enum { WINDOW = 10 };

static const char *const words[] = {"a", "b", "c", "d", "e", "f", "x", NULL};

static double coherence(const struct sample *sample, const uint32_t *const *lists, size_t themes,
                        size_t top)
{
    double npmi = 7;
    assert_int_equal(tdg_window_coherence(&npmi, &sample->streams, lists, themes, top, NULL),
                     TDG_OK);
    return npmi;
}

/* Two terms a and b, from counts of windows. */
static double npmi(double both, double first, double second, double windows)
{
    double joint = both / windows + 1e-12;
    return log(joint / (first / windows * (second / windows))) / -log(joint);
}

static const struct {
    const char *text;
    double both, first, second, windows;
} cases[] = {
    {"a b", 1, 1, 1, 1},
    {"a | b", 1, 1, 1, 1}, /* breaks are no tokens */
    {"a x x x x x x x x b", 1, 1, 1, 1},
    {"a x x x x x x x x x b", 0, 1, 1, 2},
    {"x a x x x x x x x x b x", 1, 2, 2, 3},
    /* gensim's habit: the a that leaves takes the other a along. */
    {"a b a x x x x x x x x x", 1, 1, 2, 3},
};

static void windows_slide_as_in_gensim(void **state)
{
    (void)state;
    static const uint32_t list[] = {0, 1};
    const uint32_t *const lists[] = {list};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample sample;
        sample_init(&sample, words, 1, &cases[i].text);
        assert_near(coherence(&sample, lists, 1, 2),
                    npmi(cases[i].both, cases[i].first, cases[i].second, cases[i].windows), 1e-9);
    }
}

static void unknown_terms_count_minus_one(void **state)
{
    (void)state;
    static const uint32_t list[] = {0, TDG_NONE, 5};
    const uint32_t *const lists[] = {list};
    const char *const text = "a b c";
    struct sample sample;
    sample_init(&sample, words, 1, &text);
    assert_near(coherence(&sample, lists, 1, 3), -1, 0);
    double unchanged = 7;
    assert_int_equal(tdg_window_coherence(&unchanged, &sample.streams, NULL, 0, 3, NULL),
                     TDG_EEMPTY);
    assert_near(unchanged, 7, 0);
}

/* The same by brute force: what stands in each window is looked up anew. */
struct brute {
    double windows, single[8], both[8][8];
};

static void count_article(struct brute *brute, const uint32_t *term, size_t length)
{
    bool present[8] = {false};
    for (size_t i = 0; i < length && i < WINDOW; i++)
        present[term[i]] = true;
    for (size_t s = 0; s == 0 || s + WINDOW <= length; s++) {
        if (s > 0) {
            present[term[s - 1]] = false;
            present[term[s + WINDOW - 1]] = true;
        }
        brute->windows++;
        for (size_t x = 0; x < 8; x++) {
            brute->single[x] += present[x];
            for (size_t y = 0; y < 8; y++)
                brute->both[x][y] += present[x] && present[y];
        }
    }
}

static void random_texts_agree_with_brute_force(void **state)
{
    (void)state;
    static const uint32_t list[2][3] = {{0, 4, 2}, {5, 2, 1}};
    const uint32_t *const lists[] = {list[0], list[1]};
    gsl_rng *random = tdg_random_new(2385, 3);
    assert_non_null(random);
    struct sample sample;
    const char *const nothing[SAMPLE_ROWS] = {""};
    sample_init(&sample, words, 1, nothing);
    struct brute brute = {0};
    size_t rows = 40;
    for (size_t row = 0; row < rows; row++) {
        size_t length = gsl_rng_uniform_int(random, 40);
        for (size_t i = 0; i < length; i++)
            sample.term[sample.begin[row] + i] = (uint32_t)gsl_rng_uniform_int(random, 7);
        sample.begin[row + 1] = sample.begin[row] + length;
        count_article(&brute, sample.term + sample.begin[row], length);
    }
    sample.streams.articles = rows;
    double expected = 0;
    for (size_t l = 0; l < 2; l++)
        for (size_t a = 0; a < 3; a++)
            for (size_t b = a + 1; b < 3; b++)
                expected += npmi(brute.both[list[l][a]][list[l][b]], brute.single[list[l][a]],
                                 brute.single[list[l][b]], brute.windows) /
                            6;
    assert_near(coherence(&sample, lists, 2, 3), expected, 1e-9);
    gsl_rng_free(random);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(windows_slide_as_in_gensim),
        cmocka_unit_test(unknown_terms_count_minus_one),
        cmocka_unit_test(random_texts_agree_with_brute_force),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
