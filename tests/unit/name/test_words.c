// SPDX-License-Identifier: GPL-3.0-or-later
#include "name/words.h"

#include "unit/check.h"

static uint32_t kinds_of(const struct tdg_name_words *words, const char *text)
{
    return tdg_name_word(words, text, strlen(text));
}

static void words_have_kinds(void **state)
{
    (void)state;
    struct tdg_name_words words;
    assert_int_equal(tdg_name_words_init(&words), 0);
    assert_int_equal(kinds_of(&words, "chancellor"), TDG_NW_TITLE | TDG_NW_ROLE);
    assert_int_equal(kinds_of(&words, "bundeskanzlerin"), TDG_NW_TITLE);
    assert_int_equal(kinds_of(&words, "gmbh"), TDG_NW_COMPANY | TDG_NW_ORG_END);
    assert_int_equal(kinds_of(&words, "bank") & (TDG_NW_HEAD | TDG_NW_ORG_END),
                     TDG_NW_HEAD | TDG_NW_ORG_END);
    assert_true(kinds_of(&words, "monday") & TDG_NW_NOISE);
    assert_true(kinds_of(&words, "who") & TDG_NW_WHO);
    assert_int_equal(kinds_of(&words, "zembla"), 0);
    tdg_name_words_done(&words);
}

/* A phrase is one entry with blanks; no parts of it, no other case, nothing empty. */
static void phrases_are_whole(void **state)
{
    (void)state;
    struct tdg_name_words words;
    assert_int_equal(tdg_name_words_init(&words), 0);
    assert_int_equal(kinds_of(&words, "deutsche bank"), TDG_NW_ORG);
    assert_int_equal(kinds_of(&words, "deutsche"), 0);
    assert_int_equal(kinds_of(&words, "deutsche_bank"), 0);
    assert_int_equal(kinds_of(&words, "Monday"), 0);
    assert_int_equal(kinds_of(&words, ""), 0);
    assert_int_equal(tdg_name_word(&words, "mondays", 6), kinds_of(&words, "monday"));
    for (uint32_t i = 0; i < words.set.count; i++) {
        assert_true(words.kinds[i] != 0);
        assert_null(strchr(words.set.text[i], '_'));
        assert_true(words.set.length[i] > 0);
    }
    tdg_name_words_done(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_have_kinds),
        cmocka_unit_test(phrases_are_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
