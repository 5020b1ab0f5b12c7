// SPDX-License-Identifier: GPL-3.0-or-later
#include "name/core.h"

#include "unit/name/found.h"

/* Small words that are common, and names that are not. */
static const char *const bodies[] = {
    "so they say that police and council met, and police said so; a report on a visit came.",
    "they met Anna Schmidt and Schmidt, and then Zembla and Paul Meier.",
    "they met Zembla and Meier again.",
    "Police met. Zembla met. Report Zembla. Gaza. Xanadu. Mr Schmidt.",
    /* what is asked for below: a word that begins a sentence has no say in how it is written */
    "President. US. Mr. Monday. German. Chancellor. European. Central. Bank. TV. Herr. GmbH.",
    "Deutsche. Xan.",
};

static struct found found;
static struct tdg_casing casing;

static int set_up(void **state)
{
    (void)state;
    found_init(&found, bodies, sizeof bodies / sizeof *bodies, "en", NULL);
    return tdg_casing_init(&casing, &found.mentions, &found.words);
}

static int clean_up(void **state)
{
    (void)state;
    tdg_casing_done(&casing);
    found_done(&found);
    return 0;
}

/* The name in a run. */
static void expect(const char *run, uint32_t cues, const char *name, bool titled)
{
    struct tdg_run_words words;
    tdg_run_words_read(&words, &casing, run, strlen(run));
    uint32_t number = found_run(&found, run);
    struct tdg_core core = tdg_core_find(
        &casing, number == TDG_NONE ? found_run(&found, "Xanadu") : number, cues, &words);
    char text[256] = "";
    if (core.first < core.end) {
        size_t length = (size_t)(words.text[core.end - 1] - words.text[core.first]) +
                        words.length[core.end - 1];
        snprintf(text, sizeof text, "%.*s", (int)length, words.text[core.first]);
    }
    if (strcmp(text, name) != 0 || core.titled != titled)
        fail_msg("%s: \"%s\"%s, not \"%s\"", run, text, core.titled ? " with a title" : "", name);
}

static void titles_and_noise_go(void **state)
{
    (void)state;
    expect("Anna Schmidt", 0, "Anna Schmidt", false);
    expect("President Anna Schmidt", 0, "Anna Schmidt", true);
    expect("US President Anna Schmidt", 0, "Anna Schmidt", true);
    expect("Mr Schmidt", 0, "Schmidt", true);
    expect("President", 0, "", false);
    expect("Monday", 0, "", false);
    expect("German Chancellor Anna Schmidt", 0, "Anna Schmidt", true);
    expect("Zembla Monday", 0, "Zembla", false);
    expect("European Central Bank", 0, "European Central Bank", false);
    expect("Bank", 0, "", false);
    expect("TV", 0, "", false);
}

/* A common word that begins a sentence is no name; one that stands inside others is. */
static void beginnings_are_doubted(void **state)
{
    (void)state;
    expect("Police", TDG_CUE_OPENS, "", false);
    expect("Zembla", TDG_CUE_OPENS, "Zembla", false);
    expect("Report Zembla", TDG_CUE_OPENS, "Zembla", false);
    expect("Xanadu", TDG_CUE_OPENS, "", false); /* never seen inside a sentence */
    expect("Xanadu", 0, "Xanadu", false);
}

/* Where nouns have capitals, only what is evident. */
static void nouns_are_doubted(void **state)
{
    (void)state;
    expect("Xanadu", TDG_CUE_NOUNS, "", false);
    expect("Gaza", TDG_CUE_NOUNS, "Gaza", false);
    expect("Gaza", TDG_CUE_NOUNS | TDG_CUE_OPENS, "", false); /* never seen inside a sentence */
    expect("Herr Meier", TDG_CUE_NOUNS, "Meier", true);
    expect("Xanadu GmbH", TDG_CUE_NOUNS, "Xanadu GmbH", false);
    expect("Deutsche Bank", TDG_CUE_NOUNS, "Deutsche Bank", false);
}

static void a_run_has_a_limit(void **state)
{
    (void)state;
    char run[TDG_RUN_WORDS * 4 + 1];
    for (size_t words = TDG_RUN_WORDS - 1; words <= TDG_RUN_WORDS; words++) {
        for (size_t i = 0; i < words; i++)
            memcpy(run + 4 * i, "Xan ", 5);
        run[4 * words - 1] = '\0';
        expect(run, 0, words < TDG_RUN_WORDS ? run : "", false);
    }
    expect("", 0, "", false);
}

static void words_are_counted_inside_sentences(void **state)
{
    (void)state;
    struct tdg_run_words words;
    tdg_run_words_read(&words, &casing, "Police Zembla", 13);
    assert_int_equal(words.count, 2);
    assert_int_equal(words.length[0], 6);
    assert_true(words.common[0]);
    assert_false(words.common[1]);
    assert_int_equal(casing.inside[found_run(&found, "Zembla")], 2);
    assert_int_equal(casing.inside[found_run(&found, "Police")], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(titles_and_noise_go, set_up, clean_up),
        cmocka_unit_test_setup_teardown(beginnings_are_doubted, set_up, clean_up),
        cmocka_unit_test_setup_teardown(nouns_are_doubted, set_up, clean_up),
        cmocka_unit_test_setup_teardown(a_run_has_a_limit, set_up, clean_up),
        cmocka_unit_test_setup_teardown(words_are_counted_inside_sentences, set_up, clean_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
