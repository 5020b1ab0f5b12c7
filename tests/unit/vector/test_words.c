// SPDX-License-Identifier: GPL-3.0-or-later
/* Looking words up, and what articles mean by a table made by hand. */
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <tidings/types.h>

#include "base/workers.h"
#include "text/text.h"
#include "unit/vector/rows.h"
#include "vector/matrix.h"
#include "vector/meaning.h"
#include "vector/vector.h"
#include "vector/word_table.h"
#include "vector/words.h"

enum { ARTICLES = 400, COLUMNS = 4, WORDS = 5 };

static const char text[] = "bank\0goal\0loan\0match\0u.s.";
static const uint32_t begin[WORDS] = {0, 5, 10, 15, 21};
/* They differ most in the last column, which says nothing about their subjects. */
static const int8_t value[WORDS * COLUMNS] = {
    40, 0,  0,  120,  /* bank */
    0,  40, 0,  120,  /* goal */
    38, 4,  0,  -120, /* loan */
    4,  38, 0,  -120, /* match */
    0,  0,  40, 10,   /* u.s. */
};
static const uint16_t scale[WORDS] = {1, 1, 1, 1, 1};

static const struct tdg_word_table table = {.name = "by hand",
                                            .words = WORDS,
                                            .columns = COLUMNS,
                                            .text = text,
                                            .begin = begin,
                                            .scale = scale,
                                            .value = value};

static void every_word_is_found_and_no_other(void **state)
{
    (void)state;
    static const char *const others[] = {"", "a", "ban", "banks", "zebra", "goa", "u.s"};
    for (uint32_t w = 0; w < WORDS; w++)
        assert_int_equal(tdg_word_find(&table, text + begin[w]), w);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(tdg_word_find(&table, others[i]), TDG_NONE);
    static const struct tdg_word_table none = {0};
    assert_int_equal(tdg_word_find(&none, "bank"), TDG_NONE);
}

static void the_built_in_words_are_in_order(void **state)
{
    (void)state;
    const struct tdg_word_table *built = &tdg_word_table;
    assert_true((tdg_word_table_name() != NULL) == (built->words > 0));
    for (uint32_t w = 0; w < built->words; w++) {
        const char *word = built->text + built->begin[w];
        if (w > 0)
            assert_true(strcmp(built->text + built->begin[w - 1], word) < 0);
        assert_int_equal(tdg_word_find(built, word), w);
    }
}

/* Articles of one word each, in turn; term t is word t of the table, but the acronym, whose
 * spelling is another word's. */
struct pile {
    struct tdg_matrix rows;
    struct tdg_vocabulary vocabulary;
    struct tdg_streams streams;
    bool english[ARTICLES];
    uint32_t copy_of[ARTICLES];
};

static uint32_t terms[WORDS] = {0, 1, 2, 3, 4};
static const char *stems[WORDS] = {"bank", "goal", "loan", "match", "u.s."};
static const char *surfaces[WORDS] = {"Bank", "goal", "LOAN", "match", "bank"};

static struct pile pile_of(size_t english)
{
    struct pile pile = {.vocabulary = {.columns = WORDS, .term = terms},
                        .streams = {.term_count = WORDS, .stem = stems, .surface = surfaces}};
    double *dense = calloc(ARTICLES * WORDS, sizeof *dense);
    assert_non_null(dense);
    for (size_t i = 0; i < ARTICLES; i++) {
        dense[i * WORDS + i % WORDS] = 1;
        pile.english[i] = i < english;
        pile.copy_of[i] = i == 7 ? 2 : TDG_NONE;
    }
    pile.rows = rows_of(dense, ARTICLES, WORDS);
    free(dense);
    return pile;
}

static struct tdg_meaning meaning_of(struct pile *pile, struct tdg_workers *workers)
{
    struct tdg_meaning meaning = {0};
    struct tdg_meaning_input input = {&pile->rows,   &pile->vocabulary, &pile->streams,
                                      pile->copy_of, pile->english,     &table};
    assert_int_equal(tdg_meaning_build(&meaning, &input, workers, NULL), 0);
    return meaning;
}

static int product(const struct tdg_meaning *meaning, size_t i, size_t j)
{
    int sum = 0;
    for (uint32_t c = 0; c < COLUMNS; c++)
        sum += meaning->value[i * COLUMNS + c] * meaning->value[j * COLUMNS + c];
    return sum;
}

static void like_words_are_alike(void **state)
{
    (void)state;
    const int unit = TDG_MEANING_UNIT * TDG_MEANING_UNIT;
    struct pile pile = pile_of(ARTICLES - 10);
    struct tdg_meaning meaning = meaning_of(&pile, NULL);
    assert_int_equal(meaning.columns, COLUMNS);
    assert_true(product(&meaning, 0, 2) > product(&meaning, 0, 1)); /* bank, loan, goal */
    assert_true(product(&meaning, 1, 3) > product(&meaning, 1, 2)); /* goal, match, loan */
    assert_true(product(&meaning, 0, 4) < unit / 2);                /* U.S. is no bank */
    for (size_t i = 0; i < ARTICLES; i++) {
        bool counts = pile.english[i] && pile.copy_of[i] == TDG_NONE;
        assert_true((meaning.share[i] > 0) == counts);
        assert_true(abs(product(&meaning, i, i) - (counts ? unit : 0)) < unit / 1000);
    }
    tdg_meaning_done(&meaning);
    tdg_matrix_done(&pile.rows);
}

static void few_or_other_articles_have_none(void **state)
{
    (void)state;
    static const size_t english[] = {0, 100};
    for (size_t i = 0; i < 2; i++) {
        struct pile pile = pile_of(english[i]);
        struct tdg_meaning meaning = meaning_of(&pile, NULL);
        assert_int_equal(meaning.columns, 0);
        assert_null(meaning.value);
        tdg_matrix_done(&pile.rows);
    }
}

static void rows_keep_their_length(void **state)
{
    (void)state;
    struct pile pile = pile_of(ARTICLES - 10);
    struct tdg_meaning meaning = meaning_of(&pile, NULL);
    struct tdg_dense rows = {ARTICLES, 2, calloc(ARTICLES * 2, sizeof *rows.value)};
    assert_non_null(rows.value);
    for (size_t i = 0; i < ARTICLES; i++)
        rows.value[2 * i] = 0.6F, rows.value[2 * i + 1] = 0.8F;
    assert_int_equal(tdg_meaning_join(&rows, &meaning, NULL), 0);
    assert_int_equal(rows.columns, 2 + COLUMNS);
    for (size_t i = 0; i < ARTICLES; i++) {
        double square = 0;
        for (uint32_t c = 0; c < rows.columns; c++)
            square +=
                (double)rows.value[i * rows.columns + c] * (double)rows.value[i * rows.columns + c];
        assert_true(fabs(square - 1) < 1e-4);
    }
    assert_true(rows.value[(ARTICLES - 1) * rows.columns] == 0.6F); /* not English: as it was */
    tdg_dense_done(&rows);
    tdg_meaning_done(&meaning);
    tdg_matrix_done(&pile.rows);
}

static void threads_do_not_matter(void **state)
{
    (void)state;
    struct pile pile = pile_of(ARTICLES - 10);
    struct tdg_workers *workers = NULL;
    assert_int_equal(tdg_workers_new(&workers, 3, NULL), 0);
    struct tdg_meaning one = meaning_of(&pile, NULL), other = meaning_of(&pile, workers);
    assert_memory_equal(one.value, other.value, ARTICLES * COLUMNS * sizeof *one.value);
    assert_memory_equal(one.share, other.share, ARTICLES * sizeof *one.share);
    tdg_meaning_done(&one);
    tdg_meaning_done(&other);
    tdg_workers_free(workers);
    tdg_matrix_done(&pile.rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_found_and_no_other),
        cmocka_unit_test(the_built_in_words_are_in_order),
        cmocka_unit_test(like_words_are_alike),
        cmocka_unit_test(few_or_other_articles_have_none),
        cmocka_unit_test(rows_keep_their_length),
        cmocka_unit_test(threads_do_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
