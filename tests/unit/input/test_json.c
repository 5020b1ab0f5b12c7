// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "input/input.h"
#include "unit/input/reading.h"

/* One file a row. */
static const struct input_row files[] = {
    {"lines", "{\"title\":\"a\"}\n\n  {\"title\":\"b\"}  \r\n{\"title\":\"c\"}", "a b c ", ""},
    {"bom", "\xef\xbb\xbf{\"title\":\"a\"}\n{\"title\":\"b\"}\n", "a b ", ""},
    {"broken",
     "{\"title\":\"a\"}\n{\"title\": \"x\nno\n[1]\n{\"title\":\"y\"} z\n{\"title\":\"b\"}\n",
     "a y b ", "2 not valid JSON\n3 not valid JSON\n4 not a JSON object\n5 not valid JSON\n"},
    {"first", "{\"title\": broken\n{\"title\":\"a\"}\n", "a ", "1 not valid JSON\n"},
    {"named.jsonl", "garbage\n{\"title\":\"a\"}\n", "a ", "1 not valid JSON\n"},
    {"nothing.jsonl", "{}\n{\"title\":\" \",\"body\":null}\n", "",
     "1 neither a title nor a body\n2 neither a title nor a body\n"},
    {"list", " [ {\"title\":\"a\"},\n{\"title\":\"b]\\\"},{\"} , {\"title\":\"c\"}\n]\n",
     "a b]\"},{ c ", ""},
    {"pretty",
     "[\n {\n  \"title\": \"a\",\n  \"tags\": [\"x\", {\"y\": []}]\n },\n {\n  \"title\": "
     "\"b\"\n }\n]",
     "a b ", ""},
    {"wrapped",
     "{\"status\":\"ok\",\"articles\":[{\"title\":\"a\"},{\"title\":\"b\"}],\"next\":[{}]}", "a b ",
     ""},
    {"deeper", "{\n\"total\": 2,\n \"items\" : [\n {\"title\":\"a\"}, {\"title\":\"b\"}\n ]\n}\n",
     "a b ", ""},
    {"one", "{\n \"title\": \"a\",\n \"authors\": [{\"name\": \"x\"}]\n}\n", "a ", ""},
    {"several", "{\n \"title\": \"a\"\n}\n{\n \"title\": \"b\"\n}\n", "a b ", ""},
    {"empty.json", "[]", "", "0 contains no articles\n"},
    {"commas.json", "[{\"title\":\"a\",\"t\":[1,],},{\"title\":\"b\",},]", "a b ", ""},
    {"commas.jsonl", "{\"title\":\"a\",}\n{\"title\":\"b\",,}\n", "a ", "2 not valid JSON\n"},
    {"nan.jsonl",
     "{\"n\":NaN,\"title\":\"a\",\"language\":NaN}\n{\"title\":\"b\",\"n\":-Infinity}\n"
     "{\"x\":[Infinity,NaN],\"title\":\"c\"}\n{\"title\":\"d\",\"n\":Nan}\n",
     "a b c ", "4 not valid JSON\n"},
    {"keys.json",
     "{\"x\":{\"title\":\"a\",\"date\":\"2023-01-02\"},\n"
     "\"y\":{\"title\":\"b\",\"date\":\"2023-01-02\"},\"n\":2}",
     "a b ", ""},
    {"deeper-keys.json",
     "{\"total\":1,\"stories\":{\"x\":{\"title\":\"a\",\"date\":\"2023-01-02\"}}}", "a ", ""},
    {"keys.jsonl",
     "{\"x\":{\"title\":\"a\",\"date\":\"2023-01-02\"}}\n{\"title\":\"b\",\"of\":{\"title\":"
     "\"no\","
     "\"date\":\"2023-01-02\"}}\n",
     "a b ", ""},
    {"values", "[{\"title\":\"a\"}, 1, \"x,]\", null, [2], {\"title\":\"b\"}]", "a b ",
     "1 not a JSON object\n1 not a JSON object\n1 not a JSON object\n1 not a JSON object\n"},
    {"quote", "[{\"title\":\"a\"},{\"title\":\"x},{\"title\":\"b\"},{\"title\":\"c\"}]", "a b c ",
     "1 not valid JSON\n"},
    {"bracket", "[{\"title\":\"x\",\"t\":[1},\n{\"title\":\"a\"}]", "a ", "1 not valid JSON\n"},
    {"brace", "[{\"x\":{\"title\":\"x\"},{\"title\":\"a\"},{\"title\":\"b\"}]", "a b ",
     "1 not valid JSON\n"},
    {"cut", "[{\"title\":\"a\"},\n{\"title\":\"b", "a ",
     "2 not valid JSON\n2 unterminated list; part of the file may be missing\n"},
    {"joined", "{\"title\":\"a\"} {\"title\":\"b\"},{\"title\":\"c\"}{\"title\":\"d\"}\n",
     "a b c d ", ""},
    {"separators", "\x1e{\"title\":\"a\"}\n\x1e{\"title\":\"cut\n\x1e{\"title\":\"b\"}\n", "a b ",
     "2 not valid JSON\n"},
    {"lists", "[{\"title\":\"a\"}]\n[{\"title\":\"b\"},\n {\"title\":\"c\"}]\n", "a b c ", ""},
    {"lists.jsonl", "[{\"title\":\"a\"}]\n[{\"title\":\"b\"},{\"title\":\"c\"}]\n", "a b c ", ""},
    {"pages.jsonl",
     "{\"page\":1,\"articles\":[{\"title\":\"a\"}]}\n{\"page\":2,\"articles\":[{\"title\":"
     "\"b\"}]}\n",
     "a b ", ""},
    {"pretty.jsonl", "{\n \"title\": \"a\"\n}\n{\n \"title\": \"b\"\n}\n", "a b ", ""},
    {"later.jsonl", "{\"title\":\"a\"}\n{\n \"title\": \"b\"\n}\n{\"title\":\"c\"}\n", "a b c ",
     ""},
    {"an element a line",
     "{\"status\":\"ok\",\"articles\":[{\"title\":\"a\"},\n{\"title\":\"b\"},\n{\"title\":"
     "\"c\"}]}\n",
     "a b c ", ""},
    {"a break behind the bracket", "{\"articles\":[\n{\"title\":\"a\"},\n{\"title\":\"b\"}\n]}\n",
     "a b ", ""},
    {"lists of one object",
     "{\"news\":[{\"title\":\"a\"}],\"tags\":[{\"text\":\"t\"}],\n\"stories\":[{\"title\":"
     "\"b\"}]}",
     "a b ", ""},
    {"a list further in",
     "{\"response\":{\"total\":2,\"docs\":[{\"title\":\"a\"},{\"title\":\"b\"}]},\"ok\":true}",
     "a b ", ""},
    {"a list of any name", "{\"nieuws\":[{\"title\":\"a\",\"date\":\"2024-01-01\"}]}", "a ", ""},
    {"a feed", "{\"title\":\"f\",\"items\":[{\"title\":\"a\"}]}", "a ", ""},
    {"no articles", "{\"id\":1,\"hashtags\":[{\"text\":\"x\"}]}\n{\"title\":\"a\"}\n", "a ",
     "1 neither a title nor a body\n"},
    {"related.jsonl", "{\"title\":\"a\",\"items\":[{\"title\":\"x\"}]}\n", "a ", ""},
    {"no brace",
     "[{\"title\":\"a\"},\n{\"title\":\"x\",\"date\":\"1\",\n{\"title\":\"b\"},\n{\"title\":"
     "\"c\"}]",
     "a b c ", "2 not valid JSON\n"},
    {"no quote",
     "[{\"title\":\"a\"},\n{\"title\":\"x\",\"date\":\"1,\n{\"title\":\"b\"},\n{\"title\":"
     "\"c\"}]",
     "a b c ", "2 not valid JSON\n"},
    {"no brackets",
     "[{\"title\":\"a\"},\n{\"title\":\"x\",\"t\":[{\"n\":1},\n{\"title\":\"b\"},\n{\"title\":"
     "\"c\"}]",
     "a b c ", "2 not valid JSON\n"},
    {"no value",
     "[\n {\n  \"title\": \"x\",\n  \"by\":\n {\n  \"title\": \"a\"\n },\n {\n  \"title\": "
     "\"b\"\n "
     "}\n]",
     "a b ", "2 not valid JSON, up to line 4\n"},
    {"one after another", "[{\"title\":\"x\",bad},\n{\"title\":\"y\",bad},\n{\"title\":\"a\"}]",
     "a ", "1 not valid JSON\n2 not valid JSON\n"},
    {"broken in the list", "{\"articles\":[\n{\"title\":\"x\"y\"},\n{\"title\":\"a\"}]}", "a ",
     "2 not valid JSON\n"},
    {"broken before the list",
     "{\"status\":ok,\n\"articles\":[{\"title\":\"a\"},{\"title\":\"b\"}]}", "a b ",
     "1 not valid JSON, up to line 2\n"},
    {"the last one broken", "[{\"title\":\"a\"},\n{\"title\":\"x\"y\"}\n]\n", "a ",
     "2 not valid JSON, up to line 3\n"},
    {"parts of a broken one",
     "[\n {\n  \"title\": \"x\",\n  \"by\": {\"title\": \"y\"},\n  \"more\": [\n   {\"title\": "
     "\"z\"}\n  ],\n  \"body\": \"a \"b\" c\"\n },\n {\"title\": \"a\"}\n]",
     "a ", "2 not valid JSON, up to line 9\n"},
    {"text in a broken one",
     "[{\"id\":1,bad:\"}, {\\\"title\\\":\\\"x\\\"}\"},\n{\"title\":\"a\"}]", "a ",
     "1 not valid JSON\n"},
    {"a bracket too many", "[{\"title\":\"a\"}},\n{\"title\":\"b\"}]\n", "a b ",
     "1 not valid JSON\n"},
    {"no brace at the end", "{\"articles\":[{\"title\":\"a\"}]\n", "a ",
     "2 unterminated object; part of the file may be missing\n"},
    {"escaped lines.jsonl", "{\"title\":\"a\",\"body\":\"1\\n2\\n3\"}\nx\n", "a ",
     "2 not valid JSON\n"},
    {"numbers.jsonl",
     "{\"title\":01}\n{\"title\":1.}\n{\"title\":-.5}\n{\"title\":1e2}\n{\"title\":1-2}\n",
     "1 1 -0.5 100 ", "5 not valid JSON\n"},
    {"a path.jsonl", "{\"title\":\"C:\\users \\u12\"}\n", "C:\\users \\u12 ", ""},
    {"once a line.jsonl", "{\"title\":\"x\" \"a\":{},\"b\",{\"c\":1} d}\n{\"title\":\"a\"}\n", "a ",
     "1 not valid JSON\n"},
    {"behind", "[{\"title\":\"a\"}]\nmore", "a ", "2 text after the end of the list\n"},
    {"empty", "", "", "0 the file is empty\n"},
    {"only.json", "\xef\xbb\xbf", "", "0 the file is empty\n"},
};

static void reads_files(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        check_row(&files[i]);
}

static void values_become_fields(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text(
        "values.jsonl",
        "{\"ID\":12345678901234567890,\"Headline\":\"h\",\"title\":\"\",\"content\":\"c\","
        "\"text\":\"t\",\"pubDate\":1551193261,\"domain\":\"d\",\"outlet\":{\"name\":\"o\"},"
        "\"link\":\"u\",\"lang\":\"en\"}\n"
        "{\"guid\":-12.5,\"title\":\"a\\u0000b\\ud800c\\ud83d\\ude00\\\\u0000\",\"date\":null,"
        "\"timestamp\":1551193261000,\"source\":[\"first\",\"second\"]}\n"
        "{\"title\":\"x\",\"published\":\"one fine day\"}\n"
        "{\"title\":7,\"body\":true,\"source\":{\"id\":1}}\n");
    read_on(&reading, "values.jsonl");
    assert_int_equal(reading.articles.count, 4);
    const struct tdg_article *article = reading.articles.items;
    assert_string_equal(article[0].id, "12345678901234567890");
    assert_string_equal(article[0].title, "h");
    assert_string_equal(article[0].body, "t");
    assert_string_equal(article[0].source, "o");
    assert_string_equal(article[0].url, "u");
    assert_string_equal(article[0].language, "en");
    assert_int_equal(article[0].published, 1551193261);
    assert_int_equal(article[0].line, 1);
    assert_string_equal(article[1].id, "-12.5");
    assert_string_equal(article[1].title, "a b\xef\xbf\xbd"
                                          "c\xf0\x9f\x98\x80\\u0000");
    assert_string_equal(article[1].source, "first");
    assert_int_equal(article[1].published, 1551193261);
    assert_true(article[2].published == TDG_NO_DATE);
    assert_int_equal(strlen(article[2].id), 32);
    assert_string_equal(article[3].title, "7");
    assert_string_equal(article[3].source, "");
    assert_string_equal(reading.told,
                        "values.jsonl:2 2 escapes of NUL or of half a character replaced\n"
                        "values.jsonl:3 date not understood: one fine day\n");
    reading_done(&reading);
}

static void bytes_that_are_not_text_are_mended(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    static const char text[] = "{\"title\":\"a\xff"
                               "b\xe2\x82 \xed\xa0\x80\",\"body\":\"x\0y\"}\n"
                               "{\"title\":\"Größere Bäche führen Wasser über Dämme\"}\n";
    write_bytes("mended.jsonl", text, sizeof text - 1);
    read_on(&reading, "mended.jsonl");
    assert_int_equal(reading.articles.count, 2);
    assert_string_equal(reading.articles.items[0].title,
                        "a\xef\xbf\xbd"
                        "b\xef\xbf\xbd \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    assert_string_equal(reading.articles.items[0].body, "x y");
    assert_string_equal(reading.told, "mended.jsonl:1 6 invalid UTF-8 sequences replaced\n");
    reading_done(&reading);
}

/* [[[...]]] in a field, `depth` brackets in all with the record's own. */
static void write_nested(const char *name, unsigned depth)
{
    struct tdg_buffer text = {0};
    tdg_buffer_string(&text, "{\"title\":\"deep\",\"x\":");
    for (unsigned i = 1; i < depth; i++)
        tdg_buffer_char(&text, '[');
    for (unsigned i = 1; i < depth; i++)
        tdg_buffer_char(&text, ']');
    tdg_buffer_string(&text, "}\n{\"title\":\"ok\"}\n");
    write_bytes(name, text.text, text.length);
    tdg_buffer_done(&text);
}

static void nesting_has_a_limit(void **state)
{
    (void)state;
    static const struct {
        unsigned depth;
        const char *titles;
    } rows[] = {{100, "deep ok "}, {101, "ok "}, {1900, "ok "}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reading reading;
        reading_init(&reading);
        write_nested("nested.jsonl", rows[i].depth);
        read_on(&reading, "nested.jsonl");
        assert_string_equal(titles(&reading), rows[i].titles);
        reading_done(&reading);
    }
}

/* Records of every length around the limit and around the blocks in which a file is read. */
static void records_have_a_limit(void **state)
{
    (void)state;
    enum { LIMIT = 200000 };
    static const size_t sizes[] = {10, LIMIT - 100, LIMIT + 1, (size_t)3 * LIMIT, 131072, 131073};
    static char line[(size_t)4 * LIMIT];
    for (int list = 0; list < 2; list++)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            struct reading reading;
            reading_init(&reading);
            reading.options.max_record = LIMIT;
            size_t length = (size_t)snprintf(line, sizeof line, "%s{\"title\":\"t\",\"body\":\"",
                                             list ? "[" : "");
            memset(line + length, 'x', sizes[i]);
            snprintf(line + length + sizes[i], 64, "\"}%s\n{\"title\":\"next\"}%s", list ? "," : "",
                     list ? "]" : "");
            write_text("long", line);
            read_on(&reading, "long");
            bool fits = length + sizes[i] + 3 <= LIMIT;
            assert_int_equal(reading.status, TDG_OK);
            assert_string_equal(titles(&reading), fits ? "t next " : "next ");
            assert_string_equal(reading.told,
                                fits ? ""
                                     : "long:1 a record longer than the limit of 200000 bytes\n");
            if (fits)
                assert_int_equal(strlen(reading.articles.items[0].body), sizes[i]);
            assert_int_equal(reading.articles.items[reading.articles.count - 1].line, 2);
            reading_done(&reading);
        }
}

/* Files made to be slow take no longer than long ones: each is some megabytes of one piece. */
static void no_file_is_slow(void **state)
{
    (void)state;
    enum { LENGTH = 3000000, LEAST = 1 };
    static const struct {
        const char *name, *piece;
        size_t skipped; /* at most */
    } rows[] = {
        {"s.json", "{", LEAST},
        {"s.json", "\"", LEAST},
        {"s.json", "{\"", LEAST},
        {"s.json", "[", LEAST},
        {"s.json", "{\"a\":[", LEAST},
        {"s.json", "{\"a\":1,", LEAST},
        {"s.json", "{\"a\":[{\"b\":1},", LEAST},
        {"s.json", "{\"t\":[\n", LEAST},
        {"s.jsonl", "{\"a\":\n", LENGTH / 6},
        {"s.jsonl", "[\"x\",\n", LENGTH},
    };
    static char text[LENGTH];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reading reading;
        reading_init(&reading);
        size_t length = strlen(rows[i].piece);
        for (size_t at = 0; at < sizeof text; at++)
            text[at] = rows[i].piece[at % length];
        write_bytes(rows[i].name, text, sizeof text);
        clock_t start = clock();
        read_on(&reading, rows[i].name);
        double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        assert_int_equal(reading.status, TDG_OK);
        assert_int_equal(reading.articles.count, 0);
        assert_true(reading.articles.skipped > 0 && reading.articles.skipped <= rows[i].skipped);
        if (seconds > 20) /* milliseconds, but for sanitizers and busy machines */
            fail_msg("%s takes %g seconds", rows[i].piece, seconds);
        reading_done(&reading);
    }
}

/* Whatever is cut off or changed in a file, the run goes on. */
static void no_damage_ends_the_run(void **state)
{
    (void)state;
    static const char whole[] =
        "[{\"title\":\"a\\u00e9\",\"n\":-1.5e3,\"x\":[{\"y\":null},true]},\n"
        "{\"title\":\"b\",\"date\":\"2019-02-26\"},{\"title\":\"c\"}]\n";
    static const char bytes[] = "\"{}[],:\\\n\0\xff x7";
    for (size_t cut = 0; cut < sizeof whole; cut++)
        for (size_t with = 0; with < sizeof bytes; with++) {
            char text[sizeof whole];
            struct reading reading;
            reading_init(&reading);
            memcpy(text, whole, sizeof whole);
            text[cut] = bytes[with];
            write_bytes("damaged", text, with + 1 < sizeof bytes ? sizeof whole - 1 : cut);
            reading.options.format = cut % 2 ? "json" : "auto";
            read_on(&reading, "damaged");
            assert_int_equal(reading.status, TDG_OK);
            assert_true(reading.articles.count + reading.articles.skipped > 0);
            reading_done(&reading);
        }
}

/* A key is the id of its article, and what a JSON Feed says holds for its items. */
static void what_stands_around_articles(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("ids.json", "{\"x\\u00e9\":{\"title\":\"a\",\"date\":\"2023-01-02\"},"
                           "\"y\":{\"title\":\"b\",\"date\":\"2023-01-02\"},"
                           "\"z\":{\"id\":7,\"title\":\"c\",\"date\":\"2023-01-02\"}}");
    read_on(&reading, "ids.json");
    assert_string_equal(titles(&reading), "a b c ");
    assert_true(reading.articles.items[0].nameless); /* a key with an escape is none */
    assert_string_equal(reading.articles.items[1].id, "y");
    assert_string_equal(reading.articles.items[2].id, "7");
    reading_done(&reading);
    reading_init(&reading);
    write_text(
        "feed.json",
        "{\"version\":\"https://jsonfeed.org/version/"
        "1.1\",\"title\":\"Herald\",\"language\":\"de\","
        "\"items\":[{\"id\":\"1\",\"title\":\"a\",\"content_html\":\"<p>x</p>\",\"date_published\":"
        "\"2023-01-02T10:00:00Z\",\"attachments\":[{\"url\":\"u\",\"title\":\"no\"}]},"
        "{\"id\":2,\"content_text\":\"y\",\"language\":\"en\",\"authors\":[{\"name\":\"B\"}]}]}");
    read_on(&reading, "feed.json");
    assert_int_equal(reading.articles.count, 2);
    const struct tdg_article *articles = reading.articles.items;
    assert_string_equal(articles[0].source, "Herald");
    assert_string_equal(articles[0].language, "de");
    assert_string_equal(articles[0].body, "<p>x</p>");
    assert_int_equal(articles[0].published, 1672653600);
    assert_string_equal(articles[1].id, "2");
    assert_string_equal(articles[1].source, "Herald");
    assert_string_equal(articles[1].language, "en");
    assert_string_equal(articles[1].title, "");
    reading_done(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_files),
        cmocka_unit_test(values_become_fields),
        cmocka_unit_test(what_stands_around_articles),
        cmocka_unit_test(bytes_that_are_not_text_are_mended),
        cmocka_unit_test(nesting_has_a_limit),
        cmocka_unit_test(records_have_a_limit),
        cmocka_unit_test(no_file_is_slow),
        cmocka_unit_test(no_damage_ends_the_run),
    };
    return RUN_IN_FOLDER(tests);
}
