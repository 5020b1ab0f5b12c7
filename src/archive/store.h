// SPDX-License-Identifier: GPL-3.0-or-later
/* Inside the stage: the open file, and SQL in short. */
#ifndef TDG_ARCHIVE_STORE_H
#define TDG_ARCHIVE_STORE_H

#include <sqlite3.h>
#include <sys/stat.h>

#include "archive/archive.h"

/* "tdgn"; files of the time before the first release have "tdgs" */
#define TDG_APPLICATION_ID 0x7464676e
#define TDG_APPLICATION_ID_UNRELEASED 0x74646773

enum { TDG_ARCHIVE_VERSION = 1 };

enum { TDG_STATEMENTS = 128 };

struct tdg_archive {
    sqlite3 *database;
    char *path;
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

/** Runs statements without values. The error is that of SQLite in our words. */
int tdg_sql_script(struct tdg_archive *archive, const char *sql, struct tdg_error *error);

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
int tdg_rows_open(struct tdg_rows *rows, struct tdg_archive *archive, struct tdg_error *error,
                  const char *sql, const char *types, ...);
/** 1 for a row, 0 at the end, or a negative status. */
int tdg_rows_next(struct tdg_rows *rows);
void tdg_rows_done(struct tdg_rows *rows);

/** Of the present row; columns from 0. A NULL is 0 or "". Text is borrowed until the next row. */
int64_t tdg_rows_int(const struct tdg_rows *rows, int column);
double tdg_rows_double(const struct tdg_rows *rows, int column);
const char *tdg_rows_text(const struct tdg_rows *rows, int column);
/** TDG_NO_DATE for NULL. */
int64_t tdg_rows_time(const struct tdg_rows *rows, int column);

/** One statement that gives no rows. */
int tdg_sql(struct tdg_archive *archive, struct tdg_error *error, const char *sql,
            const char *types, ...);
/** One number; *value stays as it is where there is no row. */
int tdg_sql_number(int64_t *value, struct tdg_archive *archive, struct tdg_error *error,
                   const char *sql, const char *types, ...);

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

/** Before the database is closed. */
void tdg_archive_forget_statements(struct tdg_archive *archive);

/** muted.c: reads what is muted; part of tdg_archive_begin and tdg_archive_look. */
int tdg_archive_load_mutes(struct tdg_archive *archive, struct tdg_error *error);
void tdg_archive_forget_mutes(struct tdg_archive *archive);
/** SQL knows tdg_muted(source, title), the bits of tdg_muting_article, and tdg_mutes(), whether any
 * article can have one. */
int tdg_archive_teach_mutes(struct tdg_archive *archive, struct tdg_error *error);
/** Whether a term or a name of a theme (0: of none) may not be shown. */
int tdg_archive_hides(bool *hides, struct tdg_archive *archive, int64_t theme, const char *text,
                      struct tdg_error *error);
/** Appends what may be shown of a label, filled up with other terms of the theme. */
int tdg_archive_show_label(struct tdg_buffer *shown, struct tdg_archive *archive, int64_t theme,
                           const char *label, struct tdg_error *error);
/** Appends a sentence of the ledger without what of the labels in it may not be shown. */
int tdg_archive_show_sentence(struct tdg_buffer *shown, struct tdg_archive *archive,
                              const char *text, struct tdg_error *error);

/** NULL where a cell is as its letter says, else what is wrong with it. Numbers: n of a row, o the
 * same or NULL, z the same or 0, c a count, u one of 32 bits, i any, I any or NULL, f 0 or 1; d
 * finite, D any or NULL, p a share; t a time or NULL, T a time; s UTF-8 without NUL, S the same or
 * NULL; b text or bytes; x anything. */
const char *tdg_cell_wrong(sqlite3_stmt *statement, int column, char letter);

/** trouble.c: what the last SQLite call complained about. */
int tdg_sql_failed(struct tdg_archive *archive, struct tdg_error *error);
/** The status for what zlib returns. */
int tdg_zlib_status(int code);
/** Why an archive that was to be written can only be read. It may close the database. */
int tdg_archive_fail_read_only(struct tdg_archive *archive, struct tdg_error *error);
/** trust.c: are the small tables that every command builds on as they were left? Part of
 * tdg_archive_begin and tdg_archive_look. */
int tdg_archive_trust(struct tdg_archive *archive, struct tdg_error *error);
/** Notes how many rows the tables have, with every change that is kept. */
int tdg_archive_seal(struct tdg_archive *archive, struct tdg_error *error);
/** Which cells of which tables are not what they should be, and which rows are gone: all tables. */
int tdg_archive_check_cells(struct tdg_archive *archive,
                            void (*tell)(void *context, const char *problem, const char *where),
                            void *context, struct tdg_error *error);

/** packed.c: deflated where that is shorter, else as it is. To be freed; *packed_size is `size`
 * where it is as it is. NULL when out of memory. */
void *tdg_pack(const char *text, size_t size, size_t *packed_size);
/** Appends the original of a packed value with `size` bytes. TDG_EFORMAT, TDG_ENOMEM. */
int tdg_unpack(struct tdg_buffer *text, const void *packed, size_t packed_size, size_t size);
/** The same of column `column` of a row, whose size is in the column before it. It has to be UTF-8.
 * With the name of its table, the error is filled in. */
int tdg_rows_unpack(struct tdg_buffer *text, const struct tdg_rows *rows, int column,
                    const char *table);

/** migrations.c: makes the tables of an archive in an empty file, in a change that is open. */
int tdg_archive_make(struct tdg_archive *archive, struct tdg_error *error);

#endif
