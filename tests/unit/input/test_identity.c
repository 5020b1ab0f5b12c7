// SPDX-License-Identifier: GPL-3.0-or-later
/* Which records are one article, and which of its versions stays. */
#include <stdbool.h>
#include <stddef.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_fact_in_common_makes_one_article),
        cmocka_unit_test(an_id_alone_does_not),
        cmocka_unit_test(versions_have_most_of_their_text_in_common),
        cmocka_unit_test(rows_that_are_numbered_alike_are_all_kept),
        cmocka_unit_test(a_page_without_an_id_comes_again_as_a_version),
    };
    return RUN_IN_FOLDER(tests);
}
