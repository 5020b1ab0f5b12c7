// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json_record.h"

#include <inttypes.h>
#include <locale.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "input/article.h"
#include "input/field.h"

/* Texts made of numbers; a record wants no more than a value for each spelling of a field. */
enum {
    NUMBERS = 64,
    NUMBER_SIZE = 32,
    LONGEST_NUMBER = 64,
    VALUE_DEPTH = 4, /* lists and objects around the text of a value, */
    WRAPPERS = 4,    /* and objects around a field */
};

struct numbers {
    char text[NUMBERS][NUMBER_SIZE];
    size_t count;
};

struct slice {
    char *text;
    size_t length;
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Ids keep all their digits: a number with more than a double holds stays as it is written. */
static bool is_long(const char *text, size_t length)
{
    size_t digits = 0;
    for (size_t i = 0; i < length && digits < TDG_JSON_LONG_NUMBER; i++)
        digits = is_digit(text[i]) ? digits + 1 : text[i] == '.' ? digits : 0;
    return digits >= TDG_JSON_LONG_NUMBER;
}

/* strtod() and "%g" follow the locale, whose decimal comma is put in and taken out again. */
static struct slice number_text(struct numbers *numbers, char *begin, const char *end)
{
    size_t length = (size_t)(end - begin);
    if (is_long(begin, length))
        return (struct slice){begin, length};
    char copy[LONGEST_NUMBER];
    if (numbers->count == NUMBERS || length >= sizeof copy)
        return (struct slice){0};
    memcpy(copy, begin, length);
    copy[length] = '\0';
    char *point = strchr(copy, '.');
    if (point)
        *point = *localeconv()->decimal_point;
    double value = strtod(copy, NULL);
    if (!isfinite(value))
        return (struct slice){0};
    char *text = numbers->text[numbers->count++];
    if (fabs(value) < 1e15 && value == floor(value))
        snprintf(text, NUMBER_SIZE, "%" PRId64, (int64_t)value);
    else
        snprintf(text, NUMBER_SIZE, "%.15g", value);
    char *comma = strchr(text, ',');
    if (comma)
        *comma = '.';
    return (struct slice){text, strlen(text)};
}

static char *skip_blanks(char *text)
{
    while (tdg_json_is_blank(*text))
        text++;
    return text;
}

/* From the first quotation mark of a string, which is undone in place, to behind its last. */
static char *take_string(char *text, struct slice *string)
{
    char *end = tdg_json_skip_string(text);
    string->text = text + 1;
    string->length = tdg_json_unescape(text + 1, (size_t)(end - text) - 2);
    return end;
}

/* The next member of an object: from behind its brace, or from behind the value of the member
 * before, to its value. NULL behind the last one. */
static char *next_member(char *text, struct slice *key)
{
    text = skip_blanks(text);
    if (*text == ',')
        text = skip_blanks(text + 1);
    if (*text == '}')
        return NULL;
    text = skip_blanks(take_string(text, key));
    return skip_blanks(text + 1); /* the colon */
}

/* Members of an object that can be its value, by their place in a list: the best one; NULL where
 * it has none of them. */
static char *best_member(char *object, const char *const *list)
{
    struct slice key = {0};
    char *best = NULL;
    size_t place = tdg_field_place(list, "", 0);
    for (char *value = next_member(object + 1, &key); value;
         value = next_member(tdg_json_skip_value(value), &key)) {
        struct tdg_path path = tdg_field_path(NULL, key.text, key.length);
        size_t here = tdg_field_place(list, path.text, path.length);
        if (here < place && *value != 'n' && *value != 'N') { /* neither null nor NaN */
            place = here;
            best = value;
        }
    }
    return best;
}

/* The text of a value: a string, a number, the first of a list that has one, the best member of an
 * object. No text where it has none. What has been taken cannot be scanned again. */
static struct slice value_text(char *value, struct numbers *numbers, unsigned depth)
{
    struct slice text = {0};
    if (!value || !depth)
        return text;
    if (*value == '"')
        take_string(value, &text);
    else if (*value == '-' || is_digit(*value))
        return number_text(numbers, value, tdg_json_skip_value(value));
    else if (*value == '{')
        return value_text(best_member(value, tdg_field_values), numbers, depth - 1);
    else if (*value == '[')
        for (char *item = skip_blanks(value + 1); *item != ']' && !text.length;) {
            char *next = skip_blanks(tdg_json_skip_value(item));
            text = value_text(item, numbers, depth - 1);
            item = *next == ',' ? skip_blanks(next + 1) : next;
        }
    return text;
}

/* Texts of one body on their way to be one: each is moved to `into`, which never comes beyond what
 * has been read, for the quotation marks of a string leave room for the line break. */
struct joined {
    char *begin, *into;
};

static void join_string(struct joined *joined, char *value)
{
    struct slice text;
    take_string(value, &text);
    if (!text.length)
        return;
    if (joined->into > joined->begin)
        *joined->into++ = '\n';
    memmove(joined->into, text.text, text.length);
    joined->into += text.length;
}

/* All paragraphs of a body that is a list or an object: the strings of lists, the texts of their
 * blocks, and what lies in the lists of blocks that have none. */
static void join(struct joined *joined, char *value, bool listed, unsigned depth)
{
    static const char *const texts[] = {"value", "text",     "content", "_text", "#text",
                                        "$t",    "rendered", "plain",   NULL};
    struct slice key = {0};
    if (!depth)
        return;
    if (*value == '"' && listed)
        join_string(joined, value);
    else if (*value == '[')
        for (char *item = skip_blanks(value + 1); *item != ']';) {
            char *next = skip_blanks(tdg_json_skip_value(item));
            next = *next == ',' ? skip_blanks(next + 1) : next;
            join(joined, item, true, depth - 1);
            item = next;
        }
    else if (*value == '{') {
        char *best = best_member(value, texts);
        if (best)
            join(joined, best, true, depth - 1);
        for (char *member = best ? NULL : next_member(value + 1, &key), *next; member;
             member = next_member(next, &key)) {
            next = tdg_json_skip_value(member);
            join(joined, member, false, depth - 1);
        }
    }
}

static struct slice body_text(char *value)
{
    enum { DEEPEST = 8 };
    struct joined joined = {value, value};
    join(&joined, value, false, DEEPEST);
    return (struct slice){joined.begin, (size_t)(joined.into - joined.begin)};
}

static bool is_body_of_parts(const uint8_t *ranks, const char *value)
{
    return ranks[TDG_FIELD_BODY] && (*value == '[' || *value == '{');
}

/* A record whose members are being offered. */
struct offering {
    struct tdg_record *record;
    struct tdg_reader *reader;
    struct numbers numbers;
    int status; /* TDG_ENOMEM ends the looking, not the record */
};

/* A value that is no field, as one of the first that the file has: it may be a field that goes by a
 * name of its own. */
static void look_at(struct offering *offering, char *value, const struct tdg_way *way,
                    unsigned depth)
{
    struct numbers numbers;
    struct slice key = {0}, text = {0};
    struct tdg_way here = *way;
    here.listed = *value == '[';
    numbers.count = 0;
    if (*value == '{' && depth)
        for (char *member = next_member(value + 1, &key), *next; member;
             member = next_member(next, &key)) {
            next = tdg_json_skip_value(member);
            look_at(offering, member,
                    &(struct tdg_way){.name = key.text, .length = key.length, .outer = way},
                    depth - 1);
        }
    else if (*value == '[')
        text = body_text(value);
    else if (*value != '{')
        text = value_text(value, &numbers, 1);
    if (text.length && !offering->status)
        offering->status =
            tdg_understood_other(&offering->reader->understood, &here, text.text, text.length);
}

static void offer_value(struct offering *offering, char *value, const uint8_t *ranks,
                        const struct tdg_way *way)
{
    struct tdg_reader *reader = offering->reader;
    struct slice text = is_body_of_parts(ranks, value)
                            ? body_text(value)
                            : value_text(value, &offering->numbers, VALUE_DEPTH);
    bool close = tdg_understood_is_close(&reader->understood);
    if (!text.length && close)
        look_at(offering, value, way, VALUE_DEPTH);
    if (!text.text)
        return;
    tdg_record_offer(offering->record, ranks, text.text, text.length);
    if (!offering->status && close)
        offering->status = tdg_understood_name(&reader->understood, &reader->fields, ranks, way);
    if (!offering->status && close)
        offering->status = tdg_understood_other(&reader->understood, way, text.text, text.length);
}

/* The members of an object: those of the record itself, of a wrapper, or of an object on the way to
 * a field that was mapped. */
static void offer_members(struct offering *offering, char *object, const struct tdg_path *outer,
                          const struct tdg_way *around, unsigned depth)
{
    const struct tdg_fields *fields = &offering->reader->fields;
    struct slice key = {0};
    for (char *value = next_member(object + 1, &key), *next; value;
         value = next_member(next, &key)) {
        next = tdg_json_skip_value(value);
        struct tdg_path path = tdg_field_path(outer, key.text, key.length);
        struct tdg_way way = {.name = key.text, .length = key.length, .outer = around};
        bool leads = *value == '{' && depth && tdg_fields_leads_on(fields, &path);
        if (leads || (*value == '{' && depth && tdg_field_is_wrapper(path.text, path.length))) {
            offer_members(offering, value, leads ? &path : outer, &way, depth - 1);
            continue;
        }
        const uint8_t *ranks = tdg_fields_find(fields, &path);
        if (ranks && tdg_record_wants(offering->record, ranks))
            offer_value(offering, value, ranks, &way);
        else if (tdg_understood_is_close(&offering->reader->understood))
            look_at(offering, value, &way, VALUE_DEPTH);
    }
}

static int read_object(struct tdg_reader *reader, const struct tdg_leaf *leaf, size_t line,
                       char *object, const struct tdg_record *known)
{
    static const struct tdg_record nothing;
    struct tdg_record record = known ? *known : nothing;
    struct offering offering = {.record = &record, .reader = reader};
    record.line = line;
    record.otherwise = TDG_NO_DATE;
    reader->understood.named = true;
    offer_members(&offering, object, NULL, NULL, WRAPPERS);
    if (offering.status)
        return offering.status;
    return tdg_article_add(reader, leaf, &record);
}

int tdg_json_record(struct tdg_reader *reader, const struct tdg_leaf *leaf, size_t line, char *text,
                    size_t length, const struct tdg_json_scan *scan, const struct tdg_record *known)
{
    const char *name = leaf->name;
    if (scan->deepest > reader->options->max_nesting)
        return tdg_reader_skip(reader, name, line, "nested deeper than the limit of %u",
                               reader->options->max_nesting);
    if (*text != '{')
        return tdg_reader_skip(reader, name, line, "not a JSON object");
    int status = tdg_reader_mend(reader, name, line, &text, &length);
    if (status || !memchr(text, '\\', length))
        return status ? status : read_object(reader, leaf, line, text, known);
    /* In the window an escaped line break that is taken out would be counted as a line. */
    tdg_buffer_clear(&reader->copy);
    tdg_buffer_add(&reader->copy, text, length);
    if (reader->copy.failed)
        return TDG_ENOMEM;
    size_t mended = tdg_json_mend_escapes(reader->copy.text, length);
    if (mended)
        tdg_reader_warn(reader, name, line, "%zu escape%s of NUL or of half a character replaced",
                        mended, mended == 1 ? "" : "s");
    return read_object(reader, leaf, line, reader->copy.text, known);
}
