// SPDX-License-Identifier: GPL-3.0-or-later
/* Everything that is done to an archive is an entry of its ledger. */
#include "store/ledger.h"

#include "base/buffer.h"
#include "base/error.h"
#include "base/names.h"
#include "store/database.h"
#include "store/muted.h"

int tdg_archive_enter(int64_t *number, struct tdg_archive *archive,
                      const struct tdg_ledger_entry *entry, struct tdg_error *error)
{
    int64_t made;
    int status = tdg_sql(archive, error,
                         "INSERT INTO ledger(kind, article, before)"
                         " VALUES(?, nullif(?, ''), coalesce(?, ''))",
                         "sss", tdg_ledger_kind_name(entry->kind), entry->article, entry->before);
    if (status)
        return status;
    made = sqlite3_last_insert_rowid(archive->database);
    if (number)
        *number = made;
    return tdg_archive_finish_entry(archive, made, entry, error);
}

int tdg_archive_finish_entry(struct tdg_archive *archive, int64_t number,
                             const struct tdg_ledger_entry *entry, struct tdg_error *error)
{
    return tdg_sql(archive, error,
                   "UPDATE ledger SET theme = coalesce(?, theme), other = coalesce(?, other),"
                   " articles = ?, cause = nullif(?, ''), name = nullif(?, ''),"
                   " other_name = nullif(?, ''), value = nullif(?, ''), entry = ?, changed = ?,"
                   " copies = ?, arrived = ?, previous = ?, kept = ?, days = ?, returned = ?,"
                   " date = " TDG_NOW " WHERE number = ?",
                   "ooissssoiiiiiiii", entry->theme, entry->other, (int64_t)entry->articles,
                   tdg_ledger_cause_name(entry->cause), entry->name, entry->other_name,
                   entry->value, entry->entry, (int64_t)entry->changed, (int64_t)entry->copies,
                   (int64_t)entry->arrived, (int64_t)entry->previous, (int64_t)entry->kept,
                   (int64_t)entry->days, (int64_t)entry->returned, number);
}

/* The facts of the present row: its columns from `first` on are TDG_ENTRY_COLUMNS. */
static struct tdg_ledger_entry facts_of(const struct tdg_rows *rows, int first)
{
    struct tdg_ledger_entry entry = {
        .theme = tdg_rows_int(rows, first + 1),
        .other = tdg_rows_int(rows, first + 2),
        .article = tdg_rows_text(rows, first + 3),
        .articles = (size_t)tdg_rows_int(rows, first + 4),
        .before = tdg_rows_text(rows, first + 5),
        .name = tdg_rows_text(rows, first + 7),
        .other_name = tdg_rows_text(rows, first + 8),
        .value = tdg_rows_text(rows, first + 9),
        .entry = tdg_rows_int(rows, first + 10),
        .changed = (size_t)tdg_rows_int(rows, first + 11),
        .copies = (size_t)tdg_rows_int(rows, first + 12),
        .arrived = (size_t)tdg_rows_int(rows, first + 13),
        .previous = (size_t)tdg_rows_int(rows, first + 14),
        .kept = (size_t)tdg_rows_int(rows, first + 15),
        .days = (size_t)tdg_rows_int(rows, first + 16),
        .returned = (size_t)tdg_rows_int(rows, first + 17),
    };
    tdg_ledger_kind_find(&entry.kind, tdg_rows_text(rows, first));
    tdg_ledger_cause_find(&entry.cause, tdg_rows_text(rows, first + 6));
    return entry;
}

int tdg_archive_read_entry(struct tdg_ledger_entry *entry, struct tdg_buffer *text,
                           const struct tdg_rows *rows, int first)
{
    struct tdg_buffer name = {0}, other = {0};
    *entry = facts_of(rows, first);
    struct tdg_ledger_entry shown = *entry;
    int status = tdg_archive_show_name(&name, rows->archive, entry->name, rows->error);
    if (!status)
        status = tdg_archive_show_name(&other, rows->archive, entry->other_name, rows->error);
    shown.name = name.text;
    shown.other_name = other.text;
    if (!status)
        tdg_ledger_text(text, &shown);
    tdg_buffer_done(&name);
    tdg_buffer_done(&other);
    return !status && text->failed ? tdg_fail_memory(rows->error) : status;
}

int tdg_archive_each_event(struct tdg_archive *archive, int64_t from, int64_t to,
                           int (*each)(void *context, const struct tdg_ledger_entry *entry,
                                       const char *text, int64_t date),
                           void *context, struct tdg_error *error)
{
    struct tdg_rows rows;
    struct tdg_buffer text = {0};
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT date, " TDG_ENTRY_COLUMNS " FROM ledger"
                               " WHERE theme IS NOT NULL AND undone IS NULL AND kind <> 'undo'"
                               " AND date >= ? AND date < ? ORDER BY number",
                               "ii>ledger:t" TDG_ENTRY_CELLS, from, to);
    while (!status && (status = tdg_rows_next(&rows)) == 1) {
        struct tdg_ledger_entry entry;
        tdg_buffer_clear(&text);
        status = tdg_archive_read_entry(&entry, &text, &rows, 1);
        if (!status)
            status = each(context, &entry, text.text ? text.text : "", tdg_rows_time(&rows, 0));
    }
    tdg_rows_done(&rows);
    tdg_buffer_done(&text);
    return status;
}

int tdg_archive_keep_move(struct tdg_archive *archive, int64_t ledger, int64_t article,
                          int64_t theme, struct tdg_error *error)
{
    return tdg_sql(archive, error, "INSERT OR IGNORE INTO moves VALUES(?, ?, ?)", "iio", ledger,
                   article, theme);
}

bool tdg_archive_is_joined(struct tdg_archive *archive, int64_t theme)
{
    int64_t joined = 0;
    int status = tdg_sql_number(&joined, archive, NULL,
                                "SELECT count(*) FROM ledger WHERE kind = 'join' AND other = ?"
                                " AND undone IS NULL",
                                "i", theme);
    return !status && joined > 0;
}
