// SPDX-License-Identifier: GPL-3.0-or-later
/** What a list of mutes meets. */
#ifndef TDG_TEXT_MUTING_H
#define TDG_TEXT_MUTING_H

#include <stdbool.h>
#include <stddef.h>

#include "text/text.h"

/** Borrows the mutes. stem: terms are stems. TDG_ENOMEM. */
int tdg_muting_new(struct tdg_muting **muting, const struct tdg_mutes *mutes,
                   const char *const *languages, size_t count, bool stem);
void tdg_muting_free(struct tdg_muting *muting);

/** Whether a muted term is in a term of the streams, or in a text that people would see. */
bool tdg_muting_hides_stem(struct tdg_muting *muting, const char *stem);
bool tdg_muting_hides(struct tdg_muting *muting, const char *text);

/** What an article is muted for, as bits. */
unsigned tdg_muting_article(struct tdg_muting *muting, const char *source, const char *title);

/** Whether a term of the streams has a word of a muted column that this title is in; whether a text
 * has a word of any. */
bool tdg_muting_is_column_word(struct tdg_muting *muting, const char *title, const char *stem);
bool tdg_muting_in_a_column(struct tdg_muting *muting, const char *text);

/** Whether an item was met by now. */
bool tdg_muting_met(const struct tdg_muting *muting, size_t item);

/** The stems of a term in one language after the other; *at begins as 0. NULL at the end. */
const char *tdg_muting_stem(const struct tdg_muting *muting, size_t item, size_t *at);

/** Whether columns or sources are muted. */
bool tdg_muting_has_articles(const struct tdg_muting *muting);

#endif
