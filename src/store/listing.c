// SPDX-License-Identifier: GPL-3.0-or-later
/* What is in an archive, as a listing: one read transaction, so that all parts of it are of the
 * same state, whoever writes meanwhile. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/headline.h"
#include "base/memory.h"
#include "base/sized.h"
#include "phrasing/unplaced.h"
#include "store/articles.h"
#include "store/database.h"
#include "store/events.h"
#include "store/ledger.h"
#include "store/listing.h"
#include "store/muted.h"
#include "store/open.h"
#include "store/packed.h"
#include "store/search.h"
#include "store/sql.h"
#include "text/text.h"

#define KNOWN_THEME TDG_KNOWN("themes", "a.theme")
#define KNOWN_SECOND_THEME TDG_KNOWN("themes", "a.second_theme")
#define KNOWN_STORY                                                                                \
    "iif(tdg_mutes() AND (" TDG_MUTED("a") " & 1 OR NOT (SELECT " TDG_IS_TOLD(                     \
        "b.copy_of",                                                                               \
        TDG_MUTED(                                                                                 \
            "b")) " FROM articles b WHERE b.story = a.story)), NULL, " TDG_KNOWN("stories",        \
                                                                                 "a.story") ")"
#define ARTICLE_COLUMNS                                                                            \
    TDG_HEADLINE_COLUMNS("a", "0")                                                                 \
    ", a.url, a.language, iif(a.copy_of IS NULL, '', o.id), a.reason, " KNOWN_THEME                \
    ", " KNOWN_SECOND_THEME ", " KNOWN_STORY ", a.weight, a.second_weight, ifnull((SELECT k.id "   \
    "FROM periods k WHERE k.number = a.period), ''), a.event"
#define ARTICLE_CELLS ">articles or texts:" TDG_HEADLINE_CELLS "ssssoooppso"
#define ARTICLE_TABLES " FROM articles a LEFT JOIN articles o ON o.number = a.copy_of"
#define ARTICLE_RULES                                                                              \
    " (?1 = 0 OR a.theme = ?1) AND (?2 = 0 OR a.story = ?2)"                                       \
    " AND (?3 IS NULL OR a.published >= ?3) AND (?4 IS NULL OR a.published < ?4)"                  \
    " AND (?5 IS NULL OR a.id = ?5) AND (?6 = 0 OR a.event = ?6)"

/* Whole listings are in the order of an analysis; a limit asks for the newest ones, words for the
 * best ones. */
static const char in_order[] = "SELECT " ARTICLE_COLUMNS ARTICLE_TABLES " WHERE" ARTICLE_RULES
                               " ORDER BY a.published IS NULL, a.published, a.id";
static const char newest[] = "SELECT " ARTICLE_COLUMNS ARTICLE_TABLES " WHERE" ARTICLE_RULES
                             " ORDER BY a.published DESC, a.id LIMIT ?7";
static const char by_words[] =
    "SELECT " ARTICLE_COLUMNS " FROM search JOIN articles a ON a.number = search.rowid"
    " LEFT JOIN articles o ON o.number = a.copy_of WHERE search MATCH ?8 AND" ARTICLE_RULES
    " ORDER BY bm25(search, 4.0, 1.0), a.published DESC, a.id LIMIT ?7";

int tdg_listing_headline(const char **headline, struct tdg_listing *listing,
                         const struct tdg_rows *rows, int first)
{
    struct tdg_buffer text = {0};
    int status = TDG_OK;
    if (!*tdg_rows_text(rows, first + 1) && !listing->sorted)
        status = tdg_rows_unpack(&text, rows, first + 5, "texts");
    struct tdg_headline_facts facts = {
        .id = tdg_rows_text(rows, first),
        .title = tdg_rows_text(rows, first + 1),
        .source = tdg_rows_text(rows, first + 2),
        .published = tdg_rows_time(rows, first + 3),
        .text = text.text,
    };
    const char *found = status ? NULL : tdg_headline(&facts, &listing->arena);
    *headline = found ? tdg_arena_string(&listing->arena, found) : NULL;
    tdg_buffer_done(&text);
    return status ? status : *headline ? TDG_OK : TDG_ENOMEM;
}

static int keep_article(struct tdg_listing *listing, const struct tdg_rows *rows)
{
    struct tdg_archive_article *grown = tdg_grow(listing->articles, &listing->article_room,
                                                 listing->view.article_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    listing->articles = grown;
    struct tdg_archive_article *article = &grown[listing->view.article_count++];
    *article = (struct tdg_archive_article){
        .id = tdg_listing_text(listing, rows, 0),
        .title = tdg_listing_text(listing, rows, 1),
        .source = tdg_listing_text(listing, rows, 2),
        .published = tdg_rows_time(rows, 3),
        .url = tdg_listing_text(listing, rows, TDG_HEADLINE_COLUMN_COUNT),
        .language = tdg_listing_text(listing, rows, TDG_HEADLINE_COLUMN_COUNT + 1),
        .copy_of = tdg_listing_text(listing, rows, TDG_HEADLINE_COLUMN_COUNT + 2),
        .reason =
            tdg_unplaced_read(&listing->arena, tdg_rows_text(rows, TDG_HEADLINE_COLUMN_COUNT + 3)),
        .theme = (uint32_t)tdg_rows_int(rows, TDG_HEADLINE_COLUMN_COUNT + 4),
        .second_theme = (uint32_t)tdg_rows_int(rows, TDG_HEADLINE_COLUMN_COUNT + 5),
        .story = (uint32_t)tdg_rows_int(rows, TDG_HEADLINE_COLUMN_COUNT + 6),
        .weight = tdg_rows_double(rows, TDG_HEADLINE_COLUMN_COUNT + 7),
        .second_weight = tdg_rows_double(rows, TDG_HEADLINE_COLUMN_COUNT + 8),
        .period = tdg_listing_text(listing, rows, TDG_HEADLINE_COLUMN_COUNT + 9),
        .event = (uint32_t)tdg_rows_int(rows, TDG_HEADLINE_COLUMN_COUNT + 10),
    };
    return article->id && article->title && article->source && article->url && article->language &&
                   article->copy_of && article->reason && article->period
               ? tdg_listing_headline(&article->headline, listing, rows, 0)
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
    size_t end = length - (star && !marked);
    tdg_buffer_char(query, '"');
    for (size_t i = 0, part; i < end; i += part) {
        part = strcspn(word + i, "\"");
        part = part < end - i ? part : end - i;
        tdg_search_letters(query, word + i, part);
        if (i + part < end) {
            tdg_buffer_string(query, "\"\"");
            part++;
        }
    }
    tdg_buffer_string(query, star ? "\"* " : "\" ");
    return next + (star && marked);
}

static void quote_words(struct tdg_buffer *query, const char *words)
{
    while (*(words += strspn(words, " \t\n")))
        words = quote_one(query, words);
}

static int list_articles(struct tdg_listing *listing, struct tdg_archive *archive,
                         const struct tdg_archive_request *request, struct tdg_error *error)
{
    struct tdg_rows rows = {0};
    struct tdg_buffer query = {0};
    bool words = request->words != NULL;
    int64_t event = request->event;
    if (words)
        quote_words(&query, request->words);
    if (words && !query.length)
        return tdg_fail(error, query.failed ? TDG_ENOMEM : TDG_EINVAL, "no words to search for");
    const char *sql = words ? by_words : request->limit ? newest : in_order;
    int status = tdg_archive_event_now(&event, archive, error);
    if (!status)
        status = tdg_rows_open(&rows, archive, error, sql,
                               words            ? "iittsiis" ARTICLE_CELLS
                               : request->limit ? "iittsii" ARTICLE_CELLS
                                                : "iittsi" ARTICLE_CELLS,
                               (int64_t)request->theme, (int64_t)request->story, request->from,
                               request->to, request->article, event,
                               request->limit ? (int64_t)request->limit : -1, query.text);
    while (!status && (status = tdg_rows_next(&rows)) == 1)
        status = keep_article(listing, &rows);
    if (status == TDG_ENOMEM)
        tdg_fail_memory(error);
    tdg_rows_done(&rows);
    tdg_buffer_done(&query);
    listing->view.articles = listing->articles;
    return status;
}

/* A person's name of a theme, else that of the lexicon, else its label, as they may be shown. */
static int show_theme(struct tdg_archive_theme *theme, struct tdg_listing *listing,
                      struct tdg_archive *archive, const struct tdg_rows *rows)
{
    struct tdg_buffer label = {0};
    const char *found = tdg_rows_text(rows, 1);
    bool hides = false;
    int status = tdg_archive_hides(&hides, archive, 0, found, rows->error);
    if (!status)
        status = tdg_archive_show_label(&label, archive, theme->number, tdg_rows_text(rows, 2),
                                        rows->error);
    theme->label = tdg_arena_string(&listing->arena, label.text ? label.text : "");
    tdg_buffer_done(&label);
    theme->title = *theme->name       ? theme->name
                   : *found && !hides ? tdg_listing_text(listing, rows, 1)
                                      : theme->label;
    return status ? status : theme->title && theme->label ? TDG_OK : TDG_ENOMEM;
}

/* store/trust.c has seen to it that it is one of them. */
static enum tdg_theme_state state_of(const char *name)
{
    enum tdg_theme_state state = TDG_THEME_AWAKE;
    while (state < TDG_THEME_MERGED && strcmp(tdg_theme_state_name(state), name) != 0)
        state++;
    return state;
}

static int keep_theme(struct tdg_listing *listing, struct tdg_archive *archive,
                      const struct tdg_rows *rows)
{
    struct tdg_archive_theme *grown = tdg_grow(listing->themes, &listing->theme_room,
                                               listing->view.theme_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    listing->themes = grown;
    struct tdg_archive_theme *theme = &grown[listing->view.theme_count++];
    *theme = (struct tdg_archive_theme){
        .number = (uint32_t)tdg_rows_int(rows, 0),
        .name = tdg_listing_text(listing, rows, 3),
        .description = tdg_listing_text(listing, rows, 4),
        .state = state_of(tdg_rows_text(rows, 5)),
        .into = (uint32_t)tdg_rows_int(rows, 6),
        .pinned = tdg_rows_int(rows, 7) != 0,
        .hidden = tdg_rows_int(rows, 8) != 0,
        .articles = (size_t)tdg_rows_int(rows, 9),
        .originals = (size_t)tdg_rows_int(rows, 10),
        .first = tdg_rows_time(rows, 11),
        .last = tdg_rows_time(rows, 12),
    };
    return theme->name && theme->description ? show_theme(theme, listing, archive, rows)
                                             : TDG_ENOMEM;
}

static int list_terms(struct tdg_listing *listing, struct tdg_archive_theme *theme,
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
        struct tdg_term_view *term = &terms[theme->term_count];
        bool hides = false;
        *term = (struct tdg_term_view){tdg_listing_text(listing, &rows, 0),
                                       tdg_rows_double(&rows, 1), (size_t)tdg_rows_int(&rows, 2)};
        status = term->term ? tdg_archive_hides(&hides, archive, theme->number, term->term, error)
                            : tdg_fail_memory(error);
        theme->term_count += !hides;
    }
    tdg_rows_done(&rows);
    return status;
}

static int list_themes(struct tdg_listing *listing, struct tdg_archive *archive,
                       const struct tdg_archive_request *request, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(
        &rows, archive, error,
        "SELECT t.number, t.found_name, t.label, t.name, t.description, t.state, t.into_theme,"
        " t.pinned, t.hidden, coalesce(y.articles, 0), coalesce(y.originals, 0),"
        " (SELECT min(published) FROM articles a WHERE a.theme = t.number),"
        " (SELECT max(published) FROM articles a WHERE a.theme = t.number)"
        " FROM themes t LEFT JOIN tally y ON y.theme = t.number"
        " WHERE ?1 = 0 OR t.number = ?1 ORDER BY t.number",
        "i>themes:nsssssoffcctt", (int64_t)request->theme);
    while (!status && (status = tdg_rows_next(&rows)) == 1)
        status = keep_theme(listing, archive, &rows);
    if (status == TDG_ENOMEM)
        tdg_fail_memory(error);
    tdg_rows_done(&rows);
    for (size_t i = 0; !status && i < listing->view.theme_count; i++)
        status = list_terms(listing, &listing->themes[i], archive, error);
    listing->view.themes = listing->themes;
    return status;
}

static int keep_entry(struct tdg_listing *listing, const struct tdg_rows *rows)
{
    struct tdg_ledger_entry facts;
    struct tdg_buffer text = {0};
    struct tdg_archive_entry *grown = tdg_grow(listing->entries, &listing->entry_room,
                                               listing->view.entry_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    listing->entries = grown;
    int status = tdg_archive_read_entry(&facts, &text, rows, 3);
    struct tdg_archive_entry *entry = &grown[listing->view.entry_count++];
    *entry = (struct tdg_archive_entry){
        .number = (uint32_t)tdg_rows_int(rows, 0),
        .kind = facts.kind,
        .theme = (uint32_t)facts.theme,
        .other = (uint32_t)facts.other,
        .article = tdg_arena_string(&listing->arena, facts.article),
        .date = tdg_rows_time(rows, 1),
        .articles = facts.articles,
        .text = tdg_arena_string(&listing->arena, text.text ? text.text : ""),
        .undone = (uint32_t)tdg_rows_int(rows, 2),
    };
    tdg_buffer_done(&text);
    return status ? status : entry->article && entry->text ? TDG_OK : TDG_ENOMEM;
}

static int list_entries(struct tdg_listing *listing, struct tdg_archive *archive,
                        const struct tdg_archive_request *request, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status =
        tdg_rows_open(&rows, archive, error,
                      "SELECT number, date, undone, " TDG_ENTRY_COLUMNS
                      " FROM ledger WHERE ?1 = 0 OR theme = ?1 OR other = ?1 ORDER BY number",
                      "i>ledger:nto" TDG_ENTRY_CELLS, (int64_t)request->theme);
    while (!status && (status = tdg_rows_next(&rows)) == 1)
        status = keep_entry(listing, &rows);
    if (status == TDG_ENOMEM)
        tdg_fail_memory(error);
    tdg_rows_done(&rows);
    listing->view.entries = listing->entries;
    return status;
}

static int list_mutes(struct tdg_listing *listing, struct tdg_archive *archive,
                      const struct tdg_archive_request *request, struct tdg_error *error)
{
    const struct tdg_mutes *mutes = tdg_archive_mutes(archive);
    struct tdg_mute_view *views =
        tdg_arena_alloc(&listing->arena, (mutes->count + 1) * sizeof *views);
    (void)request;
    if (!views)
        return tdg_fail_memory(error);
    for (size_t i = 0; i < mutes->count; i++) {
        views[i] = (struct tdg_mute_view){mutes->items[i].kind,
                                          tdg_arena_string(&listing->arena, mutes->items[i].text)};
        if (!views[i].text)
            return tdg_fail_memory(error);
    }
    listing->view.muted = views;
    listing->view.mute_count = mutes->count;
    return TDG_OK;
}

static const struct {
    unsigned part;
    int (*list)(struct tdg_listing *listing, struct tdg_archive *archive,
                const struct tdg_archive_request *request, struct tdg_error *error);
} parts[] = {
    {TDG_ARCHIVE_ARTICLES, list_articles},   {TDG_ARCHIVE_THEMES, list_themes},
    {TDG_ARCHIVE_STORIES, tdg_list_stories}, {TDG_ARCHIVE_EVENTS, tdg_list_events},
    {TDG_ARCHIVE_LEDGER, list_entries},      {TDG_ARCHIVE_MUTED, list_mutes},
};

static int look_for_texts(struct tdg_listing *listing, struct tdg_archive *archive,
                          struct tdg_error *error)
{
    struct tdg_buffer no_text = {0};
    int status = tdg_archive_setting(&no_text, archive, "option.no-text", error);
    listing->sorted = no_text.text && strcmp(no_text.text, "true") == 0;
    tdg_buffer_done(&no_text);
    return status;
}

int tdg_archive_read(struct tdg_archive *archive, const struct tdg_archive_request *given,
                     struct tdg_archive_listing **listing, struct tdg_error *error)
{
    struct tdg_archive_request request;
    int status = tdg_sized_read(&request, sizeof request, given, error);
    if (status)
        return status;
    struct tdg_listing *made = tdg_alloc(1, sizeof *made);
    if (!made)
        return tdg_fail_memory(error);
    status = tdg_archive_begin_read(archive, error);
    if (!status)
        status = look_for_texts(made, archive, error);
    for (size_t i = 0; !status && i < sizeof parts / sizeof *parts; i++)
        if (request.parts & parts[i].part)
            status = parts[i].list(made, archive, &request, error);
    status = tdg_archive_end_read(archive, status, error);
    if (status)
        tdg_archive_listing_free(&made->view);
    else {
        made->view.parts = request.parts;
        *listing = &made->view;
    }
    return status;
}

void tdg_archive_listing_free(struct tdg_archive_listing *listing)
{
    struct tdg_listing *made = (struct tdg_listing *)listing;
    if (!made)
        return;
    free(made->articles);
    free(made->themes);
    free(made->stories);
    free(made->events);
    free(made->entries);
    tdg_arena_done(&made->arena);
    free(made);
}
