// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/text.h"

#include "base/workers.h"
#include "input/input.h"
#include "input/read.h"
#include "text/sorted.h"
#include "text/streams.h"
#include "unit/articles.h"

static void sort(struct tdg_articles *set, unsigned threads)
{
    struct tdg_workers *workers = NULL;
    assert_int_equal(tdg_workers_new(&workers, threads, NULL), 0);
    assert_int_equal(tdg_bodies_sort(set, workers, NULL), 0);
    tdg_workers_free(workers);
}

static void words_are_sorted(void **state)
{
    (void)state;
    static const struct {
        const char *body, *sorted;
    } rows[] = {
        {"", ""},
        {" ... !?", ""},
        {"trade", "trade"},
        {"the war, the trade war", "the,\nthe,\ntrade,\nwar,\nwar"},
        {"b a B A 10 9", "10,\n9,\nA,\nB,\na,\nb"},
        /* A sentence began with one of them. */
        {"Steel rose. Trade in Steel fell", "Steel,\nSteel\n\nTrade,\nfell,\nin,\nrose"},
        {"so Steel it is. Trade, Trade. Trade", "Steel\n\nTrade\n\nTrade,\nTrade,\nis,\nit,\nso"},
        /* Signs that join, and those that do not. */
        {"U.S. 3.5 AT&T don't COVID-19 a/b", "3.5,\nAT&T,\nCOVID-19,\nU.S.,\na,\nb,\ndon't"},
        {"China\xE2\x80\x99s l'Europe", "China\xE2\x80\x99s,\nl'Europe"},
        {"see https://example.org/a?b=c now", "now,\nsee"},
        /* Shouted, but acronyms are. */
        {"U.S. AND AT&T SIGN A DEAL", "AT&T,\nU.S.,\na,\nand,\ndeal,\nsign"},
        /* Unicode */
        {"\xC3\xA9t\xC3\xA9 zoo \xC3\x84rger", "zoo,\n\xC3\x84rger,\n\xC3\xA9t\xC3\xA9"},
        {"中国经济。央行宣布提高利率抑制通货膨胀",
         "中国,\n利率,\n央行,\n宣布,\n抑制,\n提高,\n经济,\n膨胀,\n通货"},
        {"a0123456789012345678901234567890123456789012345678901234567890123456789 b", "b"},
    };
    struct tdg_articles set = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        add_article(&set, "The title stays", rows[i].body, "", "en");
    sort(&set, 1);
    for (size_t i = 0; i < set.count; i++) {
        assert_string_equal(set.items[i].body, rows[i].sorted);
        assert_string_equal(set.items[i].title, "The title stays");
    }
    tdg_articles_done(&set);
}

/* What the rules of words are about, up to `length` bytes of it and a NUL. */
static void joined_text(unsigned *seed, char *text, size_t length)
{
    static const char *const bits[] = {
        "THE ", "AT&T", "U.S.", "U.S", "Ab ",  "ab",  "\xC4\xB0",     "\xC5\x89",     ". ",
        ",",    "\n",   "\n\n", "-",   "'s",   "com", "\xE2\x80\x99", "\xE4\xB8\xAD", "1",
        "5.0",  ".co",  "www.", "@",   "://x", "Q",   "\xCC\x81",     "A&b",          " "};
    for (size_t at = 0; at < length;) {
        *seed = *seed * 1103515245U + 12345U;
        const char *bit = bits[(*seed >> 16) % (sizeof bits / sizeof *bits)];
        for (; *bit && at < length; bit++)
            text[at++] = *bit;
    }
    text[length] = '\0';
}

/* Whatever the body was. */
static void is_idempotent(void **state)
{
    (void)state;
    enum { ROUNDS = 6000, MOST = 300 };
    unsigned seed = 3;
    char text[MOST + 1];
    struct tdg_articles once = {0}, twice = {0};
    for (int round = 0; round < ROUNDS; round++) {
        (round % 2 ? joined_text : random_text)(&seed, text, (size_t)round % MOST);
        add_article(&once, "", text, "", "en");
    }
    sort(&once, 3);
    for (size_t i = 0; i < once.count; i++)
        add_article(&twice, "", once.items[i].body, "", "en");
    sort(&twice, 1);
    for (size_t i = 0; i < once.count; i++)
        assert_string_equal(twice.items[i].body, once.items[i].body);
    tdg_articles_done(&once);
    tdg_articles_done(&twice);
}

static const char *stem_at(const struct tdg_streams *streams, size_t at)
{
    return streams->term[at] == TDG_BREAK ? "|" : streams->stem[streams->term[at]];
}

/* The same terms as before, and a break between any two. */
static void readers_find_words_and_breaks(void **state)
{
    (void)state;
    static const char body[] = "The President\xE2\x80\x99s trade war hurt us. Trade with the US: "
                               "U.S. tariffs on AT&T's 5.5 tonnes\nALL SHOUTED WORDS HERE";
    static const char *const terms[] = {"5.5",   "at&t", "presid", "trade",  "u.s.",
                                        "u.s.",  "hurt", "shout",  "tariff", "tonn",
                                        "trade", "war",  "word"};
    struct tdg_articles set = {0};
    struct tdg_text_options options = tdg_text_defaults();
    struct tdg_streams plain = {0}, sorted = {0};
    add_article(&set, "", body, "", "en");
    assert_int_equal(tdg_streams_build(&plain, &set, &options, NULL, NULL, NULL), 0);
    sort(&set, 1);
    options.sorted = true;
    assert_int_equal(tdg_streams_build(&sorted, &set, &options, NULL, NULL, NULL), 0);
    assert_true(sorted.sorted && !plain.sorted);
    assert_int_equal(sorted.term_count, plain.term_count);
    size_t words = 0;
    for (size_t at = 0; at < plain.begin[1]; at++)
        words += plain.term[at] != TDG_BREAK;
    assert_int_equal(sorted.begin[1], 2 * words - 1);
    assert_int_equal(words, sizeof terms / sizeof *terms);
    for (size_t at = 0; at < sorted.begin[1]; at++)
        assert_string_equal(stem_at(&sorted, at), at % 2 ? "|" : terms[at / 2]);
    tdg_streams_done(&plain);
    tdg_streams_done(&sorted);
    tdg_articles_done(&set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_sorted),
        cmocka_unit_test(is_idempotent),
        cmocka_unit_test(readers_find_words_and_breaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
