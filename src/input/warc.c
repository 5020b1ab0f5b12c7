// SPDX-License-Identifier: GPL-3.0-or-later
/* WARC files (ISO 28500), as crawlers write them: pages as servers sent them (response, resource),
 * and their text (conversion: WET files). What else is in them is counted and told once.
 *
 * libarchive's own reader leaves out conversions, addresses that end with a slash and WARC 1.1, and
 * keeps the addresses to itself; so it only takes off the compression. */
#include "input/warc.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "calendar/date_parse.h"
#include "input/article.h"
#include "input/bytes.h"
#include "input/header.h"
#include "input/inner.h"
#include "input/kind.h"
#include "input/page.h"
#include "input/textfile.h"

enum { HEADERS = 1 << 16, BLOCK = 1 << 16, ADDRESS = 2048, CHARSET = 64 };

/* Why a record is no article. */
enum reason { NO_ANSWER, NO_TEXT, REVISITED, FAILED, EMPTY, UNREADABLE, REASONS };

struct walk {
    struct tdg_reader *reader;
    struct tdg_leaf *leaf;
    size_t passed[REASONS];
    struct tdg_buffer body, plain; /* a body without its chunks, and without its compression */
};

/* What the header of a record says. */
struct record {
    struct tdg_slice type, date, address, media;
    size_t length; /* of its block */
    size_t line;
};

bool tdg_warc_fits(const struct tdg_sample *sample)
{
    return sample->length > 7 &&
           (memcmp(sample->text, "WARC/0.", 7) == 0 || memcmp(sample->text, "WARC/1.", 7) == 0);
}

/* A tdg_find_end: before a line that begins a record, behind the first byte. */
static size_t find_record(void *state, const char *text, size_t seen, size_t length)
{
    static const char mark[] = "\nWARC/";
    enum { MARK = sizeof mark - 1 };
    (void)state;
    for (size_t at = seen > MARK ? seen - MARK : 0; at + MARK <= length; at++) {
        const char *found = memchr(text + at, '\n', length - MARK + 1 - at);
        if (!found)
            return 0;
        at = (size_t)(found - text);
        if (memcmp(found, mark, MARK) == 0)
            return at + 1;
    }
    return 0;
}

/* What stands between records and is none. */
static int pass_garbage(struct walk *walk, const char *why)
{
    enum tdg_record_part piece;
    size_t length, line = walk->leaf->bytes.line, from = walk->leaf->bytes.offset;
    int status = tdg_bytes_cut(&walk->leaf->bytes, find_record, NULL, BLOCK, &piece, &length);
    if (!status)
        status = tdg_bytes_pass(&walk->leaf->bytes, find_record, NULL, piece, length);
    return status ? status
                  : tdg_reader_skip(walk->reader, walk->leaf->name, line,
                                    "%s: %zu bytes up to the next record are lost", why,
                                    walk->leaf->bytes.offset - from);
}

static int pass_bytes(struct walk *walk, size_t length)
{
    struct tdg_bytes *bytes = &walk->leaf->bytes;
    int status = TDG_OK;
    while (!status && length) {
        status = tdg_bytes_peek(bytes, length < BLOCK ? length : BLOCK);
        size_t there = tdg_bytes_length(bytes) < length ? tdg_bytes_length(bytes) : length;
        if (!there)
            break;
        tdg_bytes_drop(bytes, there);
        length -= there;
        if (!status)
            status = tdg_reader_tick(walk->reader);
    }
    return status;
}

/* RFC 9112, 7.1: a hexadecimal length, as many bytes, and so on; appended to `into`. */
static void take_chunks(struct tdg_buffer *into, const char *at, const char *end)
{
    while (at < end) {
        char *behind;
        char size[17] = "";
        size_t digits = 0;
        while (digits < sizeof size - 1 && at + digits < end &&
               strchr("0123456789abcdefABCDEF", at[digits]) && at[digits]) {
            size[digits] = at[digits];
            digits++;
        }
        size_t length = digits ? strtoull(size, &behind, 16) : 0;
        const char *line = memchr(at, '\n', (size_t)(end - at));
        if (!length || !line)
            return;
        at = line + 1;
        if (length > (size_t)(end - at))
            length = (size_t)(end - at);
        tdg_buffer_add(into, at, length);
        at += length;
        while (at < end && (*at == '\r' || *at == '\n'))
            at++;
    }
}

/* Crawlers may have taken the chunks away and left the header: a body has them where it begins with
 * a hexadecimal number on a line of its own. */
static bool is_chunked(struct tdg_slice coding, const char *body, size_t length)
{
    size_t digits = 0;
    while (digits < length && body[digits] && strchr("0123456789abcdefABCDEF", body[digits]))
        digits++;
    return tdg_slice_begins(coding, "chunked") && digits && digits < 9 && digits < length &&
           (body[digits] == '\r' || body[digits] == '\n' || body[digits] == ';');
}

static bool is_page(struct tdg_slice media)
{
    return tdg_slice_begins(media, "text/html") || tdg_slice_begins(media, "application/xhtml");
}

/* "news.example" of "https://news.example:443/a?b". */
static struct tdg_slice host_of(struct tdg_slice address)
{
    const char *end = address.text + address.length, *at = address.text;
    while (end - at >= 3 && memcmp(at, "://", 3) != 0)
        at++;
    if (end - at < 3)
        return (struct tdg_slice){"", 0};
    struct tdg_slice host = {at + 3, 0};
    while (host.text + host.length < end && !strchr("/:?#", host.text[host.length]))
        host.length++;
    return host;
}

/* The page or the text becomes an article. */
static int take_text(struct walk *walk, const struct record *record, const char *text,
                     size_t length, struct tdg_slice media)
{
    struct tdg_record known = {.line = record->line, .otherwise = TDG_NO_DATE};
    char charset[CHARSET], address[ADDRESS];
    bool page = is_page(media);
    tdg_slice_copy(record->address, address, sizeof address);
    if (!page && (!tdg_slice_begins(media, "text/plain") || tdg_kind_explains(address))) {
        walk->passed[NO_TEXT]++; /* or robots.txt */
        return TDG_OK;
    }
    size_t blanks = 0;
    while (blanks < length && strchr(" \t\r\n", text[blanks]) && text[blanks])
        blanks++;
    if (blanks == length) {
        walk->passed[EMPTY]++;
        return TDG_OK;
    }
    tdg_record_set(&known, TDG_FIELD_URL, TDG_RANK_LAST, record->address.text,
                   record->address.length);
    struct tdg_slice host = host_of(record->address);
    tdg_record_set(&known, TDG_FIELD_SOURCE, TDG_RANK_LAST, host.text, host.length);
    int64_t time;
    if (tdg_date_parse(record->date.text, record->date.length, NULL, &time))
        known.otherwise = time;
    tdg_slice_copy(tdg_header_parameter(media, "charset"), charset, sizeof charset);
    return tdg_inner_read(walk->reader, walk->leaf, text, length, charset, &known,
                          page ? tdg_page_read : tdg_textfile_read);
}

/* "HTTP/1.1 200 OK": the number. */
static unsigned long status_of(const char *block, size_t length)
{
    char digits[4] = "";
    const char *blank = memchr(block, ' ', length);
    if (blank && (size_t)(blank - block) + sizeof digits <= length)
        memcpy(digits, blank + 1, sizeof digits - 1);
    return strtoul(digits, NULL, 10);
}

/* An answer of a server, with its headers. */
static int take_answer(struct walk *walk, const struct record *record, const char *block,
                       size_t length)
{
    size_t head = tdg_header_end(block, length);
    if (status_of(block, length) != 200 || !head) {
        walk->passed[FAILED]++;
        return TDG_OK;
    }
    const char *body = block + head;
    size_t size = length - head, limit = walk->reader->options->max_record;
    struct tdg_slice media = tdg_header_find(block, head, "content-type");
    struct tdg_slice coding = tdg_header_find(block, head, "content-encoding");
    if (!media.length)
        media = (struct tdg_slice){"text/html", strlen("text/html")};
    if (!is_page(media) && !tdg_slice_begins(media, "text/plain")) {
        walk->passed[NO_TEXT]++;
        return TDG_OK;
    }
    tdg_buffer_clear(&walk->body);
    tdg_buffer_clear(&walk->plain);
    if (is_chunked(tdg_header_find(block, head, "transfer-encoding"), body, size)) {
        take_chunks(&walk->body, body, body + size);
        body = walk->body.text;
        size = walk->body.length;
    }
    bool packed =
        size > 2 && (memcmp(body, "\x1f\x8b", 2) == 0 || tdg_slice_begins(coding, "deflate") ||
                     tdg_slice_begins(coding, "gzip"));
    if (size && tdg_slice_begins(coding, "br")) {
        walk->passed[UNREADABLE]++;
        return TDG_OK;
    }
    if (packed) {
        bool whole = tdg_inner_inflate(&walk->plain, body, size, limit);
        if (walk->plain.length) {
            body = walk->plain.text;
            size = walk->plain.length;
        }
        if (!whole && walk->plain.length)
            tdg_reader_warn(walk->reader, walk->leaf->name, record->line,
                            "a compressed page that is cut short");
    }
    if (walk->body.failed || walk->plain.failed)
        return TDG_ENOMEM;
    return take_text(walk, record, body, size, media);
}

static int take_block(struct walk *walk, const struct record *record, const char *block)
{
    bool answer = tdg_slice_begins(record->type, "response");
    if (answer && tdg_slice_begins(record->media, "application/http"))
        return take_answer(walk, record, block, record->length);
    if (answer || tdg_slice_begins(record->type, "resource") ||
        tdg_slice_begins(record->type, "conversion"))
        return take_text(walk, record, block, record->length, record->media);
    walk->passed[tdg_slice_begins(record->type, "revisit") ? REVISITED : NO_ANSWER]++;
    return TDG_OK;
}

/* The address may stand in angle brackets. One that is no UTF-8 is none. */
static struct tdg_slice bare(struct tdg_slice address)
{
    if (address.length > 2 && address.text[0] == '<' && address.text[address.length - 1] == '>')
        address = (struct tdg_slice){address.text + 1, address.length - 2};
    bool valid = tdg_utf8_valid(address.text, address.length) == address.length;
    return valid ? address : (struct tdg_slice){"", 0};
}

/* The header, the block and the two empty lines behind it. The header stays in the window until the
 * block has been taken. */
static int read_record(struct walk *walk, size_t head)
{
    struct tdg_bytes *bytes = &walk->leaf->bytes;
    const char *text = tdg_bytes_at(bytes);
    struct record record = {.line = bytes->line};
    struct tdg_slice length = tdg_header_find(text, head, "content-length");
    char digits[24];
    tdg_slice_copy(length, digits, sizeof digits);
    if (!length.length || digits[strspn(digits, "0123456789")])
        return pass_garbage(walk, "a record without a length");
    uintmax_t size = strtoumax(digits, NULL, 10);
    if (size > walk->reader->options->max_bytes)
        return pass_garbage(walk, "a record longer than any input");
    record.length = (size_t)size;
    if (record.length > walk->reader->options->max_record) {
        int status = tdg_reader_skip(walk->reader, walk->leaf->name, record.line,
                                     "a record longer than the limit of %zu bytes",
                                     walk->reader->options->max_record);
        return status ? status : pass_bytes(walk, head + record.length);
    }
    int status = tdg_bytes_peek(bytes, head + record.length);
    if (status)
        return status;
    text = tdg_bytes_at(bytes); /* it may have moved */
    if (tdg_bytes_length(bytes) < head + record.length) {
        record.length = tdg_bytes_length(bytes) - head;
        tdg_reader_warn(walk->reader, walk->leaf->name, record.line,
                        "the file ends inside of this record");
    }
    record.type = tdg_header_find(text, head, "warc-type");
    record.date = tdg_header_find(text, head, "warc-date");
    record.address = bare(tdg_header_find(text, head, "warc-target-uri"));
    record.media = tdg_header_find(text, head, "content-type");
    status = take_block(walk, &record, text + head);
    tdg_bytes_drop(bytes, head + record.length);
    return status;
}

/* *more is false at the end. */
static int next_record(struct walk *walk, bool *more)
{
    struct tdg_bytes *bytes = &walk->leaf->bytes;
    int status = tdg_bytes_peek(bytes, 2);
    while (!status && tdg_bytes_length(bytes) && strchr("\r\n", *tdg_bytes_at(bytes)) &&
           *tdg_bytes_at(bytes)) {
        tdg_bytes_drop(bytes, 1);
        status = tdg_bytes_peek(bytes, 1);
    }
    *more = !status && tdg_bytes_length(bytes) > 0;
    if (!*more)
        return status;
    size_t head = 0, seen = 0;
    do {
        status = tdg_bytes_peek(bytes, seen + 1);
        seen = tdg_bytes_length(bytes);
        head = status ? 0 : tdg_header_end(tdg_bytes_at(bytes), seen);
    } while (!status && !head && !bytes->ended && seen < HEADERS);
    if (status)
        return status;
    if (!head || tdg_bytes_length(bytes) < 5 || memcmp(tdg_bytes_at(bytes), "WARC/", 5) != 0)
        return pass_garbage(walk, "no record");
    return read_record(walk, head);
}

static void tell_passed(const struct walk *walk)
{
    static const char *const reasons[REASONS] = {
        [NO_ANSWER] = "requests and notes of the crawler",
        [NO_TEXT] = "neither pages nor text",
        [REVISITED] = "pages that had not changed",
        [FAILED] = "answers other than 200",
        [EMPTY] = "without content",
        [UNREADABLE] = "compressed with Brotli",
    };
    struct tdg_buffer text = {0};
    size_t all = 0;
    for (unsigned i = 0; i < REASONS; i++) {
        all += walk->passed[i];
        if (walk->passed[i])
            tdg_buffer_format(&text, "%s%zu %s", text.length ? ", " : "", walk->passed[i],
                              reasons[i]);
    }
    if (all && !text.failed)
        tdg_reader_warn(walk->reader, walk->leaf->name, 0, "%zu record%s not read: %s", all,
                        all == 1 ? "" : "s", text.text);
    tdg_buffer_done(&text);
}

int tdg_warc_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    struct walk walk = {.reader = reader, .leaf = leaf};
    bool more = true;
    int status = TDG_OK;
    while (!status && more) {
        status = next_record(&walk, &more);
        if (!status)
            status = tdg_reader_tick(reader);
    }
    if (!status)
        tell_passed(&walk);
    tdg_buffer_done(&walk.body);
    tdg_buffer_done(&walk.plain);
    return status;
}
