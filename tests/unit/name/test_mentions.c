// SPDX-License-Identifier: GPL-3.0-or-later
#include "name/mentions.h"

#include "unit/name/found.h"

/* What one sentence mentions first, and what stands around it. */
static void runs_and_their_cues(void **state)
{
    (void)state;
    static const struct {
        const char *body, *run;
        uint32_t cues;
    } expected[] = {
        {"Anna Schmidt left.", "Anna Schmidt", TDG_CUE_OPENS},
        {"they met Anna Schmidt.", "Anna Schmidt", 0},
        {"they live in Zembla now.", "Zembla", TDG_CUE_IN},
        {"the minister Anna Schmidt left.", "Anna Schmidt", TDG_CUE_PERSON},
        {"they met Anna Schmidt, who left.", "Anna Schmidt", TDG_CUE_PERSON},
        {"they met Anna Schmidt, 45, again.", "Anna Schmidt", TDG_CUE_PERSON},
        {"they met Anna Schmidt, 145, again.", "Anna Schmidt", 0},
        {"so Widgets shares fell.", "Widgets", TDG_CUE_ORG},
        {"so Schmidt said.", "Schmidt", TDG_CUE_SAID},
        {"so the Guild met.", "Guild", TDG_CUE_THE},
        {"they met Anna Schmidt's aunt.", "Anna Schmidt", 0},
        {"they met Anna Schmidt\xE2\x80\x99s aunt.", "Anna Schmidt", 0},
        {"they met Ludwig van Beethoven there.", "Ludwig van Beethoven", 0},
        {"so the University of Zembla met.", "University of Zembla", TDG_CUE_THE},
        {"the aunt of Zembla met.", "Zembla", 0},
        {"they buy at Marks & Spencer now.", "Marks & Spencer", 0},
        {"they met Mr. Smith there.", "Mr Smith", 0},
        {"they met J. P. Smith there.", "J P Smith", 0},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        struct found found;
        found_init(&found, &expected[i].body, 1, "en", NULL);
        if (found.mentions.count != 1 || strcmp(found_text(&found, 0), expected[i].run) != 0)
            fail_msg("%s: %zu mentions, %s", expected[i].body, found.mentions.count,
                     found.mentions.count ? found_text(&found, 0) : "none");
        if (found.mentions.items[0].cues != expected[i].cues)
            fail_msg("%s: cues %x", expected[i].body, found.mentions.items[0].cues);
        found_done(&found);
    }
}

static void what_is_no_run(void **state)
{
    (void)state;
    static const char *const none[] = {
        "",
        " ",
        "all in small letters.",
        "...",
        "I am. I was.",
        "12 34",
        "WE SHOUT IT ALL OUT",
        "Aa Ba Ca Da Ea Fa Ga Ha Ia", /* more words than a name has */
    };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct found found;
        found_init(&found, &none[i], 1, "en", NULL);
        if (found.mentions.count)
            fail_msg("%s: %s", none[i], found_text(&found, 0));
        found_done(&found);
    }
}

/* Longer than any name; broken letters; nothing is read beyond the end. */
static void hostile_texts_are_read(void **state)
{
    (void)state;
    enum { LONG = 4096 };
    static char text[LONG];
    static const char *const bits[] = {"A", "a", "\xFF", "\xE2\x80", "'s", "-", ".", " ", "(", "&"};
    const char *const body = text;
    for (size_t bit = 0; bit < sizeof bits / sizeof *bits; bit++) {
        size_t at = 0;
        while (at + 4 < LONG) {
            at += (size_t)snprintf(text + at, LONG - at, "%s", bits[bit]);
            if (at % 7 == 0 && at + 4 < LONG)
                text[at++] = 'B';
        }
        text[at] = '\0';
        struct found found;
        found_init(&found, &body, 1, "en", NULL);
        for (size_t i = 0; i < found.mentions.count; i++)
            assert_true(strlen(found_text(&found, i)) <= 121);
        found_done(&found);
    }
}

static void brackets_hold_short_forms(void **state)
{
    (void)state;
    static const char *const body = "so the Zembla Grain Board (ZGB) met. They met Anna (aunt).";
    struct found found;
    found_init(&found, &body, 1, "en", NULL);
    assert_int_equal(found.mentions.short_count, 1);
    const struct tdg_short_form *form = &found.mentions.shorts[0];
    assert_int_equal(form->run, found_run(&found, "Zembla Grain Board"));
    assert_int_equal(form->abbreviation, found_run(&found, "ZGB"));
    found_done(&found);
}

static void languages_have_their_ways(void **state)
{
    (void)state;
    static const char *const body = "da sah Paul Meier den Hund. So sah Uta von der Wiese ihn.";
    struct found found;
    found_init(&found, &body, 1, "de", NULL);
    /* "den" is of no name, "von der" is */
    static const char *const runs[] = {"Paul Meier", "Hund", "So", "Uta von der Wiese"};
    assert_int_equal(found.mentions.count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(found_text(&found, i), runs[i]);
        assert_true(found.mentions.items[i].cues & TDG_CUE_NOUNS);
    }
    found_done(&found);
    found_init(&found, &body, 1, "ja", NULL);
    assert_int_equal(found.mentions.count, 0);
    found_done(&found);
    found_init(&found, &body, 1, "", NULL);
    assert_int_equal(found.mentions.items[0].cues & TDG_CUE_NOUNS, 0);
    found_done(&found);
}

static void small_words_are_counted(void **state)
{
    (void)state;
    static const char *const bodies[] = {"they saw police and Police.", "so police came."};
    struct found found;
    found_init(&found, bodies, 2, "en", NULL);
    assert_int_equal(tdg_small_count(&found.mentions.small, "police", 6), 2);
    assert_int_equal(tdg_small_count(&found.mentions.small, "they", 4), 1);
    assert_int_equal(tdg_small_count(&found.mentions.small, "zembla", 6), 0);
    found_done(&found);
}

/* More articles than one chunk has. */
static void threads_change_nothing(void **state)
{
    (void)state;
    enum { MANY = 900 };
    static const char *const some[] = {
        "they met Anna Schmidt in Zembla.",
        "so the Zembla Grain Board (ZGB) met.",
        "Widgets shares fell, Paul Meier said.",
    };
    static const char *bodies[MANY];
    for (size_t i = 0; i < MANY; i++)
        bodies[i] = some[i * i % 7 % 3];
    struct found alone, together;
    found_init(&alone, bodies, MANY, "en", NULL);
    struct tdg_workers *workers = NULL;
    assert_int_equal(tdg_workers_new(&workers, 3, NULL), 0);
    found_init(&together, bodies, MANY, "en", workers);
    tdg_workers_free(workers);
    assert_int_equal(alone.mentions.count, together.mentions.count);
    assert_int_equal(alone.mentions.short_count, together.mentions.short_count);
    assert_memory_equal(alone.mentions.items, together.mentions.items,
                        alone.mentions.count * sizeof *alone.mentions.items);
    assert_int_equal(alone.mentions.runs.count, together.mentions.runs.count);
    for (size_t i = 1; i < alone.mentions.count; i++)
        assert_true(alone.mentions.items[i - 1].article <= alone.mentions.items[i].article);
    for (uint32_t i = 0; i < alone.mentions.runs.count; i++)
        assert_string_equal(alone.mentions.runs.text[i], together.mentions.runs.text[i]);
    found_done(&alone);
    found_done(&together);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_and_their_cues),       cmocka_unit_test(what_is_no_run),
        cmocka_unit_test(hostile_texts_are_read),    cmocka_unit_test(brackets_hold_short_forms),
        cmocka_unit_test(languages_have_their_ways), cmocka_unit_test(small_words_are_counted),
        cmocka_unit_test(threads_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
