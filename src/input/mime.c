// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/mime.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include <tidings/error.h>

#include "base/utf8.h"
#include "input/inner.h"

enum {
    DEEPEST = 16,
    MAX_PARTS = 1000,
    CHARSET = 64,
    BOUNDARY = 256,
    WORD = 1 << 12,
    DECODED = 4 * WORD
};

static int hex_value(char byte)
{
    return byte >= '0' && byte <= '9'                     ? byte - '0'
           : (byte | 0x20) >= 'a' && (byte | 0x20) <= 'f' ? (byte | 0x20) - 'a' + 10
                                                          : -1;
}

/* "=C3=A4", and where a line ends with "=" it goes on in the next one. In the words of headers "_"
 * is a blank. What is no escape stays as it is. */
static void add_quoted(struct tdg_buffer *into, const char *at, const char *end, bool word)
{
    for (; at < end; at++) {
        if (word && *at == '_') {
            tdg_buffer_char(into, ' ');
            continue;
        }
        if (*at != '=') {
            tdg_buffer_char(into, *at);
            continue;
        }
        const char *next = at + 1;
        while (next < end && (*next == ' ' || *next == '\t' || *next == '\r'))
            next++;
        if (next == end || *next == '\n') {
            at = next;
            continue;
        }
        int high = end - at > 2 ? hex_value(at[1]) : -1, low = end - at > 2 ? hex_value(at[2]) : -1;
        if (high < 0 || low < 0)
            tdg_buffer_char(into, '=');
        else {
            tdg_buffer_char(into, (char)(high * 16 + low));
            at += 2;
        }
    }
}

static void add_base64(struct tdg_buffer *into, const char *at, const char *end)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    uint32_t bits = 0;
    unsigned count = 0;
    for (; at < end && *at != '='; at++) {
        const char *digit = *at ? strchr(digits, *at) : NULL;
        if (!digit)
            continue;
        bits = bits << 6 | (uint32_t)(digit - digits);
        if (++count % 4 == 0) {
            const char bytes[] = {(char)(bits >> 16), (char)(bits >> 8), (char)bits};
            tdg_buffer_add(into, bytes, sizeof bytes);
        }
    }
    if (count % 4 == 2)
        tdg_buffer_char(into, (char)(bits >> 4));
    if (count % 4 == 3) {
        tdg_buffer_char(into, (char)(bits >> 10));
        tdg_buffer_char(into, (char)(bits >> 2));
    }
}

/* An encoded word, =?charset?Q?text?=: its length, or 0 where none begins there. The language that
 * RFC 2231 puts behind the charset does not count. */
static size_t word_length(const char *at, const char *end, const char *mark[3])
{
    if (end - at < 8 || at[0] != '=' || at[1] != '?')
        return 0;
    const char *from = at + 2;
    for (unsigned i = 0; i < 2; i++) {
        mark[i] = memchr(from, '?', (size_t)(end - from));
        if (!mark[i])
            return 0;
        from = mark[i] + 1;
    }
    for (const char *stop = from; stop + 1 < end && stop - at < WORD; stop++)
        if (stop[0] == '?' && stop[1] == '=') {
            mark[2] = stop;
            bool known = mark[1] - mark[0] == 2 && strchr("bBqQ", mark[0][1]);
            return known ? (size_t)(stop - at) + 2 : 0;
        }
    return 0;
}

/* Bytes of a header that say no encoding. */
static int add_raw(struct tdg_buffer *into, const char *text, size_t length)
{
    if (tdg_utf8_valid(text, length) != length)
        return tdg_inner_decode(into, text, length, NULL, length * 4);
    for (size_t i = 0; i < length; i++)
        if (text[i] != '\r' && text[i] != '\n') /* a blank follows */
            tdg_buffer_char(into, text[i] == '\t' ? ' ' : text[i]);
    return into->failed ? TDG_ENOMEM : TDG_OK;
}

/* Words that follow each other in one encoding are decoded together, for some programs cut
 * characters in two. Blanks between words are none. */
int tdg_mime_words(struct tdg_buffer *into, struct tdg_slice value)
{
    struct tdg_buffer bytes = {0};
    char charset[CHARSET] = "", here[CHARSET];
    const char *at = value.text, *end = value.text + value.length, *mark[3];
    int status = TDG_OK;
    while (at < end && !status) {
        size_t length = word_length(at, end, mark);
        if (length) {
            size_t size = strcspn(at + 2, "?*");
            tdg_slice_copy((struct tdg_slice){at + 2, size}, here, sizeof here);
            if (bytes.length && strcasecmp(here, charset) != 0) {
                status = tdg_inner_decode(into, bytes.text, bytes.length, charset, DECODED);
                tdg_buffer_clear(&bytes);
            }
            memcpy(charset, here, sizeof charset);
            if ((mark[0][1] | 0x20) == 'b')
                add_base64(&bytes, mark[1] + 1, mark[2]);
            else
                add_quoted(&bytes, mark[1] + 1, mark[2], true);
            at += length;
            const char *next = at;
            while (next < end && strchr(" \t\r\n", *next))
                next++;
            if (word_length(next, end, mark)) {
                at = next;
                continue;
            }
        }
        if (bytes.length && !status)
            status = tdg_inner_decode(into, bytes.text, bytes.length, charset, DECODED);
        tdg_buffer_clear(&bytes);
        const char *stop = at;
        while (stop < end && !word_length(stop, end, mark))
            stop++;
        if (!status)
            status = add_raw(into, at, (size_t)(stop - at));
        at = stop;
    }
    if (bytes.length && !status)
        status = tdg_inner_decode(into, bytes.text, bytes.length, charset, DECODED);
    if (!status && (bytes.failed || into->failed))
        status = TDG_ENOMEM;
    tdg_buffer_done(&bytes);
    return status;
}

/* A part that is text, without its transfer encoding, in UTF-8. */
static int add_part(struct tdg_mime_texts *texts, struct tdg_buffer *into, struct tdg_slice media,
                    struct tdg_slice coding, const char *body, size_t length)
{
    struct tdg_buffer bytes = {0};
    char charset[CHARSET];
    tdg_slice_copy(tdg_header_parameter(media, "charset"), charset, sizeof charset);
    if (tdg_slice_begins(coding, "quoted-printable"))
        add_quoted(&bytes, body, body + length, false);
    else if (tdg_slice_begins(coding, "base64"))
        add_base64(&bytes, body, body + length);
    else {
        tdg_buffer_add(&bytes, body, length);
        texts->undecoded += coding.length && !tdg_slice_begins(coding, "7bit") &&
                            !tdg_slice_begins(coding, "8bit") &&
                            !tdg_slice_begins(coding, "binary");
    }
    if (into->length)
        tdg_buffer_string(into, "\n\n");
    int status = bytes.failed || into->failed ? TDG_ENOMEM : TDG_OK;
    if (!status && bytes.length && into->length < texts->limit)
        status =
            tdg_inner_decode(into, bytes.text, bytes.length, charset, texts->limit - into->length);
    tdg_buffer_done(&bytes);
    return status;
}

static int take_message(struct tdg_mime_texts *texts, const char *message, size_t length,
                        bool digest, unsigned depth);

/* The next line that is a boundary: its beginning, or `end`; *behind and *last say where it ends,
 * and whether it is the last one. */
static const char *find_boundary(const char *at, const char *end, struct tdg_slice boundary,
                                 const char **behind, bool *last)
{
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        const char *next = stop ? stop + 1 : end;
        if ((size_t)(next - at) >= boundary.length + 2 && at[0] == '-' && at[1] == '-' &&
            memcmp(at + 2, boundary.text, boundary.length) == 0) {
            const char *rest = at + 2 + boundary.length;
            *last = next - rest >= 2 && rest[0] == '-' && rest[1] == '-';
            *behind = next;
            if (*last || rest == next || strchr(" \t\r\n", *rest))
                return at;
        }
        at = next;
    }
    *behind = end;
    *last = true;
    return end;
}

static int take_parts(struct tdg_mime_texts *texts, struct tdg_slice media, const char *body,
                      size_t length, unsigned depth)
{
    struct tdg_slice boundary = tdg_header_parameter(media, "boundary");
    bool digest = tdg_slice_begins(media, "multipart/digest"), last = false;
    const char *end = body + length, *at = body;
    int status = TDG_OK;
    if (!boundary.length || boundary.length > BOUNDARY)
        return TDG_OK;
    find_boundary(at, end, boundary, &at, &last);
    while (!status && !last) {
        const char *behind, *stop = find_boundary(at, end, boundary, &behind, &last);
        status = take_message(texts, at, (size_t)(stop - at), digest, depth);
        at = behind;
    }
    return status;
}

static int take_message(struct tdg_mime_texts *texts, const char *message, size_t length,
                        bool digest, unsigned depth)
{
    bool bare = length && (message[0] == '\n' || message[0] == '\r'); /* a part without headers */
    size_t head = tdg_header_end(message, length);
    if (!head && !bare)
        head = length;
    if (!depth || ++texts->parts > MAX_PARTS) {
        texts->truncated = true;
        return TDG_OK;
    }
    struct tdg_slice media = tdg_header_find(message, head, "content-type");
    struct tdg_slice coding = tdg_header_find(message, head, "content-transfer-encoding");
    const char *body = message + head;
    length -= head;
    if (tdg_slice_begins(tdg_header_find(message, head, "content-disposition"), "attachment"))
        return TDG_OK;
    if (tdg_slice_begins(media, "multipart/"))
        return take_parts(texts, media, body, length, depth - 1);
    if (tdg_slice_begins(media, "message/rfc822") || (digest && !media.length))
        return take_message(texts, body, length, false, depth - 1);
    if (tdg_slice_begins(media, "text/html"))
        return add_part(texts, &texts->html, media, coding, body, length);
    if (!media.length || tdg_slice_begins(media, "text/plain") ||
        tdg_slice_begins(media, "text;") || tdg_slice_begins(media, "text/enriched"))
        return add_part(texts, &texts->plain, media, coding, body, length);
    return TDG_OK;
}

int tdg_mime_texts(struct tdg_mime_texts *texts, const char *message, size_t length)
{
    return take_message(texts, message, length, false, DEEPEST);
}
