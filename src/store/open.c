// SPDX-License-Identifier: GPL-3.0-or-later
/* Opening an archive, and refusing what is none. */
#include "store/open.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "store/database.h"
#include "store/muted.h"
#include "store/pages.h"
#include "store/schema.h"
#include "store/sql.h"
#include "store/trouble.h"
#include "store/trust.h"

/* Milliseconds to wait for others: for a writer, for readers at the end of a change, at a time. */
enum { PATIENCE = 5000, COMMIT_PATIENCE = 60000, NAP = 20 };

/* What a file of a version before has not: who reads it finds it empty. */
static const struct {
    int version;
    const char *without;
} novelties[] = {
    {3, "CREATE TEMP VIEW articles AS SELECT *, NULL AS event FROM main.articles;"
        "CREATE TEMP VIEW removed AS SELECT *, NULL AS event FROM main.removed"},
    {4, "CREATE TEMP VIEW events AS SELECT 0 AS number, NULL AS headline, NULL AS follows,"
        " NULL AS into_event WHERE 0"},
    {5, "CREATE TEMP VIEW pending AS SELECT 0 AS article, 0 AS theme, 0 AS target WHERE 0"},
};

static int do_without(struct tdg_archive *archive, struct tdg_error *error)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < sizeof novelties / sizeof *novelties; i++)
        if (archive->version < novelties[i].version)
            status = tdg_sql_script(archive, novelties[i].without, error);
    return status;
}

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

/* The version becomes 0 where the file is empty; else it is an archive that this program knows. */
static int recognise(struct tdg_archive *archive, struct tdg_error *error)
{
    int64_t application = 0, tables = 0, *version = &archive->version;
    int status = pragma(&application, archive, "PRAGMA application_id", error);
    if (!status)
        status = pragma(version, archive, "PRAGMA user_version", error);
    if (!status)
        status = pragma(&tables, archive, "SELECT count(*) FROM sqlite_schema", error);
    if (status)
        return status;
    if (!tables && !application && !*version)
        return TDG_OK;
    if (application == TDG_APPLICATION_ID_UNRELEASED)
        return tdg_fail_at(error, TDG_EFORMAT, archive->path, 0,
                           "this archive was made before the first release of tidings and cannot "
                           "be read; make a new one from the same articles with 'tidings add'");
    if (application != TDG_APPLICATION_ID || *version < 1)
        return tdg_fail_at(error, TDG_EFORMAT, archive->path, 0,
                           "an SQLite file of another program, not a tidings archive");
    if (*version > TDG_ARCHIVE_VERSION)
        return tdg_fail_at(error, TDG_EFORMAT, archive->path, 0,
                           "this archive has version %lld, but this program reads versions up to "
                           "%d; use a newer tidings",
                           (long long)*version, TDG_ARCHIVE_VERSION);
    return TDG_OK;
}

static int fail_empty(const struct tdg_archive *archive, struct tdg_error *error)
{
    return tdg_fail_at(error, TDG_EFORMAT, archive->path, 0,
                       "the archive is empty; 'tidings add' fills it");
}

/* Makes an archive of an empty file, or brings an older one up to date. Another one may be at it at
 * the same time: what counts is what the file is when nobody else can change it. An older one is
 * then looked at as any is that is to be changed. */
static int make(struct tdg_archive *archive, struct tdg_error *error)
{
    int status = tdg_sql_script(archive, "BEGIN IMMEDIATE", error);
    if (status)
        return status;
    status = recognise(archive, error);
    bool older = archive->version;
    if (!status)
        status = tdg_archive_make(archive, archive->version, TDG_ARCHIVE_VERSION, error);
    if (!status && older)
        status = tdg_archive_trust(archive, error);
    archive->version = TDG_ARCHIVE_VERSION;
    if (!status)
        return tdg_archive_commit(archive, error);
    tdg_archive_undo(archive);
    return status;
}

/* SQLite does not wait while another one turns a file into one with a log, or turns it itself. */
static int patiently(struct tdg_archive *archive, const char *sql)
{
    int code = SQLITE_BUSY;
    sqlite3_busy_timeout(archive->database, 0);
    for (int waited = 0; code == SQLITE_BUSY && waited <= PATIENCE; waited += NAP) {
        code = sqlite3_exec(archive->database, sql, NULL, NULL, NULL) & 0xff;
        if (code == SQLITE_BUSY)
            sqlite3_sleep(NAP);
    }
    sqlite3_busy_timeout(archive->database, PATIENCE);
    return code;
}

static int prepare_writing(struct tdg_archive *archive, struct tdg_error *error)
{
    /* A reader sees the last whole batch, and no writer waits for it: by the log that the file has
     * while it is written, and only then, for whoever opens a file with a log makes files beside
     * it. While a long reading keeps it from getting one, the change stays in memory to its end. */
    int code = patiently(archive, "PRAGMA journal_mode = WAL");
    if (code == SQLITE_BUSY)
        code = sqlite3_exec(archive->database, "PRAGMA cache_spill = OFF", NULL, NULL, NULL);
    if (code)
        return tdg_sql_failed(archive, error);
    return archive->version < TDG_ARCHIVE_VERSION ? make(archive, error) : TDG_OK;
}

/* What was written last may be in the log beside the file still, which cannot be read without the
 * file that readers share. */
static bool has_beside(const struct tdg_archive *archive, const char *end, off_t least)
{
    struct stat facts;
    char *path = sqlite3_mprintf("%s%s", archive->path, end);
    bool has = path && stat(path, &facts) == 0 && facts.st_size >= least;
    sqlite3_free(path);
    return has;
}

static bool has_log(const struct tdg_archive *archive)
{
    return has_beside(archive, "-wal", 1);
}

/* Does the file say that it has a log? SQLite makes the files beside it as soon as it has seen
 * that, so it is read past it, by its own descriptor: closing another one would end its locks. */
static bool says_it_has_log(const struct tdg_archive *archive)
{
    sqlite3_file *file = NULL;
    unsigned char version = 0;
    enum { READ_VERSION = 19, LOG = 2 };
    sqlite3_file_control(archive->database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return file && file->pMethods &&
           file->pMethods->xRead(file, &version, 1, READ_VERSION) == SQLITE_OK && version == LOG;
}

/* The path as a part of an address, where some signs mean something else. */
static char *address_of(const char *path, const char *parameters)
{
    struct tdg_buffer address = {0};
    tdg_buffer_string(&address, "file:");
    for (const char *at = path; *at; at++)
        if (strchr("?#%", *at))
            tdg_buffer_format(&address, "%%%02X", (unsigned)(unsigned char)*at);
        else
            tdg_buffer_char(&address, *at);
    tdg_buffer_format(&address, "?%s", parameters);
    if (address.failed)
        tdg_buffer_done(&address);
    return address.text;
}

static int open_address(struct tdg_archive *archive, const char *parameters)
{
    char *address = address_of(archive->path, parameters);
    if (!address)
        return SQLITE_NOMEM;
    sqlite3_close(archive->database);
    archive->database = NULL;
    int code =
        sqlite3_open_v2(address, &archive->database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
    free(address);
    return code;
}

/* Root's files become those of the owner of the archive; SQLite sees to that. */
static bool is_mine(const struct tdg_archive *archive)
{
    struct stat facts;
    return geteuid() == 0 || (stat(archive->path, &facts) == 0 && facts.st_uid == geteuid());
}

/* The owner opens the file as a writer would even to read, so that the last one to close it leaves
 * nothing beside it. Anybody else who only reads makes no file there, which would lock the owner
 * out. A file with a log but without what readers of a log share was left so by another
 * program, or copied from beside its log: nobody writes it now, and it is read as it stands. */
static int open_file(struct tdg_archive *archive, enum tdg_archive_mode mode)
{
    int create = mode == TDG_ARCHIVE_CREATE ? SQLITE_OPEN_CREATE : 0;
    bool guest = mode == TDG_ARCHIVE_READ && !is_mine(archive);
    int code = guest ? open_address(archive, "mode=ro&readonly_shm=1")
                     : sqlite3_open_v2(archive->path, &archive->database,
                                       SQLITE_OPEN_READWRITE | create, NULL);
    if (code || mode != TDG_ARCHIVE_READ)
        return code;
    bool alone = guest && says_it_has_log(archive) &&
                 !(has_beside(archive, "-wal", 0) && has_beside(archive, "-shm", 0));
    if (!alone) {
        code = sqlite3_exec(archive->database, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL);
        alone = (code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY;
    }
    if (!alone || has_log(archive))
        return SQLITE_OK;
    archive->untouched = stat(archive->path, &archive->facts) == 0;
    return open_address(archive, "immutable=1");
}

static int open_database(struct tdg_archive *archive, enum tdg_archive_mode mode,
                         struct tdg_error *error)
{
    struct stat facts;
    /* SQLite would keep it in memory, or take it for an address; with "./" before it is a file */
    if (!*archive->path || *archive->path == ':' || strncmp(archive->path, "file:", 5) == 0)
        return tdg_fail_at(error, TDG_EINVAL, *archive->path ? archive->path : NULL, 0,
                           "not a valid name for an archive");
    bool exists = stat(archive->path, &facts) == 0;
    if (exists && !S_ISREG(facts.st_mode))
        return tdg_fail_at(error, TDG_EIO, archive->path, 0, "not a file");
    if (!exists && mode != TDG_ARCHIVE_CREATE)
        return tdg_fail_at(error, TDG_EIO, archive->path, 0,
                           "no such archive; 'tidings add' creates one");
    if (open_file(archive, mode))
        return tdg_sql_failed(archive, error);
    sqlite3_busy_timeout(archive->database, PATIENCE);
    sqlite3_db_config(archive->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    archive->writable = mode != TDG_ARCHIVE_READ;
    if (archive->writable && sqlite3_db_readonly(archive->database, "main") == 1)
        return tdg_archive_fail_read_only(archive, error);
    int status = tdg_sql_script(archive,
                                "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;"
                                " PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON",
                                error);
    if (!status)
        status = tdg_archive_teach_mutes(archive, error);
    if (!status)
        status = tdg_archive_teach_pages(archive, error);
    if (!status)
        status = recognise(archive, error);
    if (!status && !archive->writable && archive->version)
        status = do_without(archive, error);
    if (!status && !archive->writable)
        status = tdg_sql_script(archive, "PRAGMA query_only = ON", error);
    archive->ours = !status && (archive->version || archive->writable);
    if (!status && !archive->version && mode != TDG_ARCHIVE_CREATE)
        status = fail_empty(archive, error);
    else if (!status && archive->writable)
        status = prepare_writing(archive, error);
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

/* The last one who may write turns the file into one without a log again: it can be read then by
 * anybody, from any disk, with nothing beside it. Where others still use it, they will. */
static void put_log_away(struct tdg_archive *archive)
{
    sqlite3_busy_timeout(archive->database, 0);
    sqlite3_exec(archive->database, "PRAGMA query_only = OFF; PRAGMA journal_mode = DELETE", NULL,
                 NULL, NULL);
}

void tdg_archive_close(struct tdg_archive *archive)
{
    if (!archive)
        return;
    tdg_archive_forget_statements(archive);
    tdg_archive_forget_mutes(archive);
    if (archive->ours)
        put_log_away(archive);
    sqlite3_close(archive->database);
    free(archive->path);
    free(archive);
}

int tdg_archive_begin(struct tdg_archive *archive, struct tdg_error *error)
{
    int status = tdg_sql_script(archive, "BEGIN IMMEDIATE", error);
    if (!status)
        status = tdg_archive_trust(archive, error);
    return status ? status : tdg_archive_load_mutes(archive, error);
}

int tdg_archive_begin_read(struct tdg_archive *archive, struct tdg_error *error)
{
    int status = tdg_sql_script(archive, "BEGIN", error);
    if (!status)
        status = tdg_archive_trust(archive, error);
    return status ? status : tdg_archive_load_mutes(archive, error);
}

int tdg_archive_end_read(struct tdg_archive *archive, int status, struct tdg_error *error)
{
    struct stat now;
    tdg_archive_undo(archive);
    bool changed = archive->untouched &&
                   (stat(archive->path, &now) != 0 || now.st_ino != archive->facts.st_ino ||
                    now.st_size != archive->facts.st_size ||
                    now.st_mtim.tv_sec != archive->facts.st_mtim.tv_sec ||
                    now.st_mtim.tv_nsec != archive->facts.st_mtim.tv_nsec || has_log(archive));
    return changed ? tdg_fail_at(error, TDG_EIO, archive->path, 0,
                                 "the archive changed while it was being read; try again")
                   : status;
}

int tdg_archive_commit(struct tdg_archive *archive, struct tdg_error *error)
{
    int status = tdg_archive_seal(archive, error);
    sqlite3_busy_timeout(archive->database, COMMIT_PATIENCE); /* without a log, for readers */
    if (!status)
        status = tdg_sql_script(archive, "COMMIT", error);
    sqlite3_busy_timeout(archive->database, PATIENCE);
    if (status)
        tdg_archive_undo(archive);
    return status;
}

void tdg_archive_undo(struct tdg_archive *archive)
{
    if (!sqlite3_get_autocommit(archive->database))
        sqlite3_exec(archive->database, "ROLLBACK", NULL, NULL, NULL);
}
