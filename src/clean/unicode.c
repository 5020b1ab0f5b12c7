// SPDX-License-Identifier: GPL-3.0-or-later
#include "clean/unicode.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include <tidings/error.h>

/* Windows-1252 bytes that were taken for Latin-1 arrive as C1 controls, which no text means: the
 * same table that HTML prescribes for &#128; to &#159;. 0: nothing is there. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/* Ranges that are not simply kept, ascending. */
static const struct {
    int32_t first;
    int32_t last;
    enum tdg_code_kind kind;
} special[] = {
    {0x00, 0x09, TDG_CODE_BLANK},     {0x0A, 0x0D, TDG_CODE_LINE},
    {0x0E, 0x20, TDG_CODE_BLANK},     {0x7F, 0x7F, TDG_CODE_BLANK},
    {0x85, 0x85, TDG_CODE_LINE},      {0xA0, 0xA0, TDG_CODE_BLANK},
    {0xAD, 0xAD, TDG_CODE_DROP}, /* soft hyphen */
    {0x034F, 0x034F, TDG_CODE_DROP},  {0x061C, 0x061C, TDG_CODE_DROP},
    {0x1680, 0x1680, TDG_CODE_BLANK}, {0x180E, 0x180E, TDG_CODE_DROP},
    {0x2000, 0x200A, TDG_CODE_BLANK}, {0x200B, 0x200F, TDG_CODE_DROP}, /* zero width */
    {0x2028, 0x2028, TDG_CODE_LINE},  {0x2029, 0x2029, TDG_CODE_PARAGRAPH},
    {0x202A, 0x202E, TDG_CODE_DROP}, /* writing direction */
    {0x202F, 0x202F, TDG_CODE_BLANK}, {0x205F, 0x205F, TDG_CODE_BLANK},
    {0x2060, 0x206F, TDG_CODE_DROP},  {0x3000, 0x3000, TDG_CODE_BLANK},
    {0xFB00, 0xFB06, TDG_CODE_WAY},  /* "ﬁ", which PDF files have */
    {0xFE00, 0xFE0F, TDG_CODE_DROP}, /* variation selectors: text or emoji, no difference here */
    {0xFEFF, 0xFEFF, TDG_CODE_DROP},  {0xFF10, 0xFF19, TDG_CODE_WAY}, /* wide digits and letters */
    {0xFF21, 0xFF3A, TDG_CODE_WAY},   {0xFF41, 0xFF5A, TDG_CODE_WAY},
    {0xFFF9, 0xFFFC, TDG_CODE_DROP},  {0x1D400, 0x1D7FF, TDG_CODE_WAY}, /* the bold of posts */
};

/* Ranges of code points that are their own normal form C and never compose with what follows or
 * precedes: the letters and signs of most text. */
static const struct {
    int32_t first;
    int32_t last;
} stable_ranges[] = {
    {0x0000, 0x02FF}, {0x0400, 0x0482}, {0x2010, 0x20CF},   {0x3001, 0x3029},
    {0x3041, 0x3096}, {0x30A0, 0x30FF}, {0x4E00, 0x9FFF},   {0xAC00, 0xD7A3},
    {0xFF01, 0xFF9D}, {0xFFFD, 0xFFFD}, {0x1F300, 0x1FAFF},
};

static enum tdg_code_kind kind_of(int32_t point)
{
    for (size_t i = 0; i < sizeof special / sizeof *special && special[i].first <= point; i++)
        if (point <= special[i].last)
            return special[i].kind;
    return TDG_CODE_KEEP;
}

static bool is_stable(int32_t point)
{
    for (size_t i = 0; i < sizeof stable_ranges / sizeof *stable_ranges; i++)
        if (point <= stable_ranges[i].last)
            return point >= stable_ranges[i].first;
    return false;
}

size_t tdg_code_read(const char *text, size_t length, struct tdg_code *code)
{
    utf8proc_int32_t point = 0;
    utf8proc_ssize_t size =
        utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &point);
    if (size <= 0) {
        *code = (struct tdg_code){0xFFFD, TDG_CODE_KEEP, true};
        return 1;
    }
    if (point >= 0x80 && point < 0xA0 && windows_1252[point - 0x80])
        point = windows_1252[point - 0x80];
    code->point = point;
    code->kind = kind_of(point);
    code->stable = is_stable(point);
    if (!code->stable && utf8proc_get_property(point)->combining_class)
        code->kind = TDG_CODE_MARK;
    return (size_t)size;
}

size_t tdg_code_letters(int32_t point, int32_t letters[TDG_CODE_LETTERS])
{
    int last = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(point, letters, TDG_CODE_LETTERS,
                                                     UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &last);
    if (count > 0 && count <= TDG_CODE_LETTERS)
        return (size_t)count;
    letters[0] = point;
    return 1;
}

int tdg_compose(struct tdg_room *room, size_t *length)
{
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t size =
        utf8proc_map((const utf8proc_uint8_t *)room->bytes, (utf8proc_ssize_t)*length, &composed,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    int status = TDG_ENOMEM;
    if (size >= 0 && tdg_room(room, (size_t)size)) {
        memcpy(room->bytes, composed, (size_t)size);
        *length = (size_t)size;
        status = TDG_OK;
    }
    free(composed);
    return status;
}
