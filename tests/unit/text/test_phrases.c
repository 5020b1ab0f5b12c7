// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/text.h"

#include "input/input.h"
#include "input/read.h"
#include "text/streams.h"
#include "unit/articles.h"

/* The texts of a case stand among this many others, whose words come in any order. */
enum { OTHERS = 400, TEXTS = 2 };

static const struct {
    struct {
        const char *text;
        int times;
    } texts[TEXTS];
    const char *stem;
    const char *surface; /* NULL: it is no phrase */
} cases[] = {
    {{{"Of a trade war.", 5}}, "trade war", "trade war"},
    {{{"Of a trade war.", 2}}, "trade war", NULL}, /* too rare */
    {{{"They trade. War.", 9}}, "trade war", NULL},
    {{{"They trade the war.", 9}}, "trade war", NULL},
    /* The words and letters that most people use, whatever headlines look like. */
    {{{"Trade War Looms Over Many Ports", 9}, {"Of a trade war.", 3}}, "trade war", "trade war"},
    {{{"Of the interest rates.", 4}, {"Of an interest rate.", 3}},
     "interest rate",
     "interest rates"},
    {{{"In the Czech Republic.", 5}}, "czech republ", "Czech Republic"},
    /* Three words, and no part that hardly stands in anything else. */
    {{{"In the New York Times.", 6}}, "new york time", "New York Times"},
    {{{"In the New York Times.", 6}}, "york time", NULL},
    {{{"In the New York Times.", 6}}, "new york", NULL},
    {{{"In the New York Times.", 6}, {"In New York.", 6}}, "new york", "New York"},
    {{{"In the New York Times.", 6}, {"In New York.", 6}}, "new york time", "New York Times"},
    /* A name goes on as a name only. */
    {{{"As Jim Cramer explains.", 6}, {"As Jim Cramer.", 4}}, "jim cramer", "Jim Cramer"},
    {{{"As Jim Cramer explains.", 6}, {"As Jim Cramer.", 4}}, "jim cramer explain", NULL},
    {{{"It said blah blah blah.", 9}}, "blah blah", NULL},
};

static void add_others(struct tdg_articles *set)
{
    unsigned seed = 1;
    for (int i = 0; i < OTHERS; i++) {
        char text[200];
        size_t at = 0;
        for (int j = 0; j < 12; j++) {
            seed = seed * 1103515245U + 12345U;
            at += (size_t)snprintf(text + at, sizeof text - at, "%c%c%c ",
                                   'b' + (char)(seed >> 16) % 3, "aeiou"[(seed >> 20) % 5],
                                   'k' + (char)(seed >> 24) % 3);
        }
        add_article(set, "", text, "", "en");
    }
}

static struct tdg_streams build(struct tdg_articles *set, bool phrases)
{
    struct tdg_streams streams = {0};
    struct tdg_text_options options = tdg_text_defaults();
    options.phrases = phrases;
    assert_int_equal(tdg_streams_build(&streams, set, &options, NULL, NULL, NULL), 0);
    return streams;
}

/* The number of a phrase, or of a word, by its stem; TDG_NONE for none. */
static uint32_t find(const struct tdg_streams *streams, const char *stem)
{
    for (uint32_t t = 0; t < streams->term_count; t++)
        if (strcmp(streams->stem[t], stem) == 0)
            return t;
    return TDG_NONE;
}

static void phrases_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tdg_articles set = {0};
        add_others(&set);
        for (size_t t = 0; t < TEXTS; t++)
            for (int n = 0; n < cases[i].texts[t].times; n++)
                add_article(&set, t ? "" : cases[i].texts[t].text, t ? cases[i].texts[t].text : "",
                            "", "en");
        struct tdg_streams streams = build(&set, true);
        uint32_t term = find(&streams, cases[i].stem);
        if (!cases[i].surface && term != TDG_NONE)
            fail_msg("case %zu: '%s' is a phrase", i, cases[i].stem);
        if (cases[i].surface) {
            if (term == TDG_NONE)
                fail_msg("case %zu: '%s' is no phrase", i, cases[i].stem);
            assert_string_equal(streams.surface[term], cases[i].surface);
            assert_true(term >= streams.term_count - streams.phrase_count);
        }
        tdg_streams_done(&streams);
        tdg_articles_done(&set);
    }
}

static void phrases_know_their_places(void **state)
{
    (void)state;
    struct tdg_articles set = {0};
    add_others(&set);
    for (int i = 0; i < 5; i++)
        add_article(&set, "Grain", "Trade war. A trade war!", "", "en");
    struct tdg_streams streams = build(&set, true);
    struct tdg_phrases phrases = tdg_phrases_of(&streams, OTHERS);
    uint32_t war = find(&streams, "trade war");
    assert_int_equal(phrases.count, 2);
    for (size_t p = 0; p < 2; p++) {
        const uint32_t *term = streams.term + streams.begin[OTHERS] + phrases.items[p].at;
        assert_int_equal(phrases.items[p].term, war);
        assert_string_equal(streams.stem[term[0]], "trade");
        assert_string_equal(streams.stem[term[1]], "war");
    }
    tdg_streams_done(&streams);
    streams = build(&set, false);
    assert_int_equal(streams.phrase_count, 0);
    assert_int_equal(tdg_phrases_of(&streams, OTHERS).count, 0);
    tdg_streams_done(&streams);
    tdg_articles_done(&set);
}

/* Open and closed spellings of one word, how often each, and the surface where they are one term.
 */
static const struct {
    int open, closed;
    const char *surface;
} compounds[] = {
    {6, 9, "cybersecurity"},
    {9, 6, "cyber security"},
    {20, 3, NULL}, /* the closed one is a misspelling */
    {6, 1, NULL},
    {1, 20, NULL},
};

static void compounds_are_one_term(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof compounds / sizeof *compounds; i++) {
        struct tdg_articles set = {0};
        add_others(&set);
        for (int n = 0; n < compounds[i].open; n++)
            add_article(&set, "cyber security", "All of cyber security now.", "", "en");
        for (int n = 0; n < compounds[i].closed; n++)
            add_article(&set, "", "All of cybersecurity now. And it is cybersecurity.", "", "en");
        struct tdg_streams streams = build(&set, true);
        uint32_t term = find(&streams, "cybersecur");
        size_t begin = streams.begin[OTHERS], end = streams.begin[OTHERS + 1];
        assert_true(term != TDG_NONE);
        if (compounds[i].surface) {
            assert_string_equal(streams.surface[term], compounds[i].surface);
            assert_int_equal(streams.term[begin], term);
            assert_int_equal(streams.title_end[OTHERS], begin + 1);
            assert_int_equal(streams.term[begin + 1], TDG_BREAK);
            assert_int_equal(streams.term[begin + 2], term);
            assert_int_equal(end - begin, 3);
        } else {
            assert_int_equal(end - begin, 5);
            assert_int_equal(streams.title_end[OTHERS], begin + 2);
        }
        tdg_streams_done(&streams);
        tdg_articles_done(&set);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_are_found),
        cmocka_unit_test(phrases_know_their_places),
        cmocka_unit_test(compounds_are_one_term),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
