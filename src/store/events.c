// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/events.h"

#include "store/database.h"
#include "store/sql.h"

int tdg_archive_set_event(struct tdg_archive *archive, int64_t article, int64_t event,
                          struct tdg_error *error)
{
    return tdg_sql(archive, error, "UPDATE articles SET event = ? WHERE number = ?", "oi", event,
                   article);
}

int tdg_archive_event_of(int64_t *event, struct tdg_archive *archive, int64_t article,
                         struct tdg_error *error)
{
    return tdg_sql_number(event, archive, error,
                          "SELECT ifnull((SELECT event FROM articles WHERE number = ?), 0)", "i",
                          article);
}

int tdg_archive_event_is_known(bool *known, struct tdg_archive *archive, int64_t event,
                               struct tdg_error *error)
{
    int64_t there = 0;
    int status =
        tdg_sql_number(&there, archive, error,
                       "SELECT EXISTS (SELECT 1 FROM articles WHERE event = ?)", "i", event);
    *known = there;
    return status;
}

int tdg_archive_event_size(int64_t *articles, struct tdg_archive *archive, int64_t event,
                           struct tdg_error *error)
{
    return tdg_sql_number(articles, archive, error, "SELECT count(*) FROM articles WHERE event = ?",
                          "i", event);
}
