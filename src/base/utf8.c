// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <string.h>

/* True where eight bytes are all ASCII and none is NUL. */
static bool eight_plain(const unsigned char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    uint64_t high = UINT64_C(0x8080808080808080);
    return ((word | (word - UINT64_C(0x0101010101010101))) & high) == 0;
}

size_t tdg_utf8_sequence(const unsigned char *at, size_t left, bool *good)
{
    unsigned char low = 0x80, high = 0xbf, lead = at[0];
    size_t wanted;
    *good = false;
    if (lead < 0x80) {
        *good = lead != 0;
        return 1;
    }
    if (lead >= 0xc2 && lead <= 0xdf)
        wanted = 2;
    else if (lead >= 0xe0 && lead <= 0xef)
        wanted = 3;
    else if (lead >= 0xf0 && lead <= 0xf4)
        wanted = 4;
    else
        return 1;
    if (lead == 0xe0)
        low = 0xa0;
    else if (lead == 0xed)
        high = 0x9f; /* no surrogates */
    else if (lead == 0xf0)
        low = 0x90;
    else if (lead == 0xf4)
        high = 0x8f;
    for (size_t i = 1; i < wanted; i++, low = 0x80, high = 0xbf)
        if (i >= left || at[i] < low || at[i] > high)
            return i;
    *good = true;
    return wanted;
}

size_t tdg_utf8_take(const char *text, uint32_t *character)
{
    /* Bits of the first byte that belong to the character, by the bytes it takes. */
    static const unsigned char lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    const unsigned char *bytes = (const unsigned char *)text;
    bool good = !*text; /* any later byte that is NUL ends the sequence */
    size_t size = *text ? tdg_utf8_sequence(bytes, sizeof lead_bits - 1, &good) : 1;
    if (!good)
        return 0;
    *character = bytes[0] & lead_bits[size];
    for (size_t i = 1; i < size; i++)
        *character = *character << 6 | (bytes[i] & 0x3F);
    return size;
}

size_t tdg_utf8_count(const char *text, size_t bytes)
{
    size_t count = 0;
    for (size_t i = 0; i < bytes; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

size_t tdg_utf8_valid(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    for (size_t at = 0; at < length;) {
        if (length - at >= 8 && eight_plain(bytes + at)) {
            at += 8;
            continue;
        }
        bool good;
        size_t size = tdg_utf8_sequence(bytes + at, length - at, &good);
        if (!good)
            return at;
        at += size;
    }
    return length;
}

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

size_t tdg_utf8_cut(const char *text, size_t length, size_t most)
{
    if (length <= most)
        return length;
    while (most && ((unsigned char)text[most] & 0xC0) == 0x80)
        most--;
    return most;
}

static const struct range {
    uint32_t first;
    uint32_t last;
} unwanted[] = {
    {0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C},
    {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069},
};

bool tdg_utf8_is_unwanted(uint32_t character)
{
    for (size_t i = 0; i < sizeof unwanted / sizeof *unwanted; i++)
        if (character >= unwanted[i].first && character <= unwanted[i].last)
            return true;
    return false;
}
