// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/json_record.h"

#include <inttypes.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Texts made of numbers; a record wants no more than a value for each spelling of a field. */
enum { NUMBERS = 64, NUMBER_SIZE = 32, LONGEST_NUMBER = 64 };

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

static bool is_name(const struct slice *key)
{
    static const char name[] = "name";
    size_t same = 0;
    while (same < key->length && same < sizeof name - 1 && (key->text[same] | 0x20) == name[same])
        same++;
    return same == key->length && same == sizeof name - 1;
}

/* The value of the object's name; NULL where it has none. */
static char *find_name(char *object)
{
    struct slice key = {0};
    char *value = next_member(object + 1, &key);
    while (value && !is_name(&key))
        value = next_member(tdg_json_skip_value(value), &key);
    return value;
}

/* The text of a value: a string, a number, the first of a list, the name of an object. NULL where
 * it has none. What has been taken cannot be scanned again. */
static struct slice value_text(char *value, struct numbers *numbers)
{
    struct slice text = {0};
    for (int step = 0; value && step < 3; step++) {
        if (*value == '"') {
            take_string(value, &text);
            return text;
        }
        if (*value == '-' || is_digit(*value))
            return number_text(numbers, value, tdg_json_skip_value(value));
        if (*value == '[') {
            value = skip_blanks(value + 1);
            if (*value == ']')
                return text;
        } else if (*value == '{')
            value = find_name(value);
        else
            return text;
    }
    return text;
}

static bool all_blank(const struct slice *text)
{
    return tdg_json_skip_blanks(text->text, 0, text->length) == text->length;
}

static int read_object(struct tdg_reader *reader, const struct tdg_leaf *leaf, char *object)
{
    struct tdg_record record = {.line = leaf->bytes.line, .otherwise = TDG_NO_DATE};
    struct numbers numbers;
    struct slice key = {0};
    numbers.count = 0;
    for (char *value = next_member(object + 1, &key), *next; value;
         value = next_member(next, &key)) {
        next = tdg_json_skip_value(value);
        const uint8_t *ranks = tdg_fields_find(&reader->fields, key.text, key.length);
        if (!ranks || !tdg_record_wants(&record, ranks))
            continue;
        struct slice text = value_text(value, &numbers);
        if (text.text && !all_blank(&text))
            tdg_record_offer(&record, ranks, text.text, text.length);
    }
    return tdg_article_add(reader, leaf, &record);
}

int tdg_json_record(struct tdg_reader *reader, const struct tdg_leaf *leaf, char *text,
                    size_t length, const struct tdg_json_scan *scan)
{
    const char *name = leaf->name;
    size_t line = leaf->bytes.line;
    if (scan->deepest > reader->options->most_nesting)
        return tdg_reader_skip(reader, name, line, "nested deeper than the limit of %u",
                               reader->options->most_nesting);
    if (*text != '{')
        return tdg_reader_skip(reader, name, line, "not a JSON object");
    int status = tdg_reader_mend(reader, name, line, &text, &length);
    if (status || !memchr(text, '\\', length))
        return status ? status : read_object(reader, leaf, text);
    /* In the window an escaped line break that is taken out would be counted as a line. */
    tdg_buffer_clear(&reader->copy);
    tdg_buffer_add(&reader->copy, text, length);
    if (reader->copy.failed)
        return TDG_ENOMEM;
    size_t mended = tdg_json_mend_escapes(reader->copy.text, length);
    if (mended)
        tdg_reader_warn(reader, name, line,
                        "%zu escape%s of NUL or of half a character %s replaced", mended,
                        mended == 1 ? "" : "s", mended == 1 ? "was" : "were");
    return read_object(reader, leaf, reader->copy.text);
}
