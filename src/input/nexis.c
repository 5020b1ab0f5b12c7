// SPDX-License-Identifier: GPL-3.0-or-later
/* The text files of Nexis (LexisNexis): documents, each under a line "7 of 180 DOCUMENTS". Blank
 * lines part a document into blocks: the source, the date and the edition, the headline, labelled
 * blocks ("BYLINE: …", "LENGTH: …"), the text, labelled blocks again, and the copyright. */
#include "input/nexis.h"

#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "calendar/date_parse.h"
#include "input/article.h"
#include "input/bytes.h"
#include "input/field.h"

enum { MARK_SIZE = 64 };

struct block {
    char *text;
    size_t length;
};

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\f';
}

static size_t skip_digits(const char *at, size_t left)
{
    size_t count = 0;
    while (count < left && at[count] >= '0' && at[count] <= '9')
        count++;
    return count;
}

static bool takes(const char **at, size_t *left, const char *text)
{
    size_t length = strlen(text);
    if (*left < length || memcmp(*at, text, length) != 0)
        return false;
    *at += length;
    *left -= length;
    return true;
}

/* "7 of 180 DOCUMENTS", with blanks around it. */
static bool is_mark(const char *line, size_t length)
{
    while (length && is_space(*line))
        line++, length--;
    size_t digits = skip_digits(line, length);
    line += digits;
    length -= digits;
    if (!digits || !takes(&line, &length, " of "))
        return false;
    digits = skip_digits(line, length);
    line += digits;
    length -= digits;
    return digits && takes(&line, &length, " DOCUMENT");
}

static size_t line_length(const char *at, size_t left)
{
    const char *end = memchr(at, '\n', left);
    return end ? (size_t)(end - at) : left;
}

bool tdg_nexis_fits(const struct tdg_sample *sample)
{
    const char *at = sample->text, *end = at + sample->length;
    while (at < end) {
        size_t length = line_length(at, (size_t)(end - at));
        if (is_mark(at, length))
            return true;
        for (size_t i = 0; i < length; i++)
            if (!is_space(at[i]))
                return false;
        at += length + 1;
    }
    return false;
}

/* A tdg_find_end: before the next mark, which is looked for behind the first line. */
static size_t find_document(void *state, const char *text, size_t seen, size_t length)
{
    (void)state;
    size_t at = seen > MARK_SIZE ? seen - MARK_SIZE : 0;
    while (at > 0 && text[at - 1] != '\n')
        at--;
    while (at < length) {
        size_t line = line_length(text + at, length - at);
        if (at > 0 && at + line < length && is_mark(text + at, line))
            return at;
        at += line + 1;
    }
    return 0;
}

/* The next block: lines up to an empty one. */
static bool next_block(struct block *block, char **at, const char *end)
{
    bool inside = false;
    block->length = 0;
    while (*at < end) {
        size_t line = line_length(*at, (size_t)(end - *at)), blanks = 0;
        while (blanks < line && is_space((*at)[blanks]))
            blanks++;
        bool empty = blanks == line;
        if (empty && inside)
            break;
        if (!empty && !inside) {
            block->text = *at + blanks;
            inside = true;
        }
        if (!empty)
            block->length = (size_t)(*at + line - block->text);
        *at += line + (*at + line < end);
    }
    while (block->length && is_space(block->text[block->length - 1]))
        block->length--;
    return inside;
}

/* "LOAD-DATE: …": the length of the label with its colon, 0 where there is none. */
static size_t label_length(const struct block *block)
{
    size_t length = 0;
    while (length < block->length &&
           ((block->text[length] >= 'A' && block->text[length] <= 'Z') ||
            block->text[length] == '-' || (length && block->text[length] == ' ')))
        length++;
    return length > 2 && length < block->length && block->text[length] == ':' ? length + 1 : 0;
}

static bool is_labelled(const struct block *block, const char *label)
{
    return block->length >= strlen(label) && memcmp(block->text, label, strlen(label)) == 0;
}

/* The line of a block that is a date. */
static bool take_date(struct tdg_record *record, const struct block *block)
{
    struct tdg_date_times times;
    for (size_t at = 0; at < block->length;) {
        size_t line = line_length(block->text + at, block->length - at);
        if (tdg_date_read(block->text + at, line, NULL, &times) != TDG_DATE_UNKNOWN) {
            tdg_record_set(record, TDG_FIELD_PUBLISHED, 1, block->text + at, line);
            return true;
        }
        at += line + 1;
    }
    return false;
}

static void join_lines(struct block *block)
{
    for (size_t i = 0; i < block->length; i++)
        if (block->text[i] == '\n' || block->text[i] == '\r')
            block->text[i] = ' ';
}

/* A labelled block; true for one that ends the text. */
static bool take_labelled(struct tdg_record *record, struct block *block, size_t label,
                          struct tdg_buffer *body)
{
    struct block value = {block->text + label, block->length - label};
    while (value.length && (is_space(*value.text) || *value.text == '\n'))
        value.text++, value.length--;
    if (is_labelled(block, "HEADLINE:"))
        tdg_record_set(record, TDG_FIELD_TITLE, 1, value.text, value.length);
    else if (is_labelled(block, "BODY:") || is_labelled(block, "LEAD:"))
        tdg_buffer_add(body, value.text, value.length);
    else if (is_labelled(block, "URL:"))
        tdg_record_set(record, TDG_FIELD_URL, 1, value.text, value.length);
    return is_labelled(block, "LOAD-DATE:") || is_labelled(block, "LANGUAGE:") ||
           is_labelled(block, "PUBLICATION-TYPE:");
}

static void take_document(struct tdg_record *record, struct tdg_buffer *body, char *at,
                          const char *end)
{
    struct block block;
    bool dated = false, ended = false;
    at += line_length(at, (size_t)(end - at));
    if (next_block(&block, &at, end))
        tdg_record_set(record, TDG_FIELD_SOURCE, 1, block.text,
                       line_length(block.text, block.length));
    while (!ended && next_block(&block, &at, end)) {
        size_t label = label_length(&block);
        if (!dated && take_date(record, &block))
            dated = true;
        else if (label)
            ended = take_labelled(record, &block, label, body);
        else if (is_labelled(&block, "Copyright "))
            ended = body->length > 0;
        else if (!record->field[TDG_FIELD_TITLE].rank) {
            join_lines(&block);
            tdg_record_set(record, TDG_FIELD_TITLE, 1, block.text, block.length);
        } else {
            if (body->length)
                tdg_buffer_string(body, "\n\n");
            tdg_buffer_add(body, block.text, block.length);
        }
    }
    tdg_record_set(record, TDG_FIELD_BODY, 1, body->text, body->length);
}

static int read_document(struct tdg_reader *reader, struct tdg_leaf *leaf, size_t length)
{
    char *text = tdg_bytes_at(&leaf->bytes);
    struct tdg_record record = {.line = leaf->bytes.line, .otherwise = TDG_NO_DATE};
    struct tdg_buffer body = {0};
    int status = tdg_reader_mend(reader, leaf->name, leaf->bytes.line, &text, &length);
    char *end = text + length;
    while (!status && text < end && !is_mark(text, line_length(text, (size_t)(end - text)))) {
        size_t line = line_length(text, (size_t)(end - text));
        record.line++;
        text += line + (text + line < end);
    }
    if (!status && text < end) {
        take_document(&record, &body, text, end);
        status = body.failed ? TDG_ENOMEM : tdg_article_add(reader, leaf, &record);
    }
    tdg_buffer_done(&body);
    return status;
}

int tdg_nexis_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    struct tdg_bytes *bytes = &leaf->bytes;
    for (;;) {
        enum tdg_record_part piece;
        size_t length;
        int status =
            tdg_bytes_cut(bytes, find_document, NULL, reader->options->max_record, &piece, &length);
        if (status || piece == TDG_PIECE_NONE)
            return status;
        if (piece == TDG_PIECE_WHOLE || piece == TDG_PIECE_LAST)
            status = read_document(reader, leaf, length);
        else
            status = tdg_reader_skip(reader, leaf->name, bytes->line,
                                     "a document longer than the limit of %zu bytes",
                                     reader->options->max_record);
        if (!status)
            status = tdg_bytes_pass(bytes, find_document, NULL, piece, length);
        if (!status)
            status = tdg_reader_tick(reader);
        if (status)
            return status;
    }
}
