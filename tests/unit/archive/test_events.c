// SPDX-License-Identifier: GPL-3.0-or-later
/* Events of an archive: the same number from batch to batch. */
#include "archive/events.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/options.h>
#include <tidings/types.h>

#include "store/database.h"
#include "store/events.h"
#include "store/open.h"
#include "store/sql.h"
#include "unit/check.h"

static const char path[] = "test_archive_events.tidings", input[] = "test_archive_events.jsonl";

/* Four weeks of a market town, with a flood in the third. */
static const struct planted {
    int week;
    const char *id, *date, *title;
} planted[] = {
    {1, "a1", "2024-01-02", "Mayor opens the new library in Lund"},
    {1, "a2", "2024-01-03", "Library in Lund counts its visitors"},
    {1, "a3", "2024-01-04", "Bakery wins the prize for rye bread"},
    {1, "a4", "2024-01-05", "Chess club meets on Friday evening"},
    {2, "b1", "2024-01-09", "Baker talks about rye bread"},
    {2, "b2", "2024-01-10", "Tram line gets a second track"},
    {2, "b3", "2024-01-11", "School choir sings at the station"},
    {3, "c1", "2024-01-15", "Orne bursts its banks and floods Fenwick"},
    {3, "c2", "2024-01-15", "Fenwick under water as the Orne floods"},
    {3, "c3", "2024-01-16", "Floods in Fenwick: the Orne is still rising"},
    {3, "c4", "2024-01-17", "Chess club loses to its neighbours"},
    {4, "d1", "2024-01-18", "After the floods Fenwick counts the cost of the Orne"},
    {4, "d2", "2024-01-19", "Orne floods: help for Fenwick from the capital"},
    {4, "d3", "2024-01-20", "Tram line is late again"},
};
enum { PLANTED = sizeof planted / sizeof *planted };

/* `late`: an id that comes a week after its own, NULL for none. */
static void add(struct tdg_archive *archive, int week, const char *late)
{
    const char *inputs[] = {input};
    struct tdg_archive_change change = {.size = sizeof change};
    struct tdg_options *options = tdg_options_new();
    FILE *file = fopen(input, "wb");
    for (size_t i = 0; i < PLANTED; i++) {
        int own = planted[i].week + (late && strcmp(planted[i].id, late) == 0);
        if (own == week)
            fprintf(file, "{\"id\":\"%s\",\"published\":\"%s\",\"title\":\"%s\"}\n", planted[i].id,
                    planted[i].date, planted[i].title);
    }
    fclose(file);
    if (week == 1)
        assert_int_equal(tdg_options_set(options, "themes", "2", NULL), TDG_OK);
    assert_int_equal(tdg_archive_add(archive, options, inputs, 1, NULL, &change, NULL), TDG_OK);
    tdg_options_free(options);
}

/* The events and articles of an event, 0 for any, or the article of an id, NULL for any. */
static struct tdg_archive_listing *list(struct tdg_archive *archive, uint32_t event, const char *id)
{
    struct tdg_archive_listing *listing = NULL;
    struct tdg_archive_request request = {.size = sizeof request,
                                          .parts = TDG_ARCHIVE_EVENTS | TDG_ARCHIVE_ARTICLES,
                                          .from = TDG_NO_DATE,
                                          .to = TDG_NO_DATE,
                                          .event = event,
                                          .article = id};
    assert_int_equal(tdg_archive_read(archive, &request, &listing, NULL), TDG_OK);
    return listing;
}

static uint32_t event_of(struct tdg_archive *archive, const char *id)
{
    struct tdg_archive_listing *listing = list(archive, 0, id);
    assert_int_equal(listing->article_count, 1);
    uint32_t event = listing->articles[0].event;
    tdg_archive_listing_free(listing);
    return event;
}

static struct tdg_archive *begin(void)
{
    struct tdg_archive *archive = NULL;
    unlink(path);
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_CREATE, NULL), TDG_OK);
    return archive;
}

static void check(struct tdg_archive *archive)
{
    size_t problems = 1;
    assert_int_equal(tdg_archive_check(archive, NULL, NULL, &problems, NULL), TDG_OK);
    assert_int_equal(problems, 0);
}

static void an_event_goes_on_in_the_next_batch(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    for (int week = 1; week <= 3; week++)
        add(archive, week, NULL);
    uint32_t flood = event_of(archive, "c1");
    assert_int_not_equal(flood, 0);
    assert_int_equal(event_of(archive, "c2"), flood);
    assert_int_equal(event_of(archive, "c3"), flood);
    assert_int_not_equal(event_of(archive, "c4"), flood);
    add(archive, 4, NULL);
    assert_int_equal(event_of(archive, "c1"), flood);
    assert_int_equal(event_of(archive, "d1"), flood);
    assert_int_equal(event_of(archive, "d2"), flood);
    assert_int_not_equal(event_of(archive, "d3"), flood);
    check(archive);
    tdg_archive_close(archive);
}

static void a_late_article_joins(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    for (int week = 1; week <= 4; week++)
        add(archive, week, "c1");
    assert_int_not_equal(event_of(archive, "c2"), 0);
    assert_int_equal(event_of(archive, "c1"), event_of(archive, "c2"));
    check(archive);
    tdg_archive_close(archive);
}

static void an_event_is_listed(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    for (int week = 1; week <= 4; week++)
        add(archive, week, NULL);
    uint32_t flood = event_of(archive, "c1");
    struct tdg_archive_listing *listing = list(archive, flood, NULL);
    assert_int_equal(listing->event_count, 1);
    assert_int_equal(listing->events[0].number, flood);
    assert_int_equal(listing->events[0].articles, listing->article_count);
    assert_int_equal(event_of(archive, listing->events[0].headline_id), flood);
    for (size_t i = 0; i < listing->article_count; i++)
        assert_int_equal(listing->articles[i].event, flood);
    tdg_archive_listing_free(listing);
    tdg_archive_close(archive);
}

/* Two that were found apart have grown together: the number of the one leads to the other. */
static void a_former_number_leads_to_the_event(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    for (int week = 1; week <= 4; week++)
        add(archive, week, NULL);
    uint32_t flood = event_of(archive, "c1");
    struct tdg_archive_listing *listing = list(archive, flood, NULL);
    assert_true(listing->article_count > 1);
    tdg_archive_listing_free(listing);
    assert_int_equal(tdg_archive_begin(archive, NULL), TDG_OK);
    assert_int_equal(tdg_sql(archive, NULL, "UPDATE articles SET event = 99 WHERE event = ?", "i",
                             (int64_t)flood),
                     TDG_OK);
    assert_int_equal(tdg_archive_end_event(archive, flood, 98, NULL), TDG_OK);
    assert_int_equal(tdg_archive_end_event(archive, 98, 99, NULL), TDG_OK);
    assert_int_equal(tdg_archive_commit(archive, NULL), TDG_OK);
    listing = list(archive, flood, NULL);
    assert_int_equal(listing->event_count, 1);
    assert_int_equal(listing->events[0].number, 99);
    assert_true(listing->article_count > 1);
    tdg_archive_listing_free(listing);
    assert_int_equal(tdg_archive_begin(archive, NULL), TDG_OK);
    assert_int_equal(tdg_archive_end_event(archive, 99, flood, NULL), TDG_OK);
    assert_int_equal(tdg_archive_commit(archive, NULL), TDG_OK);
    listing = list(archive, flood, NULL); /* damaged: the chain goes round, and it ends */
    tdg_archive_listing_free(listing);
    listing = list(archive, 4000, NULL);
    assert_int_equal(listing->event_count, 0);
    tdg_archive_listing_free(listing);
    tdg_archive_close(archive);
}

/* An archive of a version without names of events is read, and gets them when it grows. */
static void an_older_archive_has_no_names(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    for (int week = 1; week <= 3; week++)
        add(archive, week, NULL);
    uint32_t flood = event_of(archive, "c1");
    assert_int_equal(tdg_sql_script(archive,
                                    "DROP TRIGGER pending_delete; DROP TABLE pending; DROP VIEW "
                                    "event_list; DROP TABLE events;"
                                    "CREATE VIEW event_list AS SELECT event FROM articles;"
                                    "PRAGMA user_version = 3",
                                    NULL),
                     TDG_OK);
    tdg_archive_close(archive);
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_READ, NULL), TDG_OK);
    struct tdg_archive_listing *listing = list(archive, flood, NULL);
    assert_int_equal(listing->event_count, 1);
    assert_string_not_equal(listing->events[0].headline, "");
    tdg_archive_listing_free(listing);
    tdg_archive_close(archive);
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_WRITE, NULL), TDG_OK);
    add(archive, 4, NULL);
    int64_t named = 0;
    assert_int_equal(
        tdg_sql_number(&named, archive, NULL, "SELECT count(*) FROM events WHERE headline", ""),
        TDG_OK);
    assert_true(named > 0);
    check(archive);
    tdg_archive_close(archive);
}

/* An archive of a version without events is read as having none, and gets them when it grows. */
static void an_older_archive_has_none(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    for (int week = 1; week <= 3; week++)
        add(archive, week, NULL);
    assert_int_equal(tdg_sql_script(archive,
                                    "DROP TRIGGER pending_delete; DROP TABLE pending; DROP VIEW "
                                    "event_list; DROP TABLE events;"
                                    "DROP VIEW article_list;"
                                    "CREATE VIEW article_list AS SELECT id FROM articles;"
                                    "DROP INDEX articles_event;"
                                    "ALTER TABLE articles DROP COLUMN event;"
                                    "ALTER TABLE removed DROP COLUMN event;"
                                    "PRAGMA user_version = 2",
                                    NULL),
                     TDG_OK);
    tdg_archive_close(archive);
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_READ, NULL), TDG_OK);
    assert_int_equal(event_of(archive, "c1"), 0);
    tdg_archive_close(archive);
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_WRITE, NULL), TDG_OK);
    add(archive, 4, NULL);
    assert_int_not_equal(event_of(archive, "d1"), 0);
    assert_int_equal(event_of(archive, "c1"), event_of(archive, "d1"));
    check(archive);
    tdg_archive_close(archive);
}

/* An archive of a version in which nothing waits is read, and gets a place for it. */
static void in_an_older_archive_nothing_waits(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    int64_t waiting = 1;
    add(archive, 1, NULL);
    assert_int_equal(
        tdg_sql_script(archive,
                       "DROP TRIGGER pending_delete; DROP TABLE pending; PRAGMA user_version = 4",
                       NULL),
        TDG_OK);
    tdg_archive_close(archive);
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_READ, NULL), TDG_OK);
    assert_int_equal(tdg_sql_number(&waiting, archive, NULL, "SELECT count(*) FROM pending", ""),
                     TDG_OK);
    assert_int_equal(waiting, 0);
    tdg_archive_close(archive);
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_WRITE, NULL), TDG_OK);
    add(archive, 2, NULL);
    check(archive);
    tdg_archive_close(archive);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_goes_on_in_the_next_batch),
        cmocka_unit_test(an_event_is_listed),
        cmocka_unit_test(a_former_number_leads_to_the_event),
        cmocka_unit_test(an_older_archive_has_no_names),
        cmocka_unit_test(a_late_article_joins),
        cmocka_unit_test(an_older_archive_has_none),
        cmocka_unit_test(in_an_older_archive_nothing_waits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
