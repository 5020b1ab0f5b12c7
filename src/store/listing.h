// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/store: what the parts of a listing share. */
#ifndef TDG_STORE_LISTING_H
#define TDG_STORE_LISTING_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "base/memory.h"
#include "store/database.h"
#include "store/sql.h"

struct tdg_listing {
    struct tdg_archive_listing view; /* first: it is what is handed out */
    struct tdg_archive_article *articles;
    struct tdg_archive_theme *themes;
    struct tdg_archive_story *stories;
    struct tdg_archive_event *events;
    struct tdg_archive_entry *entries;
    size_t article_room, theme_room, story_room, event_room, entry_room;
    bool sorted; /* bodies are words in byte order, which are no headline */
    struct tdg_arena arena;
};

/* A copy of a text column; NULL when out of memory. */
static inline const char *tdg_listing_text(struct tdg_listing *listing, const struct tdg_rows *rows,
                                           int column)
{
    return tdg_arena_string(&listing->arena, tdg_rows_text(rows, column));
}

/* What a headline is made of; the text only of articles that have no title. Empty where there is
 * `none`; nothing of it may be NULL but the date. */
#define TDG_HEADLINE_COLUMNS(article, none)                                                        \
    "iif(" none ", '', " article ".id), iif(" none ", '', " article ".title), iif(" none           \
    ", '', " article ".source), " article ".published,"                                            \
    " iif(" article ".title = '', (SELECT size FROM texts x WHERE x.article = " article            \
    ".number), 0),"                                                                                \
    " iif(" article ".title = '', (SELECT body FROM texts x WHERE x.article = " article            \
    ".number), '')"
#define TDG_HEADLINE_CELLS "ssstcb"
enum { TDG_HEADLINE_COLUMN_COUNT = sizeof TDG_HEADLINE_CELLS - 1 };

/* Whether a story, of whose articles `m` is what each is muted for, has something to tell: an
 * original that may lead, and two articles that may be in it. Nothing is asked of others. */
#define TDG_IS_TOLD(copy_of, m)                                                                    \
    "(sum(" m ") = 0 OR (sum(" m " = 0 AND " copy_of " IS NULL) > 0 AND sum(" m " & 1 = 0) > 1))"
#define TDG_MUTED(article) "tdg_muted(" article ".source, " article ".title)"
/* From the columns TDG_HEADLINE_COLUMNS, which begin at `first`. */
int tdg_listing_headline(const char **headline, struct tdg_listing *listing,
                         const struct tdg_rows *rows, int first);

/* Parts of a listing. */
int tdg_list_stories(struct tdg_listing *listing, struct tdg_archive *archive,
                     const struct tdg_archive_request *request, struct tdg_error *error);
int tdg_list_events(struct tdg_listing *listing, struct tdg_archive *archive,
                    const struct tdg_archive_request *request, struct tdg_error *error);

#endif
