// SPDX-License-Identifier: GPL-3.0-or-later
/* Words of no subject: of age, order, number and the calendar. Without them, British headlines had
 * no theme "new" any more, and the themes of newsgroups20 and datasets/ agree better with the
 * labels. A shorter list is worse than none (V of reuters_r8 falls by .04 without "new" alone, and
 * is as before without all of them); those of other languages gained nothing (crises_es,
 * gnad10k_test lost .01). */
#include <string.h>

#include "text/terms.h"

/* Small letters, between blanks. */
static const char weak_words[] =
    " day days week weeks month months year years hour hours minute minutes today yesterday "
    "tomorrow morning night weekend quarter earlier ago monday tuesday wednesday thursday friday "
    "saturday sunday january february april june july august september october november december "
    "jan feb apr jun jul aug sep sept oct nov dec million mln billion bln trillion thousand "
    "thousands hundred hundreds dozen dozens first second third last next new old time times "
    "number numbers part parts people ";

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
