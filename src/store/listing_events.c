// SPDX-License-Identifier: GPL-3.0-or-later
/* The stories and events of an archive, as parts of a listing. */
#include <stdint.h>

#include <tidings/types.h>

#include "base/error.h"
#include "store/events.h"
#include "store/listing.h"

static int keep_story(struct tdg_listing *listing, const struct tdg_rows *rows)
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
        .articles = (size_t)tdg_rows_int(rows, 3),
        .originals = (size_t)tdg_rows_int(rows, 4),
        .first = tdg_rows_time(rows, 5),
        .last = tdg_rows_time(rows, 6),
        .headline_id = tdg_listing_text(listing, rows, 7),
        .headline = "",
    };
    if (!story->headline_id)
        return TDG_ENOMEM;
    return *story->headline_id ? tdg_listing_headline(&story->headline, listing, rows, 7) : TDG_OK;
}

#define STORY_THEME TDG_KNOWN("themes", "s.theme")
#define STORY_BEFORE TDG_KNOWN("stories", "s.sequel_of")
#define STORY_HEADLINE TDG_HEADLINE_COLUMNS("h", "s.headline IS NULL")
/* The headline of a story, or, where that is muted, its first original that is not. */
#define SHOWN_HEADLINE                                                                             \
    "(SELECT iif(NOT tdg_mutes() OR " TDG_MUTED(                                                   \
        "x") " = 0, x.number, (SELECT b.number FROM articles"                                      \
             " b WHERE b.story = s.number AND b.copy_of IS NULL AND " TDG_MUTED(                   \
                 "b") " = 0 ORDER BY"                                                              \
                      " b.published IS NULL, b.published, b.number LIMIT 1)) FROM articles x "     \
                      "WHERE x.number ="                                                           \
                      " s.headline)"
#define STORY_QUERY                                                                                \
    "SELECT s.number, " STORY_THEME ", " STORY_BEFORE ", sum(a.m & 1 = 0), sum(a.m & 1 = 0 AND"    \
    " a.copy_of IS NULL), min(iif(a.m & 1, NULL, a.published)), max(iif(a.m & 1, NULL,"            \
    " a.published)), " STORY_HEADLINE " FROM stories s JOIN (SELECT *, " TDG_MUTED(                \
        "articles") " AS m FROM articles) a ON a.story = s.number LEFT JOIN articles h ON "        \
                    "h.number = " SHOWN_HEADLINE                                                   \
                    " WHERE (?1 = 0 OR s.theme = ?1) AND (?2 = 0 OR s.number = ?2)"                \
                    " AND (?3 IS NULL OR a.published >= ?3) AND (?4 IS NULL OR a.published < ?4)"  \
                    " GROUP BY s.number HAVING " TDG_IS_TOLD("a.copy_of", "a.m")
#define STORY_CELLS ">stories, articles or texts:nnocctt" TDG_HEADLINE_CELLS

int tdg_list_stories(struct tdg_listing *listing, struct tdg_archive *archive,
                     const struct tdg_archive_request *request, struct tdg_error *error)
{
    struct tdg_rows rows;
    static const char whole[] = STORY_QUERY " ORDER BY s.number";
    static const char largest[] = STORY_QUERY " ORDER BY 4 DESC, s.number LIMIT ?5";
    int status = tdg_rows_open(&rows, archive, error, request->limit ? largest : whole,
                               request->limit ? "iitti" STORY_CELLS : "iitt" STORY_CELLS,
                               (int64_t)request->theme, (int64_t)request->story, request->from,
                               request->to, (int64_t)request->limit);
    while (!status && (status = tdg_rows_next(&rows)) == 1)
        status = keep_story(listing, &rows);
    if (status == TDG_ENOMEM)
        tdg_fail_memory(error);
    tdg_rows_done(&rows);
    listing->view.stories = listing->stories;
    return status;
}

enum { EVENT_COLUMNS = 10 }; /* before those of the headline */

static int keep_event(struct tdg_listing *listing, const struct tdg_rows *rows)
{
    struct tdg_archive_event *grown = tdg_grow(listing->events, &listing->event_room,
                                               listing->view.event_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    listing->events = grown;
    struct tdg_archive_event *event = &grown[listing->view.event_count++];
    *event = (struct tdg_archive_event){
        .number = (uint32_t)tdg_rows_int(rows, 0),
        .theme = (uint32_t)tdg_rows_int(rows, 1),
        .articles = (size_t)tdg_rows_int(rows, 2),
        .originals = (size_t)tdg_rows_int(rows, 3),
        .sources = (size_t)tdg_rows_int(rows, 4),
        .first = tdg_rows_time(rows, 5),
        .last = tdg_rows_time(rows, 6),
        .follows = (uint32_t)tdg_rows_int(rows, 7),
        .headline_id = tdg_listing_text(listing, rows, EVENT_COLUMNS),
        .headline = "",
    };
    if (!event->headline_id)
        return TDG_ENOMEM;
    return *event->headline_id
               ? tdg_listing_headline(&event->headline, listing, rows, EVENT_COLUMNS)
               : TDG_OK;
}

// clang-format off
#define EVENT_THEME \
    "(SELECT b.theme FROM articles b WHERE b.event = a.event AND b.theme IS NOT NULL" \
    " GROUP BY b.theme ORDER BY count(*) DESC, b.theme LIMIT 1)"
#define EVENT_BEFORE \
    "iif(d.follows > 0 AND NOT EXISTS (SELECT 1 FROM articles b WHERE b.event = d.follows)," \
    " NULL, d.follows)"
/* The article that it is called by, where that is there and may be shown; else its first original. */
#define EVENT_HEADLINE \
    "coalesce((SELECT x.number FROM articles x WHERE x.number = d.headline AND x.event = a.event" \
    " AND " TDG_MUTED("x") " = 0), (SELECT b.number FROM articles b WHERE b.event = a.event" \
    " AND b.copy_of IS NULL AND " TDG_MUTED("b") " = 0 ORDER BY b.published, b.number LIMIT 1))"
#define EVENT_QUERY \
    "SELECT e.*, " TDG_HEADLINE_COLUMNS("h", "h.number IS NULL") " FROM (SELECT a.event AS number, " \
    EVENT_THEME " AS theme, sum(a.m & 1 = 0) AS articles, sum(a.m & 1 = 0 AND a.copy_of IS NULL)," \
    " count(DISTINCT iif(a.m & 1 OR a.source = '', NULL, a.source))," \
    " min(iif(a.m & 1, NULL, a.published)), max(iif(a.m & 1, NULL, a.published)), " \
    EVENT_BEFORE ", d.headline, " EVENT_HEADLINE " AS named" \
    " FROM (SELECT *, " TDG_MUTED("articles") " AS m FROM articles WHERE event IS NOT NULL) a" \
    " LEFT JOIN events d ON d.number = a.event WHERE (?2 = 0 OR a.event = ?2)" \
    " AND (?3 IS NULL OR a.published >= ?3) AND (?4 IS NULL OR a.published < ?4)" \
    " GROUP BY a.event HAVING " TDG_IS_TOLD("a.copy_of", "a.m") ") e" \
    " LEFT JOIN articles h ON h.number = e.named WHERE (?1 = 0 OR e.theme = ?1)"
// clang-format on
#define EVENT_CELLS ">articles, events or texts:nocccttooo" TDG_HEADLINE_CELLS

int tdg_list_events(struct tdg_listing *listing, struct tdg_archive *archive,
                    const struct tdg_archive_request *request, struct tdg_error *error)
{
    struct tdg_rows rows = {0};
    static const char whole[] = EVENT_QUERY " ORDER BY e.number";
    static const char largest[] = EVENT_QUERY " ORDER BY e.articles DESC, e.number LIMIT ?5";
    int64_t event = request->event;
    int status = tdg_archive_event_now(&event, archive, error);
    if (!status)
        status = tdg_rows_open(&rows, archive, error, request->limit ? largest : whole,
                               request->limit ? "iitti" EVENT_CELLS : "iitt" EVENT_CELLS,
                               (int64_t)request->theme, event, request->from, request->to,
                               (int64_t)request->limit);
    while (!status && (status = tdg_rows_next(&rows)) == 1)
        status = keep_event(listing, &rows);
    if (status == TDG_ENOMEM)
        tdg_fail_memory(error);
    tdg_rows_done(&rows);
    listing->view.events = listing->events;
    return status;
}
