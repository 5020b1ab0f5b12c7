// SPDX-License-Identifier: GPL-3.0-or-later
/* Records as their makers write them. */
#include "input/field.h"

#include "unit/input/reading.h"

enum { MONDAY = 1551139200 /* 2019-02-26 */ };

static void one_name_in_all_its_spellings(void **state)
{
    (void)state;
    static const char *const names[] = {"pubdate",  "pubDate",   "Pub Date", "pub_date",
                                        "pub-date", " PUB_DATE", "_pub_date"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct tdg_path path = tdg_field_path(NULL, names[i], strlen(names[i]));
        assert_int_equal(path.length, i < 6 ? 7 : 8);
        assert_memory_equal(path.text + (i == 6), "pubdate", 7);
    }
    struct tdg_path path = tdg_field_path(NULL, "Über_schrift", strlen("Über_schrift"));
    assert_memory_equal(path.text, "überschrift", path.length);
    char lengthy[200];
    memset(lengthy, 'a', sizeof lengthy);
    assert_int_equal(tdg_field_path(NULL, lengthy, sizeof lengthy).length, 0);
    assert_int_equal(tdg_field_path(&path, lengthy, sizeof path.text).length, 0);
}

/* What the last column tells is the date of all of them, and `body` the body. */
static void check_records(const char *lines, size_t count, const char *body)
{
    struct reading reading;
    reading_init(&reading);
    write_text("records.jsonl", lines);
    read_on(&reading, "records.jsonl");
    assert_int_equal(reading.status, TDG_OK);
    assert_string_equal(reading.told, "");
    assert_int_equal(reading.articles.count, count);
    for (size_t i = 0; i < count; i++) {
        const struct tdg_article *article = &reading.articles.items[i];
        if (strcmp(article->title, "Strike") != 0 || strcmp(article->body, body) != 0 ||
            article->published != MONDAY || strcmp(article->source, "Ledger") != 0)
            fail_msg("%zu: %s | %s | %lld | %s", i, article->title, article->body,
                     (long long)article->published, article->source);
    }
    reading_done(&reading);
}

static void objects_are_wrappers_or_values(void **state)
{
    (void)state;
    check_records(
        "{\"_id\":\"1\",\"_source\":{\"title\":\"Strike\",\"text\":\"Docks shut.\","
        "\"date\":\"2019-02-26\",\"source\":{\"id\":null,\"name\":\"Ledger\"}}}\n"
        "{\"webTitle\":\"Strike\",\"fields\":{\"bodyText\":\"Docks shut.\"},"
        "\"webPublicationDate\":{\"$date\":{\"$numberLong\":\"1551139200000\"}},"
        "\"feed\":{\"title\":\"Ledger\"}}\n"
        "{\"headline\":{\"kicker\":\"x\",\"main\":\"Strike\"},\"lead_paragraph\":"
        "\"Docks shut.\",\"pub_date\":\"2019-02-26T00:00:00+0000\",\"source\":\"Ledger\"}\n"
        "{\"title\":{\"rendered\":\"Strike\"},\"content\":{\"protected\":false,"
        "\"rendered\":\"Docks shut.\"},\"date_gmt\":\"2020-01-01\",\"date\":\"2019-02-26\","
        "\"site\":\"Ledger\"}\n"
        "{\"headlines\":[{\"value\":\"Strike\"}],\"bodies\":[{\"value\":\"Docks shut.\"}],"
        "\"versionCreated\":\"2019-02-26\",\"publisher\":[{\"name\":\"Ledger\"}]}\n",
        5, "Docks shut.");
}

static void a_body_in_parts_is_whole(void **state)
{
    (void)state;
    check_records("{\"title\":\"Strike\",\"date\":\"2019-02-26\",\"source\":\"Ledger\","
                  "\"body\":[\"Docks \\u201cshut\\u201d.\",\"\",\"Talks go on.\"]}\n"
                  "{\"title\":\"Strike\",\"date\":\"2019-02-26\",\"source\":\"Ledger\",\"body\":"
                  "[{\"type\":\"p\",\"text\":\"Docks "
                  "\\u201cshut\\u201d.\"},{\"type\":\"image\",\"src\":\"x\"},"
                  "{\"type\":\"p\",\"text\":\"Talks go on.\"}]}\n"
                  "{\"title\":\"Strike\",\"date\":\"2019-02-26\",\"source\":\"Ledger\",\"body\":"
                  "{\"summary\":[],\"sections\":[{\"headline\":[\"Docks \\u201cshut\\u201d.\"],"
                  "\"paragraphs\":[\"Talks go on.\"]}]}}\n",
                  3, "Docks “shut”.\nTalks go on.");
}

static void nothing_hides_no_value(void **state)
{
    (void)state;
    check_records("{\"title\":\"None\",\"headline\":\"Strike\",\"body\":\"N/A\",\"text\":null,"
                  "\"content\":\"Docks shut.\",\"published\":\"NaN\",\"date\":\"2019-02-26\","
                  "\"source\":\"https://ledger.example/a\",\"publication\":\"Ledger\"}\n",
                  1, "Docks shut.");
}

static void placeholders_are_empty(void **state)
{
    (void)state;
    static const char *const words[] = {"NULL",      "None",      "N/A",    "nan",  "[Removed]",
                                        "[deleted]", "undefined", " #N/A ", "<NA>", "(null)"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct reading reading;
        char text[128];
        reading_init(&reading);
        snprintf(text, sizeof text, "title,body\nFerry,%s\n%s,late\n", words[i], words[i]);
        write_text("empty.csv", text);
        read_on(&reading, "empty.csv");
        assert_int_equal(reading.articles.count, 2);
        assert_string_equal(reading.articles.items[0].body, "");
        assert_string_equal(reading.articles.items[1].title, "");
        reading_done(&reading);
    }
}

/* What a person may have answered is a text where there is no other; what no one writes is none. */
static void answers_are_texts(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("answers.csv", "text,date\nn/a,2019-02-26\nNone,2019-02-26\nNULL,2019-02-26\n"
                              "[removed],2019-02-26\n");
    read_on(&reading, "answers.csv");
    assert_int_equal(reading.articles.count, 2);
    assert_string_equal(reading.articles.items[0].body, "n/a");
    assert_int_equal(reading.articles.skipped, 2);
    reading_done(&reading);
}

static void values_decide_between_names(void **state)
{
    (void)state;
    check_records(
        /* a date that is none; an import; a teaser under a better name */
        "{\"title\":\"Strike\",\"published\":\"yes\",\"pubDate\":\"2019-02-26\","
        "\"created_at\":\"2023-06-01\",\"body\":\"Docks…\",\"description\":"
        "\"Docks shut. Talks go on, and nobody knows.\",\"source\":\"Ledger\"}\n"
        "{\"title\":\"Strike\",\"date\":\"2019-02-26\",\"description\":\"Docks…\",\"maintext\":"
        "\"Docks shut. Talks go on, and nobody knows.\",\"source_domain\":\"Ledger\"}\n",
        2, "Docks shut. Talks go on, and nobody knows.");
}

static void flattened_columns_are_objects(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("flat.csv", "title.rendered,fields.bodyText,source.name,Publication Date\n"
                           "Strike,Docks shut.,Ledger,2019-02-26\n");
    read_on(&reading, "flat.csv");
    assert_int_equal(reading.articles.count, 1);
    assert_string_equal(reading.articles.items[0].title, "Strike");
    assert_string_equal(reading.articles.items[0].body, "Docks shut.");
    assert_string_equal(reading.articles.items[0].source, "Ledger");
    assert_int_equal(reading.articles.items[0].published, MONDAY);
    reading_done(&reading);
}

static void maps_go_into_objects_and_are_additive(void **state)
{
    (void)state;
    static const struct tdg_field_map map[] = {
        {"title", "meta.head.line"}, {"body", "story"}, {"body", "sketch"}};
    struct reading reading;
    reading_init(&reading);
    write_text("map.jsonl", "{\"title\":\"no\",\"meta\":{\"head\":{\"line\":\"Strike\"}},"
                            "\"sketch\":\"s\",\"body\":\"a much longer text of another name\"}\n"
                            "{\"title\":\"Ferry\",\"body\":\"b\"}\n");
    reading.options.map = map;
    reading.options.map_count = 3;
    read_on(&reading, "map.jsonl");
    assert_int_equal(reading.articles.count, 2);
    assert_string_equal(reading.articles.items[0].title, "Strike");
    assert_string_equal(reading.articles.items[0].body, "s");
    assert_string_equal(reading.articles.items[1].title, "Ferry");
    assert_string_equal(reading.articles.items[1].body, "b");
    reading_done(&reading);
}

static void lists_in_answers_are_found(void **state)
{
    (void)state;
    static const char *const answers[] = {
        "{\"articles\":{\"results\":[{\"title\":\"a\",\"body\":\"x\"},{\"title\":\"b\"}]}}",
        "{\"response\":{\"status\":\"ok\",\"results\":[{\"webTitle\":\"a\"},{\"webTitle\":\"b\"}]}"
        "}",
        "{\"response\":{\"docs\":[{\"headline\":{\"main\":\"a\"}},{\"headline\":{\"main\":\"b\"}}]}"
        "}",
        "{\"hits\":{\"total\":2,\"hits\":[{\"_source\":{\"title\":\"a\"}},"
        "{\"_source\":{\"title\":\"b\"}}]}}",
        "{\"data\":[{\"attributes\":{\"title\":\"a\"}},{\"attributes\":{\"title\":\"b\"}}]}",
        "{\"total\":2,\"entries\":[{\"title\":\"a\",\"feed\":{\"title\":\"f\"}},{\"title\":\"b\"}]"
        "}",
    };
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        struct reading reading;
        reading_init(&reading);
        write_text("answer.json", answers[i]);
        read_on(&reading, "answer.json");
        assert_int_equal(reading.articles.count, 2);
        assert_string_equal(reading.articles.items[0].title, "a");
        assert_string_equal(reading.articles.items[1].title, "b");
        reading_done(&reading);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_name_in_all_its_spellings),
        cmocka_unit_test(objects_are_wrappers_or_values),
        cmocka_unit_test(a_body_in_parts_is_whole),
        cmocka_unit_test(nothing_hides_no_value),
        cmocka_unit_test(placeholders_are_empty),
        cmocka_unit_test(answers_are_texts),
        cmocka_unit_test(values_decide_between_names),
        cmocka_unit_test(flattened_columns_are_objects),
        cmocka_unit_test(maps_go_into_objects_and_are_additive),
        cmocka_unit_test(lists_in_answers_are_found),
    };
    return RUN_IN_FOLDER(tests);
}
