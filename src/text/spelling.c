// SPDX-License-Identifier: GPL-3.0-or-later
/* What a spelling shows besides its letters, for those who compare or choose spellings. */
#include "text/spelling.h"

#include <string.h>

#include <utf8proc.h>

#include "text/letters.h"

enum { LONGEST_DECOMPOSITION = 32 /* code points of one, case folding included */ };

static utf8proc_ssize_t next_point(const char *text, utf8proc_int32_t *point)
{
    return utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)strlen(text), point);
}

bool tdg_is_capitalised(const char *spelling)
{
    utf8proc_int32_t point = 0;
    if (next_point(spelling, &point) <= 0)
        return false;
    utf8proc_category_t category = utf8proc_category(point);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

const char *tdg_word_gap(const char *left, const char *right)
{
    size_t length = strlen(left), last = length, size = 1;
    while (last && ((unsigned char)left[--last] & 0xC0) == 0x80)
        ;
    bool unspaced = tdg_class_at(left, length, last, &size) & TDG_UNSPACED &&
                    tdg_class_at(right, strlen(right), 0, &size) & TDG_UNSPACED;
    return unspaced ? "" : " ";
}

size_t tdg_plain_spelling(const char *spelling, char *plain, size_t size)
{
    size_t length = 0;
    utf8proc_int32_t point = 0;
    for (utf8proc_ssize_t bytes; (bytes = next_point(spelling, &point)) > 0; spelling += bytes) {
        utf8proc_int32_t parts[LONGEST_DECOMPOSITION];
        int last = 0;
        utf8proc_ssize_t count = utf8proc_decompose_char(
            point, parts, LONGEST_DECOMPOSITION,
            UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &last);
        for (utf8proc_ssize_t i = 0; i < count && i < LONGEST_DECOMPOSITION; i++) {
            utf8proc_uint8_t encoded[4];
            size_t room = (size_t)utf8proc_encode_char(parts[i], encoded);
            if (length + room >= size)
                break;
            memcpy(plain + length, encoded, room);
            length += room;
        }
    }
    plain[length] = '\0';
    return length;
}
