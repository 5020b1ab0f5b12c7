// SPDX-License-Identifier: GPL-3.0-or-later
/* Classes of characters. ASCII, which most news is, by a table; the rest by Unicode category. */
#include "text/letters.h"

#include <utf8proc.h>

enum {
    L = TDG_LOWER,
    U = TDG_UPPER,
    D = TDG_DIGIT,
    C = TDG_CLAUSE,
    S = TDG_SENTENCE,
    J = TDG_JOINER
};

/* A comma, a hyphen or a full stop is looked at more closely where it stands next to a word. */
// clang-format off
const unsigned short tdg_ascii_class[128] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
/*  sp !  "  #  $  %  &  '  (  )  *  +  ,      -      .      /  */
    0, S, S, 0, 0, 0, J, J, C, C, 0, 0, J | C, J | C, J | S, C,
    D, D, D, D, D, D, D, D, D, D, S, C, C, 0, C, S, /* 0–9 : ; < = > ? */
    0, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
    U, U, U, U, U, U, U, U, U, U, U, C, 0, C, 0, 0, /* [ \ ] ^ _ */
    0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, C, C, C, 0, 0, /* { | } ~ */
};
// clang-format on

static const unsigned short by_category[] = {
    [UTF8PROC_CATEGORY_LU] = TDG_UPPER,    [UTF8PROC_CATEGORY_LL] = TDG_LOWER,
    [UTF8PROC_CATEGORY_LT] = TDG_UPPER,    [UTF8PROC_CATEGORY_LM] = TDG_OTHER,
    [UTF8PROC_CATEGORY_LO] = TDG_OTHER,    [UTF8PROC_CATEGORY_MN] = TDG_OTHER,
    [UTF8PROC_CATEGORY_MC] = TDG_OTHER,    [UTF8PROC_CATEGORY_ME] = TDG_OTHER,
    [UTF8PROC_CATEGORY_ND] = TDG_DIGIT,    [UTF8PROC_CATEGORY_NL] = TDG_DIGIT,
    [UTF8PROC_CATEGORY_NO] = TDG_DIGIT,    [UTF8PROC_CATEGORY_PD] = TDG_CLAUSE,
    [UTF8PROC_CATEGORY_PS] = TDG_CLAUSE,   [UTF8PROC_CATEGORY_PE] = TDG_CLAUSE,
    [UTF8PROC_CATEGORY_PI] = TDG_SENTENCE, [UTF8PROC_CATEGORY_PF] = TDG_SENTENCE,
    [UTF8PROC_CATEGORY_PO] = TDG_SENTENCE, [UTF8PROC_CATEGORY_ZL] = TDG_SENTENCE,
    [UTF8PROC_CATEGORY_ZP] = TDG_SENTENCE, [UTF8PROC_CATEGORY_CO] = 0,
};

/* Exceptions from the categories, ascending: Thai, Lao, Burmese, Khmer, Han, Hiragana and Katakana;
 * apostrophes, accents that stand for one, and hyphens beyond ASCII. */
static const struct {
    utf8proc_int32_t first;
    utf8proc_int32_t last;
    unsigned short class;
} special[] = {
    {0x00B4, 0x00B4, TDG_JOINER},
    {0x02BB, 0x02BC, TDG_JOINER},
    {0x0E01, 0x0E3A, TDG_UNSPACED},
    {0x0E40, 0x0E4E, TDG_UNSPACED},
    {0x0E80, 0x0ECE, TDG_UNSPACED},
    {0x0EDC, 0x0EDF, TDG_UNSPACED},
    {0x1000, 0x103F, TDG_UNSPACED},
    {0x1050, 0x108F, TDG_UNSPACED},
    {0x109A, 0x109D, TDG_UNSPACED},
    {0x1780, 0x17D3, TDG_UNSPACED},
    {0x17D7, 0x17D7, TDG_UNSPACED},
    {0x17DC, 0x17DD, TDG_UNSPACED},
    {0x2010, 0x2011, TDG_JOINER | TDG_CLAUSE},
    {0x2018, 0x2018, 0},
    {0x2019, 0x2019, TDG_JOINER},
    {0x3005, 0x3007, TDG_UNSPACED},
    {0x3041, 0x3096, TDG_UNSPACED},
    {0x309D, 0x309F, TDG_UNSPACED},
    {0x30A1, 0x30FA, TDG_UNSPACED},
    {0x30FC, 0x30FF, TDG_UNSPACED},
    {0x3400, 0x4DBF, TDG_UNSPACED},
    {0x4E00, 0x9FFF, TDG_UNSPACED},
    {0xA9E0, 0xA9EF, TDG_UNSPACED},
    {0xA9FA, 0xA9FE, TDG_UNSPACED},
    {0xAA60, 0xAA7F, TDG_UNSPACED},
    {0xF900, 0xFAFF, TDG_UNSPACED},
    {0xFF07, 0xFF07, TDG_JOINER},
    {0xFF0D, 0xFF0D, TDG_JOINER | TDG_CLAUSE},
    {0xFF66, 0xFF9F, TDG_UNSPACED},
    {0x20000, 0x3FFFD, TDG_UNSPACED},
};

static unsigned class_of(utf8proc_int32_t point)
{
    for (size_t i = 0; i < sizeof special / sizeof *special && special[i].first <= point; i++)
        if (point <= special[i].last)
            return special[i].class;
    return by_category[utf8proc_category(point)];
}

unsigned tdg_class_beyond(const char *text, size_t length, size_t at, size_t *size)
{
    utf8proc_int32_t point = 0;
    utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
                                              (utf8proc_ssize_t)(length - at), &point);
    if (bytes <= 0)
        return TDG_BEYOND;
    *size = (size_t)bytes;
    return class_of(point) | TDG_BEYOND;
}

bool tdg_is_mark(const char *letter, size_t size)
{
    utf8proc_int32_t point = 0;
    utf8proc_iterate((const utf8proc_uint8_t *)letter, (utf8proc_ssize_t)size, &point);
    utf8proc_category_t category = utf8proc_category(point);
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}
