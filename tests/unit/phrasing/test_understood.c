// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/understood.h"

#include "unit/check.h"

static void the_line_names_what_is_read_and_what_is_not(void **state)
{
    (void)state;
    struct tdg_what_was_read read = {
        .records = 12,
        .formats = {{"jsonl", 10}, {"html", 2}},
        .format_count = 2,
        .fields = {{.field = "id", .without = 12},
                   {"title", 0, {{"title", 12}}, 1},
                   {"body", 3, {{"text", 7}, {"", 2}}, 2},
                   {"published", 12, {{NULL, 0}}, 0},
                   {"source", 0, {{"site", 12}}, 1},
                   {"url", 5, {{"link", 7}}, 1},
                   {"language", 12, {{NULL, 0}}, 0}},
    };
    struct tdg_buffer text = {0};
    tdg_read_text(&text, &read);
    assert_string_equal(text.text,
                        "12 records (jsonl 10, html 2): title, body = text (7), by its format (2) "
                        "(3 without), source = site, url = link; no published");
    tdg_buffer_clear(&text);
    read.records = 0;
    tdg_read_text(&text, &read);
    assert_int_equal(text.length, 0);
    tdg_buffer_done(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_names_what_is_read_and_what_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
