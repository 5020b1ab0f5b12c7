// SPDX-License-Identifier: GPL-3.0-or-later
/* Words that share a stem by accident. */
#include "text/text.h"

#include "base/workers.h"
#include "input/input.h"
#include "input/read.h"
#include "text/streams.h"
#include "text/variants.h"
#include "unit/articles.h"

enum { TOWN = 6, PRESIDENT = 4, BOTH = 2, ALL = TOWN + PRESIDENT + BOTH };

static struct tdg_streams build(const struct tdg_articles *set, unsigned threads)
{
    struct tdg_workers *workers = NULL;
    struct tdg_streams streams = {0};
    struct tdg_text_options options = tdg_text_defaults();
    assert_int_equal(tdg_workers_new(&workers, threads, NULL), 0);
    assert_int_equal(tdg_streams_build(&streams, set, &options, workers, NULL, NULL), 0);
    tdg_workers_free(workers);
    return streams;
}

static uint32_t term_of(const struct tdg_streams *streams, const char *stem)
{
    for (uint32_t t = 0; t < streams->term_count; t++)
        if (strcmp(streams->stem[t], stem) == 0)
            return t;
    fail_msg("there is no term %s", stem);
    return TDG_NONE;
}

static struct tdg_articles corpus(void)
{
    struct tdg_articles set = {0};
    for (size_t i = 0; i < TOWN; i++)
        add_article(&set, "", "la ville de Béja attend la pluie", "", "fr");
    for (size_t i = 0; i < PRESIDENT; i++)
        add_article(&set, "", "le président Béji parle, on écoute Béji", "", "fr");
    for (size_t i = 0; i < BOTH; i++)
        add_article(&set, "", "le président Béji visite la ville de Béja", "", "fr");
    return set;
}

static void a_term_is_shown_as_its_articles_write_it(void **state)
{
    (void)state;
    struct tdg_articles set = corpus();
    struct tdg_streams streams = build(&set, 1);
    uint32_t rows[ALL], term = term_of(&streams, "bej");
    for (uint32_t i = 0; i < ALL; i++)
        rows[i] = i;
    const char *usual = streams.surface[term];
    assert_true(strcmp(usual, "Béja") == 0 || strcmp(usual, "Béji") == 0);
    assert_string_equal(tdg_surface_among(&streams, term, rows, TOWN, TOWN), "Béja");
    assert_string_equal(tdg_surface_among(&streams, term, rows + TOWN, PRESIDENT, PRESIDENT),
                        "Béji");
    /* Where both are written the usual word stays. */
    assert_string_equal(tdg_surface_among(&streams, term, rows, ALL, ALL), usual);
    assert_string_equal(tdg_surface_among(&streams, term, NULL, 0, 0), usual);
    tdg_streams_done(&streams);
    tdg_articles_done(&set);
}

static void threads_change_nothing(void **state)
{
    (void)state;
    struct tdg_articles set = corpus();
    struct tdg_streams one = build(&set, 1), many = build(&set, 4);
    assert_int_equal(one.variants.count, many.variants.count);
    for (size_t i = 0; i < one.variants.count; i++) {
        assert_int_equal(one.variants.items[i].term, many.variants.items[i].term);
        assert_string_equal(one.variants.text[one.variants.items[i].text],
                            many.variants.text[many.variants.items[i].text]);
    }
    tdg_streams_done(&one);
    tdg_streams_done(&many);
    tdg_articles_done(&set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_term_is_shown_as_its_articles_write_it),
        cmocka_unit_test(threads_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
