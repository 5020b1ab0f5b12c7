// SPDX-License-Identifier: GPL-3.0-or-later
/* Opening an archive, and refusing what is none. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "archive/store.h"
#include "base/error.h"
#include "base/memory.h"

enum { PATIENCE = 5000 }; /* milliseconds to wait for another writer */

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
    if (application != TDG_APPLICATION_ID && (tables || application || number))
        return tdg_fail_at(error, TDG_EFORMAT, archive->path, 0,
                           "this is an SQLite file of another program, no archive of tidings");
    if (number > tdg_archive_newest_version())
        return tdg_fail_at(error, TDG_EFORMAT, archive->path, 0,
                           "this archive is of version %lld, this program knows up to %d: it takes "
                           "a newer tidings",
                           (long long)number, tdg_archive_newest_version());
    *version = application == TDG_APPLICATION_ID ? (int)number : 0;
    return TDG_OK;
}

static int prepare_reading(struct tdg_archive *archive, int version, struct tdg_error *error)
{
    if (!version)
        return tdg_fail_at(error, TDG_EFORMAT, archive->path, 0,
                           "there is nothing in this archive; 'tidings add' fills it");
    if (version < tdg_archive_newest_version())
        return tdg_fail_at(error, TDG_EFORMAT, archive->path, 0,
                           "this archive is of version %d, an older one: 'tidings add' with this "
                           "program brings it up to date and keeps a copy",
                           version);
    return TDG_OK;
}

static int prepare_writing(struct tdg_archive *archive, int version, struct tdg_error *error)
{
    /* A reader sees the last whole batch, and no writer waits for it. */
    int status =
        tdg_sql_script(archive, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", error);
    return status ? status : tdg_archive_migrate(archive, version, error);
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
    if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) || strpbrk(archive->path, "?#%"))
        return SQLITE_OK;
    char *uri = sqlite3_mprintf("file:%s?immutable=1", archive->path);
    if (!uri)
        return SQLITE_NOMEM;
    sqlite3_close(archive->database);
    code = sqlite3_open_v2(uri, &archive->database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
    sqlite3_free(uri);
    return code;
}

static int open_database(struct tdg_archive *archive, enum tdg_archive_mode mode,
                         struct tdg_error *error)
{
    struct stat facts;
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
        status = archive->writable ? prepare_writing(archive, version, error)
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
    for (size_t i = 0; i < archive->statement_count; i++)
        sqlite3_finalize(archive->statements[i].prepared);
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
