// SPDX-License-Identifier: GPL-3.0-or-later
/** What a spelling shows besides its letters. */
#ifndef TDG_TEXT_SPELLING_H
#define TDG_TEXT_SPELLING_H

#include <stdbool.h>
#include <stddef.h>

/** A capital stands in front, in any script that has them. */
bool tdg_is_capitalised(const char *spelling);

/** What stands between two words of a phrase: a blank, but nothing where the script has none. */
const char *tdg_word_gap(const char *left, const char *right);

/** What is the same in all spellings of a name: "Saïed", "SAIED" and "Saied" become "saied". Writes
 * at most `size` bytes, the NUL included, and returns the length. */
size_t tdg_plain_spelling(const char *spelling, char *plain, size_t size);

#endif
