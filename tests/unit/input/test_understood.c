// SPDX-License-Identifier: GPL-3.0-or-later
/* What was read as what, and the fields that seem to have been missed. */
#include "input/understood.h"

#include "reading.h"

static const struct tdg_read_field *field_of(const struct reading *reading, const char *name)
{
    for (size_t i = 0; i < TDG_READ_FIELDS; i++)
        if (strcmp(reading->articles.read.fields[i].field, name) == 0)
            return &reading->articles.read.fields[i];
    fail();
    return NULL;
}

static void names_are_those_of_the_records(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("named.jsonl",
               "{\"fields\": {\"headline\": \"a\"}, \"pubDate\": \"2024-01-02\", \"text\": \"b\"}\n"
               "{\"headline\": \"c\", \"pubDate\": \"never\"}\n{\"text\": \"\"}\n");
    read_on(&reading, "named.jsonl");
    assert_int_equal(reading.articles.read.records, 3);
    assert_string_equal(reading.articles.read.formats[0].name, "jsonl");
    assert_int_equal(reading.articles.read.formats[0].articles, 2);
    const struct tdg_read_field *title = field_of(&reading, "title");
    assert_int_equal(title->count, 1);
    assert_string_equal(title->names[0].name, "headline");
    assert_int_equal(title->without, 1);
    const struct tdg_read_field *published = field_of(&reading, "published");
    assert_string_equal(published->names[0].name, "pubDate");
    assert_int_equal(published->names[0].articles, 1);
    assert_int_equal(published->without, 2); /* one is no date */
    reading_done(&reading);
}

#define LONG                                                                                       \
    "a text that is as long as the body of an article may be, with many words in it, and one "     \
    "more sentence that says nothing at all but is needed for the length that a body has, which "  \
    "is two hundred bytes and a few"

static void what_was_missed_is_told_with_the_map_that_reads_it(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *told;
    } cases[] = {
        {"when.jsonl",
         "{\"title\": \"a\", \"meta\": {\"when\": \"2024-01-02\", \"day\": 3}}\n"
         "{\"title\": \"b\", \"meta\": {\"when\": \"2024-01-03\", \"day\": 4}}\n",
         ":0 2 of 2 records have no date, but \"meta.when\" looks like one: try --map "
         "published=meta.when\n"},
        {"same.jsonl", /* one day is that of an export, and bare numbers are no dates */
         "{\"title\": \"a\", \"got\": \"2024-01-02\", \"n\": 1700000000}\n"
         "{\"title\": \"b\", \"got\": \"2024-01-02\", \"n\": 1710000000}\n"
         "{\"title\": \"c\", \"got\": \"2024-01-02\", \"n\": 1720000000}\n",
         ""},
        {"inhalt.csv", "Titel,Worte\nx,\"" LONG "\"\n",
         ":0 1 of 1 records have no body, but \"Worte\" holds long texts: try --map body=Worte\n"},
        {"bare.csv", "eins,zwei\n1,\"" LONG "\"\n",
         "bare.csv:1 no column of the header is a title or a body\n"
         ":0 1 table has no column that is a title or a body: try --map body=zwei\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reading reading;
        reading_init(&reading);
        reading.options.advise = true;
        write_text(cases[i].name, cases[i].text);
        read_on(&reading, cases[i].name);
        assert_string_equal(reading.told, cases[i].told);
        reading_done(&reading);
    }
}

static void what_many_tables_need_is_told_once(void **state)
{
    (void)state;
    struct reading reading;
    char name[16];
    reading_init(&reading);
    make_folder("tables");
    for (int i = 0; i < 3; i++) {
        snprintf(name, sizeof name, "tables/%d.csv", i);
        write_text(name, i < 2 ? "eins,zwei\n1,\"" LONG "\"\n" : "title\nx\n");
    }
    read_on(&reading, "tables");
    assert_int_equal(reading.articles.count, 1);
    assert_string_equal(reading.told,
                        "tables/0.csv:1 no column of the header is a title or a body\n"
                        "tables/1.csv:1 no column of the header is a title or a body\n"
                        ":0 2 tables have no column that is a title or a body: try --map "
                        "body=zwei\n");
    reading_done(&reading);
    reading_init(&reading);
    reading.options.strict = true;
    read_on(&reading, "tables");
    assert_int_equal(reading.status, TDG_EFORMAT);
    assert_non_null(strstr(reading.error.message, "try --map body=zwei"));
    reading_done(&reading);
}

static void the_first_records_of_each_file_can_be_enough(void **state)
{
    (void)state;
    static const char *const files[] = {"enough.jsonl", "enough.json", "enough.csv"};
    write_text(files[0], "{\"title\": \"a\"}\n{\"title\": \"b\"}\nbroken\n");
    write_text(files[1], "[{\"title\": \"a\"}, {\"title\": \"b\"}, broken");
    write_text(files[2], "title,body\na,b\nc,d\ne\n");
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct reading reading;
        reading_init(&reading);
        reading.options.first = 2;
        read_on(&reading, files[i]);
        assert_int_equal(reading.status, TDG_OK);
        assert_int_equal(reading.articles.count, 2);
        assert_string_equal(reading.told, "");
        reading_done(&reading);
    }
}

/* A folder with a file for each record is not looked at closely to its end, but for names that come
 * late. */
static void a_folder_is_looked_at_for_a_while(void **state)
{
    (void)state;
    enum { FILES = 900, LATE = 890 };
    struct reading reading;
    reading_init(&reading);
    make_folder("many");
    for (int i = 0; i < FILES; i++) {
        char name[32], text[64];
        snprintf(name, sizeof name, "many/%04d.json", i);
        snprintf(text, sizeof text, "{\"title\":\"a %d\",\"%s\":\"x\"}\n", i,
                 i < LATE ? "early" : "late");
        write_text(name, text);
    }
    read_on(&reading, "many");
    assert_int_equal(reading.articles.count, FILES);
    const struct tdg_what_was_read *read = &reading.articles.read;
    assert_int_equal(read->other_count, 2);
    assert_string_equal(read->others[0].name, "early");
    assert_int_equal(read->others[0].records, 800);
    assert_string_equal(read->others[1].name, "late");
    assert_int_equal(read->others[1].records, FILES - LATE);
    reading_done(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_those_of_the_records),
        cmocka_unit_test(what_was_missed_is_told_with_the_map_that_reads_it),
        cmocka_unit_test(what_many_tables_need_is_told_once),
        cmocka_unit_test(the_first_records_of_each_file_can_be_enough),
        cmocka_unit_test(a_folder_is_looked_at_for_a_while),
    };
    return RUN_IN_FOLDER(tests);
}
