// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/title.h"

#include "unit/check.h"

static void names_stand_before_labels_once(void **state)
{
    (void)state;
    static const struct {
        const char *name, *label, *title, *shown, *brief;
    } rows[] = {
        {"Brexit", "deal, vote", "Brexit: deal, vote", "Brexit", "Brexit"},
        {"", "deal, vote", "deal, vote", "", "deal, vote"},
        {NULL, "deal, vote", "deal, vote", "", "deal, vote"},
        {"Mine", "Mine: deal, vote", "Mine: deal, vote", "", "Mine"}, /* a topic of the user */
        {"Mine", "Minerals, ore", "Mine: Minerals, ore", "Mine", "Mine"},
        {"deal, vote", "deal, vote", "deal, vote", "", "deal, vote"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char title[TDG_TITLE];
        struct tdg_buffer text = {0};
        assert_string_equal(tdg_title(rows[i].name, rows[i].label, title), rows[i].title);
        assert_string_equal(tdg_title_name(rows[i].name, rows[i].label), rows[i].shown);
        assert_string_equal(tdg_short_title(rows[i].name, rows[i].label), rows[i].brief);
        tdg_title_text(&text, rows[i].name, rows[i].label);
        assert_string_equal(text.text, rows[i].title);
        tdg_buffer_done(&text);
    }
}

static void long_titles_are_cut_where_they_have_a_place_of_their_own(void **state)
{
    (void)state;
    char label[2 * TDG_TITLE], title[TDG_TITLE];
    struct tdg_buffer text = {0};
    memset(label, 'x', sizeof label - 1);
    label[sizeof label - 1] = '\0';
    assert_int_equal(strlen(tdg_title("A", label, title)), TDG_TITLE - 1);
    tdg_title_text(&text, "A", label);
    assert_int_equal(text.length, strlen("A: ") + sizeof label - 1);
    tdg_buffer_done(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_stand_before_labels_once),
        cmocka_unit_test(long_titles_are_cut_where_they_have_a_place_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
