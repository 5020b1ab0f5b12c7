// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/unplaced.h"

#include "check.h"

static void the_reason_names_what_is_missing(void **state)
{
    (void)state;
    static const struct {
        enum tdg_unplaced why;
        size_t words;
        const char *text;
    } cases[] = {
        {TDG_UNPLACED_NO_WORDS, 0, "no words: nothing but stop words, numbers and signs"},
        {TDG_UNPLACED_NO_TERMS, 1,
         "too short: its only word is in too few or in too many articles"},
        {TDG_UNPLACED_NO_TERMS, 4,
         "too short: all of its 4 words are in too few or in too many articles"},
        {TDG_UNPLACED_NO_TERMS, 5,
         "no known terms: all of its 5 words are in too few or in too many articles"},
        {TDG_UNPLACED_FITS_NONE, 0, "fits none of the themes so far"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char kept[TDG_UNPLACED_SIZE];
        struct tdg_arena arena = {0};
        assert_string_equal(tdg_unplaced_text(&arena, cases[i].why, cases[i].words), cases[i].text);
        tdg_unplaced_write(kept, cases[i].why, cases[i].words);
        assert_string_equal(tdg_unplaced_read(&arena, kept), cases[i].text);
        tdg_arena_done(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_reason_names_what_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
