// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/span.h"

#include "unit/check.h"

static struct tdg_span span_of(const char *text)
{
    return (struct tdg_span){text, strlen(text)};
}

static void blanks_go_from_both_ends(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"", ""}, {" \t\r", ""}, {"a", "a"}, {"\t a b \r", "a b"}, {"\na ", "\na"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_true(tdg_span_is(tdg_span_trim(span_of(rows[i][0])), rows[i][1]));
}

static void a_span_is_a_whole_text(void **state)
{
    (void)state;
    assert_true(tdg_span_is((struct tdg_span){"steel, oil", 5}, "steel"));
    assert_false(tdg_span_is(span_of("steel"), "steels"));
    assert_false(tdg_span_is(span_of("steels"), "steel"));
    assert_false(tdg_span_is(span_of("steel"), "Steel"));
    assert_true(tdg_span_is(span_of(""), ""));
}

/* A text, and its lines as "number line|". */
static const struct {
    const char *text;
    const char *lines;
} texts[] = {
    {"", ""},
    {"\n \r\n\t", ""},
    {"a", "1 a|"},
    {"a\n", "1 a|"},
    {" a b\r\n\r\nc", "1 a b|3 c|"},
    {"# no\na # yes\n  #no\nb", "2 a # yes|4 b|"},
    {"\xEF\xBB\xBF", ""},
    {"\xEF\xBB\xBF# no\n\xEF\xBB\xBFz", "2 \xEF\xBB\xBFz|"},
    {"\xEF\xBB\xBF b\n", "1 b|"},
    {"\xEF", "1 \xEF|"}, /* half a byte order mark */
    {"\xEF\xBB\nb", "1 \xEF\xBB|2 b|"},
};

static void lines_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char read[64] = "";
        struct tdg_lines lines = {.rest = texts[i].text};
        struct tdg_span line;
        for (size_t used = 0; tdg_lines_next(&lines, &line);)
            used += (size_t)snprintf(read + used, sizeof read - used, "%zu %.*s|", lines.number,
                                     (int)line.length, line.text);
        assert_string_equal(read, texts[i].lines);
        assert_false(tdg_lines_next(&lines, &line));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blanks_go_from_both_ends),
        cmocka_unit_test(a_span_is_a_whole_text),
        cmocka_unit_test(lines_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
