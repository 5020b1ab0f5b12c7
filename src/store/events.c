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

int tdg_archive_describe_event(struct tdg_archive *archive, int64_t event, int64_t headline,
                               int64_t follows, struct tdg_error *error)
{
    return tdg_sql(
        archive, error,
        "INSERT INTO events(number, headline, follows) VALUES(?, ?, ?) ON CONFLICT(number)"
        " DO UPDATE SET headline = excluded.headline, follows = excluded.follows,"
        " into_event = NULL",
        "ioo", event, headline, follows);
}

int tdg_archive_end_event(struct tdg_archive *archive, int64_t event, int64_t into,
                          struct tdg_error *error)
{
    return tdg_sql(
        archive, error,
        "INSERT INTO events(number, into_event) VALUES(?, ?) ON CONFLICT(number)"
        " DO UPDATE SET headline = NULL, follows = NULL, into_event = excluded.into_event",
        "io", event, into);
}

int tdg_archive_event_of(int64_t *event, struct tdg_archive *archive, int64_t article,
                         struct tdg_error *error)
{
    return tdg_sql_number(event, archive, error,
                          "SELECT ifnull((SELECT event FROM articles WHERE number = ?), 0)", "i",
                          article);
}

int tdg_archive_event_now(int64_t *event, struct tdg_archive *archive, struct tdg_error *error)
{
    if (!*event)
        return TDG_OK;
    return tdg_sql_number(event, archive, error,
                          "WITH RECURSIVE chain(event, place) AS (SELECT ?1, 0 UNION"
                          " SELECT e.into_event, place + 1 FROM chain JOIN events e"
                          " ON e.number = chain.event WHERE e.into_event AND place < 1000)"
                          " SELECT event FROM chain ORDER BY place DESC LIMIT 1",
                          "i", *event);
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
