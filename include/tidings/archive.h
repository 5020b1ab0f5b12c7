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

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/options.h>

#ifdef __cplusplus
extern "C" {
#endif

struct tdg_archive;

enum tdg_archive_mode {
    TDG_ARCHIVE_READ,
    TDG_ARCHIVE_WRITE,
    TDG_ARCHIVE_CREATE, /**< to write, made where there is none */
};

/** TDG_EIO where it does not exist, cannot be opened or not be written; TDG_EFORMAT for a file that
 * is no archive, a damaged one, and one of a newer tidings. */
TDG_API int tdg_archive_open(struct tdg_archive **archive, const char *path,
                             enum tdg_archive_mode mode, struct tdg_error *error);
TDG_API void tdg_archive_close(struct tdg_archive *archive);

/** What a change did. */
struct tdg_archive_change {
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
    bool refitted;    /**< the themes were found anew … */
    char reason[160]; /**< … and why; "" where they were not */
    size_t removed;   /**< articles that were taken out */
    size_t originals; /**< copies whose original was taken out, which are originals now */
    size_t left_out;  /**< of the skipped records, those that `from` and `to` leave out */
    size_t ended;     /**< themes, which had no other articles */
    size_t restored;  /**< articles that are back: after a removal was taken back */
};

/** Takes in what tdg_analyze would analyze. The same article again changes nothing, one with
 * another content takes its place: with the same words it stays where it is, with other words as
 * well unless they speak clearly for another theme. An article is known by its id, as long as
 * title, date and address do not all differ (then it is another one, and gets an id with a suffix,
 * which the monitor is told), or by title and address where it has no id. The first articles are
 * analyzed; later ones are placed into the themes by their words, without moving those that are
 * there. `options` are kept by the first call; a later one takes them from the archive, and
 * TDG_EINVAL tells where it was given others. What the option `mute` names is muted besides
 * what was before. Errors are those of tdg_analyze besides; input
 * without any article that can be used is TDG_EEMPTY. */
TDG_API int tdg_archive_add(struct tdg_archive *archive, const struct tdg_options *options,
                            const char *const *inputs, size_t input_count,
                            const struct tdg_monitor *monitor, struct tdg_archive_change *change,
                            struct tdg_error *error);

/** Finds the themes anew in all articles and gives every one that goes on the number it had.
 * `options` tells how many threads; NULL: the usual. */
TDG_API int tdg_archive_refit(struct tdg_archive *archive, const struct tdg_options *options,
                              const struct tdg_monitor *monitor, struct tdg_archive_change *change,
                              struct tdg_error *error);

/** What a person decides about a theme, or does not want to see. Each decision is an entry of the
 * ledger and binds all later changes. */
struct tdg_archive_decision {
    const char *kind;  /**< "rename", "describe", "merge", "split", "pin", "unpin", "hide", "mute",
                          "unmute", "undo", which takes back removals as well */
    uint32_t theme;    /**< that it is about; for undo: the entry, or 0 for the last one */
    uint32_t into;     /**< merge: the theme it goes into */
    const char *value; /**< rename, describe: the text; "" for none. mute, unmute: the text */
    const char *what;  /**< mute, unmute: "term", "column" or "source" */
};

/** TDG_EINVAL where there is no such theme or nothing to decide, with a sentence, and for texts
 * that are blank, not UTF-8 or have control characters. What is muted is not seen in what is read
 * from then on; nothing else of the archive changes. A theme that was merged into or split off by a
 * person is pinned; a pinned one survives every refit with its articles. `born` of the change tells
 * the theme that a split has made: its number. */
TDG_API int tdg_archive_curate(struct tdg_archive *archive,
                               const struct tdg_archive_decision *decision,
                               const struct tdg_monitor *monitor, struct tdg_archive_change *change,
                               struct tdg_error *error);

/** Which articles are to be removed: exactly one of the three. {0} is none. */
struct tdg_archive_removal {
    const char *const *ids; /**< [id_count] */
    size_t id_count;
    const char *source; /**< all of this source; NULL: not by source */
    uint32_t batch;     /**< all that came, or came again with other words, with this entry of the
                             ledger, of the kind "add"; 0: not by batch */
};

/** Takes articles out of the archive, in one change: words and numbers of their themes, series,
 * stories and the index of words follow. The earliest copy of one that goes is an original from
 * then on, with the other copies as its own; a theme without articles ends unless it is pinned.
 * What was reported stays as it was.
 *
 * It is an entry of the ledger, "remove", which the decision "undo" takes back: the articles are
 * kept aside in the file until then. They come back into their themes, or into those that these
 * have gone into. A removed article that is added again is a new one, placed by its words; it stays
 * when the removal is taken back, and the one that was removed does not come back.
 *
 * TDG_EINVAL where an id is unknown, or there is nothing to remove; then nothing is. */
TDG_API int tdg_archive_remove(struct tdg_archive *archive,
                               const struct tdg_archive_removal *removal,
                               const struct tdg_monitor *monitor, struct tdg_archive_change *change,
                               struct tdg_error *error);

/** Writes the report of a period ("2019-W10"; NULL: the newest that the articles reach the end of)
 * in a format of tdg_format_info: the articles of the archive up to the end of that period, in the
 * themes they are in now. The first time it is made and kept, later it is given again byte for
 * byte; with `again` it is made anew, and that one is given from then on. The archive is open to
 * write. TDG_EINVAL for an unknown period or format. */
TDG_API int tdg_archive_report(struct tdg_archive *archive, const char *period, const char *format,
                               bool again, FILE *stream, const struct tdg_monitor *monitor,
                               struct tdg_error *error);
/** The same into the file `path`, which appears complete or not at all. */
TDG_API int tdg_archive_report_save(struct tdg_archive *archive, const char *period,
                                    const char *format, bool again, const char *path,
                                    const struct tdg_monitor *monitor, struct tdg_error *error);

/** The themes inside one theme ("T5", "T5.1"), found among its articles alone: *analysis is new, to
 * be freed with tdg_analysis_free. Nothing is written. TDG_EINVAL where there is no such theme. */
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

/** What sets one period apart from another one: *difference is new, to be freed with
 * tdg_difference_free. Themes are as they are now. TDG_EINVAL for an unknown period. */
TDG_API int tdg_archive_diff(struct tdg_archive *archive, const char *before, const char *after,
                             const struct tdg_monitor *monitor, struct tdg_difference **difference,
                             struct tdg_error *error);
TDG_API void tdg_difference_free(struct tdg_difference *difference);
/** As JSON. TDG_EIO when the stream has an error. */
TDG_API int tdg_difference_print(const struct tdg_difference *difference, FILE *stream,
                                 struct tdg_error *error);

/** Why an article is in its theme: how much its words speak for it by now, and for the theme that
 * they speak for most after it. See struct tdg_why_term_view. */
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

/** *why is new, to be freed with tdg_archive_why_free. TDG_EINVAL where there is no such article.
 */
TDG_API int tdg_archive_why(struct tdg_archive *archive, const char *id,
                            const struct tdg_monitor *monitor, struct tdg_archive_why **why,
                            struct tdg_error *error);
TDG_API void tdg_archive_why_free(struct tdg_archive_why *why);
/** As JSON. TDG_EIO when the stream has an error. */
TDG_API int tdg_archive_why_print(const struct tdg_archive_why *why, FILE *stream,
                                  struct tdg_error *error);

/** Looks through the whole file. What is wrong is told line by line; *problems: how many. */
TDG_API int tdg_archive_check(struct tdg_archive *archive,
                              void (*tell)(void *context, const char *problem), void *context,
                              size_t *problems, struct tdg_error *error);

/** Numbers below are those of the ids: 3 is T3 or S3; 0 is none. */
struct tdg_archive_article {
    const char *id;
    const char *title;
    const char *source;
    const char *url;
    const char *language;
    const char *copy_of; /**< the id of the original, "" for an original */
    const char *reason;  /**< why it has no theme, "" where it has one */
    int64_t published;
    uint32_t theme;
    uint32_t second_theme;
    uint32_t story;
    double weight;
    double second_weight;
    const char *headline; /**< as in struct tdg_article_view */
    const char *period;   /**< "2019-W10", "" where it has no date */
};

struct tdg_archive_theme {
    uint32_t number;
    const char *title;       /**< its name by a person, else by the lexicon, else its label */
    const char *label;       /**< its terms */
    const char *name;        /**< by a person, "" for none */
    const char *description; /**< by a person */
    const char *state;       /**< "awake", "asleep", "ended" or "merged" */
    uint32_t into;           /**< the theme it was merged into, or went on in */
    bool pinned;
    bool hidden;
    size_t articles;
    size_t originals;
    int64_t first; /**< dates of its articles */
    int64_t last;
    const struct tdg_term_view *terms; /**< best first */
    size_t term_count;
};

struct tdg_archive_story {
    uint32_t number;
    uint32_t theme;
    uint32_t sequel_of;
    const char *headline;    /**< of its most central article */
    const char *headline_id; /**< and the id of that one */
    size_t articles;
    size_t originals;
    int64_t first;
    int64_t last;
};

/** One entry of the ledger, which tells everything that was done to the archive. */
struct tdg_archive_entry {
    uint32_t number;
    const char *kind;    /**< "add", "refit", "birth", "split", "merge", "end", "sleep", "return",
                              "change", or what a person did: "rename", "describe", "pin",
                              "unpin", "hide", "join" (two themes), "part" (one),
                              "remove" (articles), "mute", "unmute", "undo" */
    uint32_t theme;      /**< that it is about, or 0 */
    uint32_t other;      /**< theme that it came from or went into, or 0 */
    const char *article; /**< id, "" for none */
    int64_t date;        /**< of the newest article then */
    size_t articles;     /**< how many it is about */
    const char *text;    /**< a sentence */
    uint32_t undone;     /**< the entry that took it back, or 0 */
};

/** Which parts of an archive are wanted. */
enum tdg_archive_part {
    TDG_ARCHIVE_ARTICLES = 1,
    TDG_ARCHIVE_THEMES = 2,
    TDG_ARCHIVE_STORIES = 4,
    TDG_ARCHIVE_LEDGER = 8,
    TDG_ARCHIVE_MUTED = 16, /**< all that is muted */
};

struct tdg_archive_request {
    unsigned parts;      /**< any of enum tdg_archive_part */
    uint32_t theme;      /**< only what belongs to this theme; 0: all */
    uint32_t story;      /**< only articles of this story */
    int64_t from;        /**< only articles and stories from here on; TDG_NO_DATE: no limit */
    int64_t to;          /**< … and before this */
    const char *article; /**< only the article with this id; NULL: all */
    const char *words;   /**< only articles with these words, best first; NULL: all */
    size_t limit;        /**< newest articles, largest stories; 0: all */
};

/** What was asked for, in one consistent state of the archive: articles by time (unknown last),
 * then id; themes and entries by number; stories by number. With a limit or with words, see there.
 * All borrowed until tdg_archive_listing_free. */
struct tdg_archive_listing {
    const struct tdg_archive_article *articles;
    size_t article_count;
    const struct tdg_archive_theme *themes;
    size_t theme_count;
    const struct tdg_archive_story *stories;
    size_t story_count;
    const struct tdg_archive_entry *entries;
    size_t entry_count;
    unsigned parts; /**< that were asked for */
    const struct tdg_mute_view *muted;
    size_t mute_count;
};

TDG_API int tdg_archive_read(struct tdg_archive *archive, const struct tdg_archive_request *request,
                             struct tdg_archive_listing **listing, struct tdg_error *error);
TDG_API void tdg_archive_listing_free(struct tdg_archive_listing *listing);

/** A way to write a listing: "json", "jsonl", "csv", "graphml". Every byte follows from the
 * listing. TDG_EINVAL for an unknown format, TDG_EIO when the stream has an error. */
TDG_API int tdg_archive_print(const struct tdg_archive_listing *listing, const char *format,
                              FILE *stream, struct tdg_error *error);

#ifdef __cplusplus
}
#endif
#endif
