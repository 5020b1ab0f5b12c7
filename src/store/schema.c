// SPDX-License-Identifier: GPL-3.0-or-later
/* The tables of an archive, made in an empty file: those of the first version, and the steps to the
 * present one, by which an older file comes to it as well. README.md tells what they hold. A
 * version that was ever released is never changed: whatever comes later raises TDG_ARCHIVE_VERSION
 * and needs a step. */
#include "store/schema.h"

#include <stdio.h>

#include "store/database.h"
#include "store/sql.h"

static const char tables[] =
    "CREATE TABLE settings("
    " name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"

    "CREATE TABLE ledger("
    " number INTEGER PRIMARY KEY,"
    " kind TEXT NOT NULL,"
    " theme INTEGER,"
    " other INTEGER,"
    " article TEXT,"
    " date INTEGER,"
    " articles INTEGER NOT NULL DEFAULT 0,"
    " before TEXT NOT NULL DEFAULT '',"
    " cause TEXT,"
    " name TEXT,"
    " other_name TEXT,"
    " value TEXT,"
    " entry INTEGER,"
    " changed INTEGER NOT NULL DEFAULT 0,"
    " copies INTEGER NOT NULL DEFAULT 0,"
    " arrived INTEGER NOT NULL DEFAULT 0,"
    " previous INTEGER NOT NULL DEFAULT 0,"
    " kept INTEGER NOT NULL DEFAULT 0,"
    " days INTEGER NOT NULL DEFAULT 0,"
    " returned INTEGER NOT NULL DEFAULT 0,"
    " undone INTEGER REFERENCES ledger(number));"
    "CREATE INDEX ledger_theme ON ledger(theme);"
    "CREATE INDEX ledger_other ON ledger(other);"

    "CREATE TABLE themes("
    " number INTEGER PRIMARY KEY,"
    " label TEXT NOT NULL,"
    " found_name TEXT NOT NULL DEFAULT '',"
    " name TEXT NOT NULL DEFAULT '',"
    " description TEXT NOT NULL DEFAULT '',"
    " state TEXT NOT NULL DEFAULT 'awake',"
    " into_theme INTEGER REFERENCES themes(number),"
    " pinned INTEGER NOT NULL DEFAULT 0,"
    " hidden INTEGER NOT NULL DEFAULT 0,"
    " born INTEGER NOT NULL REFERENCES ledger(number),"
    " words REAL NOT NULL DEFAULT 0,"
    " fitted INTEGER NOT NULL DEFAULT 0);"

    "CREATE TABLE key_terms("
    " theme INTEGER NOT NULL REFERENCES themes(number),"
    " rank INTEGER NOT NULL,"
    " term TEXT NOT NULL,"
    " weight REAL NOT NULL,"
    " articles INTEGER NOT NULL,"
    " PRIMARY KEY(theme, rank)) WITHOUT ROWID;"

    "CREATE TABLE stories("
    " number INTEGER PRIMARY KEY,"
    " theme INTEGER NOT NULL REFERENCES themes(number),"
    " headline INTEGER REFERENCES articles(number) DEFERRABLE INITIALLY DEFERRED,"
    " sequel_of INTEGER REFERENCES stories(number));"

    "CREATE TABLE periods("
    " number INTEGER PRIMARY KEY,"
    " id TEXT NOT NULL UNIQUE,"
    " start INTEGER NOT NULL,"
    " until INTEGER NOT NULL);"

    "CREATE TABLE articles("
    " number INTEGER PRIMARY KEY,"
    " id TEXT NOT NULL UNIQUE,"
    " title TEXT NOT NULL,"
    " source TEXT NOT NULL,"
    " url TEXT NOT NULL,"
    " language TEXT NOT NULL,"
    " published INTEGER,"
    " period INTEGER REFERENCES periods(number),"
    " content TEXT NOT NULL,"
    " copy_of INTEGER REFERENCES articles(number),"
    " theme INTEGER REFERENCES themes(number),"
    " weight REAL NOT NULL DEFAULT 0,"
    " second_theme INTEGER REFERENCES themes(number),"
    " second_weight REAL NOT NULL DEFAULT 0,"
    " story INTEGER REFERENCES stories(number),"
    " reason TEXT NOT NULL DEFAULT '',"
    " added INTEGER NOT NULL REFERENCES ledger(number));"
    "CREATE INDEX articles_published ON articles(published);"
    "CREATE INDEX articles_url ON articles(url) WHERE url <> '';"
    /* The newest article of a theme is the last one of it in the index. What is still to be placed
     * has no reason yet and stays out of the index of what fits none. */
    "CREATE INDEX articles_theme ON articles(theme, published);"
    "CREATE INDEX articles_unplaced ON articles(theme, reason, copy_of, published)"
    " WHERE theme IS NULL AND reason <> '';"
    "CREATE INDEX articles_second ON articles(second_theme) WHERE second_theme IS NOT NULL;"
    "CREATE INDEX articles_story ON articles(story) WHERE story IS NOT NULL;"
    "CREATE INDEX articles_copy ON articles(copy_of) WHERE copy_of IS NOT NULL;"
    "CREATE INDEX stories_theme ON stories(theme);"
    "CREATE INDEX stories_headline ON stories(headline);"
    "CREATE INDEX stories_sequel ON stories(sequel_of) WHERE sequel_of IS NOT NULL;"

    "CREATE TABLE texts("
    " article INTEGER PRIMARY KEY REFERENCES articles(number),"
    " size INTEGER NOT NULL,"
    " body NOT NULL);"
    "CREATE VIRTUAL TABLE search USING fts5(title, body, content='',"
    " tokenize=\"unicode61 categories 'L* M* N* Co'\");"

    "CREATE TABLE terms("
    " number INTEGER PRIMARY KEY,"
    " stem TEXT NOT NULL UNIQUE,"
    " articles INTEGER NOT NULL,"
    " words REAL NOT NULL);"

    "CREATE TABLE theme_words("
    " term INTEGER NOT NULL REFERENCES terms(number),"
    " theme INTEGER NOT NULL REFERENCES themes(number),"
    " words REAL NOT NULL,"
    " PRIMARY KEY(term, theme)) WITHOUT ROWID;"

    "CREATE TABLE models("
    " number INTEGER PRIMARY KEY,"
    " ledger INTEGER NOT NULL REFERENCES ledger(number),"
    " articles INTEGER NOT NULL,"
    " themes INTEGER NOT NULL,"
    " fewest_articles INTEGER NOT NULL,"
    " largest_share REAL NOT NULL,"
    " least_evidence REAL NOT NULL,"
    " terms INTEGER NOT NULL);"

    "CREATE TABLE moves("
    " ledger INTEGER NOT NULL REFERENCES ledger(number),"
    " article INTEGER NOT NULL REFERENCES articles(number),"
    " theme INTEGER REFERENCES themes(number),"
    " PRIMARY KEY(ledger, article)) WITHOUT ROWID;";

/* What a person removes is kept, so that it can come back, and reports, to be given again. */
static const char kept[] = "CREATE TABLE removed("
                           " number INTEGER PRIMARY KEY,"
                           " ledger INTEGER NOT NULL REFERENCES ledger(number),"
                           " id TEXT NOT NULL,"
                           " title TEXT NOT NULL,"
                           " source TEXT NOT NULL,"
                           " url TEXT NOT NULL,"
                           " language TEXT NOT NULL,"
                           " published INTEGER,"
                           " period INTEGER REFERENCES periods(number),"
                           " content TEXT NOT NULL,"
                           " copy_of INTEGER,"
                           " theme INTEGER REFERENCES themes(number),"
                           " weight REAL NOT NULL,"
                           " second_theme INTEGER REFERENCES themes(number),"
                           " second_weight REAL NOT NULL,"
                           " story INTEGER REFERENCES stories(number),"
                           " reason TEXT NOT NULL,"
                           " added INTEGER NOT NULL REFERENCES ledger(number),"
                           " size INTEGER NOT NULL,"
                           " body NOT NULL,"
                           " headline INTEGER NOT NULL,"
                           " moves TEXT NOT NULL);"
                           "CREATE INDEX removed_ledger ON removed(ledger);"

                           "CREATE TABLE reports("
                           " number INTEGER PRIMARY KEY,"
                           " period TEXT NOT NULL,"
                           " ledger INTEGER NOT NULL REFERENCES ledger(number));"
                           "CREATE INDEX reports_period ON reports(period);"
                           "CREATE TABLE report_files("
                           " report INTEGER NOT NULL REFERENCES reports(number),"
                           " format TEXT NOT NULL,"
                           " size INTEGER NOT NULL,"
                           " content NOT NULL,"
                           " PRIMARY KEY(report, format));"
                           "CREATE TABLE findings("
                           " report INTEGER NOT NULL REFERENCES reports(number),"
                           " rank INTEGER NOT NULL,"
                           " kind TEXT NOT NULL,"
                           " theme INTEGER REFERENCES themes(number),"
                           " term TEXT NOT NULL,"
                           " first TEXT NOT NULL,"
                           " last TEXT NOT NULL,"
                           " factor REAL,"
                           " q REAL NOT NULL,"
                           " text TEXT NOT NULL,"
                           " PRIMARY KEY(report, rank)) WITHOUT ROWID;";

/* Triggers: the article as it is counts, the one as it was no longer does. */
#define COUNT_NEW                                                                                  \
    " INSERT INTO tally VALUES(coalesce(new.theme, 0), 1, new.copy_of IS NULL)"                    \
    " ON CONFLICT(theme) DO UPDATE SET articles = articles + excluded.articles,"                   \
    " originals = originals + excluded.originals;"
#define DISCOUNT_OLD                                                                               \
    " UPDATE tally SET articles = articles - 1, originals = originals - (old.copy_of IS NULL)"     \
    " WHERE theme = coalesce(old.theme, 0);"

#define COUNT_NEW_FILED                                                                            \
    " INSERT INTO period_tally VALUES(new.period, coalesce(new.theme, 0), 1, new.copy_of IS NULL)" \
    " ON CONFLICT(period, theme) DO UPDATE SET articles = articles + excluded.articles,"           \
    " originals = originals + excluded.originals;"
#define DISCOUNT_OLD_FILED                                                                         \
    " UPDATE period_tally SET articles = articles - 1,"                                            \
    " originals = originals - (old.copy_of IS NULL)"                                               \
    " WHERE period = old.period AND theme = coalesce(old.theme, 0);"

/* What is counted is counted once: an add to a large archive reads numbers, not articles. The tally
 * follows every change by itself, whoever makes it. */
static const char tallies[] =
    "CREATE TABLE tally("
    " theme INTEGER PRIMARY KEY,"
    " articles INTEGER NOT NULL,"
    " originals INTEGER NOT NULL);"
    "CREATE TRIGGER tally_insert AFTER INSERT ON articles BEGIN" COUNT_NEW " END;"
    "CREATE TRIGGER tally_update AFTER UPDATE OF theme, copy_of ON articles"
    " WHEN old.theme IS NOT new.theme OR (old.copy_of IS NULL) <> (new.copy_of IS NULL)"
    " BEGIN" DISCOUNT_OLD COUNT_NEW " END;"
    "CREATE TRIGGER tally_delete AFTER DELETE ON articles BEGIN" DISCOUNT_OLD " END;"

    /* The same by period. */
    "CREATE TABLE period_tally("
    " period INTEGER NOT NULL REFERENCES periods(number),"
    " theme INTEGER NOT NULL,"
    " articles INTEGER NOT NULL,"
    " originals INTEGER NOT NULL,"
    " PRIMARY KEY(period, theme)) WITHOUT ROWID;"
    "CREATE TRIGGER period_insert AFTER INSERT ON articles WHEN new.period IS NOT NULL"
    " BEGIN" COUNT_NEW_FILED " END;"
    "CREATE TRIGGER period_leave AFTER UPDATE OF period, theme, copy_of ON articles"
    " WHEN old.period IS NOT NULL AND (old.period IS NOT new.period OR old.theme IS NOT new.theme"
    " OR (old.copy_of IS NULL) <> (new.copy_of IS NULL))"
    " BEGIN" DISCOUNT_OLD_FILED " END;"
    "CREATE TRIGGER period_enter AFTER UPDATE OF period, theme, copy_of ON articles"
    " WHEN new.period IS NOT NULL AND (old.period IS NOT new.period OR old.theme IS NOT new.theme"
    " OR (old.copy_of IS NULL) <> (new.copy_of IS NULL))"
    " BEGIN" COUNT_NEW_FILED " END;"
    "CREATE TRIGGER period_delete AFTER DELETE ON articles WHEN old.period IS NOT NULL"
    " BEGIN" DISCOUNT_OLD_FILED " END;";

/* For people with any SQL tool: ids and dates as tidings prints them. */
static const char views[] =
    "CREATE VIEW article_list AS SELECT a.id, datetime(a.published, 'unixepoch') AS published,"
    " a.title, a.source, a.url, a.language, 'T' || a.theme AS theme, a.weight,"
    " 'T' || a.second_theme AS second_theme, a.second_weight, 'S' || a.story AS story,"
    " o.id AS copy_of, a.reason FROM articles a LEFT JOIN articles o ON o.number = a.copy_of;"
    "CREATE VIEW theme_list AS SELECT 'T' || t.number AS id,"
    " CASE WHEN t.name <> '' THEN t.name WHEN t.found_name <> '' THEN t.found_name"
    " ELSE t.label END AS title, t.label, t.description, t.state,"
    " (SELECT count(*) FROM articles a WHERE a.theme = t.number) AS articles,"
    " t.pinned, t.hidden, 'T' || t.into_theme AS into_theme FROM themes t;"
    "CREATE VIEW story_list AS SELECT 'S' || s.number AS id, 'T' || s.theme AS theme,"
    " h.title AS headline, count(*) AS articles,"
    " datetime(min(a.published), 'unixepoch') AS first,"
    " datetime(max(a.published), 'unixepoch') AS last, 'S' || s.sequel_of AS sequel_of"
    " FROM stories s JOIN articles a ON a.story = s.number"
    " LEFT JOIN articles h ON h.number = s.headline GROUP BY s.number;"
    "CREATE VIEW membership_list AS SELECT id AS article, 'T' || theme AS theme, 1 AS rank, weight"
    " FROM articles WHERE theme IS NOT NULL UNION ALL SELECT id, 'T' || second_theme, 2,"
    " second_weight FROM articles WHERE second_theme IS NOT NULL;"
    "CREATE VIEW copy_list AS SELECT c.id AS copy, o.id AS original FROM articles c"
    " JOIN articles o ON o.number = c.copy_of;"
    "CREATE VIEW period_list AS SELECT p.id, datetime(p.start, 'unixepoch') AS start,"
    " datetime(p.until, 'unixepoch') AS until, sum(t.articles) AS articles,"
    " sum(t.originals) AS originals FROM periods p JOIN period_tally t ON t.period = p.number"
    " GROUP BY p.number HAVING sum(t.articles) > 0;"
    "CREATE VIEW series_list AS SELECT p.id AS period, 'T' || t.theme AS theme, t.articles,"
    " t.originals, t.originals * 1.0 / (SELECT nullif(sum(a.originals), 0) FROM period_tally a"
    " WHERE a.period = t.period) AS share FROM period_tally t JOIN periods p ON p.number = t.period"
    " WHERE t.theme <> 0 AND t.articles > 0;";

/* steps[i] makes version i + 2 of the one before. */
static const char *const steps[] = {
    /* The same page is found under any form of its address. */
    "ALTER TABLE articles ADD COLUMN page INTEGER;"
    "UPDATE articles SET page = tdg_page(url, id, title);"
    "DROP INDEX IF EXISTS articles_url;"
    "CREATE INDEX articles_page ON articles(page) WHERE page IS NOT NULL;",
    /* Events, each by the number of the article that it began with. */
    "ALTER TABLE articles ADD COLUMN event INTEGER;"
    "ALTER TABLE removed ADD COLUMN event INTEGER;"
    "CREATE INDEX articles_event ON articles(event) WHERE event IS NOT NULL;"
    "DROP VIEW article_list;"
    "CREATE VIEW article_list AS SELECT a.id, datetime(a.published, 'unixepoch') AS published,"
    " a.title, a.source, a.url, a.language, 'T' || a.theme AS theme, a.weight,"
    " 'T' || a.second_theme AS second_theme, a.second_weight, 'S' || a.story AS story,"
    " o.id AS copy_of, a.reason, 'E' || a.event AS event"
    " FROM articles a LEFT JOIN articles o ON o.number = a.copy_of;"
    "CREATE VIEW event_list AS SELECT 'E' || event AS id, count(*) AS articles,"
    " datetime(min(published), 'unixepoch') AS first,"
    " datetime(max(published), 'unixepoch') AS last FROM articles WHERE event IS NOT NULL"
    " GROUP BY event;",
    /* What an event is called, what it goes on from, and in which one it went on when it ended. */
    "CREATE TABLE events(number INTEGER PRIMARY KEY, headline INTEGER, follows INTEGER,"
    " into_event INTEGER);"
    "DROP VIEW event_list;"
    "CREATE VIEW event_list AS SELECT 'E' || a.event AS id, h.title AS headline,"
    " count(*) AS articles, datetime(min(a.published), 'unixepoch') AS first,"
    " datetime(max(a.published), 'unixepoch') AS last, 'E' || e.follows AS follows"
    " FROM articles a LEFT JOIN events e ON e.number = a.event"
    " LEFT JOIN articles h ON h.number = e.headline WHERE a.event IS NOT NULL GROUP BY a.event;",
    /* What a refit would still move. */
    "CREATE TABLE pending(article INTEGER PRIMARY KEY REFERENCES articles(number),"
    " theme INTEGER NOT NULL REFERENCES themes(number),"
    " target INTEGER NOT NULL REFERENCES themes(number));"
    "CREATE TRIGGER pending_delete BEFORE DELETE ON articles"
    " BEGIN DELETE FROM pending WHERE article = old.number; END;",
};
enum { STEPS = sizeof steps / sizeof *steps };
_Static_assert(STEPS == TDG_ARCHIVE_VERSION - 1, "a step a version");

static int make_first(struct tdg_archive *archive, struct tdg_error *error)
{
    const char *const scripts[] = {tables, kept, tallies, views};
    char application[48];
    snprintf(application, sizeof application, "PRAGMA application_id = %d", TDG_APPLICATION_ID);
    int status = TDG_OK;
    for (size_t i = 0; !status && i < sizeof scripts / sizeof *scripts; i++)
        status = tdg_sql_script(archive, scripts[i], error);
    return status ? status : tdg_sql_script(archive, application, error);
}

int tdg_archive_make(struct tdg_archive *archive, int64_t from, int64_t version,
                     struct tdg_error *error)
{
    char sql[48];
    int status = from ? TDG_OK : make_first(archive, error);
    for (int64_t step = from ? from - 1 : 0; !status && step < STEPS && step < version - 1; step++)
        status = tdg_sql_script(archive, steps[step], error);
    snprintf(sql, sizeof sql, "PRAGMA user_version = %d", (int)version);
    return status ? status : tdg_sql_script(archive, sql, error);
}
