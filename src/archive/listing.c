// SPDX-License-Identifier: GPL-3.0-or-later
/* What is in an archive, as a listing: one read transaction, so that all parts of it are of the
 * same state, whoever writes meanwhile. */
#include <stdlib.h>
#include <string.h>

#include "archive/store.h"
#include "base/error.h"
#include "base/memory.h"

struct listing {
    struct tdg_archive_listing view; /* first: it is what is handed out */
    struct tdg_archive_article *articles;
    struct tdg_archive_theme *themes;
    struct tdg_archive_story *stories;
    struct tdg_archive_entry *entries;
    size_t article_room, theme_room, story_room, entry_room;
    struct tdg_arena arena;
};

/* A copy of a text column; NULL when out of memory. */
static const char *keep(struct listing *listing, const struct tdg_rows *rows, int column)
{
    return tdg_arena_string(&listing->arena, tdg_rows_text(rows, column));
}

/* A number below all where what it points to is not there. */
#define KNOWN(table, column)                                                                       \
    "iif(" column " IS NULL OR EXISTS (SELECT 1 FROM " table " k WHERE k.number = " column         \
    "), " column ", -1)"

#define ARTICLE_COLUMNS                                                                            \
    "a.id, a.title, a.source, a.url, a.language, iif(a.copy_of IS NULL, '', o.id), a.reason,"      \
    " a.published, " KNOWN("themes", "a.theme") ", " KNOWN("themes", "a.second_theme") ", " KNOWN( \
        "stories", "a.story") ", a.weight, a.second_weight"
#define ARTICLE_CELLS ">articles:ssssssstooopp"
#define ARTICLE_TABLES " FROM articles a LEFT JOIN articles o ON o.number = a.copy_of"
#define ARTICLE_RULES                                                                              \
    " (?1 = 0 OR a.theme = ?1) AND (?2 = 0 OR a.story = ?2)"                                       \
    " AND (?3 IS NULL OR a.published >= ?3) AND (?4 IS NULL OR a.published < ?4)"                  \
    " AND (?5 IS NULL OR a.id = ?5)"

/* Whole listings are in the order of an analysis; a limit asks for the newest ones, words for the
 * best ones. */
static const char in_order[] = "SELECT " ARTICLE_COLUMNS ARTICLE_TABLES " WHERE" ARTICLE_RULES
                               " ORDER BY a.published IS NULL, a.published, a.id";
static const char newest[] = "SELECT " ARTICLE_COLUMNS ARTICLE_TABLES " WHERE" ARTICLE_RULES
                             " ORDER BY a.published DESC, a.id LIMIT ?6";
static const char by_words[] =
    "SELECT " ARTICLE_COLUMNS " FROM search JOIN articles a ON a.number = search.rowid"
    " LEFT JOIN articles o ON o.number = a.copy_of WHERE search MATCH ?7 AND" ARTICLE_RULES
    " ORDER BY bm25(search, 4.0, 1.0), a.published DESC, a.id LIMIT ?6";

static int keep_article(struct listing *listing, const struct tdg_rows *rows)
{
    struct tdg_archive_article *grown = tdg_grow(listing->articles, &listing->article_room,
                                                 listing->view.article_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    listing->articles = grown;
    struct tdg_archive_article *article = &grown[listing->view.article_count++];
    *article = (struct tdg_archive_article){
        .id = keep(listing, rows, 0),
        .title = keep(listing, rows, 1),
        .source = keep(listing, rows, 2),
        .url = keep(listing, rows, 3),
        .language = keep(listing, rows, 4),
        .copy_of = keep(listing, rows, 5),
        .reason = keep(listing, rows, 6),
        .published = tdg_rows_time(rows, 7),
        .theme = (uint32_t)tdg_rows_int(rows, 8),
        .second_theme = (uint32_t)tdg_rows_int(rows, 9),
        .story = (uint32_t)tdg_rows_int(rows, 10),
        .weight = tdg_rows_double(rows, 11),
        .second_weight = tdg_rows_double(rows, 12),
    };
    return article->id && article->title && article->source && article->url && article->language &&
                   article->copy_of && article->reason
               ? TDG_OK
               : TDG_ENOMEM;
}

/* One word, or what stands between quotation marks, as a phrase, so that no sign in it is an
 * operator: a "b → "a" """b". A star at its end stays one. Returns what comes after it. */
static const char *quote_one(struct tdg_buffer *query, const char *word)
{
    bool marked = *word == '"' && strchr(word + 1, '"');
    word += marked;
    size_t length = strcspn(word, marked ? "\"" : " \t\n");
    const char *next = word + length + marked;
    bool star = marked ? *next == '*' : length > 1 && word[length - 1] == '*';
    tdg_buffer_char(query, '"');
    for (size_t i = 0; i < length - (star && !marked); i++) {
        if (word[i] == '"')
            tdg_buffer_char(query, '"');
        tdg_buffer_char(query, word[i]);
    }
    tdg_buffer_string(query, star ? "\"* " : "\" ");
    return next + (star && marked);
}

static void quote_words(struct tdg_buffer *query, const char *words)
{
    while (*(words += strspn(words, " \t\n")))
        words = quote_one(query, words);
}

static int list_articles(struct listing *listing, struct tdg_archive *archive,
                         const struct tdg_archive_request *request, struct tdg_error *error)
{
    struct tdg_rows rows;
    struct tdg_buffer query = {0};
    bool words = request->words != NULL;
    if (words)
        quote_words(&query, request->words);
    if (words && !query.length)
        return tdg_fail(error, query.failed ? TDG_ENOMEM : TDG_EINVAL,
                        "there is no word to search");
    const char *sql = words ? by_words : request->limit ? newest : in_order;
    int status =
        tdg_rows_open(&rows, archive, error, sql,
                      words            ? "iittsis" ARTICLE_CELLS
                      : request->limit ? "iittsi" ARTICLE_CELLS
                                       : "iitts" ARTICLE_CELLS,
                      (int64_t)request->theme, (int64_t)request->story, request->from, request->to,
                      request->article, request->limit ? (int64_t)request->limit : -1, query.text);
    while (!status && (status = tdg_rows_next(&rows)) == 1)
        status = keep_article(listing, &rows) ? tdg_fail_memory(error) : TDG_OK;
    tdg_rows_done(&rows);
    tdg_buffer_done(&query);
    listing->view.articles = listing->articles;
    return status;
}

static int keep_theme(struct listing *listing, const struct tdg_rows *rows)
{
    struct tdg_archive_theme *grown = tdg_grow(listing->themes, &listing->theme_room,
                                               listing->view.theme_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    listing->themes = grown;
    struct tdg_archive_theme *theme = &grown[listing->view.theme_count++];
    *theme = (struct tdg_archive_theme){
        .number = (uint32_t)tdg_rows_int(rows, 0),
        .title = keep(listing, rows, 1),
        .label = keep(listing, rows, 2),
        .name = keep(listing, rows, 3),
        .description = keep(listing, rows, 4),
        .state = keep(listing, rows, 5),
        .into = (uint32_t)tdg_rows_int(rows, 6),
        .pinned = tdg_rows_int(rows, 7) != 0,
        .hidden = tdg_rows_int(rows, 8) != 0,
        .articles = (size_t)tdg_rows_int(rows, 9),
        .originals = (size_t)tdg_rows_int(rows, 10),
        .first = tdg_rows_time(rows, 11),
        .last = tdg_rows_time(rows, 12),
    };
    return theme->title && theme->label && theme->name && theme->description && theme->state
               ? TDG_OK
               : TDG_ENOMEM;
}

static int list_terms(struct listing *listing, struct tdg_archive_theme *theme,
                      struct tdg_archive *archive, struct tdg_error *error)
{
    int64_t count = 0;
    int status =
        tdg_sql_number(&count, archive, error, "SELECT count(*) FROM key_terms WHERE theme = ?",
                       "i", (int64_t)theme->number);
    struct tdg_term_view *terms =
        tdg_arena_alloc(&listing->arena, ((size_t)count + 1) * sizeof *terms);
    struct tdg_rows rows = {0};
    if (!terms)
        return tdg_fail_memory(error);
    if (!status)
        status = tdg_rows_open(&rows, archive, error,
                               "SELECT term, weight, articles FROM key_terms"
                               " WHERE theme = ? ORDER BY rank LIMIT ?",
                               "ii>key_terms:sdc", (int64_t)theme->number, count);
    theme->terms = terms;
    while (!status && (status = tdg_rows_next(&rows)) == 1) {
        struct tdg_term_view *term = &terms[theme->term_count++];
        *term = (struct tdg_term_view){keep(listing, &rows, 0), tdg_rows_double(&rows, 1),
                                       (size_t)tdg_rows_int(&rows, 2)};
        status = term->term ? TDG_OK : tdg_fail_memory(error);
    }
    tdg_rows_done(&rows);
    return status;
}

static int list_themes(struct listing *listing, struct tdg_archive *archive,
                       const struct tdg_archive_request *request, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(
        &rows, archive, error,
        "SELECT t.number, CASE WHEN t.name <> '' THEN t.name WHEN t.found_name <> '' THEN"
        " t.found_name ELSE t.label END, t.label, t.name, t.description, t.state, t.into_theme,"
        " t.pinned, t.hidden, coalesce(y.articles, 0), coalesce(y.originals, 0),"
        " (SELECT min(published) FROM articles a WHERE a.theme = t.number),"
        " (SELECT max(published) FROM articles a WHERE a.theme = t.number)"
        " FROM themes t LEFT JOIN tally y ON y.theme = t.number"
        " WHERE ?1 = 0 OR t.number = ?1 ORDER BY t.number",
        "i>themes:nsssssoffcctt", (int64_t)request->theme);
    while (!status && (status = tdg_rows_next(&rows)) == 1)
        status = keep_theme(listing, &rows) ? tdg_fail_memory(error) : TDG_OK;
    tdg_rows_done(&rows);
    for (size_t i = 0; !status && i < listing->view.theme_count; i++)
        status = list_terms(listing, &listing->themes[i], archive, error);
    listing->view.themes = listing->themes;
    return status;
}

static int keep_story(struct listing *listing, const struct tdg_rows *rows)
{
    struct tdg_archive_story *grown = tdg_grow(listing->stories, &listing->story_room,
                                               listing->view.story_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    listing->stories = grown;
    struct tdg_archive_story *story = &grown[listing->view.story_count++];
    *story = (struct tdg_archive_story){
        .number = (uint32_t)tdg_rows_int(rows, 0),
        .theme = (uint32_t)tdg_rows_int(rows, 1),
        .sequel_of = (uint32_t)tdg_rows_int(rows, 2),
        .headline = keep(listing, rows, 3),
        .headline_id = keep(listing, rows, 4),
        .articles = (size_t)tdg_rows_int(rows, 5),
        .originals = (size_t)tdg_rows_int(rows, 6),
        .first = tdg_rows_time(rows, 7),
        .last = tdg_rows_time(rows, 8),
    };
    return story->headline && story->headline_id ? TDG_OK : TDG_ENOMEM;
}

#define STORY_CELLS ">stories:nnosscctt"
#define STORY_QUERY                                                                                \
    "SELECT s.number, " KNOWN("themes", "s.theme") ", " KNOWN(                                     \
        "stories", "s.sequel_of") ","                                                              \
                                  " iif(s.headline IS NULL, '', h.title), iif(s.headline IS "      \
                                  "NULL, '', h.id), count(*), count(*) - count(a.copy_of),"        \
                                  " min(a.published), max(a.published) FROM stories s JOIN "       \
                                  "articles a ON a.story = s.number"                               \
                                  " LEFT JOIN articles h ON h.number = s.headline"                 \
                                  " WHERE (?1 = 0 OR s.theme = ?1) AND (?2 = 0 OR s.number = ?2)"  \
                                  " AND (?3 IS NULL OR a.published >= ?3) AND (?4 IS NULL OR "     \
                                  "a.published < ?4)"                                              \
                                  " GROUP BY s.number"

static int list_stories(struct listing *listing, struct tdg_archive *archive,
                        const struct tdg_archive_request *request, struct tdg_error *error)
{
    struct tdg_rows rows;
    static const char whole[] = STORY_QUERY " ORDER BY s.number";
    static const char largest[] = STORY_QUERY " ORDER BY count(*) DESC, s.number LIMIT ?5";
    int status = tdg_rows_open(&rows, archive, error, request->limit ? largest : whole,
                               request->limit ? "iitti" STORY_CELLS : "iitt" STORY_CELLS,
                               (int64_t)request->theme, (int64_t)request->story, request->from,
                               request->to, (int64_t)request->limit);
    while (!status && (status = tdg_rows_next(&rows)) == 1)
        status = keep_story(listing, &rows) ? tdg_fail_memory(error) : TDG_OK;
    tdg_rows_done(&rows);
    listing->view.stories = listing->stories;
    return status;
}

static int keep_entry(struct listing *listing, const struct tdg_rows *rows)
{
    struct tdg_archive_entry *grown = tdg_grow(listing->entries, &listing->entry_room,
                                               listing->view.entry_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    listing->entries = grown;
    struct tdg_archive_entry *entry = &grown[listing->view.entry_count++];
    *entry = (struct tdg_archive_entry){
        .number = (uint32_t)tdg_rows_int(rows, 0),
        .kind = keep(listing, rows, 1),
        .theme = (uint32_t)tdg_rows_int(rows, 2),
        .other = (uint32_t)tdg_rows_int(rows, 3),
        .article = keep(listing, rows, 4),
        .date = tdg_rows_time(rows, 5),
        .articles = (size_t)tdg_rows_int(rows, 6),
        .text = keep(listing, rows, 7),
        .undone = (uint32_t)tdg_rows_int(rows, 8),
    };
    return entry->kind && entry->article && entry->text ? TDG_OK : TDG_ENOMEM;
}

static int list_entries(struct listing *listing, struct tdg_archive *archive,
                        const struct tdg_archive_request *request, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT number, kind, theme, other, article, date, articles, text,"
                               " undone FROM ledger WHERE ?1 = 0 OR theme = ?1 OR other = ?1"
                               " ORDER BY number",
                               "i>ledger:nsooStcso", (int64_t)request->theme);
    while (!status && (status = tdg_rows_next(&rows)) == 1)
        status = keep_entry(listing, &rows) ? tdg_fail_memory(error) : TDG_OK;
    tdg_rows_done(&rows);
    listing->view.entries = listing->entries;
    return status;
}

static const struct {
    unsigned part;
    int (*list)(struct listing *listing, struct tdg_archive *archive,
                const struct tdg_archive_request *request, struct tdg_error *error);
} parts[] = {
    {TDG_ARCHIVE_ARTICLES, list_articles},
    {TDG_ARCHIVE_THEMES, list_themes},
    {TDG_ARCHIVE_STORIES, list_stories},
    {TDG_ARCHIVE_LEDGER, list_entries},
};

int tdg_archive_read(struct tdg_archive *archive, const struct tdg_archive_request *request,
                     struct tdg_archive_listing **listing, struct tdg_error *error)
{
    struct listing *made = tdg_alloc(1, sizeof *made);
    if (!made)
        return tdg_fail_memory(error);
    int status = tdg_archive_look(archive, error);
    for (size_t i = 0; !status && i < sizeof parts / sizeof *parts; i++)
        if (request->parts & parts[i].part)
            status = parts[i].list(made, archive, request, error);
    status = tdg_archive_looked(archive, status, error);
    if (status)
        tdg_archive_listing_free(&made->view);
    else {
        made->view.parts = request->parts;
        *listing = &made->view;
    }
    return status;
}

void tdg_archive_listing_free(struct tdg_archive_listing *listing)
{
    struct listing *made = (struct listing *)listing;
    if (!made)
        return;
    free(made->articles);
    free(made->themes);
    free(made->stories);
    free(made->entries);
    tdg_arena_done(&made->arena);
    free(made);
}
