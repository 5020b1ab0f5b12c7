// SPDX-License-Identifier: GPL-3.0-or-later
/** The archive as it is stored: articles, themes, stories, words, ledger.
 *
 * This stage keeps and finds; what to keep is decided by the engine. Functions fail with the status
 * and sentence of tdg_sql_failed. Numbers of rows begin with 1, 0 is none. */
#ifndef TDG_STORE_STORE_H
#define TDG_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

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
    int64_t event; /* the number of the article that it began with, or 0 */
    double weight, second_weight;
};

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

/** Numbers about all articles. */
struct tdg_archive_counts {
    size_t articles;
    size_t originals;
    size_t unplaced; /* originals that fit no theme */
    int64_t oldest;  /* TDG_NO_DATE where none has a date */
    int64_t newest;
    int64_t now; /* like newest, but for a few whose dates may be wrong */
};

/** A period that articles are in: from start <= time < until. */
struct tdg_stored_period {
    int64_t number; /* in the order of time */
    const char *id;
    int64_t start, until;
};

struct tdg_stored_theme {
    int64_t number;
    double words; /* of all its originals: the sum of ln(1 + count) */
    size_t originals;
    int64_t last; /* date of its newest article */
    bool asleep;
    bool pinned;
    bool hidden;
    bool leaving; /* all of its originals wait to go to other themes */
};
struct tdg_stored_themes {
    struct tdg_stored_theme *items; /* [count] by number: those that are neither merged nor ended */
    size_t count;
};

/** Of a term: its number, its articles (originals) and its words, all 0 where it is not known. */
struct tdg_stored_term {
    int64_t number;
    size_t articles;
    double words;
};

/** What was learnt when themes were last found in all articles. */
struct tdg_stored_model {
    int64_t number; /* 0: there is none yet */
    size_t articles;
    size_t themes;
    uint32_t min_articles; /* of a term that speaks */
    double largest_share;  /* of the articles, that such a term may be in */
    double min_evidence;   /* nats a word, below which an article fits no theme */
    size_t terms;          /* how many speak now */
};

/** An entry of the ledger; `before` is to be freed. */
struct tdg_decision {
    int64_t number; /* 0: there is none */
    int64_t theme, other, undone;
    enum tdg_ledger_kind kind;
    struct tdg_buffer before;
};

#endif
