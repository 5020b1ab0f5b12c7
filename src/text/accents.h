// SPDX-License-Identifier: GPL-3.0-or-later
/** Accents that tell no words apart. */
#ifndef TDG_TEXT_ACCENTS_H
#define TDG_TEXT_ACCENTS_H

#include <stddef.h>

/** The letters of a language. */
struct USet;

/** The letters that a language writes its own words with; NULL where it has no Latin ones, or where
 * nothing is known of it. To be closed by tdg_alphabet_close, which takes NULL. */
struct USet *tdg_alphabet_open(const char *language);
void tdg_alphabet_close(struct USet *alphabet);

/** Takes the accents of foreign letters away: in English "kaïs" becomes "kais", in German "ï"
 * becomes "i" and "ü" stays. `folded` is in small letters and in normal form C; `plain` has as much
 * room as it needs. Returns the length of `plain`, which is at most that of `folded`. */
size_t tdg_accents_strip(const struct USet *alphabet, const char *language, const char *folded,
                         size_t length, char *plain);

#endif
