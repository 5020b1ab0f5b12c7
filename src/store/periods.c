// SPDX-License-Identifier: GPL-3.0-or-later
/* Periods, and which one an article is in. */
#include "store/periods.h"

#include <tidings/error.h>

#include "store/database.h"
#include "store/sql.h"
#include "store/store.h"

int tdg_archive_keep_period(struct tdg_archive *archive, const struct tdg_stored_period *period,
                            struct tdg_error *error)
{
    return tdg_sql(archive, error, "INSERT OR IGNORE INTO periods VALUES(?, ?, ?, ?)", "isii",
                   period->number, period->id, period->start, period->until);
}

/* In the words of the index articles_unfiled, which SQLite finds it by. */
int tdg_archive_unfiled(int64_t *article, int64_t *published, struct tdg_archive *archive,
                        struct tdg_error *error)
{
    struct tdg_rows rows;
    *article = 0;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT number, published FROM articles"
                               " WHERE period IS NULL AND published IS NOT NULL"
                               " ORDER BY number LIMIT 1",
                               ">articles:nT");
    if (!status && (status = tdg_rows_next(&rows)) == 1) {
        *article = tdg_rows_int(&rows, 0);
        *published = tdg_rows_int(&rows, 1);
        status = TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_file(struct tdg_archive *archive, int64_t article, int64_t period,
                     struct tdg_error *error)
{
    return tdg_sql(archive, error, "UPDATE articles SET period = ? WHERE number = ?", "ii", period,
                   article);
}
