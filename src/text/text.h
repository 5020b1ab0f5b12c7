// SPDX-License-Identifier: GPL-3.0-or-later
/** Stage 3: text → terms.
 *
 * A term is the stem of a word in the language of its article, so that every spelling of a word is
 * one term; people are shown its most frequent surface form.
 */
#ifndef TDG_TEXT_TEXT_H
#define TDG_TEXT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/workers.h"
#include "read/read.h"

/** Stands in a stream where two terms are not neighbours in the text: the end of a sentence or a
 * clause, or a stop word between them. Never twice in a row. */
#define TDG_BREAK UINT32_MAX

/** The terms of all articles in the order of the text, title first.
 * The stream of article i is term[begin[i]] … term[begin[i + 1] - 1]; its title ends at (before)
 * title_end[i]. Terms are numbered in the byte order of their stems, so that a number does not
 * depend on the order of the articles. {0} is empty. */
struct tdg_streams {
    size_t articles;
    size_t *begin;     /* [articles + 1] */
    size_t *title_end; /* [articles] */
    uint32_t *term;    /* [begin[articles]] term numbers and TDG_BREAK */
    uint32_t term_count;
    const char **stem; /* [term_count] */
    const char *
        *surface; /* [term_count] the most frequent spelling; in a tie the first in byte order */
    struct tdg_arena arena;
};

void tdg_streams_done(struct tdg_streams *streams);

struct tdg_text_options {
    bool stem;       /* false: a term is the case-folded word */
    bool stop_words; /* leave out the stop words of the article's language */
    bool words;      /* find words by Unicode rules; false: the text is tokens separated by blanks,
                        taken as they are */
    size_t most_terms; /* distinct terms; TDG_ELIMIT beyond */
};

/** stem, stop_words and words are true; the usual limit. */
struct tdg_text_options tdg_text_defaults(void);

/** Cuts titles and bodies into terms. */
int tdg_streams_build(struct tdg_streams *streams, const struct tdg_articles *articles,
                      const struct tdg_text_options *options, struct tdg_workers *workers,
                      const struct tdg_monitor *monitor, struct tdg_error *error);

/** True where tidings has a list of stop words for an ISO 639-1 code. */
bool tdg_has_stop_words(const char *language);

#endif
