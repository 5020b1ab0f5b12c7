// SPDX-License-Identifier: GPL-3.0-or-later
/* Everything that is done to an archive is an entry of its ledger. */
#include "store/ledger.h"

#include "base/buffer.h"
#include "base/error.h"
#include "store/database.h"
#include "store/muted.h"
#include "store/sql.h"

int tdg_archive_enter(int64_t *number, struct tdg_archive *archive,
                      const struct tdg_ledger_entry *entry, struct tdg_error *error)
{
    struct tdg_buffer text = {0};
    tdg_ledger_text(&text, entry);
    int status =
        text.failed ? tdg_fail_memory(error)
                    : tdg_sql(archive, error,
                              "INSERT INTO ledger(kind, theme, other, article, date, articles,"
                              " text, before) VALUES(?, ?, ?, nullif(?, ''), " TDG_NOW ", ?, ?, ?)",
                              "soosiss", entry->kind, entry->theme, entry->other,
                              entry->article ? entry->article : "", (int64_t)entry->articles,
                              text.text, entry->before ? entry->before : "");
    if (!status && number)
        *number = sqlite3_last_insert_rowid(archive->database);
    tdg_buffer_done(&text);
    return status;
}

int tdg_archive_each_event(struct tdg_archive *archive, int64_t from, int64_t to,
                           int (*each)(void *context, const struct tdg_ledger_entry *entry,
                                       const char *text, int64_t date),
                           void *context, struct tdg_error *error)
{
    struct tdg_rows rows;
    struct tdg_buffer text = {0};
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT kind, theme, other, text, articles, date FROM ledger"
                               " WHERE theme IS NOT NULL AND undone IS NULL AND kind <> 'undo'"
                               " AND date >= ? AND date < ? ORDER BY number",
                               "ii>ledger:soosct", from, to);
    while (!status && (status = tdg_rows_next(&rows)) == 1) {
        tdg_buffer_clear(&text);
        status = tdg_archive_show_sentence(&text, archive, tdg_rows_text(&rows, 3), error);
        if (status)
            break;
        struct tdg_ledger_entry entry = {.kind = tdg_rows_text(&rows, 0),
                                         .theme = tdg_rows_int(&rows, 1),
                                         .other = tdg_rows_int(&rows, 2),
                                         .articles = (size_t)tdg_rows_int(&rows, 4)};
        status = each(context, &entry, text.text ? text.text : "", tdg_rows_int(&rows, 5));
    }
    tdg_rows_done(&rows);
    tdg_buffer_done(&text);
    return status;
}

int tdg_archive_finish_entry(struct tdg_archive *archive, int64_t number,
                             const struct tdg_ledger_entry *entry, struct tdg_error *error)
{
    struct tdg_buffer text = {0};
    tdg_ledger_text(&text, entry);
    int status = text.failed
                     ? tdg_fail_memory(error)
                     : tdg_sql(archive, error,
                               "UPDATE ledger SET other = coalesce(?, other), articles = ?,"
                               " text = ?, date = " TDG_NOW " WHERE number = ?",
                               "oisi", entry->other, (int64_t)entry->articles, text.text, number);
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
