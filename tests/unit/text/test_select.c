// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/text.h"

#include "base/workers.h"
#include "input/input.h"
#include "input/read.h"
#include "text/select.h"
#include "text/streams.h"
#include "unit/articles.h"

/* "trade war # tariff": the stems of an article, "|" for a break, "#" where its title ends. */
static void check(const struct tdg_streams *streams, size_t article, const char *expected)
{
    char text[400] = "";
    size_t at = 0;
    for (size_t i = streams->begin[article]; i < streams->begin[article + 1]; i++) {
        uint32_t term = streams->term[i];
        at += (size_t)snprintf(text + at, sizeof text - at, "%s%s%s", at ? " " : "",
                               i == streams->title_end[article] ? "# " : "",
                               term == TDG_BREAK ? "|" : streams->stem[term]);
    }
    assert_string_equal(text, expected);
}

static const char *phrase_of(const struct tdg_streams *streams, size_t article)
{
    struct tdg_phrases phrases = tdg_phrases_of(streams, article);
    return phrases.count ? streams->stem[phrases.items[0].term] : "";
}

/* "trade war" is a phrase by all articles, and stays one in the few that are left. */
static struct tdg_streams build(void)
{
    struct tdg_articles set = {0};
    struct tdg_streams streams = {0};
    struct tdg_text_options options = tdg_text_defaults();
    struct tdg_workers *workers = NULL;
    add_article(&set, "Steel exports", "Ministers meet.", "", "en");
    for (int i = 0; i < 12; i++)
        add_article(&set, "Trade war", i % 2 ? "Tariffs hurt farmers." : "Beans rot.", "", "en");
    add_article(&set, "", "", "", "en");
    add_article(&set, "Cup final", "A late goal.", "", "en");
    assert_int_equal(tdg_workers_new(&workers, 1, NULL), 0);
    assert_int_equal(tdg_streams_build(&streams, &set, &options, workers, NULL, NULL), 0);
    tdg_workers_free(workers);
    tdg_articles_done(&set);
    return streams;
}

static void what_stays_is_as_it_was(void **state)
{
    (void)state;
    struct tdg_streams streams = build();
    bool keep[15] = {false};
    keep[2] = keep[13] = keep[14] = true;
    uint32_t terms = streams.term_count;
    assert_string_equal(phrase_of(&streams, 2), "trade war");
    tdg_streams_select(&streams, keep);
    assert_int_equal(streams.articles, 3);
    assert_int_equal(streams.term_count, terms);
    check(&streams, 0, "trade war # | tariff hurt farmer");
    check(&streams, 1, "");
    check(&streams, 2, "cup final # | late goal");
    assert_string_equal(phrase_of(&streams, 0), "trade war");
    assert_string_equal(phrase_of(&streams, 2), "");
    tdg_streams_done(&streams);
}

static void all_and_none(void **state)
{
    (void)state;
    struct tdg_streams streams = build();
    bool keep[15];
    for (size_t i = 0; i < 15; i++)
        keep[i] = true;
    tdg_streams_select(&streams, keep);
    assert_int_equal(streams.articles, 15);
    check(&streams, 0, "steel export # | minist meet");
    check(&streams, 14, "cup final # | late goal");
    for (size_t i = 0; i < 15; i++)
        keep[i] = false;
    tdg_streams_select(&streams, keep);
    assert_int_equal(streams.articles, 0);
    assert_int_equal(streams.begin[0], 0);
    tdg_streams_done(&streams);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stays_is_as_it_was),
        cmocka_unit_test(all_and_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
