// SPDX-License-Identifier: GPL-3.0-or-later
/* The periods that articles are in. */
#include "store/periods.h"

#include "store/database.h"
#include "store/sql.h"

int tdg_archive_keep_period(struct tdg_archive *archive, const struct tdg_stored_period *period,
                            struct tdg_error *error)
{
    return tdg_sql(archive, error, "INSERT OR IGNORE INTO periods VALUES(?, ?, ?, ?)", "isii",
                   period->number, period->id, period->start, period->until);
}
