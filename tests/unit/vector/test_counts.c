// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/workers.h"

#include <stdint.h>

#include "text/text.h"
#include "unit/vector/streams.h"
#include "vector/counts.h"
#include "vector/matrix.h"
#include "vector/vector.h"
#include "vector/vocabulary.h"

static void rows_are_sorted_counts(void **state)
{
    (void)state;
    static const char *const article[] = {"cab a", "", " ", "bbbbc", "x"};
    static const uint32_t column[] = {0, 1, 2, 1, 2};
    static const float weight[] = {2, 1, 1, 4, 1};
    static const size_t begin[] = {0, 3, 3, 3, 5, 5};
    struct tdg_streams streams = streams_of(article, 5);
    struct tdg_vector_options options = tdg_vector_defaults();
    struct tdg_vocabulary vocabulary = {0};
    struct tdg_matrix counts = {0};
    options.max_terms = 3; /* leaves x out, which ties with a but comes later */
    assert_int_equal(tdg_vocabulary_build(&vocabulary, &streams, NULL, &options, NULL), 0);
    assert_int_equal(tdg_counts_build(&counts, &streams, &vocabulary, NULL, NULL), 0);
    assert_int_equal(counts.rows, 5);
    assert_int_equal(counts.columns, 3);
    assert_memory_equal(counts.begin, begin, sizeof begin);
    assert_memory_equal(counts.column, column, sizeof column);
    assert_memory_equal(counts.weight, weight, sizeof weight);
    tdg_matrix_done(&counts);
    tdg_vocabulary_done(&vocabulary);
    free_streams(&streams);
}

enum { ARTICLES = 1500, LENGTH = 24 };

/* Any number of threads gives the same bytes, and as many occurrences as there are terms. */
static void threads_do_not_matter(void **state)
{
    (void)state;
    static char text[ARTICLES][LENGTH + 1];
    static const char *article[ARTICLES];
    for (size_t i = 0; i < ARTICLES; i++) {
        for (size_t j = 0; j < LENGTH; j++)
            text[i][j] = (char)('a' + (i * i + 7 * j * j + i * j) % 26);
        article[i] = text[i];
    }
    struct tdg_streams streams = streams_of(article, ARTICLES);
    struct tdg_vector_options options = tdg_vector_defaults();
    struct tdg_vocabulary vocabulary = {0};
    struct tdg_matrix reference = {0};
    options.max_share = 1;
    assert_int_equal(tdg_vocabulary_build(&vocabulary, &streams, NULL, &options, NULL), 0);
    assert_int_equal(tdg_counts_build(&reference, &streams, &vocabulary, NULL, NULL), 0);
    size_t cells = reference.begin[ARTICLES];
    double occurrences = 0;
    for (size_t i = 0; i < cells; i++)
        occurrences += (double)reference.weight[i];
    assert_near(occurrences, (double)ARTICLES * LENGTH, 0);
    for (unsigned threads = 2; threads < 6; threads++) {
        struct tdg_workers *workers = NULL;
        struct tdg_matrix counts = {0};
        assert_int_equal(tdg_workers_new(&workers, threads, NULL), 0);
        assert_int_equal(tdg_counts_build(&counts, &streams, &vocabulary, workers, NULL), 0);
        assert_memory_equal(counts.begin, reference.begin, (ARTICLES + 1) * sizeof(size_t));
        assert_memory_equal(counts.column, reference.column, cells * sizeof(uint32_t));
        assert_memory_equal(counts.weight, reference.weight, cells * sizeof(float));
        tdg_matrix_done(&counts);
        tdg_workers_free(workers);
    }
    tdg_matrix_done(&reference);
    tdg_vocabulary_done(&vocabulary);
    free_streams(&streams);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_sorted_counts),
        cmocka_unit_test(threads_do_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
