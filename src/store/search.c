// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search.h"

#include <stdbool.h>
#include <string.h>

#include "text/letters.h"

void tdg_search_letters(struct tdg_buffer *out, const char *text, size_t length)
{
    bool unspaced = false; /* the letter before */
    for (size_t at = 0, size = 1; at < length; at += size) {
        unsigned class = tdg_class_at(text, length, at, &size);
        bool letter = class & TDG_UNSPACED && !tdg_is_mark(text + at, size);
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
