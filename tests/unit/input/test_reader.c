// SPDX-License-Identifier: GPL-3.0-or-later
/* Options of reading, and the run as a whole. */
#include "input/input.h"

#include <tidings/error.h>

#include "unit/input/reading.h"

static void a_missing_input_fails_the_run(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    read_on(&reading, "not/there");
    assert_int_equal(reading.status, TDG_EIO);
    assert_non_null(strstr(reading.error.file, "not/there"));
    assert_non_null(strstr(reading.error.message, "No such file"));
    reading_done(&reading);
}

static void unknown_names_are_refused(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("x.jsonl", "{\"title\":\"a\"}\n");
    reading.options.format = "pdf";
    read_on(&reading, "x.jsonl");
    assert_int_equal(reading.status, TDG_EINVAL);
    const struct tdg_field_map map[] = {{"author", "by"}};
    reading.options.format = "auto";
    reading.options.map = map;
    reading.options.map_count = 1;
    read_on(&reading, "x.jsonl");
    assert_int_equal(reading.status, TDG_EINVAL);
    assert_non_null(strstr(reading.error.message, "author"));
    reading_done(&reading);
}

static void a_map_comes_before_all_spellings(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("map.csv", "title,Kicker,text,Tag\na,b,x,t\n,c,y,\n");
    const struct tdg_field_map map[] = {{"title", "KICKER"}, {"source", "tag"}, {"body", "text"}};
    reading.options.map = map;
    reading.options.map_count = 3;
    reading.options.group_field = "tag";
    read_on(&reading, "map.csv");
    assert_string_equal(titles(&reading), "b c ");
    assert_string_equal(reading.articles.items[0].source, "t");
    assert_string_equal(reading.articles.items[0].group, "t");
    assert_string_equal(reading.articles.items[1].group, "");
    reading_done(&reading);
}

static void groups_are_kept(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("groups.jsonl", "{\"title\":\"a\",\"Label\":[\"x\",\"y\"]}\n"
                               "{\"title\":\"b\",\"label\":7,\"publisher\":\"p\"}\n");
    reading.options.group_field = "label";
    read_on(&reading, "groups.jsonl");
    reading.options.group_field = "source";
    read_on(&reading, "groups.jsonl");
    static const char *const groups[] = {"x", "7", "", "p"};
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(reading.articles.items[i].group, groups[i]);
    reading_done(&reading);
}

static void the_format_can_be_told(void **state)
{
    (void)state;
    static const struct {
        const char *format, *titles;
        int status;
    } rows[] = {{"text", "title\ttext ", TDG_OK},
                {"csv", "a ", TDG_OK},
                {"tsv", "a ", TDG_OK},
                {"auto", "a ", TDG_OK}};
    write_text("told", "title\ttext\na\tx\n");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reading reading;
        reading_init(&reading);
        reading.options.format = rows[i].format;
        read_on(&reading, "told");
        assert_int_equal(reading.status, rows[i].status);
        assert_string_equal(titles(&reading), rows[i].titles);
        reading_done(&reading);
    }
}

static void a_range_of_time(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("range.csv", "title,date\na,2019-01-01\nb,2019-01-02\nc,2019-01-03\nd,\n");
    reading.options.from = 1546387200; /* 2019-01-02 */
    reading.options.to = 1546473600;   /* 2019-01-03 */
    read_on(&reading, "range.csv");
    assert_string_equal(titles(&reading), "b d ");
    assert_int_equal(reading.articles.skipped, 2);
    assert_string_equal(reading.told, "range.csv:2 dated before --from\n"
                                      "range.csv:4 dated on or after --to\n");
    reading_done(&reading);
}

static void strict_ends_at_the_first_broken_record(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("strict.jsonl", "{\"title\":\"a\"}\nbroken\n{\"title\":\"b\"}\n");
    reading.options.strict = true;
    read_on(&reading, "strict.jsonl");
    assert_int_equal(reading.status, TDG_EFORMAT);
    assert_int_equal(reading.error.line, 2);
    assert_string_equal(reading.error.message, "not valid JSON");
    assert_string_equal(titles(&reading), "a ");
    assert_string_equal(reading.told, ""); /* the error says it */
    reading_done(&reading);
}

static void names_that_no_record_has(void **state)
{
    (void)state;
    static const struct tdg_field_map map[] = {{"title", "kop"}, {"source", "krant"}};
    struct reading reading;
    reading_init(&reading);
    write_text("map.jsonl", "{\"kop\":\"a\"}\n");
    reading.options.map = map;
    reading.options.map_count = 2;
    reading.options.group_field = "rubriek";
    read_on(&reading, "map.jsonl");
    assert_non_null(
        strstr(reading.told, "0 --map: no record has a field \"krant\" for its source\n"));
    assert_null(strstr(reading.told, "kop"));
    reading_done(&reading);
}

static void long_dates_are_cut_in_messages(void **state)
{
    (void)state;
    struct reading reading;
    char line[512];
    reading_init(&reading);
    snprintf(line, sizeof line, "{\"title\":\"a\",\"date\":\"%0300d\"}\n", 0);
    write_text("date.jsonl", line);
    read_on(&reading, "date.jsonl");
    assert_int_equal(reading.articles.count, 1);
    assert_non_null(strstr(reading.told, "date not understood: 000"));
    assert_true(strlen(reading.told) < 120);
    reading_done(&reading);
}

static void a_run_can_be_stopped(void **state)
{
    (void)state;
    enum { RECORDS = 10000 };
    struct reading reading;
    reading_init(&reading);
    static char text[RECORDS * 32];
    size_t length = 0;
    for (int i = 0; i < RECORDS; i++)
        length += (size_t)snprintf(text + length, 32, "{\"title\":\"%d\"}\n", i);
    write_text("stop.jsonl", text);
    read_on(&reading, "stop.jsonl");
    assert_int_equal(reading.status, TDG_OK);
    assert_int_equal(reading.articles.count, RECORDS);
    assert_true(reading.progress_calls >= 10);
    reading_done(&reading);
    reading_init(&reading);
    reading.stop_at = 3;
    read_on(&reading, "stop.jsonl");
    assert_int_equal(reading.status, TDG_ECANCELED);
    assert_int_equal(reading.progress_calls, 3);
    assert_true(reading.articles.count > 1000 && reading.articles.count < 4000);
    reading_done(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_missing_input_fails_the_run),
        cmocka_unit_test(unknown_names_are_refused),
        cmocka_unit_test(a_map_comes_before_all_spellings),
        cmocka_unit_test(groups_are_kept),
        cmocka_unit_test(the_format_can_be_told),
        cmocka_unit_test(a_range_of_time),
        cmocka_unit_test(strict_ends_at_the_first_broken_record),
        cmocka_unit_test(names_that_no_record_has),
        cmocka_unit_test(long_dates_are_cut_in_messages),
        cmocka_unit_test(a_run_can_be_stopped),
    };
    return RUN_IN_FOLDER(tests);
}
