// SPDX-License-Identifier: GPL-3.0-or-later
/* What was there before two themes became one, or one became two, and how it comes back. It is kept
 * with the entry of the ledger, as an object of JSON:
 *
 *     pinned       of the theme that the decision pins
 *     state, label, found_name, terms: [[term, weight, articles]], stories: [number]
 *                  of the theme that the decision is about
 *     articles     [[number, theme, weight, second_theme, second_weight]], those that it changed
 *
 * Weights are text, of 17 digits: SQLite writes numbers with 15, too few for the same ones to come
 * back. */
#include "store/undo.h"

#include <stdbool.h>

#include "store/articles.h"
#include "store/database.h"
#include "store/sql.h"

/* Of the entry ?1. */
#define WAS                                                                                        \
    "(SELECT CASE WHEN json_valid(before) THEN before ELSE '{}' END FROM ledger"                   \
    " WHERE number = ?1)"

int tdg_archive_undo_save(struct tdg_archive *archive, int64_t ledger, int64_t theme,
                          int64_t pinned, struct tdg_error *error)
{
    return tdg_sql(
        archive, error,
        "UPDATE ledger SET before = json_object("
        " 'pinned', (SELECT pinned FROM themes WHERE number = ?3),"
        " 'state', t.state, 'label', t.label, 'found_name', t.found_name,"
        " 'terms', (SELECT json_group_array(json_array(term, printf('%!.17g', weight), articles))"
        " FROM (SELECT * FROM key_terms WHERE theme = ?2 ORDER BY rank)),"
        " 'articles', (SELECT json_group_array(json_array(number, theme, printf('%!.17g', weight),"
        " second_theme, printf('%!.17g', second_weight))) FROM (SELECT * FROM articles"
        " WHERE theme = ?2 OR second_theme = ?2 ORDER BY number)),"
        " 'stories', (SELECT json_group_array(number) FROM (SELECT number FROM stories"
        " WHERE theme = ?2 ORDER BY number)))"
        " FROM themes t WHERE t.number = ?2 AND ledger.number = ?1",
        "iii", ledger, theme, pinned);
}

int tdg_archive_forget_unchanged(struct tdg_archive *archive, int64_t ledger,
                                 struct tdg_error *error)
{
    return tdg_sql(archive, error,
                   "UPDATE ledger SET before = json_set(before, '$.articles', json("
                   "(SELECT json_group_array(json(w.value)) FROM json_each(before, '$.articles') w"
                   " JOIN articles a ON a.number = w.value ->> 0 WHERE a.theme IS NOT w.value ->> 1"
                   " OR a.second_theme IS NOT w.value ->> 3))) WHERE number = ?",
                   "i", ledger);
}

/* What has come again with another content since then stays where it is. Memberships that a later
 * decision has changed stay as well. */
static int restore_articles(struct tdg_archive *archive, const struct tdg_decision *decision,
                            struct tdg_error *error)
{
    int status = tdg_sql(archive, error,
                         "UPDATE articles SET theme = m.theme, second_theme ="
                         " nullif(second_theme, m.theme) FROM moves m WHERE m.ledger = ?1"
                         " AND m.article = articles.number AND m.theme IS NOT NULL"
                         " AND articles.added < ?1",
                         "i", decision->number);
    if (!status)
        status = tdg_sql(
            archive, error,
            "WITH was AS (SELECT value ->> 0 AS article, value ->> 1 AS theme,"
            " CAST(value ->> 2 AS REAL) AS weight, value ->> 3 AS second,"
            " CAST(value ->> 4 AS REAL) AS second_weight FROM json_each(" WAS ", '$.articles'))"
            " UPDATE articles SET"
            " theme = iif(articles.theme = ?3 AND was.theme = ?2, ?2, articles.theme),"
            " weight = iif(articles.theme IN (?2, ?3) AND was.theme = ?2, was.weight,"
            " articles.weight),"
            " second_theme = iif(articles.second_theme IS NULL OR"
            " (articles.second_theme = ?3 AND was.second = ?2), was.second, articles.second_theme),"
            " second_weight = iif(articles.second_theme IS NULL, was.second_weight,"
            " articles.second_weight)"
            " FROM was WHERE was.article = articles.number AND articles.added < ?1",
            "iii", decision->number, decision->theme, decision->other);
    return status;
}

/* A second theme that went into another one since then is that one now. */
static int follow_merged(struct tdg_archive *archive, struct tdg_error *error)
{
    int status = tdg_sql_script(
        archive,
        "UPDATE articles SET second_theme = (WITH RECURSIVE way(theme) AS"
        " (SELECT articles.second_theme UNION SELECT t.into_theme FROM way JOIN themes t"
        " ON t.number = way.theme WHERE t.state = 'merged')"
        " SELECT number FROM way JOIN themes ON number = theme WHERE state IN ('awake', 'asleep'))"
        " WHERE second_theme IN (SELECT number FROM themes WHERE state = 'merged')",
        error);
    if (!status)
        status = tdg_sql_script(archive,
                                "UPDATE articles SET second_theme = NULL, second_weight = 0"
                                " WHERE second_theme = theme",
                                error);
    return status;
}

static int restore_theme(struct tdg_archive *archive, const struct tdg_decision *decision,
                         struct tdg_error *error)
{
    int status =
        tdg_sql(archive, error,
                "UPDATE themes SET label = coalesce(" WAS " ->> '$.label', label),"
                " found_name = coalesce(" WAS " ->> '$.found_name', found_name),"
                " state = iif(state = 'merged', coalesce(" WAS " ->> '$.state', 'awake'), state),"
                " into_theme = NULL WHERE number = ?2",
                "ii", decision->number, decision->theme);
    if (!status)
        status = tdg_sql(archive, error,
                         "DELETE FROM key_terms WHERE theme = ?2"
                         " AND " WAS " ->> '$.terms' IS NOT NULL",
                         "ii", decision->number, decision->theme);
    if (!status)
        status =
            tdg_sql(archive, error,
                    "INSERT INTO key_terms SELECT ?2, key + 1, value ->> 0,"
                    " CAST(value ->> 1 AS REAL), value ->> 2 FROM json_each(" WAS ", '$.terms')",
                    "ii", decision->number, decision->theme);
    return status;
}

int tdg_archive_undo_apply(struct tdg_archive *archive, const struct tdg_decision *decision,
                           int64_t pinned, struct tdg_error *error)
{
    int status = restore_articles(archive, decision, error);
    if (!status)
        status = restore_theme(archive, decision, error);
    if (!status)
        status = follow_merged(archive, error);
    if (!status)
        status = tdg_sql(archive, error,
                         "UPDATE stories SET theme = ?2 WHERE theme = ?3 AND number IN"
                         " (SELECT value FROM json_each(" WAS ", '$.stories'))",
                         "iii", decision->number, decision->theme, decision->other);
    if (!status)
        status = tdg_sql(archive, error,
                         "UPDATE themes SET pinned = " WAS " ->> '$.pinned' WHERE number = ?2",
                         "ii", decision->number, pinned);
    return status ? status : tdg_archive_settle_stories(archive, 0, decision->number, error);
}
