// SPDX-License-Identifier: GPL-3.0-or-later
/* Newsletters as they lie in mailboxes: a file with one message (.eml), or many in mbox. Subject,
 * Date, From and Message-ID are the fields of the article, and the text is its body. */
#include "input/mail.h"

#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "input/article.h"
#include "input/bytes.h"
#include "input/field.h"
#include "input/header.h"
#include "input/mime.h"

/* A plain text shorter than this only says that there is an HTML part. */
enum { STUB = 200, LONGEST_LINE = 1 << 10 };

/* What is read of one message after another. */
struct letter {
    struct tdg_buffer subject, sender, text;
    struct tdg_mime_texts texts;
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* "From someone@example.org Thu Mar  2 10:00:00 2023": a time, and a year near the end. */
static bool is_start(const char *line, size_t length)
{
    bool time = false, year = false;
    if (length < 5 || length > LONGEST_LINE || memcmp(line, "From ", 5) != 0)
        return false;
    for (size_t i = 5; i + 4 < length; i++) {
        time = time || (is_digit(line[i - 1]) && line[i] == ':' && is_digit(line[i + 1]));
        year = year || (line[i] == ' ' && is_digit(line[i + 1]) && is_digit(line[i + 2]) &&
                        is_digit(line[i + 3]) && is_digit(line[i + 4]) && time);
    }
    return time && year;
}

static size_t line_length(const char *at, size_t left)
{
    const char *end = memchr(at, '\n', left);
    return end ? (size_t)(end - at) + 1 : left;
}

static bool has(const struct tdg_sample *sample, size_t head, const char *name)
{
    return tdg_header_find(sample->text, head, name).length > 0;
}

/* Text may have a line "Date: …", too: a message has what only programs write. */
static bool is_message(const struct tdg_sample *sample)
{
    size_t head = tdg_header_end(sample->text, sample->length), name = 0;
    if (!head)
        head = sample->length;
    while (name < head && sample->text[name] > ' ' && sample->text[name] != ':')
        name++;
    if (!name || name == head || sample->text[name] != ':')
        return false;
    return has(sample, head, "from") &&
           (has(sample, head, "date") || has(sample, head, "received")) &&
           (has(sample, head, "message-id") || has(sample, head, "mime-version") ||
            has(sample, head, "received"));
}

bool tdg_mail_fits(const struct tdg_sample *sample)
{
    return tdg_sample_ends(sample, ".eml") || tdg_sample_ends(sample, ".mbox") ||
           tdg_sample_ends(sample, ".mbx") ||
           is_start(sample->text, line_length(sample->text, sample->length)) || is_message(sample);
}

/* A tdg_find_end: before the next line that starts a message, behind the first line. One that
 * belongs to the text has a ">" before it, or no empty line. */
static size_t find_message(void *state, const char *text, size_t seen, size_t length)
{
    (void)state;
    size_t at = seen > LONGEST_LINE ? seen - LONGEST_LINE : 0;
    while (at < length) {
        const char *found = memchr(text + at, '\n', length - at);
        if (!found)
            return 0;
        at = (size_t)(found - text);
        size_t from = at + 1;
        bool empty = at > 0 && (text[at - 1] == '\n' ||
                                (at > 1 && text[at - 1] == '\r' && text[at - 2] == '\n'));
        if (empty && from < length && text[from] == 'F') {
            size_t line = line_length(text + from, length - from);
            if (line < length - from && is_start(text + from, line))
                return from;
        }
        at = from;
    }
    return 0;
}

/* "The Herald" of "The Herald <news@herald.example>", else "herald.example". */
static struct tdg_slice sender_of(const struct tdg_buffer *from)
{
    const char *text = from->text ? from->text : "", *end = text + from->length;
    const char *open = strrchr(text, '<'), *stop = open ? open : end;
    while (stop > text && (stop[-1] == ' ' || stop[-1] == '"'))
        stop--;
    while (text < stop && (*text == ' ' || *text == '"'))
        text++;
    if (open && stop > text)
        return (struct tdg_slice){text, (size_t)(stop - text)};
    const char *at = strchr(open ? open : text, '@');
    if (!at)
        return (struct tdg_slice){text, (size_t)(stop - text)};
    return (struct tdg_slice){at + 1, strcspn(at + 1, "> ,(")};
}

/* What stands in angle brackets. */
static struct tdg_slice bracketed(struct tdg_slice value)
{
    const char *open = memchr(value.text, '<', value.length);
    if (!open)
        return value;
    const char *end = value.text + value.length;
    const char *close = memchr(open, '>', (size_t)(end - open));
    return (struct tdg_slice){open + 1, (size_t)((close ? close : end) - open) - 1};
}

/* ">From " at the beginning of a line has one ">" less. */
static void take_quotes(struct tdg_buffer *into, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t line = line_length(text + at, length - at), marks = 0;
        while (marks < line && text[at + marks] == '>')
            marks++;
        bool quoted = marks && line - marks >= 5 && memcmp(text + at + marks, "From ", 5) == 0;
        tdg_buffer_add(into, text + at + quoted, line - quoted);
        at += line;
    }
}

static void offer(struct tdg_record *record, enum tdg_field field, struct tdg_slice value)
{
    if (value.length && tdg_utf8_valid(value.text, value.length) == value.length)
        tdg_record_set(record, field, 1, value.text, value.length);
}

/* The comment behind a date, "(CET)", says nothing more. */
static struct tdg_slice date_of(struct tdg_slice value)
{
    const char *comment = memchr(value.text, '(', value.length);
    return (struct tdg_slice){value.text, comment ? (size_t)(comment - value.text) : value.length};
}

/* Decoding passes on what is nearly UTF-8. */
static int mend(struct tdg_buffer *text)
{
    if (!text->length || tdg_utf8_valid(text->text, text->length) == text->length)
        return TDG_OK;
    struct tdg_buffer mended = {0};
    tdg_utf8_mend(&mended, text->text, text->length);
    tdg_buffer_done(text);
    *text = mended;
    return text->failed ? TDG_ENOMEM : TDG_OK;
}

static int offer_headers(struct letter *letter, struct tdg_record *record, const char *message,
                         size_t head)
{
    int status = tdg_mime_words(&letter->subject, tdg_header_find(message, head, "subject"));
    if (!status)
        status = tdg_mime_words(&letter->sender, tdg_header_find(message, head, "from"));
    if (!status)
        status = mend(&letter->subject);
    if (!status)
        status = mend(&letter->sender);
    if (status)
        return status;
    offer(record, TDG_FIELD_TITLE,
          (struct tdg_slice){letter->subject.text, letter->subject.length});
    offer(record, TDG_FIELD_SOURCE, sender_of(&letter->sender));
    offer(record, TDG_FIELD_PUBLISHED, date_of(tdg_header_find(message, head, "date")));
    offer(record, TDG_FIELD_ID, bracketed(tdg_header_find(message, head, "message-id")));
    offer(record, TDG_FIELD_URL, bracketed(tdg_header_find(message, head, "archived-at")));
    offer(record, TDG_FIELD_LANGUAGE, tdg_header_find(message, head, "content-language"));
    return TDG_OK;
}

static void clear(struct letter *letter)
{
    tdg_buffer_clear(&letter->subject);
    tdg_buffer_clear(&letter->sender);
    tdg_buffer_clear(&letter->text);
    tdg_buffer_clear(&letter->texts.plain);
    tdg_buffer_clear(&letter->texts.html);
    letter->texts.parts = letter->texts.undecoded = 0;
    letter->texts.truncated = false;
}

static int take_message(struct tdg_reader *reader, struct tdg_leaf *leaf, struct letter *letter,
                        struct tdg_record *record)
{
    const char *message = letter->text.text;
    size_t length = letter->text.length, head = tdg_header_end(message, length);
    struct tdg_mime_texts *texts = &letter->texts;
    texts->limit = reader->options->max_record;
    int status = offer_headers(letter, record, message, head ? head : length);
    if (!status)
        status = tdg_mime_texts(texts, message, length);
    struct tdg_buffer *body =
        texts->html.length && texts->plain.length < STUB ? &texts->html : &texts->plain;
    if (!status)
        status = mend(body);
    if (status)
        return status;
    offer(record, TDG_FIELD_BODY, (struct tdg_slice){body->text, body->length});
    if (texts->truncated)
        tdg_reader_warn(reader, leaf->name, record->line,
                        "parts nested too deep, or too many of them, were not read");
    if (texts->undecoded)
        tdg_reader_warn(reader, leaf->name, record->line, "unknown content-transfer-encoding");
    return tdg_article_add(reader, leaf, record);
}

static int read_message(struct tdg_reader *reader, struct tdg_leaf *leaf, struct letter *letter,
                        const char *message, size_t length)
{
    struct tdg_record record = {.line = leaf->bytes.line, .otherwise = TDG_NO_DATE};
    size_t first = line_length(message, length);
    bool boxed = is_start(message, first);
    clear(letter);
    if (boxed) {
        take_quotes(&letter->text, message + first, length - first);
        record.line++;
    } else
        tdg_buffer_add(&letter->text, message, length);
    if (letter->text.failed)
        return TDG_ENOMEM;
    size_t blanks = letter->text.length ? strspn(letter->text.text, " \t\r\n") : 0;
    return blanks == letter->text.length ? TDG_OK : take_message(reader, leaf, letter, &record);
}

int tdg_mail_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    struct tdg_bytes *bytes = &leaf->bytes;
    struct letter letter = {0};
    int status = TDG_OK;
    for (;;) {
        enum tdg_record_part piece;
        size_t length, limit = reader->options->max_record;
        status = tdg_bytes_cut(bytes, find_message, NULL, limit, &piece, &length);
        if (status || piece == TDG_PIECE_NONE)
            break;
        if (piece == TDG_PIECE_WHOLE || piece == TDG_PIECE_LAST)
            status = read_message(reader, leaf, &letter, tdg_bytes_at(bytes), length);
        else
            status = tdg_reader_skip(reader, leaf->name, bytes->line,
                                     "a message longer than the limit of %zu bytes", limit);
        if (!status)
            status = tdg_bytes_pass(bytes, find_message, NULL, piece, length);
        if (!status)
            status = tdg_reader_tick(reader);
        if (status)
            break;
    }
    tdg_buffer_done(&letter.subject);
    tdg_buffer_done(&letter.sender);
    tdg_buffer_done(&letter.text);
    tdg_buffer_done(&letter.texts.plain);
    tdg_buffer_done(&letter.texts.html);
    return status;
}
