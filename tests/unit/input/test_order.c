// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "base/hash.h"
#include "input/input.h"
#include "input/order.h"
#include "input/read.h"
#include "unit/input/reading.h"

enum { FILES = 5 };

static const char *const files[FILES] = {
    "{\"id\":\"3\",\"title\":\"c\",\"date\":\"2019-01-02\"}\n{\"title\":\"no id\"}\n",
    "{\"id\":\"1\",\"title\":\"a\",\"date\":\"2019-01-02\"}\n{\"id\":\"0\",\"title\":\"undated\"}"
    "\n",
    "{\"id\":\"2\",\"title\":\"b\",\"date\":\"1969-01-01\"}\n{\"id\":\"1\",\"title\":\"a2\","
    "\"date\":\"2019-01-02\"}\n",
    "{\"title\":\"no id\"}\n{\"id\":\"1\",\"title\":\"a\",\"date\":\"2019-01-02\"}\n",
    "{\"id\":\"1\",\"title\":\"a1\",\"date\":\"2019-01-01\"}\n{\"id\":\"2\",\"title\":\"b\"}\n",
};

/* Reads the files in the order of a permutation and puts the articles in order. */
static void read_permuted(struct reading *reading, const int order[FILES],
                          struct tdg_digest *digest)
{
    char name[16];
    reading_init(reading);
    for (int i = 0; i < FILES; i++) {
        snprintf(name, sizeof name, "%d.jsonl", order[i]);
        read_on(reading, name);
        assert_int_equal(reading->status, TDG_OK);
    }
    struct tdg_monitor monitor = monitor_of(reading);
    assert_int_equal(tdg_articles_order(&reading->articles, digest, &monitor, NULL), TDG_OK);
}

static void the_order_of_the_input_does_not_matter(void **state)
{
    (void)state;
    char name[16];
    for (int i = 0; i < FILES; i++) {
        snprintf(name, sizeof name, "%d.jsonl", i);
        write_text(name, files[i]);
    }
    int order[FILES] = {0, 1, 2, 3, 4};
    struct reading first, other;
    struct tdg_digest digest = {0}, again = {0};
    read_permuted(&first, order, &digest);
    assert_string_equal(
        first.told,
        "3.jsonl:2 the same article again\n"
        "2.jsonl:2 another version of an article; the newest is kept\n"
        "4.jsonl:2 another version of an article; the newest is kept\n"
        "3.jsonl:1 the same article again\n"
        ":0 1 article has an id already used by an article with another title, date and "
        "address; a suffix was added to the id (1~fb5139f9)\n");
    for (unsigned round = 0; round < 60; round++) {
        int one = (int)(round % FILES), two = (int)(round * 7 / 3 % FILES), swap = order[one];
        order[one] = order[two];
        order[two] = swap;
        read_permuted(&other, order, &again);
        assert_memory_equal(&digest, &again, sizeof digest);
        assert_string_equal(titles(&other), "b a1 a c undated no id ");
        assert_string_equal(first.told, other.told);
        assert_int_equal(other.articles.skipped, 4);
        for (size_t i = 0; i < other.articles.count; i++) {
            const struct tdg_article *a = &first.articles.items[i], *b = &other.articles.items[i];
            assert_string_equal(a->id, b->id);
            assert_int_equal(a->line, b->line);
            assert_string_equal(first.articles.files[a->file], other.articles.files[b->file]);
        }
        reading_done(&other);
    }
    reading_done(&first);
}

static void every_field_is_in_the_digest(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "i,t,b,2019-01-01,s,u,en", "j,t,b,2019-01-01,s,u,en", "i,T,b,2019-01-01,s,u,en",
        "i,t,B,2019-01-01,s,u,en", "i,t,b,2019-01-02,s,u,en", "i,t,b,2019-01-01,S,u,en",
        "i,t,b,2019-01-01,s,U,en", "i,t,b,2019-01-01,s,u,de", "i,tb,,2019-01-01,s,u,en",
    };
    enum { ROWS = sizeof rows / sizeof *rows };
    struct tdg_digest digests[ROWS];
    for (size_t i = 0; i < ROWS; i++) {
        struct reading reading;
        char text[256];
        reading_init(&reading);
        snprintf(text, sizeof text, "id,title,body,published,source,url,language\n%s\n", rows[i]);
        write_text("row.csv", text);
        read_on(&reading, "row.csv");
        assert_int_equal(tdg_articles_order(&reading.articles, &digests[i], NULL, NULL), TDG_OK);
        for (size_t j = 0; j < i; j++)
            assert_memory_not_equal(&digests[i], &digests[j], sizeof *digests);
        reading_done(&reading);
    }
}

static void no_articles_have_an_order_too(void **state)
{
    (void)state;
    struct tdg_articles articles = {0};
    struct tdg_digest digest = {1, 1};
    assert_int_equal(tdg_articles_order(&articles, &digest, NULL, NULL), TDG_OK);
    assert_int_equal(digest.high, 0);
    tdg_articles_done(&articles);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_of_the_input_does_not_matter),
        cmocka_unit_test(every_field_is_in_the_digest),
        cmocka_unit_test(no_articles_have_an_order_too),
    };
    return RUN_IN_FOLDER(tests);
}
