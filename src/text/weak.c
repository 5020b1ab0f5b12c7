// SPDX-License-Identifier: GPL-3.0-or-later
/* Words of no subject. Without them, British headlines had no theme "new" any more. Months, days of
 * the week, numbers ("million") and the same words of other languages are none of them: with those
 * left out, the themes of crises_es and gnad10k_test were as good or worse. */
#include <string.h>

#include "text/terms.h"

/* Small letters, between blanks. */
static const char weak_words[] =
    " new old first last next time times day days week weeks year years today ";

bool tdg_is_weak_word(const char *spelling)
{
    char folded[TDG_TERM_SIZE], word[TDG_TERM_SIZE + 2];
    size_t length = strlen(spelling);
    if (length > TDG_LONGEST_WORD)
        return false;
    length = tdg_fold(spelling, length, folded);
    word[0] = word[length + 1] = ' ';
    memcpy(word + 1, folded, length);
    word[length + 2] = '\0';
    return length > 0 && strstr(weak_words, word);
}
