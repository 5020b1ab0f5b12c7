// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/json_record.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <cjson/cJSON.h>

/* Texts made of numbers; a record wants no more than a value for each spelling of a field. */
enum { NUMBERS = 64, NUMBER_SIZE = 32 };

struct numbers {
    char text[NUMBERS][NUMBER_SIZE];
    size_t count;
};

/* Whole numbers as they are; "%g" follows the locale, whose decimal comma is undone. */
static const char *number_text(struct numbers *numbers, double value)
{
    if (numbers->count == NUMBERS || !isfinite(value))
        return NULL;
    char *text = numbers->text[numbers->count++];
    if (fabs(value) < 1e15 && value == floor(value))
        snprintf(text, NUMBER_SIZE, "%" PRId64, (int64_t)value);
    else
        snprintf(text, NUMBER_SIZE, "%.15g", value);
    char *comma = strchr(text, ',');
    if (comma)
        *comma = '.';
    return text;
}

/* The text of a value: a string, a number, the first of a list, the name of an object. NULL where
 * it has none. */
static const char *value_text(const cJSON *value, struct numbers *numbers)
{
    for (int step = 0; value && step < 3; step++) {
        if (cJSON_IsString(value))
            return value->valuestring;
        if (cJSON_IsNumber(value))
            return number_text(numbers, value->valuedouble);
        if (cJSON_IsArray(value))
            value = value->child;
        else if (cJSON_IsObject(value))
            value = cJSON_GetObjectItem(value, "name");
        else
            return NULL;
    }
    return NULL;
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

static int read_object(struct tdg_reader *reader, const struct tdg_leaf *leaf, const cJSON *object)
{
    struct tdg_record record = {.line = leaf->bytes.line, .otherwise = TDG_NO_DATE};
    struct numbers numbers;
    numbers.count = 0;
    for (const cJSON *child = object->child; child; child = child->next) {
        const uint8_t *ranks =
            tdg_fields_find(&reader->fields, child->string, strlen(child->string));
        if (!ranks || !tdg_record_wants(&record, ranks))
            continue;
        const char *text = value_text(child, &numbers);
        if (text && !is_blank(text))
            tdg_record_offer(&record, ranks, text, strlen(text));
    }
    return tdg_article_add(reader, leaf, &record);
}

static int parse(struct tdg_reader *reader, const struct tdg_leaf *leaf, const char *text,
                 size_t length)
{
    const char *end = NULL;
    cJSON *value = cJSON_ParseWithLengthOpts(text, length, &end, 0);
    int status;
    if (!value)
        status = tdg_reader_skip(reader, leaf->name, leaf->bytes.line,
                                 "not valid JSON near byte %zu of the record",
                                 end ? (size_t)(end - text) + 1 : 0);
    else if (!cJSON_IsObject(value))
        status = tdg_reader_skip(reader, leaf->name, leaf->bytes.line, "not a JSON object");
    else
        status = read_object(reader, leaf, value);
    cJSON_Delete(value);
    return status;
}

int tdg_json_record(struct tdg_reader *reader, const struct tdg_leaf *leaf, char *text,
                    size_t length, const struct tdg_json_scan *scan)
{
    const char *name = leaf->name;
    size_t line = leaf->bytes.line;
    if (scan->broken)
        return tdg_reader_skip(reader, name, line, "not valid JSON");
    if (scan->deepest > reader->options->most_nesting)
        return tdg_reader_skip(reader, name, line, "nested deeper than the limit of %u",
                               reader->options->most_nesting);
    int status = tdg_reader_mend(reader, name, line, &text, &length);
    if (status)
        return status;
    size_t mended = tdg_json_mend_escapes(text, length);
    if (mended)
        tdg_reader_warn(reader, name, line,
                        "%zu escape%s of NUL or of half a character %s replaced", mended,
                        mended == 1 ? "" : "s", mended == 1 ? "was" : "were");
    if (!scan->long_number)
        return parse(reader, leaf, text, length);
    tdg_buffer_clear(&reader->quoted);
    tdg_json_quote_numbers(&reader->quoted, text, length);
    if (reader->quoted.failed)
        return TDG_ENOMEM;
    return parse(reader, leaf, reader->quoted.text, reader->quoted.length);
}
