// SPDX-License-Identifier: GPL-3.0-or-later
/** Recurring columns of titles. */
#ifndef TDG_TEXT_RECURRING_H
#define TDG_TEXT_RECURRING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/text.h"

/** Whether a phrase has a word in a column. */
bool tdg_phrase_in_rubric(const struct tdg_streams *streams, size_t article,
                          const struct tdg_phrase *phrase);

/** Finds the columns of titles and marks where they are: streams->recurring, which is empty before.
 * Without dates there are none: that they come week after week, whatever happens, is what tells
 * them from a subject. published is ascending with undated ones last; copies (copy_of may be NULL)
 * are marked, but show nothing. TDG_ENOMEM. */
int tdg_recurring_columns_find(struct tdg_streams *streams, const int64_t *published,
                               const uint32_t *copy_of);

#endif
