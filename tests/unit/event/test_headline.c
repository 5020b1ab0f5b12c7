// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/headline.h"

#include <tidings/types.h>

#include "input/read.h"
#include "text/streams.h"
#include "unit/articles.h"
#include "unit/event/hand_rows.h"

static struct hand_rows hand;
static struct tdg_articles articles;
static const char *titles[HAND_ROWS];
static uint32_t copy_of[HAND_ROWS], members[HAND_ROWS];
static uint8_t muted[HAND_ROWS];

static int set_up(void **state)
{
    (void)state;
    hand_rows_init(&hand);
    articles = (struct tdg_articles){0};
    memset(muted, 0, sizeof muted);
    return 0;
}

static int clean_up(void **state)
{
    (void)state;
    tdg_articles_done(&articles);
    return 0;
}

static void add(const char *title, const double weights[HAND_COLUMNS])
{
    size_t row = articles.count;
    add_article(&articles, title, "", "", "en");
    titles[row] = title;
    copy_of[row] = TDG_NONE;
    hand_rows_add(&hand, 1, 1, weights);
}

/* Of one event of all of them. */
static uint32_t headline(void)
{
    struct tdg_streams streams = {0};
    struct tdg_text_options text = tdg_text_defaults();
    assert_int_equal(tdg_streams_build(&streams, &articles, &text, NULL, NULL, NULL), 0);
    struct tdg_event_input input = {
        .streams = &streams, .copy_of = copy_of, .titles = titles, .muted = muted};
    for (uint32_t i = 0; i < articles.count; i++)
        members[i] = i;
    struct tdg_event event = {.headline = TDG_NONE, .members = members, .articles = articles.count};
    struct tdg_events events = {.items = &event, .count = 1};
    assert_int_equal(tdg_event_headlines(&events, &input, &hand.rows), 0);
    tdg_streams_done(&streams);
    return event.headline;
}

static void it_is_from_the_middle(void **state)
{
    (void)state;
    add("Harbour festival opens after quake", (double[HAND_COLUMNS]){0, 0, 1});
    add("Quake shakes capital of Ruritania", (double[HAND_COLUMNS]){1, 1});
    add("Quake kills dozens in Ruritania", (double[HAND_COLUMNS]){1, 0, 0, 1});
    add("Capital searches rubble after quake", (double[HAND_COLUMNS]){0, 1, 0, 0, 1});
    assert_int_equal(headline(), 1);
}

/* Of two titles the first is nearer to the middle, which a muted one makes. */
static uint32_t better(const char *first, const char *second)
{
    add(first, (double[HAND_COLUMNS]){1, 1});
    add(second, (double[HAND_COLUMNS]){1, 1, 0.5});
    add("Quake in the capital", (double[HAND_COLUMNS]){1, 1});
    muted[2] = TDG_MUTED_SOURCE;
    return headline();
}

/* Each of these ways to put it costs a title the place that it has by its words. */
static void manners_count_for_less(void **state)
{
    static const char *const worse[] = {
        "Did a quake shake the capital of Ruritania?",
        "Quake shakes capital of Ruritania – live!",
        "LIVE: quake shakes capital of Ruritania",
        "Quake shakes capital of Ruritania – as it happened",
        "Quake in the capital of Ruritania explained",
        "The capital of Ruritania: a quiz",
    };
    static const char plain[] = "Quake shakes Ruritania this morning";
    for (size_t i = 0; i < sizeof worse / sizeof *worse; i++) {
        set_up(state);
        assert_int_equal(better(worse[i], plain), 1);
        clean_up(state);
    }
    set_up(state); /* parts of words are no signs */
    assert_int_equal(better("Quake relived in Ruritania", plain), 0);
}

/* Not a copy, not what is muted; a tie is for the earlier one; of nobody else the worst is taken.
 */
static void copies_and_muted_ones_give_none(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++)
        add("Quake shakes capital of Ruritania", (double[HAND_COLUMNS]){1});
    assert_int_equal(headline(), 0);
    copy_of[0] = 3;
    muted[1] = TDG_MUTED_SOURCE;
    assert_int_equal(headline(), 2);
    copy_of[2] = 3;
    assert_int_equal(headline(), 3);
    muted[3] = TDG_MUTED_SOURCE;
    assert_int_equal(headline(), TDG_NONE);
}

static void a_title_of_any_length_is_read(void **state)
{
    (void)state;
    enum { LONG = 5000 };
    static char title[LONG];
    for (size_t i = 0; i + 1 < LONG; i++)
        title[i] = i % 6 == 5 ? ' ' : (char)('a' + i % 23);
    add("", (double[HAND_COLUMNS]){0});
    add(title, (double[HAND_COLUMNS]){1});
    assert_int_equal(headline(), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_is_from_the_middle, set_up, clean_up),
        cmocka_unit_test_setup_teardown(manners_count_for_less, set_up, clean_up),
        cmocka_unit_test_setup_teardown(copies_and_muted_ones_give_none, set_up, clean_up),
        cmocka_unit_test_setup_teardown(a_title_of_any_length_is_read, set_up, clean_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
