// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to the reading of dates: what a word in one can mean. */
#ifndef TDG_BASE_DATE_WORDS_H
#define TDG_BASE_DATE_WORDS_H

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

/* The difference from UTC that an abbreviation stands for, "est" or "aedt", at a time on the wall
 * clock. Of several meanings the one that is most common in news is taken: IST is India's. "et",
 * "ct", "mt" and "pt" follow the summer time of the United States as it is since 2007. False for
 * any other word. */
bool tdg_date_zone(const char *word, size_t length, int64_t wall, int32_t *offset);

enum { TDG_DATE_LONGEST = 100 }; /* bytes of a folded date */

/* A date in one spelling of its letters: lower case, ASCII digits, ' ' for any blank, '-' for any
 * dash, no invisible characters (as right-to-left marks), no blanks at the ends. False where the
 * text is not UTF-8, holds a NUL or is longer than a date can be. */
bool tdg_date_fold(char folded[TDG_DATE_LONGEST + 1], size_t *folded_length, const char *text,
                   size_t length);

#endif
