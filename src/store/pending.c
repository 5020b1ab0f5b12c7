// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pending.h"

#include <stdlib.h>

#include <tidings/error.h>

#include "base/error.h"
#include "base/memory.h"
#include "store/sql.h"

int tdg_archive_put_pending(struct tdg_archive *archive, const struct tdg_pending *pending,
                            struct tdg_error *error)
{
    return tdg_sql(archive, error, "INSERT OR REPLACE INTO pending VALUES(?, ?, ?)", "iii",
                   pending->article, pending->theme, pending->target);
}

int tdg_archive_list_pending(struct tdg_pending **items, size_t *count, struct tdg_archive *archive,
                             struct tdg_error *error)
{
    struct tdg_pending *made = NULL;
    struct tdg_rows rows;
    size_t capacity = 0, found = 0;
    int status = tdg_rows_open(
        &rows, archive, error,
        "SELECT p.article, p.theme, p.target FROM pending p JOIN articles a ON a.number = p.article"
        " AND a.theme = p.theme AND a.copy_of IS NULL JOIN themes f ON f.number = p.theme"
        " AND NOT f.pinned JOIN themes t ON t.number = p.target AND t.state IN ('awake', 'asleep')"
        " ORDER BY p.article",
        ">pending:nnn");
    while (!status && (status = tdg_rows_next(&rows)) == 1) {
        struct tdg_pending *grown = tdg_grow(made, &capacity, found + 1, sizeof *grown);
        status = grown ? TDG_OK : tdg_fail_memory(error);
        if (!grown)
            break;
        made = grown;
        made[found++] = (struct tdg_pending){tdg_rows_int(&rows, 0), tdg_rows_int(&rows, 1),
                                             tdg_rows_int(&rows, 2)};
    }
    tdg_rows_done(&rows);
    if (status) {
        free(made);
        return status;
    }
    *items = made;
    *count = found;
    return TDG_OK;
}

int tdg_archive_drop_pending(struct tdg_archive *archive, int64_t article, struct tdg_error *error)
{
    return tdg_sql(archive, error, "DELETE FROM pending WHERE ?1 = 0 OR article = ?1", "i",
                   article);
}
