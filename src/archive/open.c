// SPDX-License-Identifier: GPL-3.0-or-later
/* Opening an archive, and refusing what is none. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "archive/store.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"

enum { PATIENCE = 5000, NAP = 20 }; /* milliseconds to wait for another writer, and at a time */

static int pragma(int64_t *value, struct tdg_archive *archive, const char *sql,
                  struct tdg_error *error)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(archive->database, sql, -1, &statement, NULL);
    if (!code && sqlite3_step(statement) == SQLITE_ROW)
        *value = sqlite3_column_int64(statement, 0);
    else
        code = SQLITE_ERROR;
    int status = code ? tdg_sql_failed(archive, error) : TDG_OK;
    sqlite3_finalize(statement);
    return status;
}

/* *version: 0 for an empty file, else that of an archive. */
static int recognise(int *version, struct tdg_archive *archive, struct tdg_error *error)
{
    int64_t application = 0, tables = 0, number = 0;
    int status = pragma(&application, archive, "PRAGMA application_id", error);
    if (!status)
        status = pragma(&number, archive, "PRAGMA user_version", error);
    if (!status)
        status = pragma(&tables, archive, "SELECT count(*) FROM sqlite_schema", error);
    if (status)
        return status;
    bool ours = application == TDG_APPLICATION_ID && number > 0;
    if (!ours && (tables || application || number))
        return tdg_fail_at(error, TDG_EFORMAT, archive->path, 0,
                           "this is an SQLite file of another program, no archive of tidings");
    if (number > tdg_archive_newest_version())
        return tdg_fail_at(error, TDG_EFORMAT, archive->path, 0,
                           "this archive is of version %lld, this program knows up to %d: it takes "
                           "a newer tidings",
                           (long long)number, tdg_archive_newest_version());
    *version = ours ? (int)number : 0;
    return TDG_OK;
}

static int fail_empty(const struct tdg_archive *archive, struct tdg_error *error)
{
    return tdg_fail_at(error, TDG_EFORMAT, archive->path, 0,
                       "there is nothing in this archive; 'tidings add' fills it");
}

static int prepare_reading(struct tdg_archive *archive, int version, struct tdg_error *error)
{
    if (!version)
        return fail_empty(archive, error);
    if (version < tdg_archive_newest_version())
        return tdg_fail_at(error, TDG_EFORMAT, archive->path, 0,
                           "this archive is of version %d, an older one: 'tidings add' with this "
                           "program brings it up to date and keeps a copy",
                           version);
    return TDG_OK;
}

/* Another one may be bringing the archive up to date at the same time: the version counts that it
 * has when nobody else can change it. */
static int bring_up_to_date(struct tdg_archive *archive, int version, struct tdg_error *error)
{
    if (version == tdg_archive_newest_version())
        return TDG_OK;
    int status = version ? tdg_archive_back_up(archive, version, error) : TDG_OK;
    if (!status)
        status = tdg_archive_begin(archive, error);
    if (status)
        return status;
    status = recognise(&version, archive, error);
    if (!status)
        status = tdg_archive_migrate(archive, version, error);
    if (!status)
        return tdg_archive_commit(archive, error);
    tdg_archive_undo(archive);
    return status;
}

/* SQLite does not wait while another one turns a new file into one with a log, or turns it itself.
 */
static int patiently(struct tdg_archive *archive, const char *sql, struct tdg_error *error)
{
    int code = SQLITE_BUSY;
    for (int waited = 0; code == SQLITE_BUSY && waited <= PATIENCE; waited += NAP) {
        code = sqlite3_exec(archive->database, sql, NULL, NULL, NULL) & 0xff;
        if (code == SQLITE_BUSY)
            sqlite3_sleep(NAP);
    }
    return code ? tdg_sql_failed(archive, error) : TDG_OK;
}

static int prepare_writing(struct tdg_archive *archive, int version, bool create,
                           struct tdg_error *error)
{
    if (!version && !create)
        return fail_empty(archive, error);
    /* A reader sees the last whole batch, and no writer waits for it. */
    int status = patiently(archive, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", error);
    return status ? status : bring_up_to_date(archive, version, error);
}

/* What was written last may be in the log beside the file still, which cannot be read without the
 * file that readers share. */
static bool has_log(const struct tdg_archive *archive)
{
    struct stat facts;
    char *path = sqlite3_mprintf("%s-wal", archive->path);
    bool has = path && stat(path, &facts) == 0 && facts.st_size > 0;
    sqlite3_free(path);
    return has;
}

/* The path as a part of an address, where some signs mean something else. */
static char *address_of(const char *path)
{
    struct tdg_buffer address = {0};
    tdg_buffer_string(&address, "file:");
    for (const char *at = path; *at; at++)
        if (strchr("?#%", *at))
            tdg_buffer_format(&address, "%%%02X", (unsigned)(unsigned char)*at);
        else
            tdg_buffer_char(&address, *at);
    tdg_buffer_string(&address, "?immutable=1");
    if (address.failed)
        tdg_buffer_done(&address);
    return address.text;
}

/* A reader opens the file as a writer would, so that the last one to close it leaves nothing beside
 * it; SQLite falls back to reading where it may not write. In a folder that cannot be written there
 * is no room for the file that readers share; without writers it is not needed. */
static int open_file(struct tdg_archive *archive, enum tdg_archive_mode mode)
{
    int create = mode == TDG_ARCHIVE_CREATE ? SQLITE_OPEN_CREATE : 0;
    int code =
        sqlite3_open_v2(archive->path, &archive->database, SQLITE_OPEN_READWRITE | create, NULL);
    if (code || mode != TDG_ARCHIVE_READ)
        return code;
    code = sqlite3_exec(archive->database, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL) & 0xff;
    if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) || has_log(archive))
        return SQLITE_OK;
    char *address = address_of(archive->path);
    if (!address)
        return SQLITE_NOMEM;
    sqlite3_close(archive->database);
    code =
        sqlite3_open_v2(address, &archive->database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
    free(address);
    return code;
}

static int open_database(struct tdg_archive *archive, enum tdg_archive_mode mode,
                         struct tdg_error *error)
{
    struct stat facts;
    /* SQLite would keep it in memory, or take it for an address; with "./" before it is a file */
    if (!*archive->path || *archive->path == ':' || strncmp(archive->path, "file:", 5) == 0)
        return tdg_fail_at(error, TDG_EINVAL, *archive->path ? archive->path : NULL, 0,
                           "that is no name of an archive");
    bool exists = stat(archive->path, &facts) == 0;
    if (exists && !S_ISREG(facts.st_mode))
        return tdg_fail_at(error, TDG_EIO, archive->path, 0, "an archive is a file");
    if (!exists && mode != TDG_ARCHIVE_CREATE)
        return tdg_fail_at(error, TDG_EIO, archive->path, 0,
                           "there is no such archive; 'tidings add' makes one");
    if (open_file(archive, mode))
        return tdg_sql_failed(archive, error);
    sqlite3_busy_timeout(archive->database, PATIENCE);
    sqlite3_extended_result_codes(archive->database, 0);
    archive->writable = mode != TDG_ARCHIVE_READ;
    if (archive->writable && sqlite3_db_readonly(archive->database, "main") == 1)
        return tdg_fail_at(error, TDG_EIO, archive->path, 0,
                           "the archive cannot be written: it is read-only");
    int version = 0;
    int status =
        tdg_sql_script(archive,
                       archive->writable ? "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY"
                                         : "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY",
                       error);
    if (!status)
        status = recognise(&version, archive, error);
    if (!status)
        status = archive->writable
                     ? prepare_writing(archive, version, mode == TDG_ARCHIVE_CREATE, error)
                     : prepare_reading(archive, version, error);
    return status;
}

int tdg_archive_open(struct tdg_archive **archive, const char *path, enum tdg_archive_mode mode,
                     struct tdg_error *error)
{
    struct tdg_archive *made = tdg_alloc(1, sizeof *made);
    if (!made)
        return tdg_fail_memory(error);
    made->path = strdup(path);
    int status = made->path ? open_database(made, mode, error) : tdg_fail_memory(error);
    if (status)
        tdg_archive_close(made);
    else
        *archive = made;
    return status;
}

void tdg_archive_close(struct tdg_archive *archive)
{
    if (!archive)
        return;
    tdg_archive_forget_statements(archive);
    sqlite3_close(archive->database);
    free(archive->path);
    free(archive);
}

int tdg_archive_begin(struct tdg_archive *archive, struct tdg_error *error)
{
    return tdg_sql_script(archive, "BEGIN IMMEDIATE", error);
}

int tdg_archive_look(struct tdg_archive *archive, struct tdg_error *error)
{
    return tdg_sql_script(archive, "BEGIN", error);
}

int tdg_archive_commit(struct tdg_archive *archive, struct tdg_error *error)
{
    int status = tdg_sql_script(archive, "COMMIT", error);
    if (status)
        tdg_archive_undo(archive);
    return status;
}

void tdg_archive_undo(struct tdg_archive *archive)
{
    if (!sqlite3_get_autocommit(archive->database))
        sqlite3_exec(archive->database, "ROLLBACK", NULL, NULL, NULL);
}
