// SPDX-License-Identifier: GPL-3.0-or-later
/** An archive: one file that takes in articles week after week, in which a theme and a story keep
 * their identity.
 *
 * It is an SQLite database; src/store/README.md describes its tables. Every change is one
 * transaction: it is in the archive as a whole or not at all, and readers see the state before it
 * until then. An open archive belongs to one thread at a time; several may be open.
 */
#ifndef TIDINGS_ARCHIVE_H
#define TIDINGS_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/options.h>
#include <tidings/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A complete result: see analysis.h. */
struct tdg_analysis;
/** What is muted: see analysis.h. */
struct tdg_mute_view;
/** What one term says for two themes: see analysis.h. */
struct tdg_why_term_view;

/** An open archive; opaque. Made by tdg_archive_open. */
struct tdg_archive;

/** What an archive is opened for. */
enum tdg_archive_mode {
    TDG_ARCHIVE_READ,
    TDG_ARCHIVE_WRITE,
    TDG_ARCHIVE_CREATE, /**< to write; created if there is no file */
};

/** Opens the archive in the file `path`: *archive is new, close it with tdg_archive_close. TDG_EIO
 * if the file does not exist, or cannot be opened or written; TDG_EFORMAT if it is not an archive,
 * is damaged, or was made by a newer tidings; TDG_EINVAL for a path that no file can have. */
TDG_API int tdg_archive_open(struct tdg_archive **archive, const char *path,
                             enum tdg_archive_mode mode, struct tdg_error *error);
/** Closes an archive. What was made from it (analyses, listings, differences) stays valid and is
 * freed by its own function. NULL is allowed. */
TDG_API void tdg_archive_close(struct tdg_archive *archive);

/** What a change did. The caller's own memory: nothing in it is to be freed. */
struct tdg_archive_change {
    size_t size;      /**< sizeof(struct tdg_archive_change), set by the caller: see types.h */
    size_t read;      /**< articles of the input */
    size_t added;     /**< of them, new ones */
    size_t changed;   /**< known ones that have another content now */
    size_t unchanged; /**< known ones, to which nothing was done */
    size_t skipped;   /**< records that did not become articles */
    size_t copies;    /**< of the new and the changed ones, copies of an earlier one */
    size_t placed;    /**< of the new and the changed ones, those with a theme */
    size_t stories;   /**< new ones */
    size_t born;      /**< themes */
    size_t kept;      /**< articles with the theme they had, of `compared`: after a refit */
    size_t compared;
    bool refitted;    /**< all articles were clustered again … */
    char reason[160]; /**< … and why; "" if not */
    size_t removed;   /**< articles that were taken out */
    size_t originals; /**< copies whose original was taken out, which are originals now */
    size_t left_out;  /**< of the skipped records, those that `from` and `to` leave out */
    size_t ended;     /**< themes, which had no other articles */
    size_t restored;  /**< articles that came back because a removal was undone */
};

/** Adds the articles that tdg_analyze would analyze. An article that is already there changes
 * nothing; one with new content replaces its earlier version, and keeps its theme unless its words
 * clearly favour another one. An article is identified by its id, as long as title, date and
 * address do not all differ (then it is another article and gets an id with a suffix, which
 * `monitor` is notified of), or by title and address if it has no other id. The first articles are
 * analyzed; later ones are placed into the themes by their words, without moving those that are
 * there.
 *
 * The archive keeps the `options` of the first call; TDG_EINVAL if a later call has different ones.
 * What the option `mute` names is muted in addition to what was muted before. `monitor` may be
 * NULL. Other errors: those of tdg_analyze, TDG_EEMPTY among them; TDG_EIO if the archive cannot be
 * written. After any error the archive is as it was. */
TDG_API int tdg_archive_add(struct tdg_archive *archive, const struct tdg_options *options,
                            const char *const *inputs, size_t input_count,
                            const struct tdg_monitor *monitor, struct tdg_archive_change *change,
                            struct tdg_error *error);

/** Clusters all articles again; a theme that continues keeps its number. Of `options` (may be NULL)
 * only `threads` counts, `monitor` may be NULL. TDG_EEMPTY if the archive has no articles, TDG_EIO
 * if it cannot be written, TDG_ECANCELED if `monitor` asked to stop. After any error the archive is
 * as it was. */
TDG_API int tdg_archive_refit(struct tdg_archive *archive, const struct tdg_options *options,
                              const struct tdg_monitor *monitor, struct tdg_archive_change *change,
                              struct tdg_error *error);

/** What the user decides about a theme, or does not want to see. Each decision is an entry of the
 * ledger and binds all later changes. Its texts are borrowed for the call. */
struct tdg_archive_decision {
    size_t size;               /**< sizeof(struct tdg_archive_decision): see types.h */
    enum tdg_ledger_kind kind; /**< from TDG_LEDGER_RENAME on but for TDG_LEDGER_REMOVE, which
                                  is tdg_archive_remove(); TDG_LEDGER_UNDO takes that back too */
    uint32_t theme;            /**< that it is about; undo: the entry, or 0 for the last one */
    uint32_t into;             /**< join: the theme it goes into */
    const char *value;       /**< rename, describe: the text; "" for none. mute, unmute: the text */
    enum tdg_mute_kind what; /**< mute, unmute: what the text is */
};

/** Carries out a decision and records it in the ledger. Muted terms, columns and sources disappear
 * from everything that is read from then on; nothing else in the archive changes. A theme that the
 * user merged others into or split off is pinned; a pinned one survives every refit with its
 * articles. After a split, `born` of the change is the number of the new theme. `monitor` may be
 * NULL. TDG_EINVAL, with a sentence, if there is no such theme or nothing to decide, and for texts
 * that are blank, not UTF-8 or contain control characters; TDG_EIO if the archive cannot be
 * written. After any error the archive is as it was. */
TDG_API int tdg_archive_curate(struct tdg_archive *archive,
                               const struct tdg_archive_decision *decision,
                               const struct tdg_monitor *monitor, struct tdg_archive_change *change,
                               struct tdg_error *error);

/** Which articles to remove: by ids, source or batch, exactly one of the three; borrowed for the
 * call. */
struct tdg_archive_removal {
    size_t size;            /**< sizeof(struct tdg_archive_removal): see types.h */
    const char *const *ids; /**< [id_count] */
    size_t id_count;
    const char *source; /**< all of this source; NULL: not by source */
    uint32_t batch;     /**< all that came, or came again with other words, with this entry of the
                             ledger, of the kind "add"; 0: not by batch */
};

/** Removes articles from the archive, in one change: the words and counts of their themes, series,
 * stories and the search index follow. The earliest copy of a removed original becomes an original,
 * with the other copies as its own; a theme without articles ends unless it is pinned. Reports that
 * were made before stay as they are.
 *
 * The removal is an entry of the ledger, which the decision "undo" reverts: until then the articles
 * are kept aside in the file. They come back into their themes, or into those that these have
 * become part of. A removed article that is added again is a new one, placed by its words; it stays
 * when the removal is undone, and the one that was removed does not come back.
 *
 * `monitor` may be NULL. TDG_EINVAL if an id is unknown or there is nothing to remove, TDG_EIO if
 * the archive cannot be written; then nothing is removed. */
TDG_API int tdg_archive_remove(struct tdg_archive *archive,
                               const struct tdg_archive_removal *removal,
                               const struct tdg_monitor *monitor, struct tdg_archive_change *change,
                               struct tdg_error *error);

/** Writes the report of a period ("2019-W10"; NULL: the newest whose end the articles reach) in a
 * format of tdg_format_info to `stream`, which the caller flushes and closes. It covers the
 * articles up to the end of that period, in the themes they are in now. The archive keeps the
 * report and returns the same bytes next time; `again` makes a new one, which replaces it.
 * `monitor` may be NULL.
 *
 * A report that is not kept yet needs an archive open to write. TDG_EINVAL for an unknown period or
 * format, TDG_EIO if the stream or the archive cannot be written, TDG_ECANCELED if `monitor` asked
 * to stop. */
TDG_API int tdg_archive_report(struct tdg_archive *archive, const char *period, const char *format,
                               bool again, FILE *stream, const struct tdg_monitor *monitor,
                               struct tdg_error *error);
/** Like tdg_archive_report, to the file `path`, which appears complete or not at all. TDG_EIO also
 * if that file cannot be written. */
TDG_API int tdg_archive_report_save(struct tdg_archive *archive, const char *period,
                                    const char *format, bool again, const char *path,
                                    const struct tdg_monitor *monitor, struct tdg_error *error);

/** Analyzes the articles of one theme ("T5", "T5.1") by themselves, for the themes inside it:
 * *analysis is new; free it with tdg_analysis_free. The archive does not change. `monitor` may be
 * NULL. TDG_EINVAL if there is no such theme, TDG_EEMPTY if no article of it can be used,
 * TDG_ECANCELED if `monitor` asked to stop. */
TDG_API int tdg_archive_within(struct tdg_archive *archive, const char *theme,
                               const struct tdg_monitor *monitor, struct tdg_analysis **analysis,
                               struct tdg_error *error);

/** A term and in how many originals it is. */
struct tdg_difference_term {
    const char *term;
    size_t before;
    size_t after;
};

/** A theme in two periods. Shares are of the originals of each. */
struct tdg_difference_theme {
    uint32_t number;
    const char *title;
    size_t before; /**< originals */
    size_t after;
    double share_before;
    double share_after;
    const struct tdg_difference_term *terms; /**< of its articles: those that changed most */
    size_t term_count;
    const char *const *articles; /**< ids of originals, most typical first, of the period in which
                                      its share is larger */
    const char *const *titles;   /**< and their headlines: see struct tdg_article_view */
    size_t article_count;
};

/** What sets one period apart from another; everything in it is freed with it. */
struct tdg_difference {
    const char *before; /**< ids of the periods */
    const char *after;
    size_t originals_before;
    size_t originals_after;
    const struct tdg_difference_theme *themes; /**< by the change of their share, largest first */
    size_t theme_count;
    const struct tdg_difference_term *terms; /**< of all articles: those that changed most, by the
                                                  log-likelihood ratio (Dunning 1993) */
    size_t term_count;
};

/** Compares two periods of the archive ("2019-W09", "2019-W10"), by its themes as they are now:
 * *difference is new; free it with tdg_difference_free. `monitor` may be NULL. TDG_EINVAL for an
 * unknown period or the same one twice, TDG_ECANCELED if `monitor` asked to stop. */
TDG_API int tdg_archive_diff(struct tdg_archive *archive, const char *before, const char *after,
                             const struct tdg_monitor *monitor, struct tdg_difference **difference,
                             struct tdg_error *error);
/** Frees a difference and everything in it. NULL is allowed. */
TDG_API void tdg_difference_free(struct tdg_difference *difference);
/** Writes a difference as JSON. The caller flushes and closes the stream; TDG_EIO if it has an
 * error. */
TDG_API int tdg_difference_print(const struct tdg_difference *difference, FILE *stream,
                                 struct tdg_error *error);

/** Why an article is in its theme: how much its words favour that theme now, and how much the one
 * that comes second. Sums are in nats; see struct tdg_why_term_view. Numbers are those of the ids:
 * 3 is T3. Everything in it is freed with it. */
struct tdg_archive_why {
    uint32_t theme;    /**< 0: it has none */
    uint32_t other;    /**< 0: there is no other one */
    const char *title; /**< of the theme */
    const char *other_title;
    const char *reason; /**< why it has no theme, "" where it has one */
    double sum;         /**< of all terms */
    double other_sum;
    const struct tdg_why_term_view *terms; /**< those that make most of a difference first */
    size_t term_count;
};

/** Explains why the article with this id is in its theme: *why is new; free it with
 * tdg_archive_why_free. `monitor` may be NULL. TDG_EINVAL if there is no such article. */
TDG_API int tdg_archive_why(struct tdg_archive *archive, const char *id,
                            const struct tdg_monitor *monitor, struct tdg_archive_why **why,
                            struct tdg_error *error);
/** Frees an explanation and everything in it. NULL is allowed. */
TDG_API void tdg_archive_why_free(struct tdg_archive_why *why);
/** Writes an explanation as JSON. The caller flushes and closes the stream; TDG_EIO if it has an
 * error. */
TDG_API int tdg_archive_why_print(const struct tdg_archive_why *why, FILE *stream,
                                  struct tdg_error *error);

/** Verifies the integrity of the whole file. Calls `tell` (may be NULL) with `context` for each
 * problem, from the calling thread; the text is valid during that call only. *problems is their
 * number: a damaged archive is not an error. TDG_EIO, TDG_EFORMAT if the check itself fails. */
TDG_API int tdg_archive_check(struct tdg_archive *archive,
                              void (*tell)(void *context, const char *problem), void *context,
                              size_t *problems, struct tdg_error *error);

/** An article of an archive. Here and below, numbers are those of the ids: 3 is T3, S3 or E3; 0 is
 * none. */
struct tdg_archive_article {
    const char *id;
    const char *title;
    const char *source;
    const char *url;
    const char *language;
    const char *copy_of; /**< the id of the original, "" for an original */
    const char *reason;  /**< why it has no theme, "" if it has one */
    int64_t published;   /**< seconds since 1970, UTC; TDG_NO_DATE if unknown */
    uint32_t theme;
    uint32_t second_theme;
    uint32_t story;
    uint32_t event;
    double weight; /**< as in struct tdg_article_view; so is the second one */
    double second_weight;
    const char *headline; /**< as in struct tdg_article_view */
    const char *period;   /**< "2019-W10", "" where it has no date */
};

/** A theme of an archive. Counts are of the articles that are in it now. */
struct tdg_archive_theme {
    uint32_t number;
    const char *title; /**< the name that a user gave it, else the lexicon's, else its label */
    const char *label; /**< its terms */
    const char *name;  /**< given by a user, "" for none */
    const char *description; /**< given by a user, "" for none */
    enum tdg_theme_state state;
    uint32_t into; /**< the theme it was merged into, or went on in */
    bool pinned;
    bool hidden;
    size_t articles;
    size_t originals;
    int64_t first; /**< earliest and latest date of its articles, TDG_NO_DATE if none has one */
    int64_t last;
    const struct tdg_term_view *terms; /**< best first */
    size_t term_count;
};

/** A story of an archive. */
struct tdg_archive_story {
    uint32_t number;
    uint32_t theme;
    uint32_t sequel_of;      /**< the story that it continues after a pause */
    const char *headline;    /**< of its most central article */
    const char *headline_id; /**< the id of that article */
    size_t articles;
    size_t originals;
    int64_t first; /**< earliest and latest date of its articles, TDG_NO_DATE if none has one */
    int64_t last;
};

/** An event of an archive: see struct tdg_event_view. */
struct tdg_archive_event {
    uint32_t number;
    uint32_t theme;          /**< that most of its articles are in */
    uint32_t follows;        /**< the event of the weeks before that it goes on with */
    const char *headline;    /**< of the article that names it */
    const char *headline_id; /**< the id of that article */
    size_t articles;
    size_t originals;
    size_t sources; /**< distinct known ones */
    int64_t first;  /**< earliest and latest date of its articles */
    int64_t last;
};

/** One entry of the ledger, which records everything that was done to the archive. */
struct tdg_archive_entry {
    uint32_t number;
    enum tdg_ledger_kind kind;
    uint32_t theme;      /**< that it is about, or 0 */
    uint32_t other;      /**< theme that it came from or went into, or 0 */
    const char *article; /**< id, "" for none */
    int64_t date;        /**< of the newest article then */
    size_t articles;     /**< how many it is about */
    const char *text;    /**< a sentence */
    uint32_t undone;     /**< the entry that took it back, or 0 */
};

/** The parts of an archive that a listing can have: bits of tdg_archive_request.parts. */
enum tdg_archive_part {
    TDG_ARCHIVE_ARTICLES = 1,
    TDG_ARCHIVE_THEMES = 2,
    TDG_ARCHIVE_STORIES = 4,
    TDG_ARCHIVE_LEDGER = 8,
    TDG_ARCHIVE_MUTED = 16, /**< all that is muted */
    TDG_ARCHIVE_EVENTS = 32,
};

/** What tdg_archive_read is to list; borrowed for the call. */
struct tdg_archive_request {
    size_t size;    /**< sizeof(struct tdg_archive_request): see types.h */
    unsigned parts; /**< any of enum tdg_archive_part */
    uint32_t theme; /**< only what belongs to this theme; 0: all */
    uint32_t story; /**< only articles of this story */
    int64_t from; /**< only articles, stories and events from this time on; TDG_NO_DATE: no limit */
    int64_t to;   /**< and before this one; TDG_NO_DATE: no limit */
    const char *article; /**< only the article with this id; NULL: all */
    const char *words;   /**< only articles with these words, best match first; NULL: all */
    size_t limit;        /**< at most so many newest articles, largest stories and events; 0: all */
    uint32_t event;      /**< only this event and its articles, or those of the one that it went on
                            in; 0: all */
};

/** The parts that were requested, all of one state of the archive: articles by time (unknown last),
 * then id; themes, stories, events and entries by number. With a limit or with words, the order is
 * the one that struct tdg_archive_request states. All of it is valid until
 * tdg_archive_listing_free. */
struct tdg_archive_listing {
    const struct tdg_archive_article *articles;
    size_t article_count;
    const struct tdg_archive_theme *themes;
    size_t theme_count;
    const struct tdg_archive_story *stories;
    size_t story_count;
    const struct tdg_archive_entry *entries;
    size_t entry_count;
    unsigned parts; /**< that were requested: a part may be empty */
    const struct tdg_mute_view *muted;
    size_t mute_count;
    const struct tdg_archive_event *events;
    size_t event_count;
};

/** Lists parts of an archive: *listing is new; free it with tdg_archive_listing_free. TDG_EINVAL if
 * `words` holds no word, TDG_EIO, TDG_EFORMAT if the archive cannot be read. */
TDG_API int tdg_archive_read(struct tdg_archive *archive, const struct tdg_archive_request *request,
                             struct tdg_archive_listing **listing, struct tdg_error *error);
/** Frees a listing and everything in it. NULL is allowed. */
TDG_API void tdg_archive_listing_free(struct tdg_archive_listing *listing);

/** Writes a listing in one of the formats "json", "jsonl", "csv" and "graphml". Every byte follows
 * from the listing. The caller flushes and closes the stream. TDG_EINVAL for an unknown format,
 * TDG_EIO if the stream has an error. */
TDG_API int tdg_archive_print(const struct tdg_archive_listing *listing, const char *format,
                              FILE *stream, struct tdg_error *error);

#ifdef __cplusplus
}
#endif
#endif
