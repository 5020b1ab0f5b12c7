// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>

#include <tidings/error.h>

#include "input/input.h"
#include "input/table.h"
#include "unit/input/reading.h"

static void reads_files(void **state)
{
    (void)state;
    static const struct input_row rows[] = {
        {"plain", "id,title,text\n1,a,x\r\n2,b,y", "a b ", ""},
        {"bom", "\xef\xbb\xbfTitle,Text\r\na,x\r\n", "a ", ""},
        {"quotes", "id,title,text\n1,\"a, \"\"b\"\"\",\"x\ny\n\"\n2,\"\",z\n3,\"c\"\n4,d,w\n",
         "a, \"b\"  c d ",
         "6 the row has fewer cells than the header; the missing cells are empty\n"},
        {"columns", "title,text\na\nb,x,y\nc,x,, \n\n\r\nd,x\n", "c d ",
         "2 1 column, but the header has 2\n3 3 columns, but the header has 2\n"},
        {"short", "id,title,text,date\n1,a,x,2019-02-26\n2,b\n\"x\",\"\"\n3,c,y\nfooter\n,,z\n",
         "a b c  ",
         "4 2 columns, but the header has 4\n6 1 column, but the header has 4\n"
         "0 3 rows have fewer cells than the header (first: line 3); the missing cells are "
         "empty\n"},
        {"torn", "title,text,date\n\"a, b,c\nd, e\nf,g\nh,x,2019-02-26\n\"i\",j\n", "h i ",
         "2 unclosed quotation mark\n3 2 columns, but the header has 3\n"
         "4 2 columns, but the header has 3\n"
         "6 the row has fewer cells than the header; the missing cells are empty\n"},
        {"open",
         "id,title,text\n1,\"x,y\n2,a,z\n3,\"b\",\"z\"\n4,\"c\",\"z\nz\"\n5,\"x\n6,d,z\n7,e,z\n",
         "a b c d e ",
         "2 unclosed quotation mark\n"
         "7 unclosed quotation mark\n"},
        {"later", "title,text\n\"a\nb\",\"x\nc,z\n", "c ", "3 unclosed quotation mark\n"},
        {"inside", "title,text\n\"a\" b,x\nc \"d\",y\n", "a b c \"d\" ", ""},
        {"semicolons", "id;title;text\n1;a, b;x\n", "a, b ", ""},
        {"tabs", "id\ttitle\ttext\n1\t\"a\tb\"\tx\n2\tc, d\ty\n", "a\tb c, d ", ""},
        {"backslash", "id,title,text\n1,\"a \\\"b\\\", c\",\"x\\\\\"\n2,\"d\",\"e \\\"f\\\"\"\n",
         "a \"b\", c d ", ""},
        {"path", "title,text\n\"C:\\news\\\",\"a \"\"b\"\" c\"\nd,x\n", "C:\\news\\ d ", ""},
        {"blank", "title;text\n;\na;x\n ; \n\"\";\nb;y\n", "a b ", ""},
        {"mac.csv", "title,text\ra,x\rb,y\r", "a b ", ""},
        {"one.csv", "title\na\n\"b\nc\"\n", "a b\nc ", ""},
        {"unknown.csv", "x,y\n1,2\n", "",
         "1 no column of the header is a title or a body; --map can name one\n"},
        {"headless.csv", "7,2019-02-26,Ferry late again\n8,2019-02-27,Strike goes on today\n", "",
         "1 the table has no header, for its first row looks like an article; try --map title=3 "
         "--map published=2\n"},
        {"header.csv", "title,text\n", "", "0 contains no articles\n"},
        {"empty.csv", "", "", "0 the file is empty\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&rows[i]);
}

static void lines_are_those_of_the_file(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("lines.csv", "title,text\n\na,\"1\n2\n3\"\nb,x\n");
    read_on(&reading, "lines.csv");
    assert_int_equal(reading.articles.count, 2);
    assert_int_equal(reading.articles.items[0].line, 3);
    assert_string_equal(reading.articles.items[0].body, "1\n2\n3");
    assert_int_equal(reading.articles.items[1].line, 6);
    reading_done(&reading);
}

static void rows_have_a_limit(void **state)
{
    (void)state;
    enum { LIMIT = 150000 };
    static char text[4 * LIMIT];
    static const char *const told[] = {
        "long.csv:2 a row longer than the limit of 150000 bytes\n",
        "long.csv:2 unclosed quotation mark\n",
    };
    for (int quoted = 0; quoted < 2; quoted++) {
        struct reading reading;
        reading_init(&reading);
        reading.options.max_record = LIMIT;
        size_t length = (size_t)snprintf(text, sizeof text, "title,text\n%sx", quoted ? "\"" : "");
        memset(text + length, 'x', (size_t)3 * LIMIT);
        snprintf(text + length + (size_t)3 * LIMIT, 16, ",y\na,z\n");
        write_text("long.csv", text);
        read_on(&reading, "long.csv");
        assert_int_equal(reading.status, TDG_OK);
        assert_string_equal(reading.told, told[quoted]);
        assert_string_equal(titles(&reading), "a ");
        assert_int_equal(reading.articles.items[0].line, 3);
        reading_done(&reading);
    }
}

/* Every row opens a quotation mark: each is told, and none is looked through to the end again and
 * again. */
static void many_open_quotes(void **state)
{
    (void)state;
    enum { ROWS = 20000 };
    struct reading reading;
    reading_init(&reading);
    char *text = malloc((size_t)ROWS * 16 + 16);
    assert_non_null(text);
    size_t length = (size_t)sprintf(text, "title,text\n");
    for (int i = 0; i < ROWS; i++)
        length += (size_t)sprintf(text + length, "\"\"\"x,%d\n", i);
    write_text("many.csv", text);
    free(text);
    read_on(&reading, "many.csv");
    assert_int_equal(reading.status, TDG_OK);
    assert_int_equal(reading.articles.count + reading.articles.skipped, ROWS);
    reading_done(&reading);
}

static void tables_are_read_whole(void **state)
{
    (void)state;
    char path[256];
    struct tdg_table table = {0};
    write_text("table.csv", "\xef\xbb\xbfid,theme,\"x\ny\"\n1,\"T,1\"\n2,T2,z,more\n\n3,,\n");
    path_of(path, "table.csv");
    assert_int_equal(tdg_table_read(&table, path, NULL), TDG_OK);
    static const char *const cells[4][3] = {
        {"id", "theme", "x\ny"}, {"1", "T,1", ""}, {"2", "T2", "z"}, {"3", "", ""}};
    assert_int_equal(table.row_count, 4);
    assert_int_equal(table.column_count, 3);
    for (size_t row = 0; row < 4; row++)
        for (size_t column = 0; column < 3; column++)
            assert_string_equal(table.rows[row][column], cells[row][column]);
    tdg_table_done(&table);
    tdg_table_done(&table);
}

static void tables_that_are_none(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int status;
        size_t line;
    } rows[] = {
        {"", TDG_EFORMAT, 0}, {"\n\n", TDG_EFORMAT, 0}, {"a,b\n1,\"x\n2,y\n", TDG_EFORMAT, 2}};
    char path[256];
    path_of(path, "none.csv");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tdg_table table = {0};
        struct tdg_error error = {0};
        write_text("none.csv", rows[i].text);
        assert_int_equal(tdg_table_read(&table, path, &error), rows[i].status);
        assert_int_equal(error.line, rows[i].line);
        assert_null(table.rows);
    }
    struct tdg_table table = {0};
    assert_int_equal(tdg_table_read(&table, "no/such.csv", NULL), TDG_EIO);
}

static void the_header_is_found(void **state)
{
    (void)state;
    static const char *const files[] = {
        "title;\"body, full\";published\nFerry;late;2019-02-26\n",
        "sep=;\r\ntitle;body;published\r\nFerry;late;2019-02-26\r\n",
        "title|body|published\nFerry|late|2019-02-26\n",
        "title\tbody\tpublished\nFerry\tlate\t2019-02-26\n",
        "Export of 26 February, all rows\n\ntitle,body,published\nFerry,late,2019-02-26\n",
        "Titel;Text;Datum\nFerry;late;26.02.2019\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct reading reading;
        reading_init(&reading);
        write_text("header.csv", files[i]);
        read_on(&reading, "header.csv");
        assert_int_equal(reading.articles.count, 1);
        assert_string_equal(reading.articles.items[0].title, "Ferry");
        assert_int_equal(reading.articles.items[0].published, 1551139200);
        reading_done(&reading);
    }
}

static void columns_have_numbers(void **state)
{
    (void)state;
    static const struct tdg_field_map map[] = {{"title", "3"}, {"published", "2"}};
    static const struct {
        const char *text, *titles;
    } rows[] = {
        {"3,2019-02-26,Ferry\n8,2019-02-27,Strike\n", "Ferry Strike "},
        {"a,b,c\n7,2019-02-26,Ferry\n8,2019-02-27,Strike\n", "Ferry Strike "},
        {"id,when,text\n7,2019-02-26,Ferry\n", "Ferry "}, /* before names */
        {"1,2,3\n7,2019-02-26,Ferry\n", "Ferry "},        /* names that are numbers */
        {"3,2,1\nFerry,2019-02-26,7\n", "Ferry "},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reading reading;
        reading_init(&reading);
        reading.options.map = map;
        reading.options.map_count = 2;
        write_text("numbers.csv", rows[i].text);
        read_on(&reading, "numbers.csv");
        assert_string_equal(titles(&reading), rows[i].titles);
        assert_int_equal(reading.articles.items[0].published, 1551139200);
        reading_done(&reading);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_files),           cmocka_unit_test(lines_are_those_of_the_file),
        cmocka_unit_test(rows_have_a_limit),     cmocka_unit_test(many_open_quotes),
        cmocka_unit_test(tables_are_read_whole), cmocka_unit_test(tables_that_are_none),
        cmocka_unit_test(the_header_is_found),   cmocka_unit_test(columns_have_numbers),
    };
    return RUN_IN_FOLDER(tests);
}
