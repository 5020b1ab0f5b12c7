// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "text/text.h"
#include "unit/vector/streams.h"
#include "vector/matrix.h"
#include "vector/vector.h"
#include "vector/vocabulary.h"

enum { MAX_ARTICLES = 2400 };

/* The terms of the vocabulary as letters. */
static void letters_of(char letters[27], const struct tdg_vocabulary *vocabulary)
{
    for (uint32_t column = 0; column < vocabulary->columns; column++) {
        letters[column] = (char)('a' + vocabulary->term[column]);
        assert_int_equal(vocabulary->column[vocabulary->term[column]], column);
    }
    letters[vocabulary->columns] = '\0';
}

static void limits_choose_the_terms(void **state)
{
    (void)state;
    /* Articles with each term: a 4, b 3, c 3, d 2, e 1. */
    static const char *const article[] = {"aab c", "abcd", "abcdd", "a e"};
    static const struct {
        uint32_t min_articles, max_terms;
        const char *expected;
    } rows[] = {
        {0, 0, "abcde"}, {1, 5, "abcde"}, {2, 0, "abcd"}, {3, 0, "abc"},   {1, 2, "ab"},
        {1, 1, "a"},     {1, 4, "abcd"},  {3, 2, "ab"},   {9, 0, "abcde"},
    };
    struct tdg_streams streams = streams_of(article, 4);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tdg_vector_options options = tdg_vector_defaults();
        options.min_articles = rows[i].min_articles;
        options.max_terms = rows[i].max_terms;
        struct tdg_vocabulary vocabulary = {0};
        char letters[27];
        assert_int_equal(tdg_vocabulary_build(&vocabulary, &streams, NULL, &options, NULL), 0);
        letters_of(letters, &vocabulary);
        assert_string_equal(letters, rows[i].expected);
        assert_int_equal(vocabulary.articles[0], 4);
        assert_int_equal(vocabulary.counted, 4);
        tdg_vocabulary_done(&vocabulary);
    }
    free_streams(&streams);
}

static void words_of_no_subject_are_left_out_where_asked(void **state)
{
    (void)state;
    static const char *const article[] = {"abcdef", "abcdef", "abcdef"};
    const char *surface[26] = {"New", "news", "YEARS", "year-old", "", "Newcastle"};
    struct tdg_streams streams = streams_of(article, 3);
    struct tdg_vector_options options = tdg_vector_defaults();
    struct tdg_vocabulary all = {0}, some = {0};
    char letters[27];
    streams.surface = surface;
    assert_int_equal(tdg_vocabulary_build(&all, &streams, NULL, &options, NULL), 0);
    letters_of(letters, &all);
    assert_string_equal(letters, "abcdef");
    options.skip_weak = true;
    assert_int_equal(tdg_vocabulary_build(&some, &streams, NULL, &options, NULL), 0);
    letters_of(letters, &some);
    assert_string_equal(letters, "bdef");
    streams.surface = NULL;
    tdg_vocabulary_done(&all);
    tdg_vocabulary_done(&some);
    free_streams(&streams);
}

static void copies_are_not_counted(void **state)
{
    (void)state;
    static const char *const article[] = {"ab", "ab", "bc", "zz"};
    static const uint32_t copy_of[] = {TDG_NONE, 0, TDG_NONE, 2};
    struct tdg_streams streams = streams_of(article, 4);
    struct tdg_vector_options options = tdg_vector_defaults();
    struct tdg_vocabulary vocabulary = {0};
    char letters[27];
    assert_int_equal(tdg_vocabulary_build(&vocabulary, &streams, copy_of, &options, NULL), 0);
    letters_of(letters, &vocabulary);
    assert_string_equal(letters, "abc");
    assert_int_equal(vocabulary.counted, 2);
    assert_int_equal(vocabulary.articles[1], 2);
    assert_int_equal(vocabulary.column['z' - 'a'], TDG_NONE);
    tdg_vocabulary_done(&vocabulary);
    free_streams(&streams);
}

/* Of `articles` articles, all have a, half and one have b, half have c, and d, e, f, g stand in 5,
 * 3, 2 and 1. */
static struct tdg_streams graded_streams(size_t articles)
{
    static char text[MAX_ARTICLES][8];
    static const char *article[MAX_ARTICLES];
    assert_true(articles <= MAX_ARTICLES);
    for (size_t i = 0; i < articles; i++) {
        snprintf(text[i], sizeof text[i], "a%s%s%s%s%s%s", i <= articles / 2 ? "b" : "",
                 i < articles / 2 ? "c" : "", i < 5 ? "d" : "", i < 3 ? "e" : "", i < 2 ? "f" : "",
                 i < 1 ? "g" : "");
        article[i] = text[i];
    }
    return streams_of(article, articles);
}

static void limits_follow_the_size_of_the_corpus(void **state)
{
    (void)state;
    static const struct {
        size_t articles;
        const char *expected;
    } rows[] = {
        {1, "abdefg"}, {2, "abcdefg"}, {18, "abcdefg"}, {20, "cdefg"}, {49, "cdefg"},
        {50, "cdef"},  {499, "cdef"},  {500, "cde"},    {1999, "cde"}, {2000, "cd"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tdg_streams streams = graded_streams(rows[i].articles);
        struct tdg_vector_options options = tdg_vector_defaults();
        struct tdg_vocabulary vocabulary = {0};
        char letters[27];
        assert_int_equal(tdg_vocabulary_build(&vocabulary, &streams, NULL, &options, NULL), 0);
        letters_of(letters, &vocabulary);
        assert_string_equal(letters, rows[i].expected);
        tdg_vocabulary_done(&vocabulary);
        free_streams(&streams);
    }
}

static void limits_never_leave_nothing(void **state)
{
    (void)state;
    const char *article[30];
    for (size_t i = 0; i < 30; i++)
        article[i] = "ab"; /* every term in every article: more than any share */
    struct tdg_streams streams = streams_of(article, 30);
    struct tdg_vector_options options = tdg_vector_defaults();
    struct tdg_vocabulary vocabulary = {0};
    assert_int_equal(tdg_vocabulary_build(&vocabulary, &streams, NULL, &options, NULL), 0);
    assert_int_equal(vocabulary.columns, 2);
    tdg_vocabulary_done(&vocabulary);
    free_streams(&streams);
}

static void no_articles_and_no_terms_are_fine(void **state)
{
    (void)state;
    static const char *const article[] = {"", "  "};
    for (size_t articles = 0; articles < 3; articles++) {
        struct tdg_streams streams = streams_of(article, articles);
        struct tdg_vector_options options = tdg_vector_defaults();
        struct tdg_vocabulary vocabulary = {0};
        assert_int_equal(tdg_vocabulary_build(&vocabulary, &streams, NULL, &options, NULL), 0);
        assert_int_equal(vocabulary.columns, 0);
        assert_int_equal(vocabulary.counted, articles);
        tdg_vocabulary_done(&vocabulary);
        tdg_vocabulary_done(&vocabulary);
        free_streams(&streams);
    }
}

static void a_share_beyond_one_is_refused(void **state)
{
    (void)state;
    static const double shares[] = {-0.1, 1.1, (double)NAN};
    struct tdg_streams streams = streams_of(NULL, 0);
    for (size_t i = 0; i < 3; i++) {
        struct tdg_vector_options options = tdg_vector_defaults();
        struct tdg_vocabulary vocabulary = {.counted = 7};
        struct tdg_error error = {0};
        options.max_share = shares[i];
        assert_int_equal(tdg_vocabulary_build(&vocabulary, &streams, NULL, &options, &error),
                         TDG_EINVAL);
        assert_int_equal(error.status, TDG_EINVAL);
        assert_int_equal(vocabulary.counted, 7);
    }
    free_streams(&streams);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_choose_the_terms),
        cmocka_unit_test(words_of_no_subject_are_left_out_where_asked),
        cmocka_unit_test(copies_are_not_counted),
        cmocka_unit_test(limits_follow_the_size_of_the_corpus),
        cmocka_unit_test(limits_never_leave_nothing),
        cmocka_unit_test(no_articles_and_no_terms_are_fine),
        cmocka_unit_test(a_share_beyond_one_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
