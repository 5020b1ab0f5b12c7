// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/encoding.h"

#include <errno.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicode/ucsdet.h>

#include <tidings/error.h>

#include "base/utf8.h"

enum { PART = 4 /* bytes of a character at most */ };

static const char utf8_mark[] = "\xef\xbb\xbf", replacement[] = "\xef\xbf\xbd";
static const iconv_t none = (iconv_t)-1;

bool tdg_encoding_is_name(const char *name)
{
    iconv_t conversion = iconv_open("UTF-8", name);
    if (conversion == none)
        return false;
    iconv_close(conversion);
    return strlen(name) < TDG_ENCODING_NAME;
}

/* What the marks at the beginning say. */
static const char *marked(const char *text, size_t length)
{
    static const struct {
        const char *mark;
        size_t length;
        const char *name;
    } marks[] = {
        {"\xff\xfe\0\0", 4, "UTF-32"},
        {"\0\0\xfe\xff", 4, "UTF-32"},
        {"\xff\xfe", 2, "UTF-16"},
        {"\xfe\xff", 2, "UTF-16"},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (length >= marks[i].length && memcmp(text, marks[i].mark, marks[i].length) == 0)
            return marks[i].name;
    return NULL;
}

/* Without a mark most characters of a text still have bytes that are 0, always in the same place:
 * of two bytes one, of four bytes two or three. */
static const char *by_zeros(const char *text, size_t length)
{
    size_t zeros[PART] = {0}, quarter = length / PART;
    length = quarter * PART;
    for (size_t i = 0; i < length; i++)
        zeros[i % PART] += text[i] == '\0';
    if (quarter < PART || zeros[0] + zeros[1] + zeros[2] + zeros[3] < quarter / 2)
        return NULL;
    if (zeros[2] > quarter * 9 / 10 && zeros[3] > quarter * 9 / 10 && zeros[0] < quarter / 10)
        return "UTF-32LE";
    if (zeros[0] > quarter * 9 / 10 && zeros[1] > quarter * 9 / 10 && zeros[3] < quarter / 10)
        return "UTF-32BE";
    if (zeros[1] + zeros[3] > 4 * (zeros[0] + zeros[2]))
        return "UTF-16LE";
    if (zeros[0] + zeros[2] > 4 * (zeros[1] + zeros[3]))
        return "UTF-16BE";
    return NULL;
}

static bool has_high_byte(const char *text, size_t length)
{
    unsigned char all = 0;
    for (size_t i = 0; i < length; i++)
        all |= (unsigned char)text[i];
    return all & 0x80;
}

/* More sequences of several bytes are valid than not. */
static bool is_mostly_utf8(const char *text, size_t length)
{
    size_t good = 0, bad = 0;
    for (size_t at = 0; at < length;) {
        bool valid;
        size_t size = tdg_utf8_sequence((const unsigned char *)text + at, length - at, &valid);
        good += valid && size > 1;
        bad += !valid && text[at] != '\0';
        at += size;
    }
    return good >= bad;
}

/* encoding="…" of XML and charset=… of HTML near the beginning. */
static bool is_declared(char name[TDG_ENCODING_NAME], const char *text, size_t length)
{
    static const char *const words[] = {"encoding=", "charset="};
    enum { HEAD = 1024 };
    char head[HEAD + 1];
    size_t size = length < HEAD ? length : HEAD;
    memcpy(head, text, size);
    head[size] = '\0';
    for (size_t i = 0; i < sizeof words / sizeof *words && *head == '<'; i++) {
        const char *at = strstr(head, words[i]);
        if (!at)
            continue;
        at += strlen(words[i]) + (at[strlen(words[i])] == '"' || at[strlen(words[i])] == '\'');
        size_t letters = strcspn(at, "\"' ?/>;");
        snprintf(name, TDG_ENCODING_NAME, "%.*s", (int)letters, at);
        if (letters < TDG_ENCODING_NAME && strncasecmp(name, "utf-8", 5) != 0 &&
            tdg_encoding_is_name(name))
            return true;
    }
    return false;
}

static size_t count_high_bytes(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0x80) != 0;
    return count;
}

/* Which encoding of single bytes, or of one and two, a text is in. A few bytes tell nothing, and
 * the alphabets of Western, Central Europe and Turkey are told apart by hardly more than chance:
 * then it is the most common one. */
static bool is_certain(const char *name)
{
    static const char *const alike[] = {"ISO-8859-1",   "ISO-8859-2",   "ISO-8859-9", "UTF-",
                                        "windows-1250", "windows-1254", "IBM42"};
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        if (strncmp(name, alike[i], strlen(alike[i])) == 0)
            return false;
    return tdg_encoding_is_name(name);
}

static void guess(char name[TDG_ENCODING_NAME], const char *text, size_t length)
{
    enum { FEW = 12 };
    UErrorCode code = U_ZERO_ERROR;
    UCharsetDetector *detector = NULL;
    const char *found = NULL;
    if (count_high_bytes(text, length) >= FEW)
        detector = ucsdet_open(&code);
    if (detector && U_SUCCESS(code)) {
        ucsdet_setText(detector, text, (int32_t)length, &code);
        const UCharsetMatch *match = ucsdet_detect(detector, &code);
        found = match ? ucsdet_getName(match, &code) : NULL;
    }
    snprintf(name, TDG_ENCODING_NAME, "%s",
             found && U_SUCCESS(code) && is_certain(found) ? found : "windows-1252");
    if (detector)
        ucsdet_close(detector);
}

static int begin_conversion(struct tdg_decoder *decoder)
{
    decoder->conversion = iconv_open("UTF-8", decoder->name);
    return decoder->conversion == none ? TDG_ENOMEM : TDG_OK;
}

/* Decides by the bytes in the raw buffer; nothing is decided by ASCII alone. */
static void decide(struct tdg_decoder *decoder)
{
    const char *text = decoder->raw + decoder->raw_begin, *name = NULL;
    size_t length = decoder->raw_end - decoder->raw_begin;
    if (!decoder->begun) {
        name = marked(text, length);
        name = name ? name : by_zeros(text, length);
    }
    size_t valid = tdg_utf8_valid(text, length);
    if (name)
        snprintf(decoder->name, sizeof decoder->name, "%s", name);
    else if (valid < length && text[valid] == '\0')
        decoder->utf8 = true; /* what it is, the formats tell */
    else if (length - valid >= PART || (valid < length && decoder->ended)) {
        decoder->utf8 = is_mostly_utf8(text, length);
        if (!decoder->utf8 && (decoder->begun || !is_declared(decoder->name, text, length)))
            guess(decoder->name, text + valid, length - valid);
    } else
        decoder->utf8 = has_high_byte(text, valid);
    decoder->begun = true;
}

/* First those that the window held. */
static int next_bytes(struct tdg_decoder *decoder, char *into, size_t room, size_t *got)
{
    size_t held = decoder->held_end - decoder->held_begin;
    if (!held)
        return decoder->fill(decoder->context, into, room, got);
    *got = held < room ? held : room;
    memcpy(into, decoder->held + decoder->held_begin, *got);
    decoder->held_begin += *got;
    return TDG_OK;
}

/* Bytes of the stream into the raw buffer; at the beginning as many as it holds, to judge by. */
static int fetch(struct tdg_decoder *decoder)
{
    size_t left = decoder->raw_end - decoder->raw_begin;
    memmove(decoder->raw, decoder->raw + decoder->raw_begin, left);
    decoder->raw_begin = 0;
    decoder->raw_end = left;
    int status = TDG_OK;
    while (!status && !decoder->ended && decoder->raw_end < sizeof decoder->raw) {
        size_t got = 0;
        status = next_bytes(decoder, decoder->raw + decoder->raw_end,
                            sizeof decoder->raw - decoder->raw_end, &got);
        decoder->raw_end += got;
        decoder->ended = !status && !got;
        if (decoder->begun)
            break;
    }
    return status;
}

/* Copies raw bytes without the marks at the beginning of lines. A mark that the buffer cuts waits
 * for its rest. */
static size_t copy(struct tdg_decoder *decoder, char *into, size_t room)
{
    enum { MARK = sizeof utf8_mark - 1 };
    size_t at = decoder->raw_begin, end = decoder->raw_end, put = 0;
    while (at < end && put < room) {
        const char *text = decoder->raw + at;
        if (decoder->line_start && *text == utf8_mark[0]) {
            if (end - at < MARK && !decoder->ended)
                break;
            if (end - at >= MARK && memcmp(text, utf8_mark, MARK) == 0) {
                at += MARK;
                continue;
            }
        }
        const char *stop = memchr(text, '\n', end - at);
        size_t length = stop ? (size_t)(stop - text) + 1 : end - at;
        if (length > room - put)
            length = room - put;
        memcpy(into + put, text, length);
        decoder->line_start = text[length - 1] == '\n';
        put += length;
        at += length;
    }
    decoder->raw_begin = at;
    return put;
}

/* Converts raw bytes. What the encoding does not have becomes U+FFFD, byte by byte. */
static size_t convert(struct tdg_decoder *decoder, char *into, size_t room)
{
    char *from = decoder->raw + decoder->raw_begin, *to = into;
    size_t left = decoder->raw_end - decoder->raw_begin, space = room;
    while (left) {
        size_t done = iconv(decoder->conversion, &from, &left, &to, &space);
        int reason = errno;
        if (done != (size_t)-1 || reason == E2BIG || (reason == EINVAL && !decoder->ended))
            break;
        if (space < sizeof replacement)
            break;
        memcpy(to, replacement, sizeof replacement - 1);
        to += sizeof replacement - 1;
        space -= sizeof replacement - 1;
        from++;
        left--;
        decoder->replaced++;
    }
    decoder->raw_begin = decoder->raw_end - left;
    return room - space;
}

/* A tdg_bytes_fill. */
static int decode(void *context, char *into, size_t room, size_t *got)
{
    struct tdg_decoder *decoder = context;
    int status = TDG_OK;
    bool first = !decoder->raw_end;
    *got = 0;
    while (!status && !*got) {
        if (!decoder->ended)
            status = fetch(decoder);
        if (status || decoder->raw_begin == decoder->raw_end)
            return status;
        if (!decoder->name[0] && !decoder->utf8)
            decide(decoder);
        if (decoder->name[0] && decoder->conversion == none)
            status = begin_conversion(decoder);
        if (!status)
            *got = decoder->name[0] ? convert(decoder, into, room) : copy(decoder, into, room);
        if (first)
            decoder->returns = memchr(into, '\r', *got) && !memchr(into, '\n', *got);
    }
    for (size_t i = 0; i < *got && decoder->returns; i++)
        if (into[i] == '\r')
            into[i] = '\n';
    return status;
}

void tdg_decoder_enter(struct tdg_decoder *decoder, struct tdg_bytes *bytes, const char *forced)
{
    decoder->fill = bytes->fill;
    decoder->context = bytes->context;
    decoder->forced = forced && *forced;
    snprintf(decoder->name, sizeof decoder->name, "%s", decoder->forced ? forced : "");
    decoder->begun = decoder->utf8 = decoder->ended = false;
    decoder->line_start = true;
    decoder->returns = false;
    decoder->held = bytes->text;
    decoder->held_begin = bytes->begin;
    decoder->held_end = bytes->end;
    tdg_bytes_init(bytes, decode, decoder);
    decoder->conversion = none;
    decoder->raw_begin = decoder->raw_end = decoder->replaced = 0;
}

void tdg_decoder_leave(struct tdg_decoder *decoder, struct tdg_bytes *bytes)
{
    if (decoder->conversion != none)
        iconv_close(decoder->conversion);
    free(decoder->held);
    bytes->fill = decoder->fill;
    bytes->context = decoder->context;
}
