// SPDX-License-Identifier: GPL-3.0-or-later
/* Everything that is done to an archive is an entry of its ledger. */
#include "archive/store.h"

int tdg_archive_enter(int64_t *number, struct tdg_archive *archive,
                      const struct tdg_ledger_entry *entry, struct tdg_error *error)
{
    int status = tdg_sql(archive, error,
                         "INSERT INTO ledger(kind, theme, other, article, date, articles, text,"
                         " before) VALUES(?, ?, ?, nullif(?, ''),"
                         " (SELECT max(published) FROM articles), ?, ?, ?)",
                         "soosiss", entry->kind, entry->theme, entry->other,
                         entry->article ? entry->article : "", (int64_t)entry->articles,
                         entry->text, entry->before ? entry->before : "");
    if (!status && number)
        *number = sqlite3_last_insert_rowid(archive->database);
    return status;
}

int tdg_archive_reword(struct tdg_archive *archive, int64_t number, size_t articles,
                       const char *text, struct tdg_error *error)
{
    return tdg_sql(archive, error,
                   "UPDATE ledger SET articles = ?, text = ?,"
                   " date = (SELECT max(published) FROM articles) WHERE number = ?",
                   "isi", (int64_t)articles, text, number);
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

int tdg_archive_set_other(struct tdg_archive *archive, int64_t number, int64_t other,
                          struct tdg_error *error)
{
    return tdg_sql(archive, error, "UPDATE ledger SET other = ? WHERE number = ?", "ii", other,
                   number);
}
