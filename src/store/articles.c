// SPDX-License-Identifier: GPL-3.0-or-later
/* Articles, their texts, and the index of their words. */
#include "store/articles.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "phrasing/unplaced.h"
#include "store/database.h"
#include "store/packed.h"
#include "store/search.h"
#include "store/sql.h"
#include "store/trouble.h"

/* In the words of the index articles_unplaced, which SQLite finds by them. */
#define IS_UNPLACED                                                                                \
    "a.theme IS NULL AND a.reason <> '' AND a.reason = '" TDG_FITS_NONE "' AND a.copy_of IS NULL"

/* Numbers are never used again, also those of articles that were removed. */
#define NEXT_NUMBER                                                                                \
    "1 + max((SELECT ifnull(max(number), 0) FROM articles),"                                       \
    " (SELECT ifnull(max(number), 0) FROM removed))"

/* What an article points to; a number below all where that is not there. */
#define KNOWN_ORIGINAL TDG_KNOWN("articles", "a.copy_of")
#define KNOWN_THEME TDG_KNOWN("themes", "a.theme")
#define KNOWN_SECOND_THEME TDG_KNOWN("themes", "a.second_theme")
#define KNOWN_STORY TDG_KNOWN("stories", "a.story")
#define KNOWN_DATE TDG_KNOWN_DATE("a")

static const char gone[] = "an article is missing";

int tdg_archive_setting(struct tdg_buffer *value, struct tdg_archive *archive, const char *name,
                        struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error, "SELECT value FROM settings WHERE name = ?",
                               "s>settings:s", name);
    if (!status && (status = tdg_rows_next(&rows)) == 1) {
        tdg_buffer_string(value, tdg_rows_text(&rows, 0));
        status = value->failed ? tdg_fail_memory(error) : TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_set(struct tdg_archive *archive, const char *name, const char *value,
                    struct tdg_error *error)
{
    return tdg_sql(archive, error, "INSERT OR REPLACE INTO settings VALUES(?, ?)", "ss", name,
                   value);
}

int tdg_archive_find(int64_t *number, bool *same, struct tdg_archive *archive, const char *id,
                     const char *content, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status =
        tdg_rows_open(&rows, archive, error, "SELECT number, content FROM articles WHERE id = ?",
                      "s>articles:ns", id);
    if (!status)
        *number = 0;
    if (!status && (status = tdg_rows_next(&rows)) == 1) {
        *number = tdg_rows_int(&rows, 0);
        *same = strcmp(tdg_rows_text(&rows, 1), content) == 0;
        status = TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}

/* What tells which article one is. */
#define IDENTITY "number, id, title, source, url, " KNOWN_DATE ", content"
#define IDENTITY_CELLS ">articles:nssssts"

static int each_row(struct tdg_rows *rows,
                    int (*each)(void *context, const struct tdg_stored_article *article),
                    void *context)
{
    int status;
    while ((status = tdg_rows_next(rows)) == 1) {
        struct tdg_stored_article article = {
            .number = tdg_rows_int(rows, 0),
            .id = tdg_rows_text(rows, 1),
            .title = tdg_rows_text(rows, 2),
            .source = tdg_rows_text(rows, 3),
            .url = tdg_rows_text(rows, 4),
            .language = "",
            .content = tdg_rows_text(rows, 6),
            .body = "",
            .reason = "",
            .published = tdg_rows_time(rows, 5),
        };
        status = each(context, &article);
        if (status)
            break;
    }
    return status;
}

/* A suffix is made of hexadecimal digits, which are all before "g". */
int tdg_archive_each_namesake(struct tdg_archive *archive, const char *id,
                              int (*each)(void *context, const struct tdg_stored_article *article),
                              void *context, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT " IDENTITY " FROM articles a WHERE id = ?1 OR"
                               " (id > ?1 || '~' AND id < ?1 || '~g') ORDER BY number",
                               "s" IDENTITY_CELLS, id);
    if (!status)
        status = each_row(&rows, each, context);
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_each_page(struct tdg_archive *archive, const struct tdg_article *article,
                          int (*each)(void *context, const struct tdg_stored_article *article),
                          void *context, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT " IDENTITY " FROM articles a WHERE"
                               " page = tdg_page(?1, ?2, ?3) AND title = ?3 ORDER BY number",
                               "sss" IDENTITY_CELLS, article->url, article->id, article->title);
    if (!status)
        status = each_row(&rows, each, context);
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_title(struct tdg_buffer *title, struct tdg_buffer *language,
                      struct tdg_archive *archive, int64_t article, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT title, language FROM articles WHERE number = ?",
                               "i>articles:ss", article);
    if (!status && (status = tdg_rows_next(&rows)) == 0)
        status = tdg_archive_damaged(archive, error, "articles", gone);
    if (status == 1) {
        tdg_buffer_string(title, tdg_rows_text(&rows, 0));
        tdg_buffer_string(language, tdg_rows_text(&rows, 1));
        status = title->failed || language->failed ? tdg_fail_memory(error) : TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_text(struct tdg_buffer *text, struct tdg_archive *archive, int64_t article,
                     struct tdg_error *error)
{
    struct tdg_rows rows;
    int status =
        tdg_rows_open(&rows, archive, error, "SELECT size, body FROM texts WHERE article = ?",
                      "i>texts:cb", article);
    if (!status && (status = tdg_rows_next(&rows)) == 0)
        status = tdg_archive_damaged(archive, error, "texts", "a text is missing");
    if (status == 1)
        status = tdg_rows_unpack(text, &rows, 1, "texts");
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_correct(struct tdg_archive *archive, const struct tdg_stored_article *article,
                        struct tdg_error *error)
{
    return tdg_sql(archive, error,
                   "UPDATE articles SET source = ?1, url = ?2, published = ?3, period = ?4,"
                   " content = ?5, page = tdg_page(?2, id, title) WHERE number = ?6",
                   "sstosi", article->source, article->url, article->published, article->period,
                   article->content, article->number);
}

/* Title and text of an article. */
static int words_of(struct tdg_buffer *title, struct tdg_buffer *body, struct tdg_archive *archive,
                    int64_t article, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT a.title, x.size, x.body FROM articles a LEFT JOIN texts x"
                               " ON x.article = a.number WHERE a.number = ?",
                               "i>articles or texts:scb", article);
    if (!status && (status = tdg_rows_next(&rows)) == 0)
        status = tdg_archive_damaged(archive, error, "articles", gone);
    if (status == 1) {
        tdg_buffer_string(title, tdg_rows_text(&rows, 0));
        status = tdg_rows_unpack(body, &rows, 2, "texts");
        if (!status && title->failed)
            status = tdg_fail_memory(error);
    }
    tdg_rows_done(&rows);
    return status;
}

/* For an article that comes, or, as the index keeps no texts of its own, for one that goes. */
static int write_index(struct tdg_archive *archive, const char *sql, int64_t article,
                       const char *title, const char *body, struct tdg_error *error)
{
    struct tdg_buffer title_room = {0}, body_room = {0};
    const char *words = tdg_searchable(&title_room, title);
    const char *more = tdg_searchable(&body_room, body);
    int status = words && more ? tdg_sql(archive, error, sql, "iss", article, words, more)
                               : tdg_fail_memory(error);
    tdg_buffer_done(&title_room);
    tdg_buffer_done(&body_room);
    return status;
}

static const char add_words[] = "INSERT INTO search(rowid, title, body) VALUES(?, ?, ?)";

static int rewrite_index(struct tdg_archive *archive, const char *sql, int64_t article,
                         struct tdg_error *error)
{
    struct tdg_buffer body = {0}, title = {0};
    int status = words_of(&title, &body, archive, article, error);
    if (!status)
        status = write_index(archive, sql, article, title.text ? title.text : "",
                             body.text ? body.text : "", error);
    tdg_buffer_done(&body);
    tdg_buffer_done(&title);
    return status;
}

int tdg_archive_unindex(struct tdg_archive *archive, int64_t article, struct tdg_error *error)
{
    return rewrite_index(archive,
                         "INSERT INTO search(search, rowid, title, body) VALUES('delete', ?, ?, ?)",
                         article, error);
}

int tdg_archive_index(struct tdg_archive *archive, int64_t article, struct tdg_error *error)
{
    return rewrite_index(archive, add_words, article, error);
}

static int put_text(struct tdg_archive *archive, const struct tdg_stored_article *article,
                    struct tdg_error *error)
{
    size_t size = strlen(article->body), packed_size;
    void *packed = tdg_pack(article->body, size, &packed_size);
    if (!packed)
        return tdg_fail_memory(error);
    int status = packed_size == size
                     ? tdg_sql(archive, error, "INSERT OR REPLACE INTO texts VALUES(?, ?, ?)",
                               "iis", article->number, (int64_t)size, article->body)
                     : tdg_sql(archive, error, "INSERT OR REPLACE INTO texts VALUES(?, ?,  ?)",
                               "iib", article->number, (int64_t)size, packed, packed_size);
    free(packed);
    if (status)
        return status;
    return write_index(archive, add_words, article->number, article->title, article->body, error);
}

int tdg_archive_put(struct tdg_archive *archive, struct tdg_stored_article *article, int64_t ledger,
                    struct tdg_error *error)
{
    int status;
    if (article->number) {
        status = tdg_archive_unindex(archive, article->number, error);
        if (!status)
            status = tdg_sql(
                archive, error,
                "UPDATE articles SET title = ?1, source = ?2, url = ?3, language = ?4,"
                " published = ?5, period = ?6, content = ?7, page = tdg_page(?3, id, ?1),"
                " copy_of = NULL, theme = NULL, weight = 0, second_theme = NULL,"
                " second_weight = 0, story = NULL, event = NULL, added = ?8 WHERE number = ?9",
                "sssstosii", article->title, article->source, article->url, article->language,
                article->published, article->period, article->content, ledger, article->number);
    } else {
        status = tdg_sql(
            archive, error,
            "INSERT INTO articles(number, id, title, source, url, language, published,"
            " period, content, page, added) VALUES(" NEXT_NUMBER ", ?1, ?2, ?3, ?4, ?5, ?6, ?7,"
            " ?8, tdg_page(?4, ?1, ?2), ?9)",
            "ssssstosi", article->id, article->title, article->source, article->url,
            article->language, article->published, article->period, article->content, ledger);
        if (!status)
            article->number = sqlite3_last_insert_rowid(archive->database);
    }
    return status ? status : put_text(archive, article, error);
}

int tdg_archive_place(struct tdg_archive *archive, const struct tdg_stored_article *article,
                      struct tdg_error *error)
{
    return tdg_sql(archive, error,
                   "UPDATE articles SET copy_of = ?, theme = ?, weight = ?, second_theme = ?,"
                   " second_weight = ?, reason = ? WHERE number = ?",
                   "oododsi", article->copy_of, article->theme, article->weight,
                   article->second_theme, article->second_weight, article->reason, article->number);
}

int tdg_archive_set_story(struct tdg_archive *archive, int64_t article, int64_t story,
                          struct tdg_error *error)
{
    return tdg_sql(archive, error, "UPDATE articles SET story = ? WHERE number = ?", "oi", story,
                   article);
}

int tdg_archive_place_of(int64_t *copy_of, int64_t *theme, int64_t *story,
                         struct tdg_archive *archive, int64_t article, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT " KNOWN_ORIGINAL ", " KNOWN_THEME ", " KNOWN_STORY
                               " FROM articles a WHERE number = ?",
                               "i>articles:ooo", article);
    *copy_of = *theme = *story = 0;
    if (!status && (status = tdg_rows_next(&rows)) == 0)
        status = tdg_archive_damaged(archive, error, "articles", gone);
    if (status == 1) {
        *copy_of = tdg_rows_int(&rows, 0);
        *theme = tdg_rows_int(&rows, 1);
        *story = tdg_rows_int(&rows, 2);
        status = TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_place_as(struct tdg_archive *archive, int64_t article, int64_t original,
                         int64_t *theme, int64_t *story, struct tdg_error *error)
{
    int64_t none = 0;
    int status = tdg_sql(archive, error,
                         "UPDATE articles SET copy_of = ?1, theme = o.theme, weight = o.weight,"
                         " second_theme = o.second_theme, second_weight = o.second_weight,"
                         " story = o.story, event = o.event, reason = o.reason"
                         " FROM (SELECT * FROM articles WHERE number = ?1) AS o"
                         " WHERE articles.number = ?2 OR articles.copy_of = ?2",
                         "ii", original, article);
    return status ? status : tdg_archive_place_of(&none, theme, story, archive, article, error);
}

int tdg_archive_each_copy(struct tdg_archive *archive, int64_t article,
                          int (*each)(void *context, int64_t copy), void *context,
                          struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT number FROM articles WHERE copy_of = ? ORDER BY number",
                               "i>articles:n", article);
    while (!status && (status = tdg_rows_next(&rows)) == 1)
        status = each(context, tdg_rows_int(&rows, 0));
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_set_copy(struct tdg_archive *archive, int64_t article, int64_t original,
                         struct tdg_error *error)
{
    return tdg_sql(archive, error, "UPDATE articles SET copy_of = ? WHERE number = ?", "oi",
                   original, article);
}

int tdg_archive_move(struct tdg_archive *archive, int64_t article, int64_t theme, double weight,
                     struct tdg_error *error)
{
    return tdg_sql(archive, error,
                   "UPDATE articles SET theme = ?1, weight = ?2, second_theme = NULL,"
                   " second_weight = 0, reason = '' WHERE number = ?3 OR copy_of = ?3",
                   "idi", theme, weight, article);
}

int tdg_archive_settle_stories(struct tdg_archive *archive, int64_t theme, int64_t since,
                               struct tdg_error *error)
{
    return tdg_sql(
        archive, error,
        "UPDATE stories SET theme = s.theme FROM (SELECT story, theme, row_number() OVER"
        " (PARTITION BY story ORDER BY count(*) DESC, theme) AS place FROM articles"
        " WHERE story IS NOT NULL AND theme IS NOT NULL GROUP BY story, theme) AS s"
        " WHERE s.story = stories.number AND s.place = 1 AND (?1 = 0 OR stories.theme = ?1)"
        " AND stories.number IN (SELECT story FROM articles WHERE added > ?2)",
        "ii", theme, since);
}

int tdg_archive_settle_stories_of(struct tdg_archive *archive, int64_t theme,
                                  struct tdg_error *error)
{
    return tdg_sql(archive, error,
                   "UPDATE stories SET theme = (SELECT a.theme FROM articles a WHERE"
                   " a.story = stories.number AND a.theme IS NOT NULL GROUP BY a.theme"
                   " ORDER BY count(*) DESC, a.theme LIMIT 1) WHERE number IN"
                   " (SELECT story FROM articles WHERE theme = ? AND story IS NOT NULL)",
                   "i", theme);
}

struct tdg_article_cursor {
    struct tdg_rows rows;
    struct tdg_buffer body;
};

#define DATED "a.published >= ?3 AND a.published < ?4"
#define IN_RANGE "iif(a.published IS NULL, ?2, " DATED ")"
#define NEWEST_OF(which)                                                                           \
    "SELECT a.number, a.id, a.title, a.source, a.url, a.language, " KNOWN_DATE ", " KNOWN_ORIGINAL \
    ", " KNOWN_THEME ", " KNOWN_SECOND_THEME ", " KNOWN_STORY ", a.weight, a.second_weight,"       \
    " a.reason, x.size, x.body, a.event FROM articles a LEFT JOIN texts x ON x.article = a.number" \
    " WHERE " which " ORDER BY a.published DESC, a.number DESC LIMIT ?5"

/* One statement for each index, so that none walks over articles that are not asked for: that of a
 * span of time begins at its end, however much is newer. IN_RANGE leaves the index to the order. */
static const char *query_of(const struct tdg_article_range *range)
{
    if (range->article)
        return NEWEST_OF("a.number = ?1 AND " IN_RANGE);
    if (range->theme)
        return NEWEST_OF("a.theme = ?1 AND " IN_RANGE);
    if (range->after)
        return NEWEST_OF("a.number > ?1 AND +" IN_RANGE);
    return range->undated ? NEWEST_OF(IN_RANGE) : NEWEST_OF(DATED);
}

int tdg_article_cursor_open(struct tdg_article_cursor **cursor, struct tdg_archive *archive,
                            const struct tdg_article_range *range, struct tdg_error *error)
{
    struct tdg_article_cursor *made = tdg_alloc(1, sizeof *made);
    if (!made)
        return tdg_fail_memory(error);
    int64_t to = range->to == TDG_NO_DATE ? INT64_MAX : range->to;
    int64_t limit = range->limit ? (int64_t)range->limit : -1;
    int status = tdg_rows_open(&made->rows, archive, error, query_of(range),
                               "iiiii>articles or texts:nssssstooooppscbo",
                               range->article ? range->article
                               : range->after ? range->after
                                              : range->theme,
                               (int64_t)range->undated, range->from, to, limit);
    if (status)
        tdg_article_cursor_close(made);
    else
        *cursor = made;
    return status;
}

int tdg_article_cursor_next(struct tdg_article_cursor *cursor, struct tdg_stored_article *article)
{
    const struct tdg_rows *rows = &cursor->rows;
    int status = tdg_rows_next(&cursor->rows);
    if (status != 1)
        return status;
    tdg_buffer_clear(&cursor->body);
    status = tdg_rows_unpack(&cursor->body, rows, 15, "texts");
    if (status)
        return status;
    *article = (struct tdg_stored_article){
        .number = tdg_rows_int(rows, 0),
        .id = tdg_rows_text(rows, 1),
        .title = tdg_rows_text(rows, 2),
        .source = tdg_rows_text(rows, 3),
        .url = tdg_rows_text(rows, 4),
        .language = tdg_rows_text(rows, 5),
        .content = "",
        .body = cursor->body.text ? cursor->body.text : "",
        .reason = tdg_rows_text(rows, 13),
        .published = tdg_rows_time(rows, 6),
        .copy_of = tdg_rows_int(rows, 7),
        .theme = tdg_rows_int(rows, 8),
        .second_theme = tdg_rows_int(rows, 9),
        .story = tdg_rows_int(rows, 10),
        .event = tdg_rows_int(rows, 16),
        .weight = tdg_rows_double(rows, 11),
        .second_weight = tdg_rows_double(rows, 12),
    };
    return 1;
}

void tdg_article_cursor_close(struct tdg_article_cursor *cursor)
{
    if (!cursor)
        return;
    tdg_rows_done(&cursor->rows);
    tdg_buffer_done(&cursor->body);
    free(cursor);
}

int tdg_archive_last_article(int64_t *number, struct tdg_archive *archive, struct tdg_error *error)
{
    *number = 0;
    return tdg_sql_number(number, archive, error, "SELECT ifnull(max(number), 0) FROM articles",
                          "");
}

int tdg_archive_count(struct tdg_archive_counts *counts, struct tdg_archive *archive,
                      struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT coalesce(sum(articles), 0), coalesce(sum(originals), 0), "
                               "(SELECT count(*) FROM articles a"
                               " WHERE " IS_UNPLACED "), (SELECT max(published) FROM articles),"
                               " (SELECT min(published) FROM articles), " TDG_NOW " FROM tally",
                               ">articles:cccttt");
    if (!status && (status = tdg_rows_next(&rows)) == 1) {
        counts->articles = (size_t)tdg_rows_int(&rows, 0);
        counts->originals = (size_t)tdg_rows_int(&rows, 1);
        counts->unplaced = (size_t)tdg_rows_int(&rows, 2);
        counts->newest = tdg_rows_time(&rows, 3);
        counts->oldest = tdg_rows_time(&rows, 4);
        counts->now = tdg_rows_time(&rows, 5);
        status = TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}
