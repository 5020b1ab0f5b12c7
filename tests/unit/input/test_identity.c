// SPDX-License-Identifier: GPL-3.0-or-later
/* Which records are one article, and which of its versions stays. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/types.h>

#include "base/hash.h"
#include "input/identity.h"
#include "input/input.h"
#include "input/order.h"
#include "unit/input/reading.h"

enum { MORNING = 1704700800, EVENING = 1704735107 }; /* a bare day; a time to the second */

static bool same(struct tdg_identity one, struct tdg_identity other)
{
    bool is = tdg_identity_same(&one, &other);
    assert_int_equal(is, tdg_identity_same(&other, &one));
    return is;
}

#define FACTS(title, url, source, time) ((struct tdg_identity){title, url, source, time})

static void one_fact_in_common_makes_one_article(void **state)
{
    (void)state;
    struct tdg_identity all = FACTS("Rain", "http://a/1", "Post", EVENING);
    assert_true(same(all, all));
    assert_true(same(all, FACTS("Snow", "http://a/1", "Times", MORNING)));
    assert_true(same(all, FACTS("Rain", "http://b/2", "Post", EVENING)));
    assert_true(same(all, FACTS("Snow", "http://b/2", "Post", EVENING)));
    assert_true(same(FACTS("Rain", "", "", EVENING), FACTS("Rain", "", "", MORNING)));
    assert_true(same(FACTS("Rain", "", "", MORNING), FACTS("Snow", "", "", MORNING)));
    assert_true(same(FACTS("Rain", "http://a/1", "", TDG_NO_DATE),
                     FACTS("Rain", "http://b/2", "", TDG_NO_DATE)));
    assert_true(same(all, FACTS("Rain", "", "Times", MORNING)));
    assert_true(same(FACTS("Rain", "", "", MORNING), FACTS("Snow", "http://b/2", "", MORNING)));
    assert_true(same(FACTS("", "", "", TDG_NO_DATE), FACTS("", "", "", TDG_NO_DATE)));
}

static void an_id_alone_does_not(void **state)
{
    (void)state;
    struct tdg_identity all = FACTS("Rain", "http://a/1", "Post", MORNING);
    assert_false(same(all, FACTS("Snow", "http://b/2", "Post", EVENING)));
    assert_false(same(all, FACTS("Snow", "http://b/2", "Post", MORNING))); /* a bare day */
    assert_false(same(all, FACTS("Snow", "http://b/2", "Times", MORNING)));
    assert_false(same(all, FACTS("Rain", "http://b/2", "Post", EVENING))); /* a column */
    assert_false(same(FACTS("Rain", "", "Post", EVENING), FACTS("Snow", "", "Times", EVENING)));
    assert_false(same(FACTS("Rain", "", "", TDG_NO_DATE), FACTS("Snow", "", "", TDG_NO_DATE)));
    assert_false(same(FACTS("", "", "", TDG_NO_DATE), FACTS("Snow", "", "", MORNING)));
}

/* What all articles of a site may be given is no fact about one of them. */
static void forms_of_an_address_are_one_and_a_site_is_none(void **state)
{
    (void)state;
    struct tdg_identity all = FACTS("Rain", "http://a.example/1", "Post", EVENING);
    assert_true(same(all, FACTS("Snow", "https://www.a.example/amp/1/", "Times", MORNING)));
    assert_false(same(FACTS("Rain", "http://a.example/", "Post", MORNING),
                      FACTS("Snow", "http://a.example/", "Post", EVENING)));
    assert_true(same(FACTS("Rain", "http://a.example/", "Post", MORNING),
                     FACTS("Rain", "https://a.example", "Post", EVENING)));
}

/* Archives keep these numbers: one that changes needs a step in store/schema.c. */
static void numbers_of_pages_stay(void **state)
{
    (void)state;
    int64_t rain = tdg_page_number("https://a.example/1", "", "Rain");
    assert_true((uint64_t)rain == 0xb47414505f2222f9);
    assert_true(rain == tdg_page_number("http://m.a.example/1/?amp=1", "17", "Rain"));
    assert_true(rain == tdg_page_number("", "https://a.example/1", "Rain"));
    assert_true(rain != tdg_page_number("https://a.example/1", "", "Snow"));
    assert_true(rain != tdg_page_number("https://a.example/2", "", "Rain"));
    assert_int_equal(tdg_page_number("", "17", "Rain"), 0);
    assert_int_equal(tdg_page_number("https://a.example/", "", "Rain"), 0);
}

static bool alike(const char *one, const char *other)
{
    bool is = false;
    assert_int_equal(tdg_texts_alike(&is, one, other), TDG_OK);
    return is;
}

static void versions_have_most_of_their_text_in_common(void **state)
{
    (void)state;
    const char *text = "The bridge over the Orne will stay closed until the end of the month.";
    assert_true(alike(text, text));
    assert_true(alike(text, "The bridge over the Orne will stay closed until the end of the month. "
                            "An earlier version named another river."));
    assert_true(alike(text, ""));
    assert_true(alike("short", "short"));
    assert_false(alike("short", "other"));
    assert_false(alike(text, "Two goals in the last minutes decided the match on Saturday night."));
}

static void read_files(struct reading *reading, const char *const *texts, size_t count)
{
    struct tdg_digest digest;
    reading_init(reading);
    for (size_t i = 0; i < count; i++) {
        write_text("rows.jsonl", texts[i]);
        read_on(reading, "rows.jsonl");
        assert_int_equal(reading->status, TDG_OK);
    }
    struct tdg_monitor monitor = monitor_of(reading);
    assert_int_equal(tdg_articles_order(&reading->articles, &digest, &monitor, NULL), TDG_OK);
}

/* Two weeks and two sources, each of which numbers its rows from 0. */
static void rows_that_are_numbered_alike_are_all_kept(void **state)
{
    (void)state;
    static const char *const weeks[] = {
        "{\"id\":0,\"title\":\"a\",\"date\":\"2024-01-01\",\"url\":\"u/a\"}\n"
        "{\"id\":1,\"title\":\"b\",\"date\":\"2024-01-02\",\"url\":\"u/b\"}\n",
        "{\"id\":0,\"title\":\"c\",\"date\":\"2024-01-08\",\"url\":\"u/c\"}\n"
        "{\"id\":1,\"title\":\"d\",\"date\":\"2024-01-02\",\"url\":\"v/d\",\"source\":\"V\"}\n",
    };
    const char *const back[] = {weeks[1], weeks[0]};
    struct reading one, other;
    read_files(&one, weeks, 2);
    read_files(&other, back, 2);
    assert_int_equal(one.articles.count, 4);
    assert_int_equal(one.articles.skipped, 0);
    assert_non_null(strstr(one.told, "2 articles have an id already used by an article"));
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(one.articles.items[i].id, other.articles.items[i].id);
        assert_string_equal(one.articles.items[i].title, other.articles.items[i].title);
    }
    assert_string_equal(one.articles.items[0].id, "0");
    assert_string_equal(one.articles.items[3].given, "0");
    assert_memory_equal(one.articles.items[3].id, "0~", 2);
    assert_int_equal(strlen(one.articles.items[3].id), 2 + TDG_ID_DIGITS);
    reading_done(&one);
    reading_done(&other);
}

#define PAGE "\"title\":\"Bridge closed\",\"url\":\"u/bridge\""
#define TEXT "The bridge over the Orne will stay closed until the end of the month."

static void a_page_without_an_id_comes_again_as_a_version(void **state)
{
    (void)state;
    static const char *const pages[] = {
        "{" PAGE ",\"date\":\"2024-01-01\",\"body\":\"" TEXT " It is old.\"}\n",
        "{" PAGE ",\"date\":\"2024-01-01\",\"body\":\"" TEXT "\"}\n"
        "{" PAGE ",\"date\":\"2024-02-01\",\"body\":\"Another column under the old address, with "
        "nothing in common but that.\"}\n",
    };
    struct reading reading;
    read_files(&reading, pages, 2);
    assert_int_equal(reading.articles.count, 2);
    assert_int_equal(reading.articles.skipped, 1);
    assert_string_equal(reading.articles.items[0].body, TEXT " It is old.");
    assert_true(reading.articles.items[0].nameless);
    reading_done(&reading);
}

#define ORNE "\"title\":\"Bridge closed\",\"body\":\"" TEXT "\""

static size_t count_of(const char *rows)
{
    struct reading reading;
    read_files(&reading, &rows, 1);
    size_t count = reading.articles.count;
    assert_int_equal(count + reading.articles.skipped, 2);
    reading_done(&reading);
    return count;
}

static void two_forms_of_one_address_are_one_article(void **state)
{
    (void)state;
    static const struct {
        size_t count;
        const char *rows;
    } cases[] = {
        {1, "{" ORNE ",\"url\":\"http://a.example/x\"}\n"
            "{" ORNE ",\"url\":\"https://www.a.example/x/?amp=1\",\"date\":\"2024-02-01\"}\n"},
        {1, "{" ORNE ",\"id\":\"http://a.example/x\",\"date\":\"2024-01-01\"}\n"
            "{" ORNE ",\"id\":\"https://a.example/x/\",\"date\":\"2024-02-01\"}\n"},
        {1, "{" ORNE ",\"id\":\"http://a.example/x\",\"url\":\"http://a.example/x\"}\n"
            "{" ORNE ",\"url\":\"https://a.example/x/\",\"date\":\"2024-02-01\"}\n"},
        /* ids of their own */
        {2, "{" ORNE ",\"id\":\"1\",\"url\":\"http://a.example/x\"}\n"
            "{" ORNE ",\"id\":\"2\",\"url\":\"https://a.example/x\"}\n"},
        {2, "{" ORNE ",\"id\":\"http://a.example/?p=1\",\"url\":\"http://a.example/x\"}\n"
            "{" ORNE ",\"id\":\"http://a.example/?p=2\",\"url\":\"http://a.example/x\"}\n"},
        /* another text under the address, another headline, a parameter that chooses the page */
        {2, "{\"title\":\"Letters\",\"body\":\"" TEXT "\",\"url\":\"http://a.example/x\"}\n"
            "{\"title\":\"Letters\",\"body\":\"Two goals in the last minutes decided the match.\","
            "\"url\":\"https://a.example/x\",\"date\":\"2024-02-01\"}\n"},
        {2, "{\"title\":\"Rain\",\"url\":\"http://a.example/search?q=weather\"}\n"
            "{\"title\":\"Snow\",\"url\":\"https://a.example/search?q=weather\"}\n"},
        {2, "{" ORNE ",\"url\":\"http://a.example/x?id=1\"}\n"
            "{" ORNE ",\"url\":\"http://a.example/x?id=2\"}\n"},
        /* a whole site, with ids and without */
        {2, "{\"title\":\"Letters\",\"body\":\"One.\",\"url\":\"http://a.example/\"}\n"
            "{\"title\":\"Letters\",\"body\":\"Two.\",\"url\":\"http://a.example/\"}\n"},
        {2,
         "{\"id\":0,\"title\":\"Rain\",\"url\":\"http://a.example/\",\"date\":\"2024-01-01\"}\n"
         "{\"id\":0,\"title\":\"Snow\",\"url\":\"http://a.example/\",\"date\":\"2024-01-08\"}\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (count_of(cases[i].rows) != cases[i].count)
            fail_msg("not %zu of\n%s", cases[i].count, cases[i].rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_fact_in_common_makes_one_article),
        cmocka_unit_test(an_id_alone_does_not),
        cmocka_unit_test(forms_of_an_address_are_one_and_a_site_is_none),
        cmocka_unit_test(numbers_of_pages_stay),
        cmocka_unit_test(two_forms_of_one_address_are_one_article),
        cmocka_unit_test(versions_have_most_of_their_text_in_common),
        cmocka_unit_test(rows_that_are_numbered_alike_are_all_kept),
        cmocka_unit_test(a_page_without_an_id_comes_again_as_a_version),
    };
    return RUN_IN_FOLDER(tests);
}
