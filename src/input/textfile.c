// SPDX-License-Identifier: GPL-3.0-or-later
/* A file of text is an article: its first line is the title, the rest is the body. Its date is in
 * its name, or in a line "Date: ..." near the beginning, which is not part of the body then.
 * Markdown may begin with lines of facts between two of "---". */
#include "input/textfile.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "calendar/date_parse.h"
#include "input/article.h"
#include "input/bytes.h"
#include "input/field.h"

enum { DATE_LINES = 10, ADDRESS = 256, DATE_SIZE = sizeof "2019-02-26" };

struct line {
    size_t begin;
    size_t end;  /* without its mark */
    size_t next; /* where the next one begins */
};

static struct line line_at(const char *text, size_t at, size_t length)
{
    const char *stop = memchr(text + at, '\n', length - at);
    size_t end = stop ? (size_t)(stop - text) : length;
    return (struct line){at, end, stop ? end + 1 : length};
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* The date in "2019-02-26", "2019_02_26" or "20190226" at the beginning of `at`, as ISO 8601. */
static bool date_here(const char *at, const char *separators, char date[DATE_SIZE])
{
    static const char form[] = "dddd-dd-dd";
    size_t into = 0;
    char separator =
        strchr(separators, at[strspn(at, "0123456789")]) && strspn(at, "0123456789") == 4 ? at[4]
                                                                                          : '\0';
    for (const char *want = form; *want; want++) {
        if (*want == 'd' && !is_digit(*at))
            return false;
        if (*want == '-' && separator && *at != separator)
            return false;
        date[into++] = *want == 'd' ? *at : '-';
        at += *want == 'd' || separator;
    }
    date[into] = '\0';
    int64_t time;
    return !is_digit(*at) && tdg_date_parse(date, into, NULL, &time);
}

/* The date in the last part of a name, else that of its folders: 2019/02/26/. */
static bool date_in_name(const char *name, char date[DATE_SIZE])
{
    const char *path = name;
    for (const char *at = name; *at; at++)
        if (*at == '/' || *at == ':')
            name = at + 1;
    for (const char *at = name; *at; at++)
        if (is_digit(*at) && (at == name || !is_digit(at[-1])) && date_here(at, "-_.", date))
            return true;
    for (const char *at = path; *at; at++)
        if (is_digit(*at) && (at == path || at[-1] == '/') && date_here(at, "/", date))
            return true;
    return false;
}

/* Where the value of a line "Date: ..." begins, 0 for any other line. */
static size_t date_value(const char *text, const struct line *line)
{
    static const char *const starts[] = {"date:", "published:"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t length = strlen(starts[i]), same = 0;
        while (same < length && line->begin + same < line->end &&
               (text[line->begin + same] | (starts[i][same] == ':' ? 0 : 0x20)) == starts[i][same])
            same++;
        if (same == length)
            return line->begin + length;
    }
    return 0;
}

/* Finds the line with the date, takes its value into `value` and cuts it out of the text. */
static size_t cut_date_line(struct tdg_buffer *value, char *text, size_t length)
{
    size_t at = 0;
    for (int i = 0; i < DATE_LINES && at < length; i++) {
        struct line line = line_at(text, at, length);
        size_t begin = date_value(text, &line);
        if (begin) {
            tdg_buffer_add(value, text + begin, line.end - begin);
            memmove(text + line.begin, text + line.next, length - line.next);
            return length - (line.next - line.begin);
        }
        at = line.next;
    }
    return length;
}

static bool is_line(const char *text, struct line line, const char *wanted)
{
    size_t length = strlen(wanted);
    while (line.end > line.begin && strchr(" \t\r", text[line.end - 1]))
        line.end--;
    return line.end - line.begin == length && memcmp(text + line.begin, wanted, length) == 0;
}

/* "title: 'Flood'" */
static void offer_fact(struct tdg_record *record, const struct tdg_fields *fields, const char *text,
                       struct line line)
{
    const char *key = text + line.begin, *colon = memchr(key, ':', line.end - line.begin);
    const uint8_t *ranks = colon ? tdg_fields_named(fields, key, (size_t)(colon - key)) : NULL;
    const char *value = colon ? colon + 1 : NULL, *end = text + line.end;
    while (value && value < end && strchr(" \t", *value))
        value++;
    while (value && end > value && strchr(" \t\r", end[-1]))
        end--;
    if (!ranks || value == end)
        return;
    if (end - value > 1 && (*value == '"' || *value == '\'') && end[-1] == *value)
        value++, end--;
    for (unsigned field = 0; field < TDG_FIELDS; field++)
        if (ranks[field] && field != TDG_FIELD_BODY)
            tdg_record_set(record, (enum tdg_field)field, 1, value, (size_t)(end - value));
}

/* Where the text begins behind its facts; 0 where it has none. */
static size_t take_facts(struct tdg_record *record, const struct tdg_fields *fields,
                         const char *text, size_t length)
{
    enum { FACTS = 100 };
    struct line line = line_at(text, 0, length);
    size_t end = 0, first = line.next;
    if (!is_line(text, line, "---"))
        return 0;
    for (size_t i = 0, at = first; !end && i < FACTS && at < length; i++, at = line.next) {
        line = line_at(text, at, length);
        end = is_line(text, line, "---") ? line.next : 0;
    }
    for (size_t at = first; at < end; at = line.next) {
        line = line_at(text, at, length);
        offer_fact(record, fields, text, line);
    }
    return end;
}

/* The title of "# Title". */
static size_t behind_marks(const char *text, struct line line)
{
    enum { MARKS = 6 };
    size_t at = line.begin;
    while (at < line.end && at - line.begin < MARKS && text[at] == '#')
        at++;
    return at > line.begin && at < line.end && text[at] == ' ' ? at + 1 : line.begin;
}

static void offer_text(struct tdg_record *record, const char *text, size_t length)
{
    size_t at = 0;
    while (at < length && strchr(" \t\r\n", text[at]))
        at++;
    struct line title = line_at(text, at, length);
    title.begin = behind_marks(text, title);
    title.end -= title.end > title.begin && text[title.end - 1] == '\r';
    const struct tdg_value *known = &record->field[TDG_FIELD_TITLE];
    bool other = known->rank && !(known->length == title.end - title.begin &&
                                  memcmp(known->text, text + title.begin, known->length) == 0);
    size_t body = other ? at : title.next;
    tdg_record_set(record, TDG_FIELD_TITLE, 1, text + title.begin, title.end - title.begin);
    tdg_record_set(record, TDG_FIELD_BODY, 1, text + body, length - body);
}

/* A text that was published somewhere has its address for a name. */
static const char *name_of(const struct tdg_leaf *leaf, char address[ADDRESS])
{
    const struct tdg_value *url = leaf->known ? &leaf->known->field[TDG_FIELD_URL] : NULL;
    if (!url || !url->rank || url->length >= ADDRESS)
        return leaf->name;
    memcpy(address, url->text, url->length);
    address[url->length] = '\0';
    return address;
}

int tdg_textfile_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    size_t limit = reader->options->max_record;
    int status = tdg_bytes_peek(&leaf->bytes, limit < SIZE_MAX ? limit + 1 : limit);
    size_t length = tdg_bytes_length(&leaf->bytes);
    if (status || !length)
        return status;
    if (length > limit)
        return tdg_reader_skip(reader, leaf->name, 0, "a text longer than the limit of %zu bytes",
                               limit);
    char *text = tdg_bytes_at(&leaf->bytes), date[DATE_SIZE], address[ADDRESS];
    struct tdg_record record = {.otherwise = TDG_NO_DATE};
    struct tdg_buffer value = {0};
    if (leaf->known)
        record = *leaf->known;
    status = tdg_reader_mend(reader, leaf->name, record.line, &text, &length);
    if (!status) {
        size_t facts = take_facts(&record, &reader->fields, text, length);
        text += facts;
        length = cut_date_line(&value, text, length - facts);
        status = value.failed ? TDG_ENOMEM : TDG_OK;
    }
    if (!status) {
        if (date_in_name(name_of(leaf, address), date))
            tdg_record_set(&record, TDG_FIELD_PUBLISHED, 1, date, strlen(date));
        tdg_record_set(&record, TDG_FIELD_PUBLISHED, 1, value.text, value.length);
        if (reader->options->dates_from_mtime && !leaf->known)
            record.otherwise = leaf->modified;
        offer_text(&record, text, length);
        status = tdg_article_add(reader, leaf, &record);
    }
    tdg_buffer_done(&value);
    return status;
}
