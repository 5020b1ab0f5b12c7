// SPDX-License-Identifier: GPL-3.0-or-later
/** What a word in a date can mean. */
#ifndef TDG_CALENDAR_DATE_WORDS_H
#define TDG_CALENDAR_DATE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A word can be two things: "mar" is March in English and Tuesday in Spanish. */
struct tdg_date_word {
    unsigned month; /* 1 to 12; 0 where it is none */
    bool weekday;
    bool filler; /* says nothing about the time: "of", "klo", "published" */
};

/* `word` is folded by tdg_date_fold and has no full stop at its end. Months and weekdays are those
 * of the languages in date_words.c, in full, as their abbreviations, or as their first three or
 * more letters where these leave no choice. All members are zero for any other word. Thread-safe.
 */
struct tdg_date_word tdg_date_word(const char *word, size_t length);

/* True for what makes a number an ordinal: "th" of "12th". */
bool tdg_date_ordinal(const char *word, size_t length);

#endif
