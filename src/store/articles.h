// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_ARTICLES_H
#define TDG_STORE_ARTICLES_H

#include <stdbool.h>
#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "base/buffer.h"
#include "input/input.h"
#include "store/store.h"

/** Appends the value; nothing where there is none. */
int tdg_archive_setting(struct tdg_buffer *value, struct tdg_archive *archive, const char *name,
                        struct tdg_error *error);
int tdg_archive_set(struct tdg_archive *archive, const char *name, const char *value,
                    struct tdg_error *error);

/** *number = 0 where there is no article of this id; else *same says whether its content is this
 * one. */
int tdg_archive_find(int64_t *number, bool *same, struct tdg_archive *archive, const char *id,
                     const char *content, struct tdg_error *error);

/** Calls `each` for the articles with an id, and for those whose id is this one with a suffix
 * ("id~1a2b3c4d"): number, id, title, source, url, published and content are filled in. */
int tdg_archive_each_namesake(struct tdg_archive *archive, const char *id,
                              int (*each)(void *context, const struct tdg_stored_article *article),
                              void *context, struct tdg_error *error);

/** The same for the articles with the title and a form of the address of one (tdg_page_number). */
int tdg_archive_each_page(struct tdg_archive *archive, const struct tdg_article *article,
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
int tdg_article_cursor_open(struct tdg_article_cursor **cursor, struct tdg_archive *archive,
                            const struct tdg_article_range *range, struct tdg_error *error);

/** 1 with the next article, without its content, borrowed until the next call; 0 at the end; or a
 * negative status. */
int tdg_article_cursor_next(struct tdg_article_cursor *cursor, struct tdg_stored_article *article);
void tdg_article_cursor_close(struct tdg_article_cursor *cursor);

/** The highest number of the articles that are there; 0 where there is none. */
int tdg_archive_last_article(int64_t *number, struct tdg_archive *archive, struct tdg_error *error);
int tdg_archive_count(struct tdg_archive_counts *counts, struct tdg_archive *archive,
                      struct tdg_error *error);

#endif
