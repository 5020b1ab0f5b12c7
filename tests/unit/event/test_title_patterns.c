// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/title_patterns.h"

#include <tidings/types.h>

#include "text/text.h"
#include "unit/story/events.h"

/* Of each kind one article a week, over ten weeks; each title has a word of its week. */
static const struct {
    const char *before[2], *after[2]; /* of even weeks and of odd ones */
    const char *body;
    bool same; /* without the word */
    int weeks;
    int expected[TDG_TEXT_PLACES];
} kinds[] = {
    /* at an end of all titles, regularly */
    {{"Zembla digest: ", "Zembla digest: "}, {"", ""}, NULL, false, 10, {2, 0, 0}},
    {{"", ""},
     {" delights | Opinion corner", " delights | Opinion corner"},
     NULL,
     false,
     10,
     {0, 3, 0}},
    {{"", ""}, {"", ""}, "Ambler answers callers about gardens", false, 10, {0, 0, 4}},
    /* nothing but a pattern */
    {{"Pandemic figures glance", "Pandemic figures glance"}, {"", ""}, NULL, true, 10, {3, 3, 0}},
    /* a name: also in the middle */
    {{"Grand Fenwick ", ""}, {"", " Grand Fenwick"}, NULL, false, 10, {0, 0, 0}},
    /* as long as a story lives */
    {{"Ruritania quake ", "Ruritania quake "}, {"", ""}, NULL, false, 5, {0, 0, 0}},
};
enum { KINDS = sizeof kinds / sizeof *kinds, WEEKS = 10, PLANTED = KINDS * WEEKS, TITLE = 64 };

static size_t plant(struct planted planted[PLANTED], int kind_of[PLANTED], int step)
{
    static const char *const words[WEEKS] = {"parade",  "harvest", "snowfall", "auction",
                                             "wedding", "eclipse", "strike",   "regatta",
                                             "census",  "jubilee"};
    static char title[PLANTED][TITLE];
    size_t count = 0;
    for (int week = 0; week < WEEKS; week += step)
        for (int kind = 0; kind < KINDS; kind++) {
            if (week >= kinds[kind].weeks)
                continue;
            snprintf(title[count], TITLE, "%s%s%s", kinds[kind].before[week % 2],
                     kinds[kind].same ? "" : words[week], kinds[kind].after[week % 2]);
            kind_of[count] = kind;
            planted[count] = (struct planted){title[count], 7 * week, 0, -1, kinds[kind].body};
            count++;
        }
    return count;
}

static struct events events;

static struct tdg_title_patterns formulas_of(const struct planted *planted, size_t count)
{
    struct tdg_title_patterns patterns = {0};
    events = (struct events){0};
    events_init(&events, planted, count, 7 * WEEKS);
    assert_int_equal(tdg_title_patterns_find(&patterns, &events.streams, events.published), 0);
    return patterns;
}

static void title_patterns_recur_at_regular_places(void **state)
{
    (void)state;
    struct planted planted[PLANTED];
    int kind_of[PLANTED];
    size_t count = plant(planted, kind_of, 1);
    struct tdg_title_patterns patterns = formulas_of(planted, count);
    for (size_t i = 0; i < count; i++)
        for (int place = 0; place < TDG_TEXT_PLACES; place++)
            if (patterns.words[place][events.row[i]] != kinds[kind_of[i]].expected[place])
                fail_msg("“%s”: %d words at place %d, not %d", planted[i].title,
                         patterns.words[place][events.row[i]], place,
                         kinds[kind_of[i]].expected[place]);
    uint32_t words[TDG_TEXT_PLACES * TDG_PATTERN_WORDS];
    assert_int_equal(tdg_title_pattern_words(words, &patterns, &events.streams, events.row[0]), 2);
    assert_string_equal(events.streams.surface[words[0]], "Zembla");
    assert_string_equal(events.streams.surface[words[1]], "digest");
    tdg_title_patterns_done(&patterns);
    events_done(&events);
}

/* In every fifth week is too rare, and what has no date has no weeks. */
static void rare_and_undated_ones_are_none(void **state)
{
    (void)state;
    struct planted planted[PLANTED];
    int kind_of[PLANTED];
    for (int undated = 0; undated < 2; undated++) {
        size_t count = plant(planted, kind_of, undated ? 1 : 5);
        for (size_t i = 0; undated && i < count; i++)
            planted[i].day = -1;
        struct tdg_title_patterns patterns = formulas_of(planted, count);
        for (size_t i = 0; i < events.articles.count; i++)
            for (int place = 0; place < TDG_TEXT_PLACES; place++)
                assert_int_equal(patterns.words[place][i], 0);
        tdg_title_patterns_done(&patterns);
        events_done(&events);
    }
}

/* Sorted words begin with the same ones week after week. */
static void sorted_bodies_have_no_start(void **state)
{
    (void)state;
    struct planted planted[PLANTED];
    int kind_of[PLANTED];
    size_t count = plant(planted, kind_of, 1);
    struct tdg_title_patterns patterns = formulas_of(planted, count);
    tdg_title_patterns_done(&patterns);
    events.streams.sorted = true;
    assert_int_equal(tdg_title_patterns_find(&patterns, &events.streams, events.published), 0);
    for (size_t i = 0; i < count; i++) {
        const int *expected = kinds[kind_of[i]].expected;
        uint32_t row = events.row[i];
        assert_int_equal(patterns.words[TDG_TITLE_START][row], expected[TDG_TITLE_START]);
        assert_int_equal(patterns.words[TDG_TITLE_END][row], expected[TDG_TITLE_END]);
        assert_int_equal(patterns.words[TDG_BODY_START][row], 0);
    }
    tdg_title_patterns_done(&patterns);
    events_done(&events);
}

/* Articles of a column are joined by what else they say, and one that only repeats it, with its
 * copies, is no story. */
static void title_patterns_link_nothing(void **state)
{
    (void)state;
    struct planted planted[PLANTED];
    int kind_of[PLANTED];
    size_t count = plant(planted, kind_of, 1);
    int first = -1;
    for (size_t i = 0; i < count; i++)
        if (kind_of[i] == 3) {
            planted[i].copy_of = first;
            first = first < 0 ? (int)i : first;
        }
    events = (struct events){0};
    events_init(&events, planted, count, 7 * WEEKS);
    struct tdg_stories stories = events_stories(&events, NULL);
    for (size_t i = 0; i < count; i++) {
        uint32_t story = stories.story[events.row[i]];
        if (kind_of[i] == 3)
            assert_int_equal(story, TDG_NONE);
        for (size_t k = 0; k < i && kind_of[i] == 0; k++)
            if (kind_of[k] == 0 && story != TDG_NONE)
                assert_int_not_equal(story, stories.story[events.row[k]]);
    }
    tdg_stories_done(&stories);
    events_done(&events);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(title_patterns_recur_at_regular_places),
        cmocka_unit_test(rare_and_undated_ones_are_none),
        cmocka_unit_test(sorted_bodies_have_no_start),
        cmocka_unit_test(title_patterns_link_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
