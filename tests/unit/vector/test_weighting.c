// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>

#include "text/text.h"
#include "unit/vector/streams.h"
#include "vector/counts.h"
#include "vector/matrix.h"
#include "vector/vector.h"
#include "vector/vocabulary.h"
#include "vector/weighting.h"

/* a stands in all three articles, b in two, c in one. */
static const char *const article[] = {"aab", "abbbc", "a", ""};
enum { ARTICLES = 4, CELLS = 6 };

struct weighed {
    struct tdg_vocabulary vocabulary;
    struct tdg_matrix counts;
    struct tdg_matrix rows;
};

static int weigh(struct weighed *weighed, const struct tdg_vector_options *options,
                 struct tdg_error *error)
{
    struct tdg_streams streams = streams_of(article, ARTICLES);
    *weighed = (struct weighed){0};
    assert_int_equal(tdg_vocabulary_build(&weighed->vocabulary, &streams, NULL, options, NULL), 0);
    assert_int_equal(tdg_counts_build(&weighed->counts, &streams, &weighed->vocabulary, NULL, NULL),
                     0);
    free_streams(&streams);
    return tdg_weigh(&weighed->rows, &weighed->counts, &weighed->vocabulary, options, NULL, error);
}

static void weighed_done(struct weighed *weighed)
{
    tdg_vocabulary_done(&weighed->vocabulary);
    tdg_matrix_done(&weighed->counts);
    tdg_matrix_done(&weighed->rows);
}

/* tfidf: scikit-learn's TfidfTransformer(sublinear_tf=True) on the same counts. bm25: the formula
 * by hand, k1 1.2, b .75, mean length 3. */
static void weights_are_known(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        double expected[CELLS];
    } rows[] = {
        {"tfidf", {0.8078684, 0.5893629, 0.3135112, 0.8126850, 0.4911759, 1.0000000}},
        {"bm25", {0.6498903, 0.7600280, 0.2582423, 0.7267041, 0.6365628, 1.0000000}},
    };
    for (size_t i = 0; i < 2; i++) {
        struct tdg_vector_options options = tdg_vector_defaults();
        struct weighed weighed;
        options.weighting = rows[i].name;
        assert_int_equal(weigh(&weighed, &options, NULL), 0);
        assert_int_equal(weighed.rows.begin[ARTICLES], CELLS);
        for (size_t j = 0; j < CELLS; j++)
            assert_near((double)weighed.rows.weight[j], rows[i].expected[j], 1e-6);
        assert_memory_equal(weighed.rows.begin, weighed.counts.begin,
                            (ARTICLES + 1) * sizeof(size_t));
        assert_memory_equal(weighed.rows.column, weighed.counts.column, CELLS * sizeof(uint32_t));
        weighed_done(&weighed);
    }
}

static void rows_have_length_one(void **state)
{
    (void)state;
    static const char *const names[] = {"tfidf", "bm25"};
    static const double lengths[] = {0, 0.5, 1};
    for (size_t i = 0; i < 6; i++) {
        struct tdg_vector_options options = tdg_vector_defaults();
        struct weighed weighed;
        options.weighting = names[i % 2];
        options.bm25_b = lengths[i / 2];
        assert_int_equal(weigh(&weighed, &options, NULL), 0);
        for (size_t row = 0; row + 1 < ARTICLES; row++) {
            double square = 0;
            for (size_t at = weighed.rows.begin[row]; at < weighed.rows.begin[row + 1]; at++) {
                assert_true(weighed.rows.weight[at] > 0);
                square += (double)weighed.rows.weight[at] * (double)weighed.rows.weight[at];
            }
            assert_near(square, 1, 1e-6);
        }
        weighed_done(&weighed);
    }
}

static void wrong_options_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *weighting;
        double k1, b;
    } rows[] = {
        {"nope", 1, 1}, {NULL, 1, 1}, {"bm25", -1, 0.5}, {"bm25", 1, 2}, {"bm25", (double)NAN, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tdg_vector_options options = tdg_vector_defaults();
        struct tdg_error error = {0};
        struct weighed weighed;
        options.weighting = rows[i].weighting;
        options.bm25_k1 = rows[i].k1;
        options.bm25_b = rows[i].b;
        assert_int_equal(weigh(&weighed, &options, &error), TDG_EINVAL);
        assert_int_equal(error.status, TDG_EINVAL);
        assert_true(strlen(error.message) > 0);
        assert_null(weighed.rows.begin);
        weighed_done(&weighed);
    }
}

/* Half of the articles have `words` words, the others one; copies of none. */
static void assert_suited(size_t words, const char *method)
{
    char text[300];
    memset(text, 'b', words);
    memset(text, 'a', words / 3);
    text[words] = '\0';
    const char *const articles[] = {"c", text, text, "", "cab", text};
    struct tdg_streams streams = streams_of(articles, 6);
    struct tdg_vector_options options = tdg_vector_defaults();
    struct tdg_vocabulary vocabulary = {0};
    struct tdg_matrix counts = {0}, rows = {0}, expected = {0};
    assert_int_equal(tdg_vocabulary_build(&vocabulary, &streams, NULL, &options, NULL), 0);
    assert_int_equal(tdg_counts_build(&counts, &streams, &vocabulary, NULL, NULL), 0);
    options.weighting = TDG_WEIGHTING_SUITED;
    assert_int_equal(tdg_weigh(&rows, &counts, &vocabulary, &options, NULL, NULL), 0);
    options.weighting = method;
    assert_int_equal(tdg_weigh(&expected, &counts, &vocabulary, &options, NULL, NULL), 0);
    assert_int_equal(rows.begin[6], expected.begin[6]);
    assert_memory_equal(rows.weight, expected.weight, rows.begin[6] * sizeof *rows.weight);
    free_streams(&streams);
    tdg_vocabulary_done(&vocabulary);
    tdg_matrix_done(&counts);
    tdg_matrix_done(&rows);
    tdg_matrix_done(&expected);
}

static void the_method_suits_the_length(void **state)
{
    (void)state;
    assert_suited(12, "bm25");
    assert_suited(209, "bm25");
    assert_suited(210, "tfidf");
    assert_suited(290, "tfidf");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_are_known),
        cmocka_unit_test(the_method_suits_the_length),
        cmocka_unit_test(rows_have_length_one),
        cmocka_unit_test(wrong_options_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
