// SPDX-License-Identifier: GPL-3.0-or-later
/* Articles that a person took out. They are kept as they were, each with the entry that removed it,
 * so that they can come back; what the entry changed besides is an object of JSON with it:
 *
 *     copies   [[copy, original]], copies that stayed and whose original went
 *     ended    [theme], those that had no other articles
 */
#include "store/removed.h"

#include "base/error.h"
#include "base/memory.h"
#include "phrasing/unplaced.h"
#include "store/database.h"
#include "store/sql.h"

#define OF_ENTRY "(SELECT number FROM removed WHERE ledger = ?1)"

/* Without its text the size is none. One that is named twice is taken once. */
#define TAKE_FROM(from)                                                                            \
    "INSERT INTO removed SELECT a.number, ?1, a.id, a.title, a.source, a.url,"                     \
    " a.language, a.published, a.period, a.content, a.copy_of, a.theme, a.weight,"                 \
    " a.second_theme, a.second_weight, a.story, a.reason, a.added, coalesce(x.size, -1), "         \
    "coalesce(x.body, ''),"                                                                        \
    " EXISTS (SELECT 1 FROM stories s WHERE s.headline = a.number),"                               \
    " (SELECT json_group_array(json_array(m.ledger, m.theme)) FROM moves m"                        \
    " WHERE m.article = a.number), a.event FROM articles a LEFT JOIN texts x ON x.article = "      \
    "a.number "                                                                                    \
    "WHERE " from " ON CONFLICT(number) DO NOTHING"

int tdg_archive_take_id(struct tdg_archive *archive, int64_t ledger, const char *id,
                        struct tdg_error *error)
{
    return tdg_sql(archive, error, TAKE_FROM("a.id = ?2"), "is", ledger, id);
}

int tdg_archive_take_source(struct tdg_archive *archive, int64_t ledger, const char *source,
                            struct tdg_error *error)
{
    return tdg_sql(archive, error, TAKE_FROM("a.source = ?2"), "is", ledger, source);
}

int tdg_archive_take_batch(struct tdg_archive *archive, int64_t ledger, int64_t batch,
                           struct tdg_error *error)
{
    return tdg_sql(archive, error, TAKE_FROM("a.added = ?2"), "ii", ledger, batch);
}

int tdg_archive_is_batch(bool *is, struct tdg_archive *archive, int64_t entry,
                         struct tdg_error *error)
{
    int64_t count = 0;
    int status =
        tdg_sql_number(&count, archive, error,
                       "SELECT count(*) FROM ledger WHERE number = ? AND kind = 'add'", "i", entry);
    *is = count > 0;
    return status;
}

static int list(int64_t **numbers, size_t *count, struct tdg_rows *rows, int status,
                struct tdg_error *error)
{
    size_t capacity = 0;
    *numbers = NULL;
    *count = 0;
    while (!status && (status = tdg_rows_next(rows)) == 1) {
        int64_t *grown = tdg_grow(*numbers, &capacity, *count + 1, sizeof *grown);
        status = grown ? TDG_OK : tdg_fail_memory(error);
        if (!grown)
            break;
        *numbers = grown;
        grown[(*count)++] = tdg_rows_int(rows, 0);
    }
    tdg_rows_done(rows);
    return status;
}

/* Each of them as a whole: what comes back is to be what went. */
int tdg_archive_list_removed(int64_t **numbers, size_t *count, struct tdg_archive *archive,
                             int64_t ledger, struct tdg_error *error)
{
    struct tdg_rows rows;
    int
        status =
            tdg_rows_open(
                &rows, archive, error,
                "SELECT number, id, title, source, url, language, " TDG_KNOWN_DATE(
                    "r") ", content,"
                         " iif(EXISTS (SELECT 1 FROM removed k WHERE k.number = r.copy_of), "
                         "copy_of,"
                         " " TDG_KNOWN("articles", "r.copy_of") "), " TDG_KNOWN(
                             "themes",
                             "r.theme") ", weight,"
                                        " " TDG_KNOWN(
                                            "themes",
                                            "r.second_theme") ", second_weight,"
                                                              " " TDG_KNOWN("stories", "r.story") ", reason, " TDG_KNOWN(
                                                                  "ledger",
                                                                  "r.added") ","
                                                                             " size, body, "
                                                                             "headline, "
                                                                             "iif(json_valid(moves)"
                                                                             ", moves, NULL)"
                                                                             " FROM removed r "
                                                                             "WHERE ledger = ? "
                                                                             "ORDER BY number",
                "i>removed:nssssstsoopoposncbfs", ledger);
    return list(numbers, count, &rows, status, error);
}

int tdg_archive_release_of_removed(int64_t **successors, size_t *count, struct tdg_archive *archive,
                                   int64_t ledger, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status =
        tdg_sql(archive, error,
                "UPDATE ledger SET before = json_object('copies', (SELECT"
                " json_group_array(json_array(number, copy_of)) FROM (SELECT * FROM articles"
                " WHERE copy_of IN " OF_ENTRY " AND number NOT IN " OF_ENTRY
                " ORDER BY number)), 'ended', json('[]')) WHERE number = ?1",
                "i", ledger);
    if (!status)
        status = tdg_sql(archive, error,
                         "UPDATE articles SET copy_of = nullif(k.heir, articles.number) FROM"
                         " (SELECT number, first_value(number) OVER (PARTITION BY copy_of ORDER BY"
                         " published IS NULL, published, number) AS heir FROM articles"
                         " WHERE copy_of IN " OF_ENTRY " AND number NOT IN " OF_ENTRY ") AS k"
                         " WHERE k.number = articles.number",
                         "i", ledger);
    if (status)
        return status;
    status = tdg_rows_open(&rows, archive, error,
                           "SELECT a.number FROM json_each((SELECT before FROM ledger WHERE"
                           " number = ?), '$.copies') c JOIN articles a ON a.number = c.value ->> 0"
                           " WHERE a.copy_of IS NULL ORDER BY a.number",
                           "i>articles:n", ledger);
    return list(successors, count, &rows, status, error);
}

static int give_headlines(struct tdg_archive *archive, int64_t ledger, struct tdg_error *error)
{
    return tdg_sql(archive, error,
                   "UPDATE stories SET headline = (SELECT a.number FROM articles a WHERE"
                   " a.story = stories.number AND a.number NOT IN " OF_ENTRY
                   " ORDER BY a.copy_of IS NOT NULL, a.published IS NULL, a.published, a.number"
                   " LIMIT 1) WHERE headline IN " OF_ENTRY,
                   "i", ledger);
}

int tdg_archive_delete_removed(struct tdg_archive *archive, int64_t ledger, struct tdg_error *error)
{
    int status = give_headlines(archive, ledger, error);
    if (!status)
        status =
            tdg_sql(archive, error, "DELETE FROM moves WHERE article IN " OF_ENTRY, "i", ledger);
    if (!status)
        status =
            tdg_sql(archive, error, "DELETE FROM texts WHERE article IN " OF_ENTRY, "i", ledger);
    if (!status)
        status =
            tdg_sql(archive, error, "DELETE FROM articles WHERE number IN " OF_ENTRY, "i", ledger);
    return status;
}

int tdg_archive_list_emptied(int64_t **themes, size_t *count, struct tdg_archive *archive,
                             int64_t ledger, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status =
        tdg_sql(archive, error,
                "UPDATE ledger SET before = json_set(before, '$.ended', json((SELECT"
                " json_group_array(number) FROM (SELECT number FROM themes t WHERE state IN"
                " ('awake', 'asleep') AND NOT pinned AND number IN (SELECT theme FROM"
                " removed WHERE ledger = ?1) AND NOT EXISTS (SELECT 1 FROM articles a"
                " WHERE a.theme = t.number) ORDER BY number)))) WHERE number = ?1",
                "i", ledger);
    if (status)
        return status;
    status = tdg_rows_open(&rows, archive, error,
                           "SELECT value FROM json_each((SELECT before FROM ledger WHERE"
                           " number = ?), '$.ended')",
                           "i>ledger:n", ledger);
    return list(themes, count, &rows, status, error);
}

/* Is what an entry removed, and what it changed besides, still there? */
static int look_at_entry(struct tdg_archive *archive, int64_t ledger, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status =
        tdg_rows_open(&rows, archive, error,
                      "SELECT iif(json_type(before, '$.copies') = 'array' AND"
                      " json_type(before, '$.ended') = 'array' AND articles = (SELECT count(*)"
                      " FROM removed WHERE ledger = ?1), before, NULL)"
                      " FROM ledger WHERE number = ?1",
                      "i>ledger or removed:s", ledger);
    if (!status && (status = tdg_rows_next(&rows)) == 1)
        status = TDG_OK;
    tdg_rows_done(&rows);
    return status;
}

/* The theme that one has become by now, of a table with the column `theme`. */
#define THEME_NOW(theme)                                                                           \
    "(WITH RECURSIVE way(theme) AS (SELECT " theme " UNION SELECT t.into_theme FROM way"           \
    " JOIN themes t ON t.number = way.theme WHERE t.into_theme IS NOT NULL"                        \
    " AND t.state IN ('merged', 'ended')) SELECT number FROM way JOIN themes ON number = theme"    \
    " WHERE state IN ('awake', 'asleep'))"

int tdg_archive_wake_ended(struct tdg_archive *archive, int64_t ledger, int64_t by,
                           struct tdg_error *error)
{
    int status = look_at_entry(archive, ledger, error);
    if (!status)
        status = tdg_sql(archive, error,
                         "UPDATE ledger SET undone = ?2 WHERE kind = 'end' AND number > ?1 AND"
                         " theme IN (SELECT e.value FROM json_each((SELECT before FROM ledger WHERE"
                         " number = ?1), '$.ended') e)",
                         "ii", ledger, by);
    if (!status)
        status = tdg_sql(archive, error,
                         "UPDATE themes SET state = 'awake' WHERE state = 'ended' AND number IN"
                         " (SELECT value FROM json_each((SELECT before FROM ledger WHERE"
                         " number = ?1), '$.ended'))",
                         "i", ledger);
    return status;
}

/* The rows that come back: an id that has come again since then has its new article. */
static int put_back(struct tdg_archive *archive, int64_t ledger, struct tdg_error *error)
{
    int status = tdg_sql(
        archive, error,
        "INSERT INTO articles(number, id, title, source, url, language, published,"
        " period, content, page, theme, weight, story, event, reason, added) SELECT number, id,"
        " title, source, url, language, published, period, content, tdg_page(url, id, title),"
        " " THEME_NOW("r.theme") ", weight, story, event, reason, added FROM removed r"
                                 " WHERE ledger = ?1 AND id NOT IN (SELECT id FROM articles)",
        "i", ledger);
    if (!status)
        status = tdg_sql(archive, error,
                         "UPDATE articles SET reason = '" TDG_FITS_NONE "', weight = 0"
                         " WHERE theme IS NULL AND reason = '' AND number IN " OF_ENTRY,
                         "i", ledger);
    if (!status)
        status = tdg_sql(archive, error,
                         "UPDATE articles SET second_theme = nullif(" THEME_NOW(
                             "r.second_theme") ", articles.theme), second_weight = r.second_weight "
                                               "FROM removed r"
                                               " WHERE r.ledger = ?1 AND r.number = articles.number"
                                               " AND articles.theme IS NOT NULL",
                         "i", ledger);
    if (!status)
        status = tdg_sql(archive, error,
                         "UPDATE articles SET second_weight = 0 WHERE second_theme IS NULL"
                         " AND number IN " OF_ENTRY,
                         "i", ledger);
    if (!status)
        status = tdg_sql(archive, error,
                         "INSERT INTO texts SELECT number, size, body FROM removed WHERE"
                         " ledger = ?1 AND number IN (SELECT number FROM articles)",
                         "i", ledger);
    if (!status)
        status = tdg_sql(archive, error,
                         "INSERT INTO moves SELECT m.value ->> 0, r.number,"
                         " m.value ->> 1 FROM removed r, json_each(r.moves) m WHERE r.ledger = ?1"
                         " AND r.number IN (SELECT number FROM articles)"
                         " ON CONFLICT(ledger, article) DO NOTHING",
                         "i", ledger);
    return status;
}

/* Of those that were copies, the ones whose original is there are copies again. */
static int put_copies_back(struct tdg_archive *archive, int64_t ledger, struct tdg_error *error)
{
    return tdg_sql(
        archive, error,
        "UPDATE articles SET copy_of = o.number, theme = o.theme, weight = o.weight,"
        " second_theme = o.second_theme, second_weight = o.second_weight,"
        " story = o.story, event = o.event, reason = o.reason FROM (SELECT r.number AS copy,"
        " q.*"
        " FROM removed r JOIN articles p ON p.number = r.copy_of JOIN articles q"
        " ON q.number = coalesce(p.copy_of, p.number) WHERE r.ledger = ?1"
        " AND q.number <> r.number) AS o WHERE o.copy = articles.number",
        "i", ledger);
}

int tdg_archive_put_removed_back(int64_t **numbers, size_t *count, struct tdg_archive *archive,
                                 int64_t ledger, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = put_back(archive, ledger, error);
    if (!status)
        status = put_copies_back(archive, ledger, error);
    if (!status)
        status = tdg_sql(archive, error,
                         "UPDATE stories SET headline = r.number FROM removed r WHERE r.ledger = ?1"
                         " AND r.headline AND r.story = stories.number"
                         " AND r.number IN (SELECT number FROM articles)",
                         "i", ledger);
    if (status)
        return status;
    status = tdg_rows_open(&rows, archive, error,
                           "SELECT a.number FROM removed r JOIN articles a ON a.number = r.number"
                           " WHERE r.ledger = ? ORDER BY a.number",
                           "i>removed:n", ledger);
    return list(numbers, count, &rows, status, error);
}

/* Copies that an entry released from an original that is back, and that nothing has changed since:
 * number and original. */
#define RELEASED                                                                                   \
    "(SELECT a.number AS copy, o.number AS original, a.copy_of IS NULL AS heir FROM"               \
    " json_each((SELECT before FROM ledger WHERE number = ?1), '$.copies') c"                      \
    " JOIN articles a ON a.number = c.value ->> 0 JOIN articles o ON o.number = c.value ->> 1"     \
    " WHERE o.copy_of IS NULL AND a.added < ?1 AND a.number <> o.number)"

int tdg_archive_list_released(int64_t **successors, size_t *count, struct tdg_archive *archive,
                              int64_t ledger, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT copy FROM " RELEASED " WHERE heir ORDER BY copy",
                               "i>articles:n", ledger);
    return list(successors, count, &rows, status, error);
}

int tdg_archive_join_released(struct tdg_archive *archive, int64_t ledger, struct tdg_error *error)
{
    return tdg_sql(
        archive, error,
        "UPDATE articles SET copy_of = k.original, theme = o.theme, weight = o.weight,"
        " second_theme = o.second_theme, second_weight = o.second_weight,"
        " story = o.story, event = o.event, reason = o.reason FROM (SELECT c.number AS copy,"
        " r.original"
        " FROM " RELEASED " AS r JOIN articles c ON c.number = r.copy OR"
        " c.copy_of = r.copy WHERE r.heir) AS k JOIN articles o"
        " ON o.number = k.original WHERE k.copy = articles.number",
        "i", ledger);
}

int tdg_archive_forget_removed(struct tdg_archive *archive, int64_t ledger, struct tdg_error *error)
{
    return tdg_sql(archive, error,
                   "DELETE FROM removed WHERE ledger = ? AND number IN (SELECT number FROM"
                   " articles)",
                   "i", ledger);
}

int tdg_archive_settle_stories_of_removed(struct tdg_archive *archive, int64_t ledger,
                                          struct tdg_error *error)
{
    return tdg_sql(archive, error,
                   "UPDATE stories SET theme = coalesce((SELECT a.theme FROM articles a WHERE"
                   " a.story = stories.number AND a.theme IS NOT NULL GROUP BY a.theme"
                   " ORDER BY count(*) DESC, a.theme LIMIT 1), theme) WHERE number IN"
                   " (SELECT story FROM removed WHERE ledger = ?1)",
                   "i", ledger);
}
