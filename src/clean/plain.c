// SPDX-License-Identifier: GPL-3.0-or-later
/* Most news is plain ASCII and takes one pass, which collapses blanks; the rest of the work is done
 * for the texts that need it. */
#include "clean/plain.h"

#include <stdlib.h>

#include <utf8proc.h>

#include <tidings/error.h>

#include "clean/html.h"
#include "clean/unicode.h"

enum {
    HAS_MARKUP = 1,
    HAS_BEYOND_ASCII = 2,
    /* Marks on one letter beyond this are decoration ("zalgo") and would make normalisation
       quadratic; the number is that of the Stream-Safe Text Format, UAX #15. */
    MAX_MARKS = 30,
};

void tdg_clean_scratch_done(struct tdg_clean_scratch *scratch)
{
    free(scratch->markup.bytes);
    free(scratch->plain.bytes);
    free(scratch->lines.bytes);
    free(scratch->slots.bytes);
    *scratch = (struct tdg_clean_scratch){0};
}

static unsigned look_at(struct tdg_span text)
{
    unsigned char any = 0;
    unsigned char markup = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.text[i];
        any |= byte;
        markup |= (unsigned char)((byte == '<') | (byte == '&'));
    }
    return (markup ? HAS_MARKUP : 0U) | (any & 0x80 ? HAS_BEYOND_ASCII : 0U);
}

/* What is written, and what is owed before the next visible byte. */
struct layout {
    char *start;
    char *at;
    unsigned blanks;
    unsigned lines;
    bool one_line;
};

static void pay(struct layout *layout)
{
    if (layout->at > layout->start) {
        if (layout->lines && !layout->one_line) {
            *layout->at++ = '\n';
            if (layout->lines > 1)
                *layout->at++ = '\n';
        } else {
            *layout->at++ = ' ';
        }
    }
    layout->blanks = layout->lines = 0;
}

static size_t layout_ascii(struct layout *layout, struct tdg_span text)
{
    const char *end = text.text + text.length;
    for (const char *at = text.text; at < end; at++) {
        char byte = *at;
        if (byte > ' ' && byte != 0x7F) {
            if (layout->blanks | layout->lines)
                pay(layout);
            *layout->at++ = byte;
        } else if (byte >= '\n' && byte <= '\r') {
            layout->lines += byte != '\r' || at + 1 == end || at[1] != '\n';
        } else {
            layout->blanks = 1;
        }
    }
    return (size_t)(layout->at - layout->start);
}

static void layout_letters(struct layout *layout, int32_t way)
{
    int32_t letters[TDG_CODE_LETTERS];
    size_t count = tdg_code_letters(way, letters);
    for (size_t i = 0; i < count; i++)
        layout->at += utf8proc_encode_char(letters[i], (utf8proc_uint8_t *)layout->at);
}

/* *stable becomes false where the result may not be in normal form C. */
static size_t layout_unicode(struct layout *layout, struct tdg_span text, bool *stable)
{
    unsigned marks = 0;
    for (size_t i = 0; i < text.length;) {
        if (text.text[i] > ' ' && text.text[i] < 0x7F) {
            if (layout->blanks | layout->lines)
                pay(layout);
            *layout->at++ = text.text[i++];
            marks = 0;
            continue;
        }
        struct tdg_code code;
        size_t size = tdg_code_read(text.text + i, text.length - i, &code);
        i += size;
        marks = code.kind == TDG_CODE_MARK ? marks + 1 : code.kind == TDG_CODE_DROP ? marks : 0;
        switch (code.kind) {
        case TDG_CODE_BLANK:
            layout->blanks = 1;
            break;
        case TDG_CODE_LINE:
            layout->lines += code.point != '\r' || i >= text.length || text.text[i] != '\n';
            break;
        case TDG_CODE_PARAGRAPH:
            layout->lines += 2;
            break;
        case TDG_CODE_DROP:
            break;
        case TDG_CODE_MARK:
        case TDG_CODE_KEEP:
            if (marks > MAX_MARKS)
                break;
            if (layout->blanks | layout->lines)
                pay(layout);
            *stable = *stable && code.stable;
            layout->at += utf8proc_encode_char(code.point, (utf8proc_uint8_t *)layout->at);
            break;
        case TDG_CODE_WAY:
            if (layout->blanks | layout->lines)
                pay(layout);
            layout_letters(layout, code.point);
            break;
        }
    }
    return (size_t)(layout->at - layout->start);
}

int tdg_plain(struct tdg_clean_scratch *scratch, struct tdg_span text, bool one_line,
              struct tdg_span *plain)
{
    unsigned found = look_at(text);
    if (found & HAS_MARKUP) {
        char *out = tdg_room(&scratch->markup, text.length);
        if (!out)
            return TDG_ENOMEM;
        text = (struct tdg_span){out, tdg_html_strip(out, text)};
        found = look_at(text);
    }
    /* Two bytes can become three (Windows-1252, U+FFFD for a bad byte: one can become three). */
    char *out = tdg_room(&scratch->plain, found & HAS_BEYOND_ASCII ? 3 * text.length : text.length);
    if (!out)
        return TDG_ENOMEM;
    struct layout layout = {.start = out, .at = out, .one_line = one_line};
    bool stable = true;
    size_t length = found & HAS_BEYOND_ASCII ? layout_unicode(&layout, text, &stable)
                                             : layout_ascii(&layout, text);
    if (!stable) {
        int status = tdg_compose(&scratch->plain, &length);
        if (status)
            return status;
    }
    *plain = (struct tdg_span){scratch->plain.bytes, length};
    return TDG_OK;
}
