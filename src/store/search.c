// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search.h"

#include <stdbool.h>
#include <string.h>

#include <utf8proc.h>

#include "text/letters.h"

/* A vowel or a tone goes with the letter before it. */
static bool is_mark(const char *letter, size_t size)
{
    utf8proc_int32_t point = 0;
    utf8proc_iterate((const utf8proc_uint8_t *)letter, (utf8proc_ssize_t)size, &point);
    utf8proc_category_t category = utf8proc_category(point);
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

void tdg_search_letters(struct tdg_buffer *out, const char *text, size_t length)
{
    bool unspaced = false; /* the letter before */
    for (size_t at = 0, size = 1; at < length; at += size) {
        unsigned class = tdg_class_at(text, length, at, &size);
        bool letter = class & TDG_UNSPACED && !is_mark(text + at, size);
        if (letter || (unspaced && class & TDG_WORD))
            tdg_buffer_char(out, ' ');
        tdg_buffer_add(out, text + at, size);
        unspaced = (class & TDG_UNSPACED) != 0;
    }
}

const char *tdg_searchable(struct tdg_buffer *room, const char *text)
{
    enum { FIRST_BYTE = 0xE0 /* of such letters in UTF-8, and of many others */ };
    size_t length = strlen(text), at = 0, size = 1;
    for (; at < length; at += size) {
        size = 1;
        if ((unsigned char)text[at] >= FIRST_BYTE &&
            tdg_class_at(text, length, at, &size) & TDG_UNSPACED)
            break;
    }
    if (at >= length)
        return text;
    tdg_buffer_clear(room);
    tdg_search_letters(room, text, length);
    return room->failed ? NULL : room->text;
}
