// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/date_fold.h"

#include <stdint.h>
#include <string.h>
#include <unicode/uchar.h>
#include <utf8proc.h>

enum { LONGEST_INPUT = 4 * TDG_DATE_LONGEST, FULL_WIDTH = 0xFF01, FULL_WIDTH_END = 0xFF5E };

static int32_t plain_ascii(int32_t character)
{
    if (character >= 'A' && character <= 'Z')
        return character - 'A' + 'a';
    return character >= '\t' && character <= '\r' ? ' ' : character;
}

/* What stands for a character in a date; 0 for one that is not seen. */
static int32_t plain(int32_t character)
{
    if (character < 0x80)
        return plain_ascii(character);
    if (character >= FULL_WIDTH && character <= FULL_WIDTH_END)
        return plain_ascii(character - FULL_WIDTH + '!');
    int32_t digit = u_charDigitValue(character);
    if (digit >= 0)
        return '0' + digit;
    switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_ZS:
        return ' ';
    case UTF8PROC_CATEGORY_CF:
        return 0;
    case UTF8PROC_CATEGORY_PD:
        return '-';
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
        return '\'';
    default:
        return utf8proc_tolower(character);
    }
}

bool tdg_date_fold(char folded[TDG_DATE_LONGEST + 1], size_t *folded_length, const char *text,
                   size_t length)
{
    size_t into = 0;
    if (length > LONGEST_INPUT)
        return false;
    for (size_t at = 0; at < length;) {
        utf8proc_uint8_t bytes[4];
        int32_t character;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
                                                 (utf8proc_ssize_t)(length - at), &character);
        if (size <= 0 || !character)
            return false;
        at += (size_t)size;
        character = plain(character);
        if (!character || (character == ' ' && (into == 0 || folded[into - 1] == ' ')))
            continue;
        size = utf8proc_encode_char(character, bytes);
        if (into + (size_t)size > TDG_DATE_LONGEST)
            return false;
        memcpy(folded + into, bytes, (size_t)size);
        into += (size_t)size;
    }
    into -= into > 0 && folded[into - 1] == ' ';
    folded[into] = '\0';
    *folded_length = into;
    return true;
}
