// SPDX-License-Identifier: GPL-3.0-or-later
/** The archive as it is stored: articles, themes, stories, words, ledger.
 *
 * This stage keeps and finds; what to keep is decided by the engine. Functions fail with the status
 * and sentence of tdg_sql_failed. Numbers of rows begin with 1, 0 is none. */
#ifndef TDG_ARCHIVE_ARCHIVE_H
#define TDG_ARCHIVE_ARCHIVE_H

#include <tidings/archive.h>

#include "base/buffer.h"
#include "text/text.h"

/** One writer at a time: waits a few seconds for another one, then fails with TDG_EIO. */
int tdg_archive_begin(struct tdg_archive *archive, struct tdg_error *error);
/** One state of the archive, up to tdg_archive_looked. Both fail with TDG_EFORMAT where the small
 * tables, which everything builds on, are not as they were left. */
int tdg_archive_look(struct tdg_archive *archive, struct tdg_error *error);
/** Returns the status, or TDG_EIO where what was seen may have been no single state. */
int tdg_archive_looked(struct tdg_archive *archive, int status, struct tdg_error *error);
int tdg_archive_commit(struct tdg_archive *archive, struct tdg_error *error);
/** Takes back what was done since tdg_archive_begin, if anything. */
void tdg_archive_undo(struct tdg_archive *archive);

/** TDG_EFORMAT, with a sentence about what is wrong in which table. */
int tdg_archive_damaged(const struct tdg_archive *archive, struct tdg_error *error,
                        const char *table, const char *what);
/** Looks through the tables. What is wrong is told line by line; *problems: how many. */
int tdg_archive_check_tables(struct tdg_archive *archive,
                             void (*tell)(void *context, const char *problem), void *context,
                             size_t *problems, struct tdg_error *error);

/** Appends the value; nothing where there is none. */
int tdg_archive_setting(struct tdg_buffer *value, struct tdg_archive *archive, const char *name,
                        struct tdg_error *error);
int tdg_archive_set(struct tdg_archive *archive, const char *name, const char *value,
                    struct tdg_error *error);

/* articles.c */

/** An article as it is kept. Strings are never NULL. */
struct tdg_stored_article {
    int64_t number;
    const char *id, *title, *source, *url, *language;
    const char *content; /* digest of what was read, then that of its words (engine) */
    const char *body;    /* "" where it was not asked for */
    const char *reason;
    int64_t published;
    int64_t period;                              /* a number of tdg_stored_period, or 0 */
    int64_t copy_of, theme, second_theme, story; /* numbers or 0 */
    double weight, second_weight;
};

/** *number = 0 where there is no article of this id; else *same says whether its content is this
 * one. */
int tdg_archive_find(int64_t *number, bool *same, struct tdg_archive *archive, const char *id,
                     const char *content, struct tdg_error *error);
/** Calls `each` for the articles with an id, and for those whose id is this one with a suffix
 * ("id~1a2b3c4d"): number, id, title, source, url, published and content are filled in. */
int tdg_archive_each_namesake(struct tdg_archive *archive, const char *id,
                              int (*each)(void *context, const struct tdg_stored_article *article),
                              void *context, struct tdg_error *error);
/** The same for the articles with an address and a title. */
int tdg_archive_each_page(struct tdg_archive *archive, const char *url, const char *title,
                          int (*each)(void *context, const struct tdg_stored_article *article),
                          void *context, struct tdg_error *error);
/** Appends the title and the language of an article. */
int tdg_archive_title(struct tdg_buffer *title, struct tdg_buffer *language,
                      struct tdg_archive *archive, int64_t article, struct tdg_error *error);
/** Appends the text of an article. */
int tdg_archive_text(struct tdg_buffer *text, struct tdg_archive *archive, int64_t article,
                     struct tdg_error *error);
/** Changes what is known of an article but for its words, its place and when it was added. */
int tdg_archive_correct(struct tdg_archive *archive, const struct tdg_stored_article *article,
                        struct tdg_error *error);
/** Adds an article, or changes the one of article->number. Its place is that of one without any. A
 * new one gets its number. */
int tdg_archive_put(struct tdg_archive *archive, struct tdg_stored_article *article, int64_t ledger,
                    struct tdg_error *error);
/** Stores copy_of, theme, second_theme, weights and reason. */
int tdg_archive_place(struct tdg_archive *archive, const struct tdg_stored_article *article,
                      struct tdg_error *error);
int tdg_archive_set_story(struct tdg_archive *archive, int64_t article, int64_t story,
                          struct tdg_error *error);
/** Of an article: the number of its original, of its theme and of its story. */
int tdg_archive_place_of(int64_t *copy_of, int64_t *theme, int64_t *story,
                         struct tdg_archive *archive, int64_t article, struct tdg_error *error);
/** Puts a copy where its original is, and what was a copy of it before as well; tells where. */
int tdg_archive_place_as(struct tdg_archive *archive, int64_t article, int64_t original,
                         int64_t *theme, int64_t *story, struct tdg_error *error);
/** Takes an article out of the index of words, or puts it in. */
int tdg_archive_unindex(struct tdg_archive *archive, int64_t article, struct tdg_error *error);
int tdg_archive_index(struct tdg_archive *archive, int64_t article, struct tdg_error *error);
/** Calls `each` for the number of every copy of an article. */
int tdg_archive_each_copy(struct tdg_archive *archive, int64_t article,
                          int (*each)(void *context, int64_t copy), void *context,
                          struct tdg_error *error);
/** What an article is a copy of, 0 for none; it stays where it is. */
int tdg_archive_set_copy(struct tdg_archive *archive, int64_t article, int64_t original,
                         struct tdg_error *error);
/** Moves an original and its copies into a theme, with no second one. */
int tdg_archive_move(struct tdg_archive *archive, int64_t article, int64_t theme, double weight,
                     struct tdg_error *error);
/** Stories are in the theme that most of their articles are in: those of a theme (0: of all) with
 * articles that came, or came again, after an entry of the ledger (0: all). */
int tdg_archive_settle_stories(struct tdg_archive *archive, int64_t theme, int64_t since,
                               struct tdg_error *error);

/** The themes of the stories that articles of a theme are in, likewise. */
int tdg_archive_settle_stories_of(struct tdg_archive *archive, int64_t theme,
                                  struct tdg_error *error);

/** Which articles: dated ones from <= time < to, the `limit` newest of them (0: all), newest first;
 * undated ones besides where that is asked for. */
struct tdg_article_range {
    int64_t from, to; /* TDG_NO_DATE for no limit */
    size_t limit;
    bool undated;
    int64_t after;   /* only those with a higher number, which came later; 0: all */
    int64_t theme;   /* only of this theme; 0: all */
    int64_t article; /* only the one with this number; 0: all */
};
struct tdg_article_cursor;
int tdg_article_cursor_open(struct tdg_article_cursor **cursor, struct tdg_archive *archive,
                            const struct tdg_article_range *range, struct tdg_error *error);
/** 1 with the next article, without its content, borrowed until the next call; 0 at the end; or a
 * negative status. */
int tdg_article_cursor_next(struct tdg_article_cursor *cursor, struct tdg_stored_article *article);
void tdg_article_cursor_close(struct tdg_article_cursor *cursor);

/** Numbers about all articles. */
struct tdg_archive_counts {
    size_t articles;
    size_t originals;
    size_t unplaced; /* originals that fit no theme */
    int64_t oldest;  /* TDG_NO_DATE where none has a date */
    int64_t newest;
    int64_t now; /* like newest, but for a few whose dates may be wrong */
};
/** The highest number of the articles that are there; 0 where there is none. */
int tdg_archive_last_article(int64_t *number, struct tdg_archive *archive, struct tdg_error *error);
int tdg_archive_count(struct tdg_archive_counts *counts, struct tdg_archive *archive,
                      struct tdg_error *error);

/** The reason of articles that fit none of the themes. */
extern const char tdg_fits_none[];

/* periods.c */

/** A period that articles are in: from start <= time < until. */
struct tdg_stored_period {
    int64_t number; /* in the order of time */
    const char *id;
    int64_t start, until;
};
/** Keeps it where it is not known yet. */
int tdg_archive_keep_period(struct tdg_archive *archive, const struct tdg_stored_period *period,
                            struct tdg_error *error);

/* themes.c */

struct tdg_stored_theme {
    int64_t number;
    double words; /* of all its originals: the sum of ln(1 + count) */
    size_t originals;
    int64_t last; /* date of its newest article */
    bool asleep;
    bool pinned;
    bool hidden;
};
struct tdg_stored_themes {
    struct tdg_stored_theme *items; /* [count] by number: those that are neither merged nor ended */
    size_t count;
};
int tdg_archive_themes(struct tdg_stored_themes *themes, struct tdg_archive *archive,
                       struct tdg_error *error);
void tdg_stored_themes_done(struct tdg_stored_themes *themes);

int tdg_archive_new_theme(int64_t *number, struct tdg_archive *archive, const char *label,
                          const char *name, int64_t ledger, struct tdg_error *error);
/** Another label and other terms. */
int tdg_archive_relabel(struct tdg_archive *archive, int64_t theme, const char *label,
                        const char *name, const struct tdg_term_view *terms, size_t count,
                        struct tdg_error *error);
/** state: "awake", "asleep", "ended", "merged"; into: a theme or 0. */
int tdg_archive_set_state(struct tdg_archive *archive, int64_t theme, const char *state,
                          int64_t into, struct tdg_error *error);

int tdg_archive_new_story(int64_t *number, struct tdg_archive *archive, int64_t theme,
                          struct tdg_error *error);
/** headline, sequel_of: 0 leaves what is there. */
int tdg_archive_describe_story(struct tdg_archive *archive, int64_t story, int64_t headline,
                               int64_t sequel_of, struct tdg_error *error);

/* words.c: what the themes are made of */

/** Of a term: its number, its articles (originals) and its words, all 0 where it is not known. */
struct tdg_stored_term {
    int64_t number;
    size_t articles;
    double words;
};
int tdg_archive_term(struct tdg_stored_term *term, struct tdg_archive *archive, const char *stem,
                     struct tdg_error *error);
/** Calls `each` for every theme that has words of a term. */
int tdg_archive_term_themes(struct tdg_archive *archive, int64_t term,
                            void (*each)(void *context, int64_t theme, double words), void *context,
                            struct tdg_error *error);
/** Adds to what is known of a term, which is new where term->number is 0 and then gets it. */
int tdg_archive_grow_term(struct tdg_archive *archive, struct tdg_stored_term *term,
                          const char *stem, int64_t articles, double words,
                          struct tdg_error *error);
int tdg_archive_grow_theme(struct tdg_archive *archive, int64_t term, int64_t theme, double words,
                           struct tdg_error *error);
/** The words of all terms of a theme. */
int tdg_archive_grow_all(struct tdg_archive *archive, int64_t theme, double words,
                         struct tdg_error *error);
/** Forgets all words. */
int tdg_archive_forget_words(struct tdg_archive *archive, struct tdg_error *error);

/** What was learnt when themes were last found in all articles. */
struct tdg_stored_model {
    int64_t number; /* 0: there is none yet */
    size_t articles;
    size_t themes;
    uint32_t fewest_articles; /* of a term that speaks */
    double largest_share;     /* of the articles, that such a term may be in */
    double least_evidence;    /* nats a word, below which an article fits no theme */
    size_t terms;             /* how many speak now */
};
int tdg_archive_model(struct tdg_stored_model *model, struct tdg_archive *archive,
                      struct tdg_error *error);
int tdg_archive_new_model(struct tdg_archive *archive, const struct tdg_stored_model *model,
                          int64_t ledger, struct tdg_error *error);

/* ledger.c */

struct tdg_ledger_entry {
    const char *kind;
    int64_t theme, other; /* or 0 */
    const char *article;  /* or NULL */
    size_t articles;
    const char *text;
    const char *before; /* what a person's decision replaced; NULL: nothing */
};
/** The date of the entry is the time that the archive has come to (TDG_NOW in store.h). */
int tdg_archive_enter(int64_t *number, struct tdg_archive *archive,
                      const struct tdg_ledger_entry *entry, struct tdg_error *error);
/** Calls `each` for what became of themes while the newest article was from `from` on, before `to`,
 * and was not taken back, in the order of the ledger. */
int tdg_archive_each_event(struct tdg_archive *archive, int64_t from, int64_t to,
                           int (*each)(void *context, const struct tdg_ledger_entry *entry,
                                       int64_t date),
                           void *context, struct tdg_error *error);
/** Finishes an entry that was begun before its numbers were known. */
int tdg_archive_reword(struct tdg_archive *archive, int64_t number, size_t articles,
                       const char *text, struct tdg_error *error);
int tdg_archive_set_other(struct tdg_archive *archive, int64_t number, int64_t other,
                          struct tdg_error *error);
/** Whether a person has merged another theme into this one. */
bool tdg_archive_is_joined(struct tdg_archive *archive, int64_t theme);
/** Keeps the theme that an article had before an entry moved it. */
int tdg_archive_keep_move(struct tdg_archive *archive, int64_t ledger, int64_t article,
                          int64_t theme, struct tdg_error *error);

/* curate.c: what a person decides */

/** Whether a kind of decision sets a column of a theme: "rename", "describe", "pin", "unpin",
 * "hide". */
bool tdg_archive_is_setting(const char *kind);
/** Sets it, and appends what was there before. */
int tdg_archive_set_theme(struct tdg_archive *archive, const char *kind, int64_t theme,
                          const char *value, struct tdg_buffer *before, struct tdg_error *error);
/** Appends the state of a theme; nothing where there is none. */
int tdg_archive_theme_state(struct tdg_buffer *state, struct tdg_archive *archive, int64_t theme,
                            struct tdg_error *error);
/** Moves everything of a theme into another one; what moved is kept with the entry. */
int tdg_archive_join(struct tdg_archive *archive, int64_t theme, int64_t into, int64_t ledger,
                     struct tdg_error *error);
/** The words of a theme, which are to be learnt anew. */
int tdg_archive_forget_theme(struct tdg_archive *archive, int64_t theme, struct tdg_error *error);

/** An entry of the ledger; `before` is to be freed. */
struct tdg_decision {
    int64_t number; /* 0: there is none */
    int64_t theme, other, undone;
    char kind[16];
    struct tdg_buffer before;
};
/** The one with a number; 0: the last decision that was not taken back. */
int tdg_archive_decision(struct tdg_decision *decision, struct tdg_archive *archive, int64_t number,
                         struct tdg_error *error);
/** The first of the later entries that build on a decision, 0 for none: another one about the same,
 * or a refit, after which what was put together or taken apart is not what it was. */
int tdg_archive_later_entry(int64_t *number, struct tdg_archive *archive,
                            const struct tdg_decision *decision, struct tdg_error *error);
int tdg_archive_mark_undone(struct tdg_archive *archive, int64_t number, int64_t by,
                            struct tdg_error *error);

/* before.c: how two themes that became one, or one that became two, come back */

/** Keeps with the entry what it is going to change of a theme, and whether `pinned` is pinned. */
int tdg_archive_remember(struct tdg_archive *archive, int64_t ledger, int64_t theme, int64_t pinned,
                         struct tdg_error *error);
/** Forgets the articles that the entry has not changed. */
int tdg_archive_forget_unchanged(struct tdg_archive *archive, int64_t ledger,
                                 struct tdg_error *error);
/** Everything that was remembered is as it was, but for what has come since then. */
int tdg_archive_restore(struct tdg_archive *archive, const struct tdg_decision *decision,
                        int64_t pinned, struct tdg_error *error);

/* removed.c: what a person took out of the archive, and how it comes back. Lists are to be freed.
 */

/** Copies articles to those that an entry removes; unknown ones are no error. */
int tdg_archive_take_id(struct tdg_archive *archive, int64_t ledger, const char *id,
                        struct tdg_error *error);
int tdg_archive_take_source(struct tdg_archive *archive, int64_t ledger, const char *source,
                            struct tdg_error *error);
/** Those that came, or last came again with other words, with the entry `batch`. */
int tdg_archive_take_batch(struct tdg_archive *archive, int64_t ledger, int64_t batch,
                           struct tdg_error *error);
int tdg_archive_is_batch(bool *is, struct tdg_archive *archive, int64_t entry,
                         struct tdg_error *error);
/** All of an entry, ascending. */
int tdg_archive_list_removed(int64_t **numbers, size_t *count, struct tdg_archive *archive,
                             int64_t ledger, struct tdg_error *error);
/** Copies that stay are copies of the earliest of them, which is listed: an original now. */
int tdg_archive_release_of_removed(int64_t **heirs, size_t *count, struct tdg_archive *archive,
                                   int64_t ledger, struct tdg_error *error);
/** The articles themselves, which are out of the index of words already; stories get other
 * headlines. */
int tdg_archive_delete_removed(struct tdg_archive *archive, int64_t ledger,
                               struct tdg_error *error);
/** Themes without articles since then, but for pinned ones. */
int tdg_archive_list_emptied(int64_t **themes, size_t *count, struct tdg_archive *archive,
                             int64_t ledger, struct tdg_error *error);
/** The themes that ended with the entry go on: their ends are taken back by the entry `by`. */
int tdg_archive_wake_ended(struct tdg_archive *archive, int64_t ledger, int64_t by,
                           struct tdg_error *error);
/** Puts back what has not come again meanwhile, into the themes that theirs have become, and lists
 * it; its words and their index are up to the caller. */
int tdg_archive_put_removed_back(int64_t **numbers, size_t *count, struct tdg_archive *archive,
                                 int64_t ledger, struct tdg_error *error);
/** Copies that became originals when their original went, which is back. */
int tdg_archive_list_released(int64_t **heirs, size_t *count, struct tdg_archive *archive,
                              int64_t ledger, struct tdg_error *error);
/** They, and what is a copy of them, are copies of it again. */
int tdg_archive_join_released(struct tdg_archive *archive, int64_t ledger, struct tdg_error *error);
/** What is back is not removed any more. */
int tdg_archive_forget_removed(struct tdg_archive *archive, int64_t ledger,
                               struct tdg_error *error);
/** The themes of the stories that the articles of an entry were in. */
int tdg_archive_settle_stories_of_removed(struct tdg_archive *archive, int64_t ledger,
                                          struct tdg_error *error);

/* reports.c */

/** The newest report of a period; 0: there is none. */
int tdg_archive_find_report(int64_t *number, struct tdg_archive *archive, const char *period,
                            struct tdg_error *error);
/** Articles from <= time < to that came, or came again, after a report was made. */
int tdg_archive_late_articles(size_t *count, struct tdg_archive *archive, int64_t report,
                              int64_t from, int64_t to, struct tdg_error *error);
int tdg_archive_new_report(int64_t *number, struct tdg_archive *archive, const char *period,
                           int64_t ledger, struct tdg_error *error);
int tdg_archive_keep_file(struct tdg_archive *archive, int64_t report, const char *format,
                          const char *text, size_t size, struct tdg_error *error);
/** Appends it. TDG_EINVAL where it was made without this format. */
int tdg_archive_load_file(struct tdg_buffer *text, struct tdg_archive *archive, int64_t report,
                          const char *format, struct tdg_error *error);
/** Whether something was muted, or is no longer, since a report was made. */
int tdg_archive_muted_since(bool *changed, struct tdg_archive *archive, int64_t report,
                            struct tdg_error *error);
/** theme: its number, 0 for a term; first, last: ids of periods. */
int tdg_archive_keep_finding(struct tdg_archive *archive, int64_t report, size_t rank,
                             const struct tdg_finding_view *finding, int64_t theme,
                             const char *first, const char *last, struct tdg_error *error);

/* muted.c */

/** What is muted, as it was when the change or the look began, and since the last call of the next.
 * Borrowed. */
const struct tdg_mutes *tdg_archive_mutes(const struct tdg_archive *archive);
/** Mutes, or takes back that something is muted. */
int tdg_archive_mute(struct tdg_archive *archive, enum tdg_mute_kind kind, const char *text,
                     bool muted, struct tdg_error *error);
/** Whether there is anything in the archive that item `index` of the mutes is about. */
int tdg_archive_mute_meets(bool *met, struct tdg_archive *archive, size_t index,
                           struct tdg_error *error);

/* names.c: what views are made of */

/** Calls `each` for every theme: its name by a person, else by the lexicon, and its label, as they
 * may be shown. */
int tdg_archive_each_theme(struct tdg_archive *archive,
                           int (*each)(void *context, int64_t theme, const char *name,
                                       const char *label, bool hidden),
                           void *context, struct tdg_error *error);
/** Appends "T3 (Trade disputes)". */
int tdg_archive_name_theme(struct tdg_buffer *text, struct tdg_archive *archive, int64_t theme,
                           struct tdg_error *error);
/** The headline of a story and the story it takes up again, as numbers or 0. */
int tdg_archive_story(int64_t *headline, int64_t *sequel_of, struct tdg_archive *archive,
                      int64_t story, struct tdg_error *error);
/** The number of the newest entry of the ledger. */
int tdg_archive_newest_entry(int64_t *number, struct tdg_archive *archive, struct tdg_error *error);

#endif
