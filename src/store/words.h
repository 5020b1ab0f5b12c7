// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_WORDS_H
#define TDG_STORE_WORDS_H

#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "store/store.h"

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
int tdg_archive_model(struct tdg_stored_model *model, struct tdg_archive *archive,
                      struct tdg_error *error);
int tdg_archive_new_model(struct tdg_archive *archive, const struct tdg_stored_model *model,
                          int64_t ledger, struct tdg_error *error);

#endif
