// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/event.h"

#include <stddef.h>
#include <string.h>

#include "base/utf8.h"
#include "check.h"
#include "view/result.h"

static void no_format_is_no_sentence(void **state)
{
    (void)state;
    struct tdg_analysis analysis = {0};
    char sentence[TDG_FORMATS_TEXT] = "before";
    tdg_formats_text(sentence, &analysis);
    assert_string_equal(sentence, "");
}

static void the_largest_is_named(void **state)
{
    (void)state;
    struct tdg_format_view formats[] = {{.pattern = "weekly recipe …", .articles = 5},
                                        {.pattern = "… vs … live", .articles = 1200},
                                        {.pattern = "letters to …", .articles = 5}};
    struct tdg_analysis analysis = {.formats = formats, .format_count = 3};
    char sentence[TDG_FORMATS_TEXT];
    tdg_formats_text(sentence, &analysis);
    assert_string_equal(sentence, "Left out as they come again and again, whatever happens: 1,210 "
                                  "articles of 3 kinds, most of them \"… vs … live\".");
    analysis.format_count = 1;
    tdg_formats_text(sentence, &analysis);
    assert_string_equal(sentence, "Left out as they come again and again, whatever happens: 5 "
                                  "articles of 1 kind, \"weekly recipe …\".");
}

static void a_long_pattern_is_cut_between_characters(void **state)
{
    (void)state;
    char pattern[601] = "";
    for (size_t i = 0; i < 200; i++)
        strcat(pattern, "…");
    struct tdg_format_view format = {.pattern = pattern, .articles = 5};
    struct tdg_analysis analysis = {.formats = &format, .format_count = 1};
    char sentence[TDG_FORMATS_TEXT];
    tdg_formats_text(sentence, &analysis);
    assert_int_equal(tdg_utf8_valid(sentence, strlen(sentence)), strlen(sentence));
    assert_int_equal(sentence[strlen(sentence) - 1], '.');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_format_is_no_sentence),
        cmocka_unit_test(the_largest_is_named),
        cmocka_unit_test(a_long_pattern_is_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
