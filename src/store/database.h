// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/store: the open file, and SQL in short. */
#ifndef TDG_STORE_DATABASE_H
#define TDG_STORE_DATABASE_H

#include <stdbool.h>
#include <stddef.h>

#include <sqlite3.h>
#include <sys/stat.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "text/text.h"

/* "tdgn"; files of the time before the first release have "tdgs" */
#define TDG_APPLICATION_ID 0x7464676e
#define TDG_APPLICATION_ID_UNRELEASED 0x74646773

enum { TDG_ARCHIVE_VERSION = 5 };

enum { TDG_STATEMENTS = 128 };

struct tdg_archive {
    sqlite3 *database;
    char *path;
    int64_t version; /* of the file as it was opened */
    bool writable;
    bool ours;      /* it was recognised: what SQLite keeps beside it may be put away */
    bool untouched; /* read without locks, so it must not change meanwhile: */
    struct stat facts;
    struct tdg_statement {
        const char *sql; /* a literal: its address is the key */
        sqlite3_stmt *prepared;
    } statements[TDG_STATEMENTS];
    size_t statement_count;
    struct tdg_mutes mutes;    /* in force, as the last change or look found them */
    struct tdg_muting *muting; /* NULL where nothing is muted */
};

/** A statement with values for its question marks, one letter of `types` each: i int64_t, d double,
 * s const char * that may be NULL, o int64_t that is NULL for 0, t int64_t that is NULL for
 * TDG_NO_DATE, b const void * and size_t (a BLOB). Strings and blobs are borrowed until
 * tdg_rows_done. `sql` is a literal that one place of the program uses for one purpose: it is
 * prepared once. What follows a ">" says what the rows may hold, as in "i>terms:ncd": the table, by
 * which a damage is reported, and a letter of tdg_cell_wrong for each column. A row that holds
 * something else is never handed out. */
struct tdg_rows {
    sqlite3_stmt *statement;
    struct tdg_archive *archive;
    struct tdg_error *error;
    const char *results; /* "table:letters", or NULL */
};

/** What a column points to, as an expression; a number below all where that is not there. */
#define TDG_KNOWN(table, column)                                                                   \
    "iif(" column " IS NULL OR EXISTS (SELECT 1 FROM " table " k WHERE k.number = " column         \
    "), " column ", -1)"

/** When an article was published; no number where that is not in its period. */
#define TDG_KNOWN_DATE(article)                                                                    \
    "iif(" article ".period IS NULL OR EXISTS (SELECT 1 FROM periods k WHERE k.number = " article  \
    ".period AND " article ".published >= k.start AND " article ".published < k.until), " article  \
    ".published, 'wrong')"

/** The time that the archive has come to, as an expression: that of its newest article, but for the
 * newest hundredth of all, nine at most, whose dates may be wrong. */
#define TDG_NOW                                                                                    \
    "coalesce((SELECT published FROM articles WHERE published IS NOT NULL"                         \
    " ORDER BY published DESC LIMIT 1 OFFSET (SELECT min(9, coalesce(sum(articles), 0) / 100) "    \
    "FROM tally)),"                                                                                \
    " (SELECT max(published) FROM articles))"

#endif
