// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/unplaced.h"

enum { FEW_WORDS = 5 }; /* an article with fewer is short */

void tdg_unplaced_text(struct tdg_buffer *text, enum tdg_unplaced why, size_t words)
{
    static const char *const reasons[] = {
        [TDG_UNPLACED_NO_FIELD] = "the field that names its theme is empty",
        [TDG_UNPLACED_COLUMN_ONLY] =
            "no words of its own: its title is a recurring column and nothing else",
        [TDG_UNPLACED_NO_WORDS] = "no words: nothing but stop words, numbers and signs",
    };
    if (why != TDG_UNPLACED_NO_TERMS) {
        tdg_buffer_string(text, reasons[why]);
        return;
    }
    tdg_buffer_string(text, words < FEW_WORDS ? "too short: " : "no known terms: ");
    if (words == 1)
        tdg_buffer_string(text, "its only word is in too few or in too many articles");
    else
        tdg_buffer_format(text, "all of its %zu words are in too few or in too many articles",
                          words);
}
