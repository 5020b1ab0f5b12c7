// SPDX-License-Identifier: GPL-3.0-or-later
/* No command trusts more of an archive than was looked at. What belongs to single articles and
 * terms is looked at as it is read (the letters of tdg_rows_open); what everything builds on is
 * small, and is looked at whole before anything is done. Rows that are gone are known by their
 * number, which every change notes in the settings. */
#include "store/trust.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "store/articles.h"
#include "store/cells.h"
#include "store/database.h"
#include "store/trouble.h"

/* Every table, its columns and what they may hold. */
static const struct table {
    const char *name;
    const char *columns;
    const char *letters;
    bool small;   /* every command looks at all of it */
    bool counted; /* an index tells fast how many rows it has */
    int since;    /* version of archives that first had it */
} tables[] = {
    {"settings", "name, value", "ss", true, true, 1},
    {"themes",
     "number, label, found_name, name, description, state, into_theme, pinned, hidden, born, words,"
     " fitted",
     "nsssssoffndi", true, true, 1},
    {"key_terms", "theme, rank, term, weight, articles", "nnsdc", true, true, 1},
    {"models",
     "number, ledger, articles, themes, fewest_articles, largest_share, least_evidence, terms",
     "nnccuddc", true, true, 1},
    {"tally", "theme, articles, originals", "zcc", true, true, 1},
    {"periods", "number, id, start, until", "isTT", true, true, 1},
    {"reports", "number, period, ledger", "nsn", true, true, 1},
    {"period_tally", "period, theme, articles, originals", "izcc", false, true, 1},
    {"ledger",
     "number, kind, theme, other, article, date, articles, before, undone, cause, name, other_name,"
     " value, entry, changed, copies, arrived, previous, kept, days, returned",
     "nkooStcsowSSSoccccccc", false, true, 1},
    {"stories", "number, theme, headline, sequel_of", "nnoo", false, true, 1},
    {"articles",
     "number, id, title, source, url, language, published, content, copy_of, theme, weight,"
     " second_theme, second_weight, story, reason, added, period, event",
     "nssssstsoopoposnIo", false, true, 1},
    {"events", "number, headline, follows, into_event", "nooo", false, true, 4},
    {"moves", "ledger, article, theme", "nno", false, true, 1},
    {"pending", "article, theme, target", "nnn", false, true, 5},
    {"removed",
     "number, ledger, id, title, source, url, language, published, period, content, copy_of, theme,"
     " weight, second_theme, second_weight, story, reason, added, size, body, headline, moves,"
     " event",
     "nnssssstIsoopoposncbfso", false, true, 1},
    {"report_files", "report, format, size, content", "nscb", false, true, 1},
    {"findings", "report, rank, kind, theme, term, first, last, factor, q, text", "nnsosssDds",
     false, true, 1},
    {"terms", "number, stem, articles, words", "nscd", false, true, 1},
    {"texts", "article, size, body", "ncb", false, false, 1},
    {"theme_words", "term, theme, words", "nnd", false, false, 1},
};

enum { TABLES = sizeof tables / sizeof *tables };

/* Must have no rows, so that every command can go on; `check` has more of them. */
static const struct {
    const char *table;
    const char *sql;
    const char *what;
} rules[] = {
    {"themes", "SELECT 1 FROM themes WHERE state NOT IN ('awake', 'asleep', 'ended', 'merged')",
     "a theme has an unknown state"},
    {"themes", "SELECT 1 FROM pragma_foreign_key_check('themes')", "a number refers to no row"},
    {"key_terms", "SELECT 1 FROM pragma_foreign_key_check('key_terms')",
     "a number refers to no row"},
    {"models", "SELECT 1 FROM pragma_foreign_key_check('models')", "a number refers to no row"},
    {"reports", "SELECT 1 FROM pragma_foreign_key_check('reports')", "a number refers to no row"},
    {"pending", "SELECT 1 FROM pragma_foreign_key_check('pending')", "a number refers to no row"},
    {"settings",
     "SELECT 1 FROM settings WHERE name IN ('fitted', 'looked') AND"
     " (value GLOB '*[^0-9]*' OR length(value) NOT BETWEEN 1 AND 18)",
     "a value is not a number"},
    {"settings",
     "SELECT 1 WHERE EXISTS (SELECT 1 FROM articles)"
     " AND NOT EXISTS (SELECT 1 FROM settings WHERE name = 'begun')",
     "rows are missing"},
    {"models",
     "SELECT 1 WHERE EXISTS (SELECT 1 FROM articles) AND NOT EXISTS (SELECT 1 FROM models)",
     "rows are missing"},
    {"tally", "SELECT 1 FROM tally WHERE theme <> 0 AND theme NOT IN (SELECT number FROM themes)",
     "a number refers to no row"},
    {"removed", "SELECT 1 FROM removed WHERE number IN (SELECT number FROM articles)",
     "a removed article is still there"},
    {"tally",
     "SELECT 1 WHERE (SELECT coalesce(sum(articles), 0) FROM tally) <>"
     " (SELECT count(*) FROM articles)",
     "the number of articles is wrong"},
};

/* Where a problem goes: into the error, which ends the search, or to whoever lists them. */
struct finding {
    struct tdg_archive *archive;
    struct tdg_error *error;
    void (*tell)(void *context, const char *problem, const char *where);
    void *context;
};

static int report(const struct finding *finding, const char *table, const char *what)
{
    if (!finding->tell)
        return tdg_archive_damaged(finding->archive, finding->error, table, what);
    finding->tell(finding->context, what, table);
    return TDG_OK;
}

/* SQL that is put together, where it gives rows at all. `each` gets every row. */
static int query(const struct finding *finding, const char *sql,
                 int (*each)(const struct finding *finding, sqlite3_stmt *row, void *context),
                 void *context)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(finding->archive->database, sql, -1, &statement, NULL);
    int status = TDG_OK;
    while (!code && !status && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        status = each(finding, statement, context);
        code = SQLITE_OK;
    }
    if (code && code != SQLITE_DONE)
        status = tdg_sql_failed(finding->archive, finding->error);
    sqlite3_finalize(statement);
    return status;
}

static int look_at_row(const struct finding *finding, sqlite3_stmt *row, void *context)
{
    const struct table *table = context;
    int status = TDG_OK;
    for (int at = 0; !status && table->letters[at]; at++) {
        const char *wrong = tdg_cell_wrong(row, at, table->letters[at]);
        if (wrong)
            status = report(finding, table->name, wrong);
    }
    return status;
}

static int look_at_table(const struct finding *finding, const struct table *table)
{
    char sql[320];
    struct table copy = *table;
    snprintf(sql, sizeof sql, "SELECT %s FROM %s", table->columns, table->name);
    return query(finding, sql, look_at_row, &copy);
}

static int take_count(const struct finding *finding, sqlite3_stmt *row, void *context)
{
    (void)finding;
    *(int64_t *)context = sqlite3_column_int64(row, 0);
    return TDG_OK;
}

static int count(int64_t *rows, const struct finding *finding, const struct table *table)
{
    char sql[64];
    snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", table->name);
    return query(finding, sql, take_count, rows);
}

static const char seal[] = "rows";

/* " settings=14 themes=6 …" */
static int look_for_gone(const struct finding *finding)
{
    struct tdg_buffer noted = {0};
    int status = tdg_archive_setting(&noted, finding->archive, seal, finding->error);
    for (size_t i = 0; !status && i < TABLES; i++) {
        char name[40];
        int64_t rows = 0;
        if (!tables[i].counted || tables[i].since > finding->archive->version)
            continue;
        snprintf(name, sizeof name, " %s=", tables[i].name);
        const char *at = noted.length ? strstr(noted.text, name) : NULL;
        if (!at) {
            status = report(finding, "settings", "the number of rows is not recorded");
            break;
        }
        status = count(&rows, finding, &tables[i]);
        long long before = strtoll(at + strlen(name), NULL, 10);
        if (!status && rows != before)
            status =
                report(finding, tables[i].name,
                       rows < before ? "rows are missing" : "there are more rows than were added");
    }
    tdg_buffer_done(&noted);
    return status;
}

int tdg_archive_seal(struct tdg_archive *archive, struct tdg_error *error)
{
    const struct finding finding = {.archive = archive, .error = error};
    struct tdg_buffer text = {0};
    int status = tdg_archive_set(archive, seal, "", error); /* so that it counts itself */
    for (size_t i = 0; !status && i < TABLES; i++) {
        int64_t rows = 0;
        if (!tables[i].counted || tables[i].since > archive->version)
            continue;
        status = count(&rows, &finding, &tables[i]);
        tdg_buffer_format(&text, " %s=%" PRId64, tables[i].name, rows);
    }
    if (!status)
        status =
            text.failed ? tdg_fail_memory(error) : tdg_archive_set(archive, seal, text.text, error);
    tdg_buffer_done(&text);
    return status;
}

static int found(const struct finding *finding, sqlite3_stmt *row, void *context)
{
    const size_t *rule = context;
    (void)row;
    return report(finding, rules[*rule].table, rules[*rule].what);
}

static int look(const struct finding *finding, bool all)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < TABLES; i++)
        if (all || tables[i].small)
            status = look_at_table(finding, &tables[i]);
    for (size_t i = 0; !status && i < sizeof rules / sizeof *rules; i++)
        status = query(finding, rules[i].sql, found, &i);
    return status ? status : look_for_gone(finding);
}

int tdg_archive_trust(struct tdg_archive *archive, struct tdg_error *error)
{
    const struct finding finding = {.archive = archive, .error = error};
    return look(&finding, false);
}

int tdg_archive_check_cells(struct tdg_archive *archive,
                            void (*tell)(void *context, const char *problem, const char *where),
                            void *context, struct tdg_error *error)
{
    const struct finding finding = {archive, error, tell, context};
    return look(&finding, true);
}
