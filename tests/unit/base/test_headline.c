// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/headline.h"

#include <tidings/types.h>

#include "unit/check.h"

static void check(const struct tdg_headline_facts *facts, const char *expected)
{
    struct tdg_arena arena = {0};
    assert_string_equal(tdg_headline(facts, &arena), expected);
    tdg_arena_done(&arena);
}

static void an_untitled_article_is_called_by_what_is_known(void **state)
{
    (void)state;
    struct tdg_headline_facts facts = {.title = "A title",
                                       .text = "a text",
                                       .source = "Wire",
                                       .id = "a1",
                                       .published = 1704067200};
    check(&facts, "A title");
    facts.title = "";
    check(&facts, "a text");
    facts.text = " \n ";
    check(&facts, "Wire, 2024-01-01");
    facts.text = NULL;
    facts.source = "";
    check(&facts, "2024-01-01");
    facts.published = TDG_NO_DATE;
    check(&facts, "a1");
    facts.source = "Wire";
    check(&facts, "Wire");
}

static void the_first_words_end_at_a_word(void **state)
{
    (void)state;
    struct tdg_headline_facts facts = {.title = "", .source = "", .id = "a1"};
    facts.text = "One\n\ntwo   three";
    check(&facts, "One two three");
    /* 80 characters, the last of them in the middle of a word */
    facts.text = "123456789 123456789 123456789 123456789 123456789 123456789 123456789 1234567890";
    check(&facts, facts.text);
    facts.text =
        "123456789 123456789 123456789 123456789 123456789 123456789 123456789 12345678901";
    check(&facts, "123456789 123456789 123456789 123456789 123456789 123456789 123456789…");
    /* Characters are counted, none is cut. */
    facts.text = "ééééééééé ééééééééé ééééééééé ééééééééé ééééééééé ééééééééé ééééééééé éééééééééé";
    check(&facts, facts.text);
}

static void text_without_blanks_is_cut_between_characters(void **state)
{
    (void)state;
    char text[3 * 100 + 1] = "", expected[3 * 81 + 1] = "";
    for (int i = 0; i < 100; i++)
        strcat(text, "漢");
    for (int i = 0; i < 80; i++)
        strcat(expected, "漢");
    strcat(expected, "…");
    struct tdg_headline_facts facts = {.title = "", .text = text, .source = "", .id = "a1"};
    check(&facts, expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_untitled_article_is_called_by_what_is_known),
        cmocka_unit_test(the_first_words_end_at_a_word),
        cmocka_unit_test(text_without_blanks_is_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
