// SPDX-License-Identifier: GPL-3.0-or-later
/** Terms of which findings may speak. */
#ifndef TDG_SERIES_TELLABLE_H
#define TDG_SERIES_TELLABLE_H

#include <stdbool.h>

/** Whether a finding may be about a term, or a term may drive one, by its stem: words with blanks
 * between. False where a word is a number or a code of a table. */
bool tdg_is_tellable(const char *stem);

/** True where one of two terms says all words of the other, next to each other. */
bool tdg_says_again(const char *one, const char *other);

#endif
