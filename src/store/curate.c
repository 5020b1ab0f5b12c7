// SPDX-License-Identifier: GPL-3.0-or-later
/* What a person decides about themes. Each decision keeps what it replaced, so that it can be taken
 * back. */
#include "store/curate.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/names.h"
#include "store/database.h"
#include "store/sql.h"
#include "store/themes.h"

/* Decisions that set one column. */
static const struct {
    enum tdg_ledger_kind kind;
    const char *select;
    const char *update;
} settings[] = {
    {TDG_LEDGER_RENAME, "SELECT name FROM themes WHERE number = ?",
     "UPDATE themes SET name = ? WHERE number = ?"},
    {TDG_LEDGER_DESCRIBE, "SELECT description FROM themes WHERE number = ?",
     "UPDATE themes SET description = ? WHERE number = ?"},
    {TDG_LEDGER_PIN, "SELECT pinned FROM themes WHERE number = ?",
     "UPDATE themes SET pinned = ? WHERE number = ?"},
    {TDG_LEDGER_UNPIN, "SELECT pinned FROM themes WHERE number = ? ",
     "UPDATE themes SET pinned = ? WHERE number = ? "},
    {TDG_LEDGER_HIDE, "SELECT hidden FROM themes WHERE number = ?",
     "UPDATE themes SET hidden = ? WHERE number = ?"},
};

enum { SETTINGS = sizeof settings / sizeof *settings };

static size_t find(enum tdg_ledger_kind kind)
{
    size_t i = 0;
    while (i < SETTINGS && settings[i].kind != kind)
        i++;
    return i;
}

bool tdg_archive_is_setting(enum tdg_ledger_kind kind)
{
    return find(kind) < SETTINGS;
}

int tdg_archive_set_theme(struct tdg_archive *archive, enum tdg_ledger_kind kind, int64_t theme,
                          const char *value, struct tdg_buffer *before, struct tdg_error *error)
{
    size_t i = find(kind);
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error, settings[i].select, "i", theme);
    if (!status && (status = tdg_rows_next(&rows)) == 1) {
        tdg_buffer_string(before, tdg_rows_text(&rows, 0));
        status = before->failed ? tdg_fail_memory(error) : TDG_OK;
    }
    tdg_rows_done(&rows);
    return status ? status : tdg_sql(archive, error, settings[i].update, "si", value, theme);
}

int tdg_archive_join(struct tdg_archive *archive, int64_t theme, int64_t into, int64_t ledger,
                     struct tdg_error *error)
{
    int status = tdg_sql(archive, error,
                         "INSERT OR IGNORE INTO moves SELECT ?, number, theme FROM articles"
                         " WHERE theme = ?",
                         "ii", ledger, theme);
    if (!status)
        status = tdg_sql(archive, error,
                         "UPDATE articles SET second_theme = NULL, second_weight = 0"
                         " WHERE (theme = ?1 AND second_theme = ?2)"
                         " OR (theme = ?2 AND second_theme = ?1)",
                         "ii", theme, into);
    if (!status)
        status = tdg_sql(archive, error, "UPDATE articles SET theme = ? WHERE theme = ?", "ii",
                         into, theme);
    if (!status)
        status =
            tdg_sql(archive, error, "UPDATE articles SET second_theme = ? WHERE second_theme = ?",
                    "ii", into, theme);
    if (!status)
        status = tdg_sql(archive, error, "UPDATE stories SET theme = ? WHERE theme = ?", "ii", into,
                         theme);
    if (!status)
        status = tdg_archive_set_state(archive, theme, TDG_THEME_MERGED, into, error);
    return status;
}

int tdg_archive_decision(struct tdg_decision *decision, struct tdg_archive *archive, int64_t number,
                         struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT number, kind, theme, other, before, undone FROM ledger"
                               " WHERE (?1 = 0 AND undone IS NULL AND kind IN ('rename',"
                               " 'describe', 'pin', 'unpin', 'hide', 'join', 'part', 'remove',"
                               " 'mute', 'unmute'))"
                               " OR number = ?1 ORDER BY number DESC LIMIT 1",
                               "i>ledger:nkooso", number);
    if (!status)
        *decision = (struct tdg_decision){0};
    if (!status && (status = tdg_rows_next(&rows)) == 1) {
        decision->number = tdg_rows_int(&rows, 0);
        decision->theme = tdg_rows_int(&rows, 2);
        decision->other = tdg_rows_int(&rows, 3);
        decision->undone = tdg_rows_int(&rows, 5);
        tdg_ledger_kind_find(&decision->kind, tdg_rows_text(&rows, 1));
        tdg_buffer_string(&decision->before, tdg_rows_text(&rows, 4));
        status = decision->before.failed ? tdg_fail_memory(error) : TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_later_entry(int64_t *number, struct tdg_archive *archive,
                            const struct tdg_decision *decision, struct tdg_error *error)
{
    *number = 0;
    return tdg_sql_number(number, archive, error,
                          "SELECT number FROM ledger WHERE number > ?1 AND undone IS NULL AND"
                          " ((kind = ?2 AND theme = ?3) OR (?2 IN ('join', 'part') AND"
                          " kind IN ('refit', 'join', 'part') AND (kind = 'refit' OR"
                          " theme IN (?3, ?4) OR other IN (?3, ?4))) OR (?2 IN ('mute', 'unmute')"
                          " AND kind IN ('mute', 'unmute') AND before = ?5))"
                          " ORDER BY number LIMIT 1",
                          "isiis", decision->number, tdg_ledger_kind_name(decision->kind),
                          decision->theme, decision->other,
                          decision->before.text ? decision->before.text : "");
}

int tdg_archive_mark_undone(struct tdg_archive *archive, int64_t number, int64_t by,
                            struct tdg_error *error)
{
    return tdg_sql(archive, error, "UPDATE ledger SET undone = ? WHERE number = ?", "ii", by,
                   number);
}

int tdg_archive_forget_theme(struct tdg_archive *archive, int64_t theme, struct tdg_error *error)
{
    int status = tdg_sql(archive, error,
                         "UPDATE terms SET words = terms.words - w.words FROM theme_words w"
                         " WHERE w.theme = ? AND w.term = terms.number",
                         "i", theme);
    if (!status)
        status = tdg_sql(archive, error, "DELETE FROM theme_words WHERE theme = ?", "i", theme);
    if (!status)
        status =
            tdg_sql(archive, error, "UPDATE themes SET words = 0 WHERE number = ?", "i", theme);
    return status;
}
