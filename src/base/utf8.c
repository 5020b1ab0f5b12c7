// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <stdint.h>
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
