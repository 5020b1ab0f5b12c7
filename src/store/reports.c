// SPDX-License-Identifier: GPL-3.0-or-later
/* Reports that were made, as they were made: what was said about a week stays what it was. */
#include "store/reports.h"

#include <stdlib.h>

#include <tidings/types.h>

#include "base/error.h"
#include "store/database.h"
#include "store/packed.h"
#include "store/sql.h"

int tdg_archive_find_report(int64_t *number, struct tdg_archive *archive, const char *period,
                            struct tdg_error *error)
{
    *number = 0;
    return tdg_sql_number(
        number, archive, error,
        "SELECT number FROM reports WHERE period = ? ORDER BY number DESC LIMIT 1", "s", period);
}

int tdg_archive_late_articles(size_t *count, struct tdg_archive *archive, int64_t report,
                              int64_t from, int64_t to, struct tdg_error *error)
{
    int64_t late = 0;
    int status = tdg_sql_number(&late, archive, error,
                                "SELECT count(*) FROM articles WHERE published >= ? AND"
                                " published < ? AND added > (SELECT ledger FROM reports WHERE"
                                " number = ?)",
                                "iii", from, to, report);
    *count = (size_t)late;
    return status;
}

int tdg_archive_muted_since(bool *changed, struct tdg_archive *archive, int64_t report,
                            struct tdg_error *error)
{
    int64_t entries = 0;
    int status = tdg_sql_number(
        &entries, archive, error,
        "SELECT count(*) FROM ledger l WHERE l.number > (SELECT ledger FROM reports WHERE"
        " number = ?) AND (l.kind IN ('mute', 'unmute') OR (l.kind = 'undo' AND EXISTS (SELECT 1"
        " FROM ledger m WHERE m.undone = l.number AND m.kind IN ('mute', 'unmute'))))",
        "i", report);
    *changed = entries > 0;
    return status;
}

int tdg_archive_new_report(int64_t *number, struct tdg_archive *archive, const char *period,
                           int64_t ledger, struct tdg_error *error)
{
    int status = tdg_sql(archive, error, "INSERT INTO reports(period, ledger) VALUES(?, ?)", "si",
                         period, ledger);
    if (!status)
        *number = sqlite3_last_insert_rowid(archive->database);
    return status;
}

int tdg_archive_keep_file(struct tdg_archive *archive, int64_t report, const char *format,
                          const char *text, size_t size, struct tdg_error *error)
{
    size_t packed_size;
    void *packed = tdg_pack(text, size, &packed_size);
    if (!packed)
        return tdg_fail_memory(error);
    int status = tdg_sql(archive, error, "INSERT INTO report_files VALUES(?, ?, ?, ?)", "isib",
                         report, format, (int64_t)size, packed, packed_size);
    free(packed);
    return status;
}

int tdg_archive_load_file(struct tdg_buffer *text, struct tdg_archive *archive, int64_t report,
                          const char *format, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT size, content FROM report_files WHERE report = ?"
                               " AND format = ?",
                               "is>report_files:cb", report, format);
    if (!status && (status = tdg_rows_next(&rows)) == 1) {
        status = tdg_rows_unpack(text, &rows, 1, "report_files");
    } else if (!status)
        status = tdg_fail(error, TDG_EINVAL, "this report was made without '%s'", format);
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_keep_finding(struct tdg_archive *archive, int64_t report, size_t rank,
                             const struct tdg_finding_view *finding, int64_t theme,
                             const char *first, const char *last, struct tdg_error *error)
{
    return tdg_sql(archive, error, "INSERT INTO findings VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   "iisosssdds", report, (int64_t)rank, tdg_move_name(finding->kind), theme,
                   finding->term, first, last, finding->factor, finding->q, finding->text);
}
