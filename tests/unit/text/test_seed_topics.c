// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/text.h"

#include <tidings/error.h>

#include "text/seed_topics.h"
#include "unit/check.h"
#include "unit/text/bad_lines.h"

static void subjects_are_read(void **state)
{
    (void)state;
    static const char text[] = "\xEF\xBB\xBF# a comment\r\n"
                               "\r\n"
                               "Trade war: tariffs, \"import duties\",, steel \r\n"
                               "  Łódź :\tźródło, \"one, two: three\" , a:b";
    struct tdg_seed_topics topics = {0};
    assert_int_equal(tdg_seed_topics_read(&topics, text, "mine.txt", NULL), TDG_OK);
    assert_int_equal(topics.count, 2);
    assert_string_equal(topics.items[0].name, "Trade war");
    assert_int_equal(topics.items[0].count, 3);
    assert_int_equal(topics.items[0].line, 3);
    assert_string_equal(topics.items[0].words[0], "tariffs");
    assert_string_equal(topics.items[0].words[1], "import duties");
    assert_string_equal(topics.items[0].words[2], "steel");
    assert_string_equal(topics.items[1].name, "Łódź");
    assert_int_equal(topics.items[1].count, 3);
    assert_string_equal(topics.items[1].words[0], "źródło");
    assert_string_equal(topics.items[1].words[1], "one, two: three");
    assert_string_equal(topics.items[1].words[2], "a:b");
    tdg_seed_topics_done(&topics);
}

static int read_bad(const char *text, const char *file, struct tdg_error *error)
{
    struct tdg_seed_topics topics = {0};
    int status = tdg_seed_topics_read(&topics, text, file, error);
    assert_null(topics.items);
    return status;
}

static void bad_lines_are_refused(void **state)
{
    (void)state;
    static const struct bad_line cases[] = {
        {"", 0, "contains no topics"},
        {"# nothing\n\n", 0, "contains no topics"},
        {"A: b\nno colon\n", 2, "expected \"Name: term, term\""},
        {": b\n", 1, "the topic has no name"},
        {"A:\n", 1, "the topic has no terms"},
        {"A: , ,\n", 1, "the topic has no terms"},
        {"A: b\nB: c\nA: d\n", 3, "a topic of this name is already defined above"},
        {"A: \"b\n", 1, "a quotation mark is unclosed or inside a term"},
        {"A: b\"c\n", 1, "a quotation mark is unclosed or inside a term"},
        {"A: \"b\" c\n", 1, "a quotation mark is unclosed or inside a term"},
        {"A: b\nB\xff: c\n", 2, "the line is not UTF-8"},
    };
    assert_refused(cases, sizeof cases / sizeof *cases, read_bad);
}

static void a_missing_file_is_reported(void **state)
{
    (void)state;
    struct tdg_seed_topics topics = {0};
    assert_int_equal(tdg_seed_topics_load(&topics, "/nowhere/at/all.txt", NULL), TDG_EIO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(subjects_are_read),
        cmocka_unit_test(bad_lines_are_refused),
        cmocka_unit_test(a_missing_file_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
