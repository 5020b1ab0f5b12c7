// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/text.h"

#include <tidings/error.h>

#include "base/workers.h"
#include "input/input.h"
#include "input/read.h"
#include "text/streams.h"
#include "unit/articles.h"

static struct tdg_streams build(const struct tdg_articles *set,
                                const struct tdg_text_options *options, unsigned threads)
{
    struct tdg_workers *workers = NULL;
    struct tdg_streams streams = {0};
    assert_int_equal(tdg_workers_new(&workers, threads, NULL), 0);
    assert_int_equal(tdg_streams_build(&streams, set, options, workers, NULL, NULL), 0);
    tdg_workers_free(workers);
    return streams;
}

/* "ad sale # | boost": stems, "|" for a break, "#" where the title ends. */
static void describe(const struct tdg_streams *streams, size_t article, char *out, size_t size)
{
    size_t at = 0;
    out[0] = '\0';
    for (size_t i = streams->begin[article]; i < streams->begin[article + 1]; i++) {
        uint32_t term = streams->term[i];
        at += (size_t)snprintf(out + at, size - at, "%s%s%s", at ? " " : "",
                               i == streams->title_end[article] ? "# " : "",
                               term == TDG_BREAK ? "|" : streams->stem[term]);
    }
}

static void check_stream(const struct tdg_streams *streams, size_t article, const char *expected)
{
    char text[400];
    describe(streams, article, text, sizeof text);
    assert_string_equal(text, expected);
}

static const char *surface_of(const struct tdg_streams *streams, const char *stem)
{
    for (uint32_t t = 0; t < streams->term_count; t++)
        if (strcmp(streams->stem[t], stem) == 0)
            return streams->surface[t];
    return "(no such term)";
}

static void streams_have_breaks_where_text_has(void **state)
{
    (void)state;
    struct tdg_articles set = {0};
    struct tdg_text_options options = tdg_text_defaults();
    add_article(&set, "Trade war: the tariffs", "New tariffs. They hit us, not the US.", "", "en");
    add_article(&set, "", "Of the", "", "en");
    add_article(&set, "", "Only a body 2019 here", "", "en");
    add_article(&set, "Only title", "", "", "en");
    add_article(&set, "", "Der Handelskrieg", "", "de");
    add_article(&set, "1984", "2, 30.5 and 17%", "", "en");
    struct tdg_streams streams = build(&set, &options, 1);
    check_stream(&streams, 0, "trade war | tariff # | new tariff | hit | u.s.");
    check_stream(&streams, 1, "");
    check_stream(&streams, 2, "# bodi | 2019");
    check_stream(&streams, 3, "titl");
    check_stream(&streams, 4, "# handelskrieg");
    assert_int_equal(streams.title_end[3], streams.begin[4]);
    assert_int_equal(streams.begin[6], streams.begin[5]);
    tdg_streams_done(&streams);

    options.stem = options.stop_words = false;
    streams = build(&set, &options, 1);
    check_stream(&streams, 0,
                 "trade war | the tariffs # | new tariffs | they hit us | not the u.s.");
    tdg_streams_done(&streams);
    tdg_articles_done(&set);
}

static void surfaces_are_what_people_write(void **state)
{
    (void)state;
    struct tdg_articles set = {0};
    const struct tdg_text_options options = tdg_text_defaults();
    for (int i = 0; i < 5; i++)
        add_article(&set, "Tariffs Hurt Huawei Phones Everywhere Again", "Tariffs came.", "", "en");
    add_article(&set, "TARIFFS HURT HUAWEI PHONES", "", "", "en");
    add_article(&set, "",
                "Some tariffs on Huawei and a tariff. The 5G of the U.S. and the US and US.", "",
                "en");
    add_article(&set, "", "El tariff", "", "es"); /* the same term in another language */
    struct tdg_streams streams = build(&set, &options, 1);
    assert_string_equal(surface_of(&streams, "tariff"), "tariffs");
    assert_string_equal(surface_of(&streams, "huawei"), "Huawei");
    assert_string_equal(surface_of(&streams, "5g"), "5G");
    assert_string_equal(surface_of(&streams, "u.s."), "US");
    check_stream(&streams, 7, "# tariff");
    tdg_streams_done(&streams);
    tdg_articles_done(&set);
}

static void ready_tokens_are_taken_as_they_are(void **state)
{
    (void)state;
    struct tdg_articles set = {0};
    struct tdg_text_options options = tdg_text_defaults();
    options.words = false;
    add_article(&set, "", "the Sales sales\n2019\tx a.b,c", "", "en");
    char long_token[1000];
    memset(long_token, 'y', sizeof long_token - 1);
    long_token[sizeof long_token - 1] = '\0';
    add_article(&set, "title", long_token, "", "de");
    struct tdg_streams streams = build(&set, &options, 2);
    check_stream(&streams, 0, "# the Sales sales 2019 x a.b,c");
    assert_int_equal(streams.begin[2] - streams.begin[1], 3);
    assert_int_equal(streams.term_count, 8);
    assert_string_equal(surface_of(&streams, "Sales"), "Sales");
    assert_string_equal(surface_of(&streams, long_token), long_token);
    tdg_streams_done(&streams);
    tdg_articles_done(&set);
}

static void too_many_terms_are_refused(void **state)
{
    (void)state;
    struct tdg_articles set = {0};
    struct tdg_text_options options = tdg_text_defaults();
    struct tdg_streams streams = {0};
    struct tdg_error error = {0};
    options.max_terms = 2;
    add_article(&set, "", "alpha beta gamma", "", "");
    assert_int_equal(tdg_streams_build(&streams, &set, &options, NULL, NULL, &error), TDG_ELIMIT);
    assert_null(streams.begin);
    assert_true(error.message[0]);
    options.max_terms = 3;
    assert_int_equal(tdg_streams_build(&streams, &set, &options, NULL, NULL, &error), 0);
    tdg_streams_done(&streams);
    tdg_articles_done(&set);
}

static void no_articles_give_no_terms(void **state)
{
    (void)state;
    const struct tdg_articles set = {0};
    const struct tdg_text_options options = tdg_text_defaults();
    struct tdg_streams streams = build(&set, &options, 2);
    assert_int_equal(streams.articles, 0);
    assert_int_equal(streams.begin[0], 0);
    assert_int_equal(streams.term_count, 0);
    tdg_streams_done(&streams);
}

static void same_streams(const struct tdg_streams *a, const struct tdg_streams *b)
{
    assert_int_equal(a->articles, b->articles);
    assert_int_equal(a->term_count, b->term_count);
    assert_memory_equal(a->begin, b->begin, (a->articles + 1) * sizeof *a->begin);
    assert_memory_equal(a->title_end, b->title_end, a->articles * sizeof *a->title_end);
    assert_memory_equal(a->term, b->term, a->begin[a->articles] * sizeof *a->term);
    for (uint32_t t = 0; t < a->term_count; t++) {
        assert_string_equal(a->stem[t], b->stem[t]);
        assert_string_equal(a->surface[t], b->surface[t]);
    }
    assert_true(a->phrase_count > 0);
    assert_int_equal(a->phrase_count, b->phrase_count);
    assert_memory_equal(a->phrase_begin, b->phrase_begin,
                        (a->articles + 1) * sizeof *a->phrase_begin);
    assert_memory_equal(a->phrase, b->phrase, a->phrase_begin[a->articles] * sizeof *a->phrase);
}

enum { RANDOM_ARTICLES = 3000, RANDOM_BYTES = 600 };

/* Article i, whatever its place. */
static void add_random(struct tdg_articles *set, unsigned i)
{
    static const char *const languages[] = {"en", "de", "fr", "", "zh", "pl"};
    static const char *const words[] = {"trade",       "Tariffs",  "the",  "Huawei", "US",
                                        "der",         "l'Europe", "war.", "talks,", "5G",
                                        "\xC3\234ber", "2019",     "\n\n"};
    char text[RANDOM_BYTES + 1];
    char title[100] = "";
    unsigned seed = i * 7919U + 1;
    size_t length = i % RANDOM_BYTES;
    random_text(&seed, text, length / 2);
    for (size_t at = strlen(text); at + 12 < length;) {
        seed = seed * 1103515245U + 12345U;
        at += (size_t)snprintf(text + at, sizeof text - at, "%s%u ",
                               words[(seed >> 16) % (sizeof words / sizeof *words)], seed >> 30);
    }
    snprintf(title, sizeof title, "Number %s %s", words[i % 13], words[i / 13 % 13]);
    add_article(set, title, text, "", languages[i % 6]);
}

static void threads_and_order_change_nothing(void **state)
{
    (void)state;
    struct tdg_articles set = {0};
    struct tdg_articles reversed = {0};
    const struct tdg_text_options options = tdg_text_defaults();
    for (unsigned i = 0; i < RANDOM_ARTICLES; i++) {
        add_random(&set, i);
        add_random(&reversed, RANDOM_ARTICLES - 1 - i);
    }
    struct tdg_streams one = build(&set, &options, 1);
    for (size_t i = 0; i < one.begin[one.articles]; i++)
        assert_true(one.term[i] == TDG_BREAK || one.term[i] < one.term_count);
    for (uint32_t t = 1; t < one.term_count; t++)
        if (t != one.term_count - one.phrase_count)
            assert_true(strcmp(one.stem[t - 1], one.stem[t]) < 0);
    for (unsigned threads = 2; threads < 8; threads += 5) {
        struct tdg_streams more = build(&set, &options, threads);
        same_streams(&one, &more);
        tdg_streams_done(&more);
    }
    struct tdg_streams back = build(&reversed, &options, 2);
    assert_int_equal(back.term_count, one.term_count);
    for (uint32_t t = 0; t < one.term_count; t++) {
        assert_string_equal(back.stem[t], one.stem[t]);
        assert_string_equal(back.surface[t], one.surface[t]);
    }
    for (size_t i = 0; i < one.articles; i++) {
        size_t j = one.articles - 1 - i;
        size_t length = one.begin[i + 1] - one.begin[i];
        assert_int_equal(length, back.begin[j + 1] - back.begin[j]);
        if (length)
            assert_memory_equal(one.term + one.begin[i], back.term + back.begin[j],
                                length * sizeof *one.term);
    }
    tdg_streams_done(&back);
    tdg_streams_done(&one);
    tdg_articles_done(&set);
    tdg_articles_done(&reversed);
}

static void breaks_stand_alone_and_inside(void **state)
{
    (void)state;
    struct tdg_articles set = {0};
    const struct tdg_text_options options = tdg_text_defaults();
    for (unsigned i = 0; i < RANDOM_ARTICLES; i++)
        add_random(&set, i);
    struct tdg_streams streams = build(&set, &options, 2);
    for (size_t a = 0; a < streams.articles; a++) {
        size_t begin = streams.begin[a];
        size_t end = streams.begin[a + 1];
        assert_true(streams.title_end[a] >= begin && streams.title_end[a] <= end);
        for (size_t i = begin; i < end; i++)
            if (streams.term[i] == TDG_BREAK)
                assert_true(i > begin && i + 1 < end && streams.term[i + 1] != TDG_BREAK);
    }
    tdg_streams_done(&streams);
    tdg_articles_done(&set);
}

static void lists_of_stop_words(void **state)
{
    (void)state;
    assert_true(tdg_has_stop_words("en"));
    assert_true(tdg_has_stop_words("ru"));
    assert_false(tdg_has_stop_words("xx"));
    assert_false(tdg_has_stop_words(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(streams_have_breaks_where_text_has),
        cmocka_unit_test(surfaces_are_what_people_write),
        cmocka_unit_test(ready_tokens_are_taken_as_they_are),
        cmocka_unit_test(too_many_terms_are_refused),
        cmocka_unit_test(no_articles_give_no_terms),
        cmocka_unit_test(threads_and_order_change_nothing),
        cmocka_unit_test(breaks_stand_alone_and_inside),
        cmocka_unit_test(lists_of_stop_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
