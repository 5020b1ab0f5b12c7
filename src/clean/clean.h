// SPDX-License-Identifier: GPL-3.0-or-later
/** Stage 2: articles → plain text in a known language, and copies. */
#ifndef TDG_CLEAN_CLEAN_H
#define TDG_CLEAN_CLEAN_H

#include "base/workers.h"
#include "read/read.h"

struct tdg_clean_options {
    const char *language; /* "auto": per article; "none": as given, no language; or an ISO 639-1
                             code for all articles */
};

/** Replaces titles and bodies by plain text in Unicode normal form C: mark-up and character
 * references resolved, control characters gone, blanks collapsed (a line break stays one, an empty
 * line separates paragraphs), credit lines, captions and lines that recur in a large share of one
 * source's articles removed from bodies. Sets `language` of every article to an ISO 639-1 code, or
 * "" where it cannot be told. The old bodies are freed. Articles are in their final order. */
int tdg_clean(struct tdg_articles *articles, const struct tdg_clean_options *options,
              struct tdg_workers *workers, const struct tdg_monitor *monitor,
              struct tdg_error *error);

/** copy_of[i] becomes the index of the earliest article with the same text, TDG_NONE where i is an
 * original. Two texts are the same where their words are, whatever the case and the punctuation, or
 * where seven tenths of the shorter one are in the other: shortened, with a paragraph more, under
 * another headline. Of brief texts, such as titles, one has to be in the other word for word with
 * hardly any more. A copy of a copy is one of the first. A text without words is nobody's copy.
 * copy_of: [articles->count], by the caller. */
int tdg_find_copies(const struct tdg_articles *articles, uint32_t *copy_of,
                    struct tdg_workers *workers, struct tdg_error *error);

/** The stop words of a language (ISO 639-1): function words, case-folded, separated by single
 * blanks; NULL where tidings has no list. Static storage. They live here because they also tell
 * which language a text is in. */
const char *tdg_stop_words(const char *language);

#endif
