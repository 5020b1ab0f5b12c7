// SPDX-License-Identifier: GPL-3.0-or-later
/* Batches into an archive: what moves, and what never does. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/options.h>
#include <tidings/types.h>

#include "unit/check.h"

static const char path[] = "test_update.tidings", input[] = "test_update.jsonl";

static const char first[] =
    "{\"id\":\"a\",\"title\":\"Tariffs on steel\",\"published\":\"2019-02-26\"}\n"
    "{\"id\":\"b\",\"title\":\"Steel tariffs bite\",\"published\":\"2019-03-05\"}\n"
    "{\"id\":\"c\",\"title\":\"Goal in the cup final\",\"published\":\"2019-03-06\"}\n"
    "{\"id\":\"d\",\"title\":\"Cup final: a late goal\",\"published\":\"2019-03-07\"}\n"
    "{\"id\":\"e\",\"title\":\"Steel makers like tariffs\",\"published\":\"2019-03-08\"}\n"
    "{\"id\":\"f\",\"title\":\"The goal of the cup\",\"published\":\"2019-03-08\"}\n";

static struct tdg_archive *begin(void)
{
    struct tdg_archive *archive = NULL;
    unlink(path);
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_CREATE, NULL), TDG_OK);
    return archive;
}

static int add(struct tdg_archive *archive, const char *text, const char *themes,
               struct tdg_archive_change *change)
{
    const char *inputs[] = {input};
    struct tdg_options *options = tdg_options_new();
    FILE *file = fopen(input, "wb");
    fputs(text, file);
    fclose(file);
    if (themes)
        assert_int_equal(tdg_options_set(options, "themes", themes, NULL), TDG_OK);
    int status = tdg_archive_add(archive, options, inputs, 1, NULL, change, NULL);
    tdg_options_free(options);
    return status;
}

static struct tdg_archive_listing *list(struct tdg_archive *archive, const char *article)
{
    struct tdg_archive_listing *listing = NULL;
    struct tdg_archive_request request = {.size = sizeof request,
                                          .parts = TDG_ARCHIVE_ARTICLES | TDG_ARCHIVE_THEMES |
                                                   TDG_ARCHIVE_LEDGER,
                                          .from = TDG_NO_DATE,
                                          .to = TDG_NO_DATE,
                                          .article = article};
    assert_int_equal(tdg_archive_read(archive, &request, &listing, NULL), TDG_OK);
    return listing;
}

static uint32_t theme_of(struct tdg_archive *archive, const char *id)
{
    struct tdg_archive_listing *listing = list(archive, id);
    assert_int_equal(listing->article_count, 1);
    uint32_t theme = listing->articles[0].theme;
    tdg_archive_listing_free(listing);
    return theme;
}

static void new_articles_join_the_themes(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    struct tdg_archive_change change = {.size = sizeof change};
    assert_int_equal(add(archive, first, "2", &change), TDG_OK);
    assert_int_equal(change.added, 6);
    assert_int_equal(change.born, 2);
    uint32_t steel = theme_of(archive, "a"), cup = theme_of(archive, "c");
    assert_int_not_equal(steel, cup);
    assert_int_equal(add(archive, first, "2", &change), TDG_OK);
    assert_int_equal(change.unchanged, 6);
    assert_int_equal(change.added, 0);
    assert_int_equal(add(archive,
                         "{\"id\":\"g\",\"title\":\"New tariffs\",\"published\":\"2019-03-09\"}\n",
                         NULL, &change),
                     TDG_OK);
    assert_int_equal(change.placed, 1);
    assert_false(change.refitted);
    assert_int_equal(theme_of(archive, "g"), steel);
    assert_int_equal(theme_of(archive, "c"), cup);
    tdg_archive_close(archive);
}

/* An earlier one with the same text comes late: what was an original stays one. */
static void late_copies_are_copies(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    struct tdg_archive_change change = {.size = sizeof change};
    assert_int_equal(add(archive, first, "2", &change), TDG_OK);
    assert_int_equal(
        add(archive,
            "{\"id\":\"h\",\"title\":\"Steel tariffs bite\",\"published\":\"2019-03-01\"}\n", NULL,
            &change),
        TDG_OK);
    assert_int_equal(change.copies, 1);
    struct tdg_archive_listing *listing = list(archive, "h");
    assert_string_equal(listing->articles[0].copy_of, "b");
    tdg_archive_listing_free(listing);
    assert_int_equal(theme_of(archive, "h"), theme_of(archive, "b"));
    tdg_archive_close(archive);
}

static void changed_articles_are_reported(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    struct tdg_archive_change change = {.size = sizeof change};
    size_t problems = 1;
    assert_int_equal(add(archive, first, "2", &change), TDG_OK);
    uint32_t cup = theme_of(archive, "c");
    assert_int_equal(
        add(archive,
            "{\"id\":\"a\",\"title\":\"A goal in the cup\",\"published\":\"2019-02-26\"}\n", NULL,
            &change),
        TDG_OK);
    assert_int_equal(change.changed, 1);
    assert_int_equal(theme_of(archive, "a"), cup);
    struct tdg_archive_listing *listing = list(archive, NULL);
    assert_int_equal(listing->entries[listing->entry_count - 1].kind, TDG_LEDGER_CHANGE);
    assert_string_equal(listing->entries[listing->entry_count - 1].article, "a");
    tdg_archive_listing_free(listing);
    assert_int_equal(tdg_archive_check(archive, NULL, NULL, &problems, NULL), TDG_OK);
    assert_int_equal(problems, 0);
    tdg_archive_close(archive);
}

static void assert_copy(struct tdg_archive *archive, const char *id, const char *original)
{
    struct tdg_archive_listing *listing = list(archive, id);
    assert_string_equal(listing->articles[0].copy_of, original);
    tdg_archive_listing_free(listing);
}

/* Its copy still has the text that it had, and is the original of it from then on. */
static void copies_are_of_the_text_that_was(void **state)
{
    (void)state;
    static const char copy[] =
        "{\"id\":\"h\",\"title\":\"Steel tariffs bite\",\"published\":\"2019-03-06\"}\n";
    static const char *const versions[] = {
        "{\"id\":\"b\",\"title\":\"A goal in the cup\",\"published\":\"2019-03-05\"}\n",
        "{\"id\":\"b\",\"title\":\"Steel tariffs bite\",\"published\":\"2019-03-05\"}\n",
    };
    struct tdg_archive *archive = begin();
    struct tdg_archive_change change = {.size = sizeof change};
    size_t problems = 1;
    assert_int_equal(add(archive, first, "2", &change), TDG_OK);
    uint32_t steel = theme_of(archive, "b");
    assert_int_equal(add(archive, copy, NULL, &change), TDG_OK);
    assert_int_equal(change.copies, 1);
    assert_copy(archive, "h", "b");
    assert_int_equal(add(archive, versions[0], NULL, &change), TDG_OK);
    assert_copy(archive, "b", "");
    assert_copy(archive, "h", "");
    assert_int_equal(theme_of(archive, "h"), steel);
    assert_int_not_equal(theme_of(archive, "b"), steel);
    assert_int_equal(add(archive, versions[1], NULL, &change), TDG_OK);
    assert_copy(archive, "b", "h");
    assert_int_equal(theme_of(archive, "b"), steel);
    assert_int_equal(tdg_archive_check(archive, NULL, NULL, &problems, NULL), TDG_OK);
    assert_int_equal(problems, 0);
    tdg_archive_close(archive);
}

/* The same words under another address and date: nothing is analyzed again. */
static void other_facts_move_nothing(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    struct tdg_archive_change change = {.size = sizeof change};
    assert_int_equal(add(archive, first, "2", &change), TDG_OK);
    uint32_t steel = theme_of(archive, "a");
    assert_int_equal(add(archive,
                         "{\"id\":\"a\",\"title\":\"Tariffs on steel\",\"url\":\"u/a\","
                         "\"published\":\"2019-02-27\"}\n",
                         NULL, &change),
                     TDG_OK);
    assert_int_equal(change.changed, 1);
    assert_int_equal(change.placed, 1);
    struct tdg_archive_listing *listing = list(archive, "a");
    assert_int_equal(listing->articles[0].theme, steel);
    assert_string_equal(listing->articles[0].url, "u/a");
    assert_int_equal(listing->articles[0].published, 1551225600);
    tdg_archive_listing_free(listing);
    tdg_archive_close(archive);
}

#define TEXT                                                                                       \
    "Steel makers in the north have cut their prices for the third time this year, and say that "  \
    "the tariffs on their largest market leave them no choice in the matter until the summer."

/* A small correction leaves its copies what they are. */
static void copies_of_the_new_text_stay_copies(void **state)
{
    (void)state;
    static const char both[] = "{\"id\":\"x\",\"title\":\"Prices of steel fall\",\"body\":\"" TEXT
                               "\",\"published\":\"2019-03-05\"}\n"
                               "{\"id\":\"y\",\"title\":\"Prices of steel fall\",\"body\":\"" TEXT
                               "\",\"published\":\"2019-03-06\"}\n";
    struct tdg_archive *archive = begin();
    struct tdg_archive_change change = {.size = sizeof change};
    size_t problems = 1;
    assert_int_equal(add(archive, first, "2", &change), TDG_OK);
    assert_int_equal(add(archive, both, NULL, &change), TDG_OK);
    assert_copy(archive, "y", "x");
    uint32_t theme = theme_of(archive, "x");
    assert_int_equal(add(archive,
                         "{\"id\":\"x\",\"title\":\"Prices of steel fall\",\"body\":\"" TEXT
                         " Corrected.\",\"published\":\"2019-03-05\"}\n",
                         NULL, &change),
                     TDG_OK);
    assert_int_equal(change.changed, 1);
    assert_copy(archive, "x", "");
    assert_copy(archive, "y", "x");
    assert_int_equal(theme_of(archive, "x"), theme);
    assert_int_equal(theme_of(archive, "y"), theme);
    assert_int_equal(tdg_archive_check(archive, NULL, NULL, &problems, NULL), TDG_OK);
    assert_int_equal(problems, 0);
    tdg_archive_close(archive);
}

static void a_pinned_theme_keeps_what_changes(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    struct tdg_archive_change change = {.size = sizeof change};
    assert_int_equal(add(archive, first, "2", &change), TDG_OK);
    uint32_t steel = theme_of(archive, "a");
    struct tdg_archive_decision pin = {.size = sizeof pin, .kind = TDG_LEDGER_PIN, .theme = steel};
    assert_int_equal(tdg_archive_curate(archive, &pin, NULL, &change, NULL), TDG_OK);
    assert_int_equal(
        add(archive,
            "{\"id\":\"a\",\"title\":\"A goal in the cup\",\"published\":\"2019-02-26\"}\n", NULL,
            &change),
        TDG_OK);
    assert_int_equal(theme_of(archive, "a"), steel);
    tdg_archive_close(archive);
}

/* With another title, date and address it is another article, whatever its id says. */
static void an_id_alone_replaces_nothing(void **state)
{
    (void)state;
    static const char other[] = "{\"id\":\"a\",\"title\":\"A goal in the cup\",\"url\":\"u/goal\","
                                "\"published\":\"2019-04-01\"}\n";
    struct tdg_archive *archive = begin();
    struct tdg_archive_change change = {.size = sizeof change};
    assert_int_equal(add(archive, first, "2", &change), TDG_OK);
    assert_int_equal(add(archive, other, NULL, &change), TDG_OK);
    assert_int_equal(change.added, 1);
    assert_int_equal(change.changed, 0);
    assert_int_equal(add(archive, other, NULL, &change), TDG_OK);
    assert_int_equal(change.unchanged, 1);
    struct tdg_archive_listing *listing = list(archive, NULL);
    assert_int_equal(listing->article_count, 7);
    tdg_archive_listing_free(listing);
    tdg_archive_close(archive);
}

static int take_out(struct tdg_archive *archive, const char *id, const char *source, uint32_t batch,
                    struct tdg_archive_change *change)
{
    struct tdg_archive_removal removal = {.size = sizeof removal,
                                          .ids = &id,
                                          .id_count = id != NULL,
                                          .source = source,
                                          .batch = batch};
    return tdg_archive_remove(archive, &removal, NULL, change, NULL);
}

static size_t articles_in(struct tdg_archive *archive)
{
    struct tdg_archive_listing *listing = list(archive, NULL);
    size_t count = listing->article_count;
    tdg_archive_listing_free(listing);
    return count;
}

static void what_is_removed_comes_back(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    struct tdg_archive_change change = {.size = sizeof change};
    struct tdg_archive_decision undo = {.size = sizeof undo, .kind = TDG_LEDGER_UNDO};
    size_t problems = 1;
    assert_int_equal(add(archive, first, "2", &change), TDG_OK);
    uint32_t steel = theme_of(archive, "a");
    assert_int_equal(take_out(archive, "a", NULL, 0, &change), TDG_OK);
    assert_int_equal(change.removed, 1);
    assert_int_equal(articles_in(archive), 5);
    assert_int_equal(take_out(archive, NULL, NULL, 1, &change), TDG_OK);
    assert_int_equal(change.removed, 5);
    assert_int_equal(change.ended, 2);
    assert_int_equal(articles_in(archive), 0);
    assert_int_equal(tdg_archive_check(archive, NULL, NULL, &problems, NULL), TDG_OK);
    assert_int_equal(problems, 0);
    assert_int_equal(tdg_archive_curate(archive, &undo, NULL, &change, NULL), TDG_OK);
    assert_int_equal(change.restored, 5);
    assert_int_equal(tdg_archive_curate(archive, &undo, NULL, &change, NULL), TDG_OK);
    assert_int_equal(change.restored, 1);
    assert_int_equal(articles_in(archive), 6);
    assert_int_equal(theme_of(archive, "a"), steel);
    assert_int_equal(tdg_archive_check(archive, NULL, NULL, &problems, NULL), TDG_OK);
    assert_int_equal(problems, 0);
    tdg_archive_close(archive);
}

static void removals_that_mean_nothing_are_refused(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    struct tdg_archive_change change = {.size = sizeof change};
    assert_int_equal(add(archive, first, "2", &change), TDG_OK);
    assert_int_equal(take_out(archive, NULL, NULL, 0, &change), TDG_EINVAL);
    assert_int_equal(take_out(archive, "nowhere", NULL, 0, &change), TDG_EINVAL);
    assert_int_equal(take_out(archive, NULL, "nobody", 0, &change), TDG_EINVAL);
    assert_int_equal(take_out(archive, NULL, NULL, 2, &change), TDG_EINVAL); /* a birth */
    assert_int_equal(take_out(archive, "a", "nobody", 0, &change), TDG_EINVAL);
    assert_int_equal(articles_in(archive), 6);
    tdg_archive_close(archive);
}

static void refits_keep_ids(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    struct tdg_archive_change change = {.size = sizeof change};
    assert_int_equal(add(archive, first, "2", &change), TDG_OK);
    uint32_t steel = theme_of(archive, "a"), cup = theme_of(archive, "c");
    assert_int_equal(tdg_archive_refit(archive, NULL, NULL, &change, NULL), TDG_OK);
    assert_int_equal(change.kept, 6);
    assert_int_equal(theme_of(archive, "e"), steel);
    assert_int_equal(theme_of(archive, "f"), cup);
    tdg_archive_close(archive);
}

static void other_options_are_refused(void **state)
{
    (void)state;
    struct tdg_archive *archive = begin();
    struct tdg_archive_change change = {.size = sizeof change};
    assert_int_equal(add(archive, first, "2", &change), TDG_OK);
    assert_int_equal(add(archive, first, "3", &change), TDG_EINVAL);
    assert_int_equal(add(archive, "", NULL, &change), TDG_EEMPTY);
    tdg_archive_close(archive);
}

static int teardown(void **state)
{
    (void)state;
    unlink(path);
    unlink(input);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(new_articles_join_the_themes),
        cmocka_unit_test(late_copies_are_copies),
        cmocka_unit_test(changed_articles_are_reported),
        cmocka_unit_test(other_facts_move_nothing),
        cmocka_unit_test(copies_of_the_new_text_stay_copies),
        cmocka_unit_test(a_pinned_theme_keeps_what_changes),
        cmocka_unit_test(an_id_alone_replaces_nothing),
        cmocka_unit_test(what_is_removed_comes_back),
        cmocka_unit_test(removals_that_mean_nothing_are_refused),
        cmocka_unit_test(refits_keep_ids),
        cmocka_unit_test(other_options_are_refused),
        cmocka_unit_test(copies_are_of_the_text_that_was),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
