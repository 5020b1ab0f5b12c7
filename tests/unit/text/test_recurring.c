// SPDX-License-Identifier: GPL-3.0-or-later
/* Recurring columns of titles, and what looks like them. */
#include "text/text.h"

#include "base/workers.h"
#include "input/input.h"
#include "input/read.h"
#include "text/recurring.h"
#include "text/streams.h"
#include "unit/articles.h"

enum { DAYS = 300, DAY = 86400, WORDS = 48, PER_DAY = 2, TITLE = 128 };

/* What is published every so many days: a title made of two of the words, with something before or
 * after it. */
static const struct kind {
    const char *before, *after;
    const char *body;
    int first, last, every;    /* days */
    uint32_t opening, closing; /* places of the stream that are found to be a column */
    bool alone;                /* nothing else in the title */
} kinds[] = {
    {"Morning briefing: ", "", "", 0, DAYS, 10, 2, 0, false},
    {"The Fenwick view on ", "", "", 0, DAYS, 10, 2, 0, false},
    {"", " | Jane Marlow", "", 0, DAYS, 10, 0, 2, false},
    {"", " obituary", "", 0, DAYS, 10, 0, 1, false},
    {"Condolences", "", "mourners grief funeral chapel wreath candle", 0, DAYS, 10, 1, 1, true},
    /* for two months only */
    {"Election night live: ", "", "", 60, 120, 10, 0, 0, false},
    /* a name, which begins some titles and ends others */
    {"Ruritania ", "", "", 0, DAYS, 10, 0, 0, false},
    {"", " Ruritania", "", 0, DAYS, 10, 0, 0, false},
    /* written about elsewhere */
    {"Zembla ", "", "", 0, DAYS, 10, 0, 0, false},
    {"", "", "yesterday Zembla again", 0, DAYS, 10, 0, 0, false},
    /* whose articles are about one thing */
    {"Karst dividend ", "", "record payable quarterly shareholders trustees", 0, DAYS, 10, 0, 0,
     false},
    /* comes as evenly as a column, but the plague is what everybody writes about for a month */
    {"Plague update: ", "", "", 0, DAYS, 10, 0, 0, false},
    {"Grand", " plague strikes", "", 150, 180, 1, 0, 0, false},
    {"Old", " plague spreads", "", 150, 180, 1, 0, 0, false},
    {"Wide", " plague empties", "", 150, 180, 1, 0, 0, false},
    {"Late", " plague closes", "", 150, 180, 1, 0, 0, false},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static const char *const words[WORDS] = {
    "parade",  "harvest", "snowfall", "auction", "wedding",  "eclipse",  "strike",  "regatta",
    "census",  "jubilee", "tunnel",   "bridge",  "orchard",  "ferry",    "museum",  "castle",
    "volcano", "glacier", "harbour",  "railway", "theatre",  "library",  "factory", "quarry",
    "lottery", "opera",   "circus",   "meadow",  "canal",    "windmill", "bakery",  "brewery",
    "stadium", "airport", "forest",   "island",  "market",   "school",   "clinic",  "prison",
    "pension", "salary",  "tariff",   "subsidy", "mortgage", "currency", "budget",  "customs"};

static const char *draw(unsigned *seed)
{
    *seed = *seed * 1103515245U + 12345U;
    return words[(*seed >> 16) % WORDS];
}

struct corpus {
    struct tdg_articles set;
    struct tdg_streams streams;
    int64_t published[DAYS * (PER_DAY + KINDS)];
    int kind[DAYS * (PER_DAY + KINDS)]; /* KINDS: of none */
};

static void put(struct corpus *corpus, const char *title, const char *body, int day, int kind)
{
    corpus->published[corpus->set.count] = (int64_t)day * DAY;
    corpus->kind[corpus->set.count] = kind;
    add_article(&corpus->set, title, body, "", "en");
}

static struct corpus *corpus_new(void)
{
    struct corpus *corpus = calloc(1, sizeof *corpus);
    assert_non_null(corpus);
    unsigned seed = 7;
    char title[TITLE];
    for (int day = 0; day < DAYS; day++) {
        for (int i = 0; i < PER_DAY; i++) {
            const char *first = draw(&seed), *second = draw(&seed);
            snprintf(title, sizeof title, "%s %s %s", first, second, draw(&seed));
            put(corpus, title, "", day, KINDS);
        }
        for (int k = 0; k < KINDS; k++) {
            const char *first = draw(&seed), *second = draw(&seed);
            if ((day + k) % kinds[k].every || day < kinds[k].first || day >= kinds[k].last)
                continue;
            snprintf(title, sizeof title, "%s%s %s%s", kinds[k].before, first, second,
                     kinds[k].after);
            put(corpus, kinds[k].alone ? kinds[k].before : title, kinds[k].body, day, k);
        }
    }
    struct tdg_workers *workers = NULL;
    struct tdg_text_options options = tdg_text_defaults();
    options.stem = options.phrases = false;
    assert_int_equal(tdg_workers_new(&workers, 1, NULL), 0);
    assert_int_equal(
        tdg_streams_build(&corpus->streams, &corpus->set, &options, workers, NULL, NULL), 0);
    tdg_workers_free(workers);
    return corpus;
}

static void corpus_free(struct corpus *corpus)
{
    tdg_streams_done(&corpus->streams);
    tdg_articles_done(&corpus->set);
    free(corpus);
}

static void columns_are_found_and_subjects_are_not(void **state)
{
    (void)state;
    struct corpus *corpus = corpus_new();
    assert_int_equal(tdg_recurring_columns_find(&corpus->streams, corpus->published, NULL), 0);
    const struct tdg_recurring_columns *recurring = &corpus->streams.recurring;
    assert_non_null(recurring->opening);
    for (size_t i = 0; i < corpus->set.count; i++) {
        const char *title = corpus->set.items[i].title;
        uint32_t opening = 0, closing = 0;
        if (corpus->kind[i] < KINDS) {
            opening = kinds[corpus->kind[i]].opening;
            closing = kinds[corpus->kind[i]].closing;
        }
        if ((recurring->opening[i] != 0) != (opening != 0) ||
            (recurring->closing[i] != 0) != (closing != 0))
            fail_msg("“%s”: %d places at the start and %d at the end, not %d and %d", title,
                     recurring->opening[i], recurring->closing[i], (int)opening, (int)closing);
    }
    corpus_free(corpus);
}

static void columns_are_listed(void **state)
{
    (void)state;
    static const struct {
        const char *words[2];
        enum tdg_text_place place;
    } expected[] = {
        {{"Morning", "briefing"}, TDG_TITLE_START}, {{"Fenwick", "view"}, TDG_TITLE_START},
        {{"Jane", "Marlow"}, TDG_TITLE_END},        {{"obituary", NULL}, TDG_TITLE_END},
        {{"Condolences", NULL}, TDG_TITLE_START},   {{"Condolences", NULL}, TDG_TITLE_END}};
    enum { EXPECTED = sizeof expected / sizeof *expected };
    struct corpus *corpus = corpus_new();
    assert_int_equal(tdg_recurring_columns_find(&corpus->streams, corpus->published, NULL), 0);
    const struct tdg_recurring_columns *recurring = &corpus->streams.recurring;
    assert_int_equal(recurring->count, EXPECTED);
    assert_int_equal(recurring->titles, 5 * DAYS / 10);
    for (size_t e = 0; e < EXPECTED; e++) {
        size_t found = 0;
        for (size_t i = 0; i < recurring->count; i++) {
            const struct tdg_recurring_column *column = &recurring->items[i];
            bool same = column->place == expected[e].place &&
                        column->words == 1U + (expected[e].words[1] != NULL);
            for (uint32_t w = 0; same && w < column->words; w++)
                same = strcmp(corpus->streams.surface[column->term[w]], expected[e].words[w]) == 0;
            found += same;
            if (same)
                assert_int_equal(column->articles, DAYS / 10);
        }
        if (found != 1)
            fail_msg("%s: found %zu times", expected[e].words[0], found);
    }
    corpus_free(corpus);
}

/* "Morning briefing: budget morning" has one of its two "morning" left, and none of "briefing". */
static void only_the_place_is_left_out(void **state)
{
    (void)state;
    struct corpus *corpus = corpus_new();
    assert_int_equal(tdg_recurring_columns_find(&corpus->streams, corpus->published, NULL), 0);
    const struct tdg_streams *streams = &corpus->streams;
    for (size_t i = 0; i < corpus->set.count; i++) {
        size_t left = 0;
        for (size_t at = streams->begin[i]; at < streams->begin[i + 1]; at++)
            left += streams->term[at] != TDG_BREAK && !tdg_in_recurring_column(streams, i, at);
        if (corpus->kind[i] < 4)
            assert_int_equal(left, 2);
        if (corpus->kind[i] == 4)
            assert_int_equal(left, 6); /* its body */
    }
    corpus_free(corpus);
}

/* What nobody can say to come again and again is none: no dates, all on one day, copies. */
static void without_regular_originals_there_are_none(void **state)
{
    (void)state;
    for (int way = 0; way < 3; way++) {
        struct corpus *corpus = corpus_new();
        uint32_t *copy_of = tdg_alloc(corpus->set.count, sizeof *copy_of);
        assert_non_null(copy_of);
        for (size_t i = 0; i < corpus->set.count; i++) {
            copy_of[i] = way == 2 && i ? 0 : TDG_NONE;
            if (way < 2)
                corpus->published[i] = way == 0 ? TDG_NO_DATE : 0;
        }
        assert_int_equal(tdg_recurring_columns_find(&corpus->streams, corpus->published, copy_of),
                         0);
        assert_int_equal(corpus->streams.recurring.count, 0);
        assert_null(corpus->streams.recurring.opening);
        assert_false(tdg_in_recurring_column(&corpus->streams, 0, 0));
        free(copy_of);
        corpus_free(corpus);
    }
}

/* Copies and undated articles show nothing, but have the columns of the others. */
static void copies_and_undated_ones_are_marked(void **state)
{
    (void)state;
    struct corpus *corpus = corpus_new();
    size_t last = corpus->set.count - 1, copy = 0;
    uint32_t *copy_of = tdg_alloc(corpus->set.count, sizeof *copy_of);
    assert_non_null(copy_of);
    while (corpus->kind[last] != 0)
        last--;
    while (corpus->kind[copy] != 0)
        copy++;
    for (size_t i = 0; i < corpus->set.count; i++)
        copy_of[i] = i == copy ? 0 : TDG_NONE;
    for (size_t i = last; i < corpus->set.count; i++)
        corpus->published[i] = TDG_NO_DATE;
    assert_int_equal(tdg_recurring_columns_find(&corpus->streams, corpus->published, copy_of), 0);
    assert_non_null(corpus->streams.recurring.opening);
    assert_true(corpus->streams.recurring.opening[last] > 0);
    assert_true(corpus->streams.recurring.opening[copy] > 0);
    free(copy_of);
    corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_found_and_subjects_are_not),
        cmocka_unit_test(columns_are_listed),
        cmocka_unit_test(only_the_place_is_left_out),
        cmocka_unit_test(without_regular_originals_there_are_none),
        cmocka_unit_test(copies_and_undated_ones_are_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
