// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/utf8.h"

/* A form of n + 1 bytes: what the first byte begins with, and the least character that needs it. */
static const struct form {
    unsigned char mask;
    unsigned char lead;
    uint32_t least;
} forms[] = {
    {0x80, 0x00, 0},
    {0xE0, 0xC0, 0x80},
    {0xF0, 0xE0, 0x800},
    {0xF8, 0xF0, 0x10000},
};

size_t tdg_utf8_take(const char *text, uint32_t *character)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t more = 0;
    while (more < 4 && (bytes[0] & forms[more].mask) != forms[more].lead)
        more++;
    if (more == 4)
        return 0;
    uint32_t code = bytes[0] & (unsigned char)~forms[more].mask;
    for (size_t i = 1; i <= more; i++) {
        if ((bytes[i] & 0xC0) != 0x80) /* the final NUL is none either */
            return 0;
        code = code << 6 | (bytes[i] & 0x3F);
    }
    if (code < forms[more].least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return 0;
    *character = code;
    return more + 1;
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
