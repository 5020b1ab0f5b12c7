// SPDX-License-Identifier: GPL-3.0-or-later
/* Archives in a folder of their own. */
#ifndef TDG_TESTS_ARCHIVE_FILES_H
#define TDG_TESTS_ARCHIVE_FILES_H

#include <stdint.h>
#include <unistd.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "phrasing/ledger.h"
#include "store/articles.h"
#include "store/ledger.h"
#include "store/periods.h"
#include "store/store.h"
#include "store/trust.h"
#include "store/words.h"
#include "unit/check.h"

/* A new, empty archive, open to write. Tests put rows in without a change around them: what is
 * known of their number is noted with count_rows. */
static inline struct tdg_archive *new_archive(const char *path)
{
    struct tdg_archive *archive = NULL;
    unlink(path);
    assert_int_equal(tdg_archive_open(&archive, path, TDG_ARCHIVE_CREATE, NULL), TDG_OK);
    return archive;
}

static inline void count_rows(struct tdg_archive *archive)
{
    assert_int_equal(tdg_archive_seal(archive, NULL), TDG_OK);
}

/* An entry of the ledger, which most rows need; with it the archive is begun. */
static inline int64_t enter(struct tdg_archive *archive)
{
    struct tdg_ledger_entry entry = {.kind = TDG_LEDGER_ADD};
    int64_t number = 0;
    struct tdg_stored_model model = {.articles = 1};
    assert_int_equal(tdg_archive_enter(&number, archive, &entry, NULL), TDG_OK);
    assert_int_equal(tdg_archive_set(archive, "begun", "1", NULL), TDG_OK);
    assert_int_equal(tdg_archive_new_model(archive, &model, number, NULL), TDG_OK);
    count_rows(archive);
    return number;
}

/* The period of all articles that are put. */
static const struct tdg_stored_period week_one = {17, "1970-W01", -259200, 345600};

static inline int64_t put(struct tdg_archive *archive, const char *id, const char *body,
                          int64_t ledger)
{
    struct tdg_stored_article article = {.id = id,
                                         .title = id,
                                         .source = "",
                                         .url = "",
                                         .language = "en",
                                         .content = body,
                                         .body = body,
                                         .published = 1000,
                                         .period = week_one.number};
    assert_int_equal(tdg_archive_keep_period(archive, &week_one, NULL), TDG_OK);
    assert_int_equal(tdg_archive_put(archive, &article, ledger, NULL), TDG_OK);
    count_rows(archive);
    return article.number;
}

#endif
