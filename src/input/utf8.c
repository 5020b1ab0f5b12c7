// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/utf8.h"

#include <stdbool.h>

#include "base/buffer.h"
#include "base/utf8.h"

size_t tdg_utf8_mend(struct tdg_buffer *buffer, const char *text, size_t length)
{
    size_t mended = 0;
    for (;;) {
        size_t valid = tdg_utf8_valid(text, length);
        tdg_buffer_add(buffer, text, valid);
        text += valid;
        length -= valid;
        if (!length)
            return mended;
        bool good;
        size_t size = tdg_utf8_sequence((const unsigned char *)text, length, &good);
        tdg_buffer_string(buffer, *text ? "\xef\xbf\xbd" : " ");
        text += size;
        length -= size;
        mended++;
    }
}
