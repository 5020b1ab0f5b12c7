// SPDX-License-Identifier: GPL-3.0-or-later
/** Text → terms.
 *
 * A term is the stem of a word in the language of its article, so that every spelling of a word is
 * one term; people are shown its most frequent surface form. Two or three words that stand side by
 * side more often than chance has it ("trade war", "Czech Republic") are a term, too, a phrase,
 * beside the terms of their words. Where "cyber security" is also written "cybersecurity", both are
 * that one term.
 */
#ifndef TDG_TEXT_TEXT_H
#define TDG_TEXT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "base/memory.h"
#include "text/word_lists.h"

enum tdg_text_place { TDG_TITLE_START, TDG_TITLE_END, TDG_BODY_START, TDG_TEXT_PLACES };

/** Stands in a stream where two terms are not neighbours in the text: the end of a sentence or a
 * clause, or a stop word between them. Never twice in a row. */
#define TDG_BREAK UINT32_MAX

/** A phrase in the text of an article. */
struct tdg_phrase {
    uint32_t at; /* its first word is term[begin[i] + at] of article i */
    uint32_t term;
};

/** A term that an article never writes by the word that shows it, and the word that it writes. */
struct tdg_variant {
    uint32_t term;
    uint32_t text;
};

/** Of article i those from begin[i] on, ascending by term. {0} is empty. */
struct tdg_variants {
    size_t *begin; /* [articles + 1]; NULL where nothing is known */
    struct tdg_variant *items;
    size_t count;
    const char **text; /* [text_count] */
    uint32_t text_count;
};

/** A recurring column: words that begin or end the titles of articles about anything ("Business
 * live", "… obituary"). */
enum { TDG_RUBRIC_WORDS = 8 }; /* at most */
struct tdg_recurring_column {
    enum tdg_text_place place; /* TDG_TITLE_START or TDG_TITLE_END */
    uint32_t term[TDG_RUBRIC_WORDS];
    uint32_t words;  /* of them, in the order of the text */
    size_t articles; /* with its words at this place and no longer column; copies among them */
};

/** The columns of titles. {0} is empty. */
struct tdg_recurring_columns {
    struct tdg_recurring_column
        *items; /* [count] most articles first; in a tie as their stems sort */
    size_t count;
    size_t titles;    /* of articles that have one at either end, copies among them */
    uint8_t *opening; /* [articles] places of the stream, from its beginning on, that are a column;
                         NULL where no column was found */
    uint8_t *closing; /* [articles] places before the end of the title */
};

/** The terms of all articles in the order of the text, title first.
 * The stream of article i is term[begin[i]] … term[begin[i + 1] - 1]; its title ends at (before)
 * title_end[i]. Words are numbered in the byte order of their stems, so that a number does not
 * depend on the order of the articles; behind them come the phrases, in the byte order of theirs
 * (stems with a blank between). {0} is empty. */
struct tdg_streams {
    size_t articles;
    bool sorted;       /* only titles have their words in the order of the text */
    size_t *begin;     /* [articles + 1] */
    size_t *title_end; /* [articles] */
    uint32_t *term;    /* [begin[articles]] numbers of words, and TDG_BREAK */
    uint32_t term_count;
    uint32_t phrase_count;     /* the last ones of the terms */
    size_t *phrase_begin;      /* [articles + 1]; NULL where there is no phrase */
    struct tdg_phrase *phrase; /* [phrase_begin[articles]] of article i from phrase_begin[i] on,
                                  ascending by place, the shorter one first */
    const char **stem;         /* [term_count] */
    const char *
        *surface; /* [term_count] the most frequent spelling; in a tie the first in byte order */
    struct tdg_variants variants;
    struct tdg_recurring_columns recurring; /* see tdg_recurring_columns_find */
    const struct tdg_word_lists *lists;     /* of a person, borrowed; NULL for none */
    struct tdg_arena arena;
};

/** The phrases of article i; none where the streams have none. */
struct tdg_phrases {
    const struct tdg_phrase *items;
    size_t count;
};

static inline struct tdg_phrases tdg_phrases_of(const struct tdg_streams *streams, size_t article)
{
    if (!streams->phrase_count)
        return (struct tdg_phrases){NULL, 0};
    const size_t *begin = streams->phrase_begin + article;
    return (struct tdg_phrases){streams->phrase + begin[0], begin[1] - begin[0]};
}

/** Whether the term at this place of the stream is part of a column, which says what sort of
 * article this is, and nothing of its subject: it is not counted. */
static inline bool tdg_in_recurring_column(const struct tdg_streams *streams, size_t article,
                                           size_t at)
{
    const struct tdg_recurring_columns *recurring = &streams->recurring;
    return recurring->opening &&
           (at < streams->begin[article] + recurring->opening[article] ||
            (at < streams->title_end[article] &&
             at + recurring->closing[article] >= streams->title_end[article]));
}

struct tdg_text_options {
    bool stem;       /* false: a term is the case-folded word */
    bool stop_words; /* leave out the stop words of the article's language */
    bool phrases;    /* find phrases and join compounds; not where `words` is false */
    bool words;      /* find words by Unicode rules; false: the text is tokens separated by blanks,
                        taken as they are */
    bool sorted;     /* the words of bodies are in no order that says anything */
    const struct tdg_word_lists *lists; /* of a person; NULL for none */
    size_t max_terms;                   /* distinct terms; TDG_ELIMIT beyond */
};

/** A subject of a person: its name, and words and phrases that stand for it. */
struct tdg_seed_topic {
    const char *name;
    const char **words; /* [count] as they were written */
    size_t count;
    size_t line; /* of the file */
};

/** {0} is empty. */
struct tdg_seed_topics {
    struct tdg_seed_topic *items; /* [count] in the order of the file */
    size_t count;
    size_t capacity;
    struct tdg_arena arena;
};

/** What a person does not want to see. It stays in every count of articles, and
 *  - a term is in no label, no list of terms, no name from a lexicon and no finding, and drives
 * none;
 *  - articles of a column, whose titles begin or end with its words, are no representatives, no
 *    evidence and in no story, and its words do not count in them for labels, terms and findings;
 *  - articles of a source are no representatives, no evidence and no headlines; what only they tell
 *    is no story.
 * A finding needs some articles of no muted column or source (series/drivers.c). */
enum { TDG_MUTE_KINDS = TDG_MUTE_SOURCE + 1 };

struct tdg_mute {
    enum tdg_mute_kind kind;
    const char *text; /* as it was written */
    size_t line;      /* of the file; 0 for none */
};

/** {0} is empty. */
struct tdg_mutes {
    struct tdg_mute *items; /* [count] none twice */
    size_t count;
    size_t capacity;
    struct tdg_arena arena;
};

/** Mutes, ready to be compared with articles in some languages. It notes what it met. Not
 * thread-safe. */
struct tdg_muting;

enum { TDG_MUTED_COLUMN = 1, TDG_MUTED_SOURCE = 2 };

#endif
