// SPDX-License-Identifier: GPL-3.0-or-later
/* Tables in JSON: rows under a header, and columns. */
#include <stddef.h>
#include <stdlib.h>

#include <tidings/error.h>

#include "base/buffer.h"
#include "input/input.h"
#include "unit/input/reading.h"

/* The same two articles as pandas and others write them. */
static const char *const forms[] = {
    "{\"columns\":[\"title\",\"text\",\"date\"],\"index\":[0,1],\"data\":[[\"Ferry\",\"late\","
    "\"2019-02-26\"],\n[\"Strike\",null,1551225600000]]}",
    "{\"ok\":true,\"columns\":[\"n\",\"title\",\"text\",\"date\"],\"rows\":[\n[1,\"Ferry\","
    "\"late\",\"2019-02-26\"],\n[2,\"Strike\",\"\",\"2019-02-27\"]],\"next\":[]}",
    "[[\"title\",\"text\",\"date\"],[\"Ferry\",[\"late\"],\"2019-02-26\"],[\"Strike\",null,"
    "\"2019-02-27\"]]",
    "[\"title\",\"text\",\"date\"]\n[\"Ferry\",\"late\",\"2019-02-26\"]\n[\"Strike\",\"\","
    "\"2019-02-27\"]\n",
    "{\"title\":{\"0\":\"Ferry\",\"1\":\"Strike\"},\"text\":{\"0\":\"late\",\"1\":null},\n"
    "\"date\":{\"0\":\"2019-02-26\",\"1\":\"2019-02-27\"}}",
    "{\"title\":{\"0\":\"Ferry\",\"1\":\"Strike\"},\"text\":{\"0\":\"late\"},\n"
    "\"date\":{\"1\":\"2019-02-27\",\"0\":\"2019-02-26\"}}",
    "{\"title\":[\"Ferry\",\"Strike\"],\"text\":[\"late\",\"NaN\"],\"tags\":[[\"a\"],[]],\n"
    "\"date\":[\"2019-02-26\",\"2019-02-27\"]}\n",
    "{\"schema\":{\"fields\":[{\"name\":\"title\",\"type\":\"string\"}],\"primaryKey\":[\"n\"]},"
    "\"data\":[{\"n\":0,\"title\":\"Ferry\",\"text\":\"late\",\"date\":\"2019-02-26\"},"
    "{\"n\":1,\"title\":\"Strike\",\"text\":null,\"date\":\"2019-02-27\"}]}",
};

static void check_form(const char *name, const char *text)
{
    struct reading reading;
    reading_init(&reading);
    write_text(name, text);
    read_on(&reading, name);
    assert_int_equal(reading.status, TDG_OK);
    assert_string_equal(titles(&reading), "Ferry Strike ");
    for (size_t i = 0; i < 2; i++) {
        assert_string_equal(reading.articles.items[i].body, i ? "" : "late");
        assert_int_equal(reading.articles.items[i].published, i ? 1551225600 : 1551139200);
        assert_true(reading.articles.items[i].nameless);
    }
    reading_done(&reading);
}

static void all_forms_are_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        check_form(i == 3 ? "table.jsonl" : "table.json", forms[i]);
        if (*forms[i] == '{')
            check_form("table", forms[i]);
    }
}

static void what_is_wrong_is_told(void **state)
{
    (void)state;
    static const struct input_row rows[] = {
        {"short.json",
         "[[\"title\",\"text\"],[\"a\",\"x\"],[\"b\"],\n[\"c\",\"x\",\"y\"],[],[\"d\"]]", "a b d ",
         "2 a row of 3 values, but the header has 2\n2 neither a title nor a body\n"
         "0 3 rows have fewer cells than the header (first: line 1); the missing cells are "
         "empty\n"},
        {"header.json", "[[\"x\",\"y\"],[\"a\",\"b\"]]", "",
         "1 not a JSON object\n1 not a JSON object\n"},
        {"lengths.json", "{\"title\":{\"0\":\"a\",\"1\":\"b\"},\"text\":{\"0\":\"x\"}}", "a b ",
         "0 the column \"text\" has 1 value, but \"title\" has 2; the missing ones are empty\n"},
        {"ends.json", "{\"title\":{\"0\":\"a\",\"1\":\"b\"},\"text\":{\"0\":\"x\",\"1\":\"y",
         "a b ", "1 unterminated object; part of the file may be missing\n"},
        {"broken.json", "{\"title\":{\"0\":\"a\",\n\"1\":b},\"text\":{\"0\":\"x\"}}", "a ",
         "2 not valid JSON; the rest of the columns is lost\n2 neither a title nor a body\n"},
        {"later.jsonl", "{\"title\":\"a\"}\n[\"title\",\"text\"]\n", "a ", "2 not a JSON object\n"},
        {"alone.jsonl", "[\"title\",\"text\"]\n{\"title\":\"a\"}\n", "a ", "1 not a JSON object\n"},
        /* articles, not tables */
        {"page.json", "{\"title\":[\"a\"],\"text\":[\"x\",\"y\"],\"date\":[\"2019-02-26\"]}", "a ",
         ""},
        {"pages.jsonl",
         "{\"title\":[\"a\",\"b\"],\"text\":[\"x\",\"y\"]}\n"
         "{\"title\":[\"c\"],\"text\":[\"x\",\"y\"]}\n",
         "a c ", ""},
        {"press.json", "{\"title\":{\"rendered\":\"a\"},\"content\":{\"rendered\":\"x\"}}", "a ",
         ""},
        {"keys.json",
         "{\"x\":{\"title\":\"a\",\"date\":\"2019-02-26\"},\"y\":{\"title\":\"b\",\"date\":"
         "\"2019-02-26\"}}",
         "a b ", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&rows[i]);
}

static void keys_are_ids(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("ids.json", "{\"title\":{\"u-7\":\"a\",\"u-9\":\"b\"},\n"
                           "\"text\":{\"u-7\":\"x\",\n\"u-9\":\"y\"}}");
    read_on(&reading, "ids.json");
    assert_int_equal(reading.articles.count, 2);
    assert_string_equal(reading.articles.items[1].id, "u-9");
    assert_string_equal(reading.articles.items[1].body, "y");
    assert_int_equal(reading.articles.items[1].line, 1);
    reading_done(&reading);
}

static void columns_have_numbers(void **state)
{
    (void)state;
    static const struct tdg_field_map map[] = {{"title", "2"}, {"body", "3"}};
    struct reading reading;
    reading_init(&reading);
    reading.options.map = map;
    reading.options.map_count = 2;
    write_text("rows.json", "[[1,\"a\",\"x y\"],[2,\"b\",\"z\"]]");
    read_on(&reading, "rows.json");
    assert_string_equal(titles(&reading), "a b ");
    assert_string_equal(reading.articles.items[0].body, "x y");
    reading_done(&reading);
}

/* More than a record may have goes into one table, and columns that are none of ours are not kept.
 */
static void tables_may_be_large(void **state)
{
    (void)state;
    enum { ROWS = 3000, LIMIT = 20000 };
    struct tdg_buffer text = {0};
    for (int column = 0; column < 3; column++) {
        static const char *const names[] = {"title", "junk", "text"};
        tdg_buffer_format(&text, "%s\"%s\":{", column ? "},\n" : "{", names[column]);
        for (int row = 0; row < ROWS; row++)
            tdg_buffer_format(&text, "%s\"%d\":\"%s %d\"", row ? "," : "", row, names[column], row);
    }
    tdg_buffer_string(&text, "}}");
    assert_false(text.failed);
    struct reading reading;
    reading_init(&reading);
    reading.options.max_record = LIMIT;
    write_text("large.json", text.text);
    tdg_buffer_done(&text);
    read_on(&reading, "large.json");
    assert_int_equal(reading.status, TDG_OK);
    assert_string_equal(reading.told, "");
    assert_int_equal(reading.articles.count, ROWS);
    assert_string_equal(reading.articles.items[ROWS - 1].title, "title 2999");
    assert_string_equal(reading.articles.items[ROWS - 1].body, "text 2999");
    reading_done(&reading);

    reading_init(&reading);
    reading.options.max_articles = ROWS - 1;
    read_on(&reading, "large.json");
    assert_int_equal(reading.status, TDG_ELIMIT);
    reading_done(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_forms_are_the_same), cmocka_unit_test(what_is_wrong_is_told),
        cmocka_unit_test(keys_are_ids),           cmocka_unit_test(columns_have_numbers),
        cmocka_unit_test(tables_may_be_large),
    };
    return RUN_IN_FOLDER(tests);
}
