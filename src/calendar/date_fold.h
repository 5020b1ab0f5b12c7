// SPDX-License-Identifier: GPL-3.0-or-later
/** Words of dates as they are looked up. */
#ifndef TDG_CALENDAR_DATE_FOLD_H
#define TDG_CALENDAR_DATE_FOLD_H

#include <stdbool.h>
#include <stddef.h>

enum { TDG_DATE_LONGEST = 100 }; /* bytes of a folded date */

/* A date in one spelling of its letters: lower case, ASCII digits, ' ' for any blank, '-' for any
 * dash, no invisible characters (as right-to-left marks), no blanks at the ends. False where the
 * text is not UTF-8, holds a NUL or is longer than a date can be. */
bool tdg_date_fold(char folded[TDG_DATE_LONGEST + 1], size_t *folded_length, const char *text,
                   size_t length);

#endif
