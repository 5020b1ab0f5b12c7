// SPDX-License-Identifier: GPL-3.0-or-later
/* Is everything in an archive whole, and does it fit together? */
#include "store/check.h"

#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "store/database.h"
#include "store/packed.h"
#include "store/pages.h"
#include "store/schema.h"
#include "store/sql.h"
#include "store/trouble.h"
#include "store/trust.h"

/* What must have no rows; the first column is reported with it. */
static const struct rule {
    const char *sql;
    const char *problem;
} rules[] = {
    {"SELECT number FROM articles WHERE number NOT IN (SELECT article FROM texts)",
     "an article has no text"},
    {"SELECT a.id FROM articles a JOIN themes t ON t.number = a.theme"
     " WHERE t.state IN ('merged', 'ended')",
     "an article is in a theme that has ended"},
    {"SELECT a.id FROM articles a JOIN articles o ON o.number = a.copy_of"
     " WHERE o.copy_of IS NOT NULL",
     "an article is the copy of a copy"},
    {"SELECT a.id FROM articles a WHERE (a.theme IS NULL) = (a.reason = '')",
     "an article has neither a theme nor a reason, or both"},
    {"SELECT p.id FROM periods p JOIN periods q"
     " ON q.number = (SELECT max(number) FROM periods WHERE number < p.number)"
     " WHERE p.start < q.until OR p.start >= p.until",
     "a period does not come after the one before it"},
    {"SELECT s.number FROM stories s WHERE NOT EXISTS"
     " (SELECT 1 FROM articles a WHERE a.story = s.number)"
     " AND NOT EXISTS (SELECT 1 FROM ledger WHERE kind IN ('change', 'remove'))",
     "a story has no articles"},
    {"SELECT number FROM terms WHERE articles < 0 OR words < -1e-6", "a term has a negative count"},
    {"SELECT iif(theme, 'T' || theme, 'no theme') FROM (SELECT coalesce(theme, 0) AS theme,"
     " count(*) AS articles, count(*) - count(copy_of) AS originals FROM articles GROUP BY theme"
     " UNION ALL SELECT theme, -articles, -originals FROM tally)"
     " GROUP BY theme HAVING sum(articles) <> 0 OR sum(originals) <> 0",
     "the tally of a theme differs from the number of its articles"},
    {"SELECT id FROM articles WHERE second_theme = theme", "an article has the same theme twice"},
    {"SELECT s.number FROM stories s JOIN articles a ON a.number = s.headline"
     " WHERE a.story IS NOT s.number AND NOT EXISTS"
     " (SELECT 1 FROM ledger WHERE kind = 'change' AND article = a.id)",
     "the headline of a story is not in it"},
    {"SELECT t.stem FROM terms t LEFT JOIN (SELECT term, sum(words) AS words FROM theme_words"
     " GROUP BY term) w ON w.term = t.number"
     " WHERE abs(t.words - coalesce(w.words, 0)) > 1e-6 * (1 + abs(t.words))",
     "the words of a term are not the sum over the themes"},
    {"SELECT t.number FROM themes t LEFT JOIN (SELECT theme, sum(words) AS words FROM theme_words"
     " GROUP BY theme) w ON w.theme = t.number"
     " WHERE abs(t.words - coalesce(w.words, 0)) > 1e-6 * (1 + abs(t.words))",
     "the words of a theme are not the sum over its terms"},
    {"SELECT id FROM removed WHERE ledger NOT IN (SELECT number FROM ledger WHERE kind = 'remove')",
     "an article was removed without an entry in the ledger"},
    {"SELECT id FROM removed WHERE copy_of NOT IN (SELECT number FROM articles)"
     " AND copy_of NOT IN (SELECT number FROM removed)",
     "a removed article is the copy of an unknown one"},
    {"SELECT id FROM removed r WHERE published IS NOT NULL AND period IS NOT NULL AND NOT EXISTS"
     " (SELECT 1 FROM periods p WHERE p.number = r.period AND r.published >= p.start AND"
     " r.published < p.until)",
     "a removed article is not in the period of its date"},
    {"SELECT id FROM removed WHERE NOT json_valid(moves)",
     "the moves of a removed article cannot be read"},
    {"SELECT r.id FROM removed r, json_each(iif(json_valid(r.moves), r.moves, '[]')) m"
     " WHERE iif(m.type = 'array', m.value ->> 0, 0) NOT IN (SELECT number FROM ledger)"
     " OR iif(m.type = 'array', m.value ->> 1, NULL) NOT IN (SELECT number FROM themes)",
     "the moves of a removed article refer to missing rows"},
    {"SELECT number FROM articles WHERE number NOT IN (SELECT rowid FROM search)",
     "an article is not in the search index"},
    {"SELECT a.id FROM articles a LEFT JOIN periods p ON p.number = a.period"
     " WHERE a.published IS NULL AND a.period IS NOT NULL OR a.published IS NOT NULL"
     " AND (p.number IS NULL OR a.published < p.start OR a.published >= p.until)",
     "an article is not in the period of its date"},
    {"SELECT p.id FROM (SELECT period, coalesce(theme, 0) AS theme, count(*) AS articles,"
     " count(*) - count(copy_of) AS originals FROM articles WHERE period IS NOT NULL"
     " GROUP BY period, theme UNION ALL SELECT period, theme, -articles, -originals"
     " FROM period_tally) t JOIN periods p ON p.number = t.period"
     " GROUP BY t.period, t.theme HAVING sum(articles) <> 0 OR sum(originals) <> 0",
     "the tally of a theme in a period differs from the number of its articles"},
    {"SELECT number FROM ledger WHERE before <> '' AND kind IN ('join', 'part') AND"
     " (NOT json_valid(before) OR iif(json_valid(before), json_extract(before, '$.state'), NULL)"
     " NOT IN ('awake', 'asleep'))",
     "what a decision replaced cannot be read"},
    {"SELECT number FROM ledger WHERE kind = 'remove' AND (NOT json_valid(before) OR "
     "iif(json_valid("
     "before), json_type(before, '$.copies') IS NOT 'array' OR json_type(before, '$.ended') IS NOT"
     " 'array', 0))",
     "what else a removal changed cannot be read"},
    {"SELECT number FROM ledger l WHERE kind = 'remove' AND undone IS NULL AND articles <>"
     " (SELECT count(*) FROM removed r WHERE r.ledger = l.number)",
     "a removal does not hold the articles it removed"},
    {"SELECT number FROM ledger WHERE kind IN ('mute', 'unmute') AND before NOT GLOB 'term: *'"
     " AND before NOT GLOB 'column: *' AND before NOT GLOB 'source: *'",
     "what was muted cannot be read"},
    {"SELECT r.number FROM reports r WHERE NOT EXISTS"
     " (SELECT 1 FROM report_files f WHERE f.report = r.number)",
     "a report has no files"},
    {"SELECT theme FROM (SELECT theme, max(rank) - count(*) AS missing FROM key_terms"
     " GROUP BY theme) WHERE missing <> 0",
     "a theme lacks some of its terms"},
};

static const struct rule of_version_2 = {
    "SELECT id FROM articles WHERE page IS NOT tdg_page(url, id, title)",
    "an article is not found by its address"};

struct telling {
    void (*tell)(void *context, const char *problem);
    void *context;
    size_t problems;
};

static void tell(void *context, const char *problem, const char *where)
{
    struct telling *telling = context;
    struct tdg_buffer text = {0};
    tdg_buffer_format(&text, *where ? "%s: %s" : "%s", problem, where);
    if (telling->tell)
        telling->tell(telling->context, text.failed ? problem : text.text);
    telling->problems++;
    tdg_buffer_done(&text);
}

static int check_file(struct telling *telling, struct tdg_archive *archive, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error, "PRAGMA integrity_check", "");
    while (!status && (status = tdg_rows_next(&rows)) == 1) {
        if (strcmp(tdg_rows_text(&rows, 0), "ok") != 0)
            tell(telling, "the file is damaged", tdg_rows_text(&rows, 0));
        status = TDG_OK;
    }
    tdg_rows_done(&rows);
    if (status)
        return status;
    status = tdg_rows_open(&rows, archive, error, "PRAGMA foreign_key_check", "");
    while (!status && (status = tdg_rows_next(&rows)) == 1) {
        tell(telling, "a row refers to a missing row", tdg_rows_text(&rows, 0));
        status = TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}

/* What is packed, each with its name, its size and its bytes. */
static const struct {
    const char *sql;
    const char *problem;
} packed[] = {
    {"SELECT article, size, body FROM texts ORDER BY article", "the text of an article is damaged"},
    {"SELECT number, size, body FROM removed ORDER BY number",
     "the text of a removed article is damaged"},
    {"SELECT r.period || ' as ' || f.format, f.size, f.content FROM report_files f"
     " JOIN reports r ON r.number = f.report ORDER BY f.report, f.format",
     "a stored report is damaged"},
};

static int check_packed(struct telling *telling, struct tdg_archive *archive, size_t kind,
                        struct tdg_error *error)
{
    struct tdg_rows rows;
    struct tdg_buffer text = {0};
    int status = tdg_rows_open(&rows, archive, error, packed[kind].sql, "");
    while (!status && (status = tdg_rows_next(&rows)) == 1) {
        tdg_buffer_clear(&text);
        status = tdg_rows_unpack(&text, &rows, 2, NULL);
        if (status == TDG_EFORMAT) {
            tell(telling, packed[kind].problem, tdg_rows_text(&rows, 0));
            status = TDG_OK;
        } else if (status)
            tdg_fail_memory(error);
    }
    tdg_rows_done(&rows);
    tdg_buffer_done(&text);
    return status;
}

/* Tables, indexes, triggers and views that a new archive of its version has and this one has not,
 * or not so. */
static int check_shape(struct telling *telling, struct tdg_archive *archive,
                       struct tdg_error *error)
{
    struct tdg_archive new = {.path = archive->path};
    struct tdg_rows rows = {0};
    int status = sqlite3_open(":memory:", &new.database) ? tdg_sql_failed(&new, error)
                                                         : tdg_archive_teach_pages(&new, error);
    if (!status)
        status = tdg_archive_make(&new, 0, archive->version, error);
    if (!status)
        status = tdg_rows_open(&rows, &new, error,
                               "SELECT name, sql FROM sqlite_schema ORDER BY name", "");
    while (!status && (status = tdg_rows_next(&rows)) == 1) {
        int64_t there = 0, same = 0;
        const char *name = tdg_rows_text(&rows, 0);
        status = tdg_sql_number(&there, archive, error,
                                "SELECT count(*) FROM sqlite_schema WHERE name = ?", "s", name);
        if (!status)
            status = tdg_sql_number(&same, archive, error,
                                    "SELECT count(*) FROM sqlite_schema WHERE name = ?"
                                    " AND coalesce(sql, '') = ?",
                                    "ss", name, tdg_rows_text(&rows, 1));
        if (!status && !there)
            tell(telling, "a part of the archive is missing", name);
        else if (!status && !same)
            tell(telling, "a part of the archive was altered", name);
    }
    tdg_rows_done(&rows);
    tdg_archive_forget_statements(&new);
    sqlite3_close(new.database);
    return status;
}

static int check_rule(struct telling *telling, struct tdg_archive *archive, const struct rule *rule,
                      struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error, rule->sql, "");
    while (!status && (status = tdg_rows_next(&rows)) == 1) {
        tell(telling, rule->problem, tdg_rows_text(&rows, 0));
        status = TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_check_tables(struct tdg_archive *archive,
                             void (*tell_problem)(void *context, const char *problem),
                             void *context, size_t *problems, struct tdg_error *error)
{
    struct telling telling = {tell_problem, context, 0};
    int status = check_file(&telling, archive, error);
    if (!status)
        status = check_shape(&telling, archive, error);
    if (!status)
        status = tdg_archive_check_cells(archive, tell, &telling, error);
    for (size_t i = 0; !status && i < sizeof rules / sizeof *rules; i++)
        status = check_rule(&telling, archive, &rules[i], error);
    if (!status && archive->version >= 2)
        status = check_rule(&telling, archive, &of_version_2, error);
    for (size_t i = 0; !status && i < sizeof packed / sizeof *packed; i++)
        status = check_packed(&telling, archive, i, error);
    if (!status)
        *problems = telling.problems;
    return status;
}
