// SPDX-License-Identifier: GPL-3.0-or-later
/* Themes and stories. */
#include "store/themes.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "store/database.h"
#include "store/sql.h"

int tdg_archive_themes(struct tdg_stored_themes *themes, struct tdg_archive *archive,
                       struct tdg_error *error)
{
    struct tdg_stored_themes made = {0};
    struct tdg_rows rows;
    size_t capacity = 0;
    int status =
        tdg_rows_open(&rows, archive, error,
                      "SELECT t.number, t.words, coalesce(y.originals, 0), (SELECT max(published) "
                      "FROM articles a WHERE"
                      " a.theme = t.number), t.state = 'asleep', t.pinned, t.hidden,"
                      " coalesce(w.count >= y.originals AND NOT t.pinned, 0) FROM themes t"
                      " LEFT JOIN tally y ON y.theme = t.number"
                      " LEFT JOIN (SELECT p.theme, count(*) AS count FROM pending p"
                      " JOIN articles a ON a.number = p.article AND a.theme = p.theme"
                      " AND a.copy_of IS NULL GROUP BY p.theme) w ON w.theme = t.number"
                      " WHERE t.state IN ('awake', 'asleep') ORDER BY t.number",
                      ">themes:ndctffff");
    while (!status && (status = tdg_rows_next(&rows)) == 1) {
        struct tdg_stored_theme *grown =
            tdg_grow(made.items, &capacity, made.count + 1, sizeof *grown);
        status = grown ? TDG_OK : tdg_fail_memory(error);
        if (!grown)
            break;
        made.items = grown;
        grown[made.count++] = (struct tdg_stored_theme){
            .number = tdg_rows_int(&rows, 0),
            .words = tdg_rows_double(&rows, 1),
            .originals = (size_t)tdg_rows_int(&rows, 2),
            .last = tdg_rows_time(&rows, 3),
            .asleep = tdg_rows_int(&rows, 4) != 0,
            .pinned = tdg_rows_int(&rows, 5) != 0,
            .hidden = tdg_rows_int(&rows, 6) != 0,
            .leaving = tdg_rows_int(&rows, 7) != 0,
        };
    }
    tdg_rows_done(&rows);
    if (status)
        tdg_stored_themes_done(&made);
    else
        *themes = made;
    return status;
}

void tdg_stored_themes_done(struct tdg_stored_themes *themes)
{
    free(themes->items);
    *themes = (struct tdg_stored_themes){0};
}

int tdg_archive_new_theme(int64_t *number, struct tdg_archive *archive, const char *label,
                          const char *name, int64_t ledger, struct tdg_error *error)
{
    int status =
        tdg_sql(archive, error, "INSERT INTO themes(label, found_name, born) VALUES(?, ?, ?)",
                "ssi", label, name, ledger);
    if (!status)
        *number = sqlite3_last_insert_rowid(archive->database);
    return status;
}

int tdg_archive_relabel(struct tdg_archive *archive, int64_t theme, const char *label,
                        const char *name, const struct tdg_term_view *terms, size_t count,
                        struct tdg_error *error)
{
    int status =
        tdg_sql(archive, error, "UPDATE themes SET label = ?, found_name = ? WHERE number = ?",
                "ssi", label, name, theme);
    if (!status)
        status = tdg_sql(archive, error, "DELETE FROM key_terms WHERE theme = ?", "i", theme);
    for (size_t i = 0; !status && i < count; i++)
        status =
            tdg_sql(archive, error, "INSERT INTO key_terms VALUES(?, ?, ?, ?, ?)", "iisdi", theme,
                    (int64_t)i + 1, terms[i].term, terms[i].weight, (int64_t)terms[i].articles);
    return status;
}

int tdg_archive_set_state(struct tdg_archive *archive, int64_t theme, enum tdg_theme_state state,
                          int64_t into, struct tdg_error *error)
{
    return tdg_sql(archive, error, "UPDATE themes SET state = ?, into_theme = ? WHERE number = ?",
                   "soi", tdg_theme_state_name(state), into, theme);
}

int tdg_archive_new_story(int64_t *number, struct tdg_archive *archive, int64_t theme,
                          struct tdg_error *error)
{
    int status = tdg_sql(archive, error, "INSERT INTO stories(theme) VALUES(?)", "i", theme);
    if (!status)
        *number = sqlite3_last_insert_rowid(archive->database);
    return status;
}

int tdg_archive_describe_story(struct tdg_archive *archive, int64_t story, int64_t headline,
                               int64_t sequel_of, struct tdg_error *error)
{
    return tdg_sql(archive, error,
                   "UPDATE stories SET headline = coalesce(?, headline),"
                   " sequel_of = coalesce(sequel_of, ?) WHERE number = ?",
                   "ooi", headline, sequel_of == story ? 0 : sequel_of, story);
}
