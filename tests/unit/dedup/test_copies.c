// SPDX-License-Identifier: GPL-3.0-or-later
#include "clean/clean.h"

#include <stdint.h>

#include <tidings/types.h>

#include "dedup/copies.h"
#include "input/read.h"
#include "unit/articles.h"

static int find_copies(const struct tdg_articles *set, uint32_t *copy_of,
                       struct tdg_workers *workers)
{
    const struct tdg_copy_options options = tdg_copy_defaults();
    return tdg_find_copies(set, copy_of, &options, workers, NULL);
}

static const char long_body[] =
    "One two three four five six seven eight nine ten. One two three four five six seven eight "
    "nine ten. One two three four five six seven eight nine ten, and the end.";
static const char long_body_again[] =
    "ONE two three - four five six seven eight nine ten! One, two three four five six seven eight "
    "nine ten. \"One two three four five six seven eight nine ten and the end\"";

static void copies_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *title;
        const char *body;
        uint32_t copy_of;
    } rows[] = {
        {"A title", "A short body", TDG_NONE},
        {"a TITLE!", "a short, body", 0},
        {"Another title", "A short body", TDG_NONE}, /* short: the title counts */
        {"One headline", long_body, TDG_NONE},
        {"Another headline", long_body_again, 3}, /* long: it does not */
        {"", "", TDG_NONE},
        {"...", "!", TDG_NONE}, /* no words: nobody's copy */
        {"A title A short", "body", TDG_NONE},
        {"A title", "A short body", 0}, /* of the first, not of its copy */
        {"A titleA", "short body", TDG_NONE},
        {"\xC3\x89t\xC3\xA9", "", TDG_NONE},
        {"\xC3\xA9T\xC3\x89", "", 10},
    };
    enum { COUNT = sizeof rows / sizeof *rows };
    struct tdg_articles set = {0};
    uint32_t copy_of[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        add_article(&set, rows[i].title, rows[i].body, "", "");
    assert_int_equal(find_copies(&set, copy_of, NULL), 0);
    for (size_t i = 0; i < COUNT; i++)
        if (copy_of[i] != rows[i].copy_of)
            fail_msg("article %zu is a copy of %u, not %u", i, copy_of[i], rows[i].copy_of);
    tdg_articles_done(&set);
}

/* What the table finds is what a comparison of all pairs finds, whatever the threads. */
static void as_pairs_say(void **state)
{
    (void)state;
    enum { COUNT = 2000, KINDS = 700 };
    struct tdg_articles set = {0};
    static uint32_t copy_of[COUNT];
    unsigned seed = 3;
    for (int i = 0; i < COUNT; i++) {
        char title[32];
        seed = seed * 1103515245U + 12345U;
        snprintf(title, sizeof title, "number %u", (seed >> 16) % KINDS);
        add_article(&set, title, "", "", "");
    }
    for (unsigned threads = 1; threads < 8; threads += 3) {
        struct tdg_workers *workers = NULL;
        assert_int_equal(tdg_workers_new(&workers, threads, NULL), 0);
        assert_int_equal(find_copies(&set, copy_of, workers), 0);
        tdg_workers_free(workers);
        for (uint32_t i = 0; i < COUNT; i++) {
            uint32_t first = 0;
            while (strcmp(set.items[first].title, set.items[i].title) != 0)
                first++;
            assert_int_equal(copy_of[i], first == i ? TDG_NONE : first);
        }
    }
    tdg_articles_done(&set);
}

/* A text of `sentences` sentences of ten words; text `number` has sentences of its own, but for
 * those where `other` is told: sentence i is text `number`'s where mask[i] is '.', left out where
 * it is '-', and that of text `other` where it is '+'. */
static const char *text_of(char *room, size_t size, int number, int other, const char *mask)
{
    size_t length = 0;
    for (int i = 0; mask[i]; i++)
        for (int word = 0; mask[i] != '-' && word < 10; word++)
            length +=
                (size_t)snprintf(room + length, size - length, "w%dx%dx%d%s",
                                 mask[i] == '+' ? other : number, i, word, word == 9 ? ".\n" : " ");
    return room;
}

static void near_copies_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *title;
        int number, other;
        const char *mask;
        uint32_t copy_of;
    } rows[] = {
        {"First", 1, 0, "....................", TDG_NONE},
        {"Second", 2, 0, "....................", TDG_NONE},
        {"Cut by three tenths", 1, 0, "..-..-..-..-..-..-..", 0},
        {"A paragraph of another", 1, 2, ".................+++", 0},
        {"Half of each", 1, 2, "..........++++++++++", TDG_NONE},
        {"A third is another text", 2, 0, "......--------------", TDG_NONE},
        {"Half is the same", 2, 0, "................----", 1},
        {"Short: most must be the same", 3, 0, ".........", TDG_NONE},
        {"One sentence is another", 3, 4, "........+", 7},
        {"Three sentences are", 3, 4, "+...+...+", TDG_NONE},
        {"one two three four five six seven eight", 0, 0, "", TDG_NONE},
        {"UPDATE 1: one two three four five six seven eight", 0, 0, "", 10},
        {"one two three four five six seven eight now", 0, 0, "", 10},
        {"one two three four five six seven nine", 0, 0, "", TDG_NONE},
        {"one two three four five six seven", 0, 0, "", TDG_NONE},
        {"UPDATE one two three four five six seven", 0, 0, "", TDG_NONE}, /* too few words */
        {"Well then: now, one two three four five six seven eight", 0, 0, "", TDG_NONE},
    };
    enum { COUNT = sizeof rows / sizeof *rows, SIZE = 4000 };
    static char room[COUNT][SIZE];
    struct tdg_articles set = {0};
    uint32_t copy_of[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        add_article(&set, rows[i].title,
                    text_of(room[i], SIZE, rows[i].number, rows[i].other, rows[i].mask), "", "");
    assert_int_equal(find_copies(&set, copy_of, NULL), 0);
    for (size_t i = 0; i < COUNT; i++)
        if (copy_of[i] != rows[i].copy_of)
            fail_msg("article %zu is a copy of %u, not %u", i, copy_of[i], rows[i].copy_of);
    tdg_articles_done(&set);
}

/* Four paragraphs of five sentences, and the same from the last to the first. */
static void another_order_is_another_text(void **state)
{
    (void)state;
    static char room[4000], turned[4000];
    struct tdg_articles set = {0};
    uint32_t copy_of[2];
    add_article(&set, "", text_of(room, sizeof room, 1, 0, "...................."), "", "");
    size_t length = 0;
    for (int i = 0; i < 20; i++) {
        const char *sentence = room;
        for (int line = 0; line < 15 - i / 5 * 5 + i % 5; line++)
            sentence = strchr(sentence, '\n') + 1;
        size_t size = strcspn(sentence, "\n") + 1;
        memcpy(turned + length, sentence, size);
        length += size;
    }
    add_article(&set, "", turned, "", "");
    assert_int_equal(find_copies(&set, copy_of, NULL), 0);
    assert_int_equal(copy_of[0], TDG_NONE);
    assert_int_equal(copy_of[1], TDG_NONE);
    tdg_articles_done(&set);
}

/* A copy of a copy is a copy of the first, also where it is no copy of that itself. */
static void copies_lead_to_the_first(void **state)
{
    (void)state;
    static char room[3][4000];
    struct tdg_articles set = {0};
    uint32_t copy_of[4];
    add_article(&set, "", text_of(room[0], 4000, 1, 0, "................----"), "", "");
    add_article(&set, "", text_of(room[1], 4000, 1, 0, "----................"), "", "");
    add_article(&set, "", text_of(room[2], 4000, 1, 0, "--------............"), "", "");
    add_article(&set, "again", set.items[2].body, "", "");
    assert_int_equal(find_copies(&set, copy_of, NULL), 0);
    assert_int_equal(copy_of[0], TDG_NONE);
    for (size_t i = 1; i < 4; i++)
        assert_int_equal(copy_of[i], 0);
    tdg_articles_done(&set);
}

/* A headline that comes every week is no copy of the first; the same long text and the same page
 * are, whenever they come. */
static void copies_have_a_limit_in_time(void **state)
{
    (void)state;
    static const struct {
        double day; /* -1: unknown; those come last */
        const char *title, *body, *url;
        uint32_t copy_of;
    } rows[] = {
        {0, "Virus outbreak latest at a glance", "", "", TDG_NONE},
        {0, "Rail strike halts all the trains in the north", "", "", TDG_NONE},
        {0, "First", long_body, "", TDG_NONE},
        {0, "The weather", "", "https://a.example/weather", TDG_NONE},
        {4.9, "Virus outbreak latest at a glance", "", "", 0},
        {5, "UPDATE Rail strike halts all the trains in the north", "", "", 1},
        {6.9, "Virus outbreak latest at a glance", "", "", TDG_NONE},
        {7, "Rail strike halts all the trains in the north today", "", "", TDG_NONE},
        {8, "Virus outbreak latest at a glance", "", "", 6},
        {70, "The weather", "", "https://a.example/weather", 3},
        {71, "The weather", "", "https://b.example/weather", TDG_NONE},
        {71.5, "The weather", "", "http://www.a.example/weather/?amp=1", 3},
        {71.6, "Contact", "", "https://a.example/", TDG_NONE},
        {72, "Again", long_body_again, "", 2},
        {77, "Contact", "", "https://a.example/", TDG_NONE}, /* a whole site */
        {-1, "Virus outbreak latest at a glance", "", "", 6},
        {-1, "No date either way, but the same words", "", "", TDG_NONE},
        {-1, "No date either way, but the same words", "", "", 16},
    };
    enum { COUNT = sizeof rows / sizeof *rows };
    struct tdg_articles set = {0};
    uint32_t copy_of[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        struct tdg_article *article = add_article(&set, rows[i].title, rows[i].body, "", "");
        article->url = rows[i].url;
        if (rows[i].day >= 0)
            article->published = (int64_t)(rows[i].day * 86400);
    }
    assert_int_equal(find_copies(&set, copy_of, NULL), 0);
    for (size_t i = 0; i < COUNT; i++)
        if (copy_of[i] != rows[i].copy_of)
            fail_msg("article %zu is a copy of %u, not %u", i, copy_of[i], rows[i].copy_of);
    const struct tdg_copy_options keep = {.window = 0, .keep = true};
    assert_int_equal(tdg_find_copies(&set, copy_of, &keep, NULL, NULL), 0);
    for (size_t i = 0; i < COUNT; i++)
        assert_int_equal(copy_of[i], TDG_NONE);
    tdg_articles_done(&set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(copies_are_found),         cmocka_unit_test(as_pairs_say),
        cmocka_unit_test(near_copies_are_found),    cmocka_unit_test(another_order_is_another_text),
        cmocka_unit_test(copies_lead_to_the_first), cmocka_unit_test(copies_have_a_limit_in_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
