// SPDX-License-Identifier: GPL-3.0-or-later
/* What SQLite, zlib and the system complain about, in our words: what it means for the archive, and
 * what to do about it. */
#include "store/trouble.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/error.h"
#include "store/database.h"

enum library { OF_SQLITE, OF_ZLIB, OF_SYSTEM };

#define MEMORY "out of memory"
#define BUSY "another process is writing to this archive; try again when it has finished"
#define FULL "the disk is full; the archive is unchanged"
#define READ_ONLY "the archive cannot be written: it is read-only"
#define DAMAGED "the archive is damaged or truncated; restore a copy, or make a new one"
#define NO_LOCKS "files cannot be locked here (a network drive?); move the archive elsewhere"
#define INTERRUPTED                                                                                \
    "a change to the archive was interrupted; a user who may write to it must open it once, "      \
    "for example with 'tidings check'"
#define FAILED "the archive cannot be read or written; it is unchanged"

/* An extended code of SQLite stands for itself, any other one for all that extend it. */
static const struct trouble {
    enum library library;
    int code;
    int status;
    bool more; /* the library's own sentence says what it is about */
    const char *text;
} troubles[] = {
    {OF_SQLITE, SQLITE_NOMEM, TDG_ENOMEM, false, MEMORY},
    {OF_SQLITE, SQLITE_IOERR_NOMEM, TDG_ENOMEM, false, MEMORY},
    {OF_SQLITE, SQLITE_BUSY, TDG_EIO, false, BUSY},
    {OF_SQLITE, SQLITE_LOCKED, TDG_EIO, false, BUSY},
    {OF_SQLITE, SQLITE_PROTOCOL, TDG_EIO, false, BUSY},
    {OF_SQLITE, SQLITE_READONLY, TDG_EIO, false, READ_ONLY},
    {OF_SQLITE, SQLITE_READONLY_ROLLBACK, TDG_EIO, false, INTERRUPTED},
    {OF_SQLITE, SQLITE_READONLY_RECOVERY, TDG_EIO, false, INTERRUPTED},
    {OF_SQLITE, SQLITE_READONLY_DBMOVED, TDG_EIO, false,
     "the archive was moved or replaced while it was open"},
    {OF_SQLITE, SQLITE_FULL, TDG_EIO, false, FULL},
    {OF_SQLITE, SQLITE_IOERR, TDG_EIO, true, FAILED},
    {OF_SQLITE, SQLITE_IOERR_SHORT_READ, TDG_EFORMAT, false, DAMAGED},
    {OF_SQLITE, SQLITE_IOERR_LOCK, TDG_EIO, false, NO_LOCKS},
    {OF_SQLITE, SQLITE_IOERR_RDLOCK, TDG_EIO, false, NO_LOCKS},
    {OF_SQLITE, SQLITE_IOERR_SHMLOCK, TDG_EIO, false, NO_LOCKS},
    {OF_SQLITE, SQLITE_IOERR_SHMMAP, TDG_EIO, false, NO_LOCKS},
    {OF_SQLITE, SQLITE_NOLFS, TDG_EIO, false, "the archive is too large for this disk"},
    {OF_SQLITE, SQLITE_CANTOPEN, TDG_EIO, false, "the archive cannot be opened"},
    {OF_SQLITE, SQLITE_PERM, TDG_EIO, false, "no permission to open the archive"},
    {OF_SQLITE, SQLITE_CORRUPT, TDG_EFORMAT, false, DAMAGED},
    {OF_SQLITE, SQLITE_NOTADB, TDG_EFORMAT, false, "not a tidings archive"},
    {OF_SQLITE, SQLITE_TOOBIG, TDG_ELIMIT, false, "a text is too long for the archive"},
    /* The statements are ours: where they do not fit, the tables are others, or what is in them. */
    {OF_SQLITE, SQLITE_ERROR, TDG_EFORMAT, true, DAMAGED},
    {OF_SQLITE, SQLITE_CONSTRAINT, TDG_EFORMAT, true, DAMAGED},
    {OF_SQLITE, SQLITE_MISMATCH, TDG_EFORMAT, true, DAMAGED},
    {OF_SQLITE, SQLITE_SCHEMA, TDG_EFORMAT, true, DAMAGED},

    {OF_ZLIB, Z_MEM_ERROR, TDG_ENOMEM, false, MEMORY},
    {OF_ZLIB, Z_BUF_ERROR, TDG_EFORMAT, false, DAMAGED},
    {OF_ZLIB, Z_DATA_ERROR, TDG_EFORMAT, false, DAMAGED},

    {OF_SYSTEM, ENOMEM, TDG_ENOMEM, false, MEMORY},
    {OF_SYSTEM, ENOSPC, TDG_EIO, false, FULL},
    {OF_SYSTEM, EDQUOT, TDG_EIO, false, FULL},
    {OF_SYSTEM, EFBIG, TDG_EIO, false, FULL},
    {OF_SYSTEM, EROFS, TDG_EIO, false, READ_ONLY},
};

static const struct trouble *find(enum library library, int code)
{
    for (size_t i = 0; i < sizeof troubles / sizeof *troubles; i++)
        if (troubles[i].library == library && troubles[i].code == code)
            return &troubles[i];
    return NULL;
}

int tdg_zlib_status(int code)
{
    const struct trouble *trouble = find(OF_ZLIB, code);
    return code == Z_OK ? TDG_OK : trouble ? trouble->status : TDG_EFORMAT;
}

/* What SQLite keeps beside an archive, made by another user who went away: the file that readers
 * share holds nothing by itself, the others hold what was written last. */
static const struct {
    const char *end;
    bool holds;
} companions[] = {{"-shm", false}, {"-wal", true}, {"-journal", true}};

static bool is_in_the_way(const struct tdg_archive *archive, struct tdg_error *error)
{
    bool found = false;
    for (size_t i = 0; !found && i < sizeof companions / sizeof *companions; i++) {
        struct stat facts;
        char *path = sqlite3_mprintf("%s%s", archive->path, companions[i].end);
        found = path && stat(path, &facts) == 0 && access(path, W_OK) != 0;
        if (found && companions[i].holds && facts.st_size)
            tdg_fail_at(error, TDG_EIO, archive->path, 0,
                        "%s is in the way: another user left it, and it holds part of the archive; "
                        "that user must open the archive once, for example with 'tidings check'",
                        path);
        else if (found)
            tdg_fail_at(error, TDG_EIO, archive->path, 0,
                        "%s is in the way: another user left it; remove it when nobody is using "
                        "the archive",
                        path);
        sqlite3_free(path);
    }
    return found;
}

int tdg_archive_fail_read_only(struct tdg_archive *archive, struct tdg_error *error)
{
    if (access(archive->path, W_OK) != 0 || !archive->path)
        return tdg_fail_at(error, TDG_EIO, archive->path, 0, "%s", READ_ONLY);
    if (is_in_the_way(archive, error))
        return TDG_EIO;
    /* SQLite goes on reading where it cannot open the file to write, whatever the reason is. Its
     * own file is closed first, for its locks would go with ours. */
    sqlite3_close(archive->database);
    archive->database = NULL;
    int descriptor = open(archive->path, O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return tdg_fail_errno(error, errno, archive->path, "the archive cannot be written");
    close(descriptor);
    return tdg_fail_at(error, TDG_EIO, archive->path, 0,
                       "the archive could not be opened for writing; try again");
}

int tdg_sql_failed(struct tdg_archive *archive, struct tdg_error *error)
{
    int code = archive->database ? sqlite3_extended_errcode(archive->database) : SQLITE_NOMEM;
    int primary = code & 0xff;
    const struct trouble *trouble = find(OF_SQLITE, code), *system = NULL;
    if (!trouble)
        trouble = find(OF_SQLITE, primary);
    if (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN)
        system = find(OF_SYSTEM, sqlite3_system_errno(archive->database));
    if (system)
        trouble = system;
    if ((primary == SQLITE_READONLY || primary == SQLITE_CANTOPEN) && !system &&
        is_in_the_way(archive, error))
        return TDG_EIO;
    if (!trouble)
        return tdg_fail_at(error, TDG_EIO, archive->path, 0, "the archive failed: %s",
                           sqlite3_errmsg(archive->database));
    bool has_reason = primary == SQLITE_CANTOPEN || (primary == SQLITE_IOERR && trouble->more);
    if (has_reason && sqlite3_system_errno(archive->database))
        return tdg_fail_errno(error, sqlite3_system_errno(archive->database), archive->path,
                              trouble->text);
    if (trouble->more)
        return tdg_fail_at(error, trouble->status, archive->path, 0, "%s (%s)", trouble->text,
                           sqlite3_errmsg(archive->database));
    return tdg_fail_at(error, trouble->status, archive->path, 0, "%s", trouble->text);
}

int tdg_archive_damaged(const struct tdg_archive *archive, struct tdg_error *error,
                        const char *table, const char *what)
{
    return tdg_fail_at(
        error, TDG_EFORMAT, archive->path, 0,
        "the archive is damaged (%s: %s); 'tidings check' lists what is wrong; restore a copy",
        table, what);
}
