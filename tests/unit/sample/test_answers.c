// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/answers.h"

#include "unit/check.h"

static const char *const path = "test_answers.csv";

static int opened(struct tdg_answers *answers, const char *text, size_t length,
                  struct tdg_error *error)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(text, 1, length, file);
    fclose(file);
    *answers = (struct tdg_answers){0};
    return tdg_answers_open(answers, path, error);
}

static void check_two_rows(const char *text)
{
    struct tdg_answers answers;
    assert_int_equal(opened(&answers, text, strlen(text), NULL), TDG_OK);
    assert_true(tdg_answers_next(&answers));
    assert_int_equal(answers.line, 2);
    assert_string_equal(answers.cells[TDG_SHEET_ROW], "A1");
    assert_string_equal(answers.cells[TDG_SHEET_ANSWER], "T3");
    assert_string_equal(answers.cells[TDG_SHEET_SAMPLE], "s1");
    assert_true(tdg_answers_next(&answers));
    assert_string_equal(answers.cells[TDG_SHEET_ROW], "A2");
    assert_string_equal(answers.cells[TDG_SHEET_ANSWER], "none");
    assert_false(tdg_answers_next(&answers));
    assert_int_equal(answers.torn, 0);
    tdg_answers_done(&answers);
}

static void spreadsheets_write_in_many_ways(void **state)
{
    (void)state;
    check_two_rows("row,answer,sample\nA1,T3,s1\nA2,none,s1\n");
    check_two_rows("\xef\xbb\xbfRow;ANSWER;sample\r\n\"A1\"; T3 ;s1\r\n;;\r\nA2;none;s1");
    check_two_rows(
        "text\trow\tanswer\tsample\n\"a \"\"b\"\"\n\nc\"\tA1\tT3\ts1\nx\tA2\tnone\ts1\n");
}

static void lines_are_those_of_the_file(void **state)
{
    (void)state;
    const char *text = "row,text,answer,sample\r\nA1,\"x\r\ny\",1,s\r\n\r\nA2,z,2,s\r\n";
    struct tdg_answers answers;
    assert_int_equal(opened(&answers, text, strlen(text), NULL), TDG_OK);
    assert_true(tdg_answers_next(&answers));
    assert_true(tdg_answers_next(&answers));
    assert_int_equal(answers.line, 5);
    tdg_answers_done(&answers);
}

static void what_is_no_sheet_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "\n", "a,b\n", "row,answer\nA1,2\n"};
    struct tdg_answers answers;
    struct tdg_error error = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(opened(&answers, texts[i], strlen(texts[i]), &error), TDG_EFORMAT);
        tdg_answers_done(&answers);
    }
    assert_int_equal(opened(&answers, "row\0answer", 10, &error), TDG_EFORMAT);
    tdg_answers_done(&answers);
}

static void an_open_quotation_mark_is_found(void **state)
{
    (void)state;
    const char *text = "row,answer,sample\nA1,1,s\nA2,\"2,s\nA3,3,s\n";
    struct tdg_answers answers;
    assert_int_equal(opened(&answers, text, strlen(text), NULL), TDG_OK);
    while (tdg_answers_next(&answers))
        ;
    assert_int_equal(answers.torn, 3);
    tdg_answers_done(&answers);
    remove(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spreadsheets_write_in_many_ways),
        cmocka_unit_test(lines_are_those_of_the_file),
        cmocka_unit_test(what_is_no_sheet_is_refused),
        cmocka_unit_test(an_open_quotation_mark_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
