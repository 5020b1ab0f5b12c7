// SPDX-License-Identifier: GPL-3.0-or-later
/* What an analysis of the archive's own themes is reported with. */
#include "store/names.h"

#include "base/error.h"
#include "store/database.h"
#include "store/muted.h"
#include "store/sql.h"

int tdg_archive_each_theme(struct tdg_archive *archive,
                           int (*each)(void *context, int64_t theme, const char *name,
                                       const char *label, bool hidden),
                           void *context, struct tdg_error *error)
{
    struct tdg_rows rows;
    struct tdg_buffer label = {0};
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT number, name, found_name, label, hidden FROM themes"
                               " WHERE state IN ('awake', 'asleep') ORDER BY number",
                               ">themes:nsssf");
    while (!status && (status = tdg_rows_next(&rows)) == 1) {
        int64_t theme = tdg_rows_int(&rows, 0);
        const char *name = tdg_rows_text(&rows, 1), *found = tdg_rows_text(&rows, 2);
        bool hides = false;
        tdg_buffer_clear(&label);
        status = tdg_archive_hides(&hides, archive, 0, found, error);
        if (!status)
            status = tdg_archive_show_label(&label, archive, theme, tdg_rows_text(&rows, 3), error);
        if (!status)
            status = each(context, theme,
                          *name   ? name
                          : hides ? ""
                                  : found,
                          label.text ? label.text : "", tdg_rows_int(&rows, 4) != 0);
    }
    tdg_rows_done(&rows);
    tdg_buffer_done(&label);
    return status;
}

int tdg_archive_theme_name(struct tdg_buffer *name, struct tdg_archive *archive, int64_t theme,
                           struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT CASE WHEN name <> '' THEN name WHEN found_name <> ''"
                               " THEN found_name ELSE label END FROM themes WHERE number = ?",
                               "i>themes:s", theme);
    if (!status && (status = tdg_rows_next(&rows)) == 1) {
        tdg_buffer_string(name, tdg_rows_text(&rows, 0));
        status = name->failed ? tdg_fail_memory(error) : TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_story(int64_t *headline, int64_t *sequel_of, struct tdg_archive *archive,
                      int64_t story, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT headline, sequel_of FROM stories WHERE number = ?",
                               "i>stories:oo", story);
    if (!status && (status = tdg_rows_next(&rows)) == 1) {
        *headline = tdg_rows_int(&rows, 0);
        *sequel_of = tdg_rows_int(&rows, 1);
        status = TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_newest_entry(int64_t *number, struct tdg_archive *archive, struct tdg_error *error)
{
    *number = 0;
    return tdg_sql_number(number, archive, error, "SELECT coalesce(max(number), 0) FROM ledger",
                          "");
}
