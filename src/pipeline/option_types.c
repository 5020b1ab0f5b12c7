// SPDX-License-Identifier: GPL-3.0-or-later
/* From the text of one value to the value: a reader for each type of option. */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/options.h>

#include "base/buffer.h"
#include "base/error.h"
#include "calendar/date_parse.h"
#include "calendar/zone.h"
#include "input/encoding.h"
#include "pipeline/ids.h"
#include "pipeline/option_values.h"

/* False with no message, as tdg_option_read says what would be valid. */
typedef bool (*reader)(const struct tdg_option_info *info, const char *text,
                       union tdg_option_value *value);

/* Words of `argument` go before a placeholder in capitals: "auto|none|CODE". */
static const char *argument_word(const char *argument, size_t index, size_t *length)
{
    const char *word = argument;
    for (; word && index; index--) {
        word = strchr(word, '|');
        word = word ? word + 1 : NULL;
    }
    if (!word || *word < 'a' || *word > 'z')
        return NULL;
    *length = strcspn(word, "|");
    return word;
}

const char *tdg_option_word(const struct tdg_option_info *info, size_t index, size_t *length)
{
    if (info->type != TDG_OPTION_FORMAT && info->type != TDG_OPTION_FORMATS)
        return argument_word(info->argument, index, length);
    const char *word = info->word(index);
    if (word)
        *length = strlen(word);
    return word;
}

/* The index of a word of `length` bytes; SIZE_MAX for none. */
static size_t find_word(const struct tdg_option_info *info, const char *text, size_t length)
{
    size_t size;
    const char *word;
    for (size_t i = 0; (word = tdg_option_word(info, i, &size)); i++)
        if (size == length && strncmp(word, text, length) == 0)
            return i;
    return SIZE_MAX;
}

static bool is_word(const struct tdg_option_info *info, const char *text)
{
    return find_word(info, text, strlen(text)) != SIZE_MAX;
}

static bool read_switch(const struct tdg_option_info *info, const char *text,
                        union tdg_option_value *value)
{
    (void)info;
    value->on = strcmp(text, "true") == 0;
    return value->on || strcmp(text, "false") == 0;
}

static bool read_word(const struct tdg_option_info *info, const char *text,
                      union tdg_option_value *value)
{
    value->index = find_word(info, text, strlen(text));
    return value->index != SIZE_MAX;
}

static bool read_formats(const struct tdg_option_info *info, const char *text,
                         union tdg_option_value *value)
{
    value->set = 0;
    for (;;) {
        size_t length = strcspn(text, ","), index = find_word(info, text, length);
        if (index == SIZE_MAX)
            return false;
        value->set |= UINT64_C(1) << index;
        if (!text[length])
            return true;
        text += length + 1;
    }
}

static bool read_number(const struct tdg_option_info *info, const char *text,
                        union tdg_option_value *value)
{
    value->number = 0;
    if (is_word(info, text))
        return true;
    if (!*text || strspn(text, "0123456789") != strlen(text))
        return false;
    errno = 0;
    unsigned long long number = strtoull(text, NULL, 10);
    value->number = number;
    return errno == 0 && number >= info->min && number <= info->max;
}

/* Digits and a point only: no locale, no exponent. "0.25" → 0.25. */
static bool read_share(const struct tdg_option_info *info, const char *text,
                       union tdg_option_value *value)
{
    (void)info;
    double sum = 0, unit = 1;
    const char *digit = text;
    if (strlen(text) > 12)
        return false;
    for (; *digit >= '0' && *digit <= '9'; digit++)
        sum = sum * 10 + (*digit - '0');
    if (digit - text > 1)
        return false;
    for (digit += *digit == '.'; *digit >= '0' && *digit <= '9'; digit++) {
        sum = sum * 10 + (*digit - '0');
        unit *= 10;
    }
    value->share = sum / unit;
    return *digit == '\0' && sum > 0 && sum <= unit;
}

static bool read_date(const struct tdg_option_info *info, const char *text,
                      union tdg_option_value *value)
{
    int64_t time;
    (void)info;
    (void)value;
    return tdg_date_parse(text, strlen(text), &(struct tdg_date_rules){0}, &time);
}

static bool read_zone(const struct tdg_option_info *info, const char *text,
                      union tdg_option_value *value)
{
    struct tdg_zone *zone = NULL;
    (void)info;
    (void)value;
    if (tdg_zone_open(&zone, text, NULL) != TDG_OK)
        return false;
    tdg_zone_free(zone);
    return true;
}

static bool read_encoding(const struct tdg_option_info *info, const char *text,
                          union tdg_option_value *value)
{
    (void)info;
    (void)value;
    return tdg_encoding_is_name(text);
}

static bool read_language(const struct tdg_option_info *info, const char *text,
                          union tdg_option_value *value)
{
    (void)value;
    return is_word(info, text) ||
           (strlen(text) == 2 && strspn(text, "abcdefghijklmnopqrstuvwxyz") == 2);
}

static bool read_field(const struct tdg_option_info *info, const char *text,
                       union tdg_option_value *value)
{
    (void)info;
    (void)value;
    return *text && strlen(text) < 256;
}

static bool read_text(const struct tdg_option_info *info, const char *text,
                      union tdg_option_value *value)
{
    (void)info;
    (void)value;
    return *text != '\0';
}

static bool read_theme(const struct tdg_option_info *info, const char *text,
                       union tdg_option_value *value)
{
    (void)info;
    (void)value;
    return strlen(text) < 128 && tdg_within_is_id(text);
}

const char *const tdg_map_fields[] = {"id",     "title", "body",     "published",
                                      "source", "url",   "language", NULL};

static bool read_field_map(const struct tdg_option_info *info, const char *text,
                           union tdg_option_value *value)
{
    size_t length = strcspn(text, "="), i = 0;
    (void)info;
    while (tdg_map_fields[i] &&
           (strlen(tdg_map_fields[i]) != length || strncmp(tdg_map_fields[i], text, length) != 0))
        i++;
    value->index = i;
    return tdg_map_fields[i] && text[length] && text[length + 1];
}

/* `expected` completes "… takes"; NULL where words and numbers of the option say it. */
static const struct {
    reader read;
    const char *expected;
} types[] = {
    [TDG_OPTION_SWITCH] = {read_switch, "true or false"},
    [TDG_OPTION_CHOICE] = {read_word, NULL},
    [TDG_OPTION_NUMBER] = {read_number, NULL},
    [TDG_OPTION_SHARE] = {read_share, "a share above 0 and up to 1, such as 0.5"},
    [TDG_OPTION_DATE] = {read_date, "a date such as 2019-02-26"},
    [TDG_OPTION_ZONE] = {read_zone,
                         "UTC, an offset such as +01:00 or a name such as Europe/Berlin"},
    [TDG_OPTION_LANGUAGE] = {read_language, "auto, none or a two-letter code such as en"},
    [TDG_OPTION_ENCODING] = {read_encoding, "the name of an encoding such as windows-1251"},
    [TDG_OPTION_FIELD] = {read_field, "the name of a field"},
    [TDG_OPTION_FIELD_MAP] = {read_field_map, "FIELD=NAME with id, title, body, published, source, "
                                              "url or language as FIELD"},
    [TDG_OPTION_THEME] = {read_theme, "the id of a theme or parent, such as T5, P2 or T5.1"},
    [TDG_OPTION_ARTICLE] = {read_text, "the id of an article"},
    [TDG_OPTION_FORMAT] = {read_word, NULL},
    [TDG_OPTION_FORMATS] = {read_formats, NULL},
    [TDG_OPTION_FILE] = {read_text, "the path of a file"},
    [TDG_OPTION_FOLDER] = {read_text, "the path of a folder"},
    [TDG_OPTION_TEXT] = {read_text, "a non-empty text"},
};

/* "day, week or month"; "auto or a number of themes"; "a number of days from 0 to 36500". */
static void put_expected(struct tdg_buffer *text, const struct tdg_option_info *info)
{
    bool number = info->type == TDG_OPTION_NUMBER;
    size_t length, next;
    const char *word;
    for (size_t i = 0; (word = tdg_option_word(info, i, &length)); i++) {
        bool last = !tdg_option_word(info, i + 1, &next) && !number;
        tdg_buffer_format(text, "%s%.*s", !i ? "" : last ? " or " : ", ", (int)length, word);
    }
    if (info->type == TDG_OPTION_FORMATS)
        tdg_buffer_format(text, ", separated by commas");
    if (!number)
        return;
    bool open = info->max >= TDG_OPTION_UNBOUNDED;
    tdg_buffer_format(text, "%s%s", tdg_option_word(info, 0, &length) ? " or " : "",
                      open && !info->min ? "a whole number" : "a number");
    if (info->unit)
        tdg_buffer_format(text, " of %s", info->unit);
    if (!open)
        tdg_buffer_format(text, " from %llu to %llu", (unsigned long long)info->min,
                          (unsigned long long)info->max);
    else if (info->min && !info->unit)
        tdg_buffer_format(text, " from %llu", (unsigned long long)info->min);
}

static int refuse(const struct tdg_option_info *info, const char *text, struct tdg_error *error)
{
    struct tdg_buffer expected = {0};
    if (types[info->type].expected)
        tdg_buffer_format(&expected, "%s", types[info->type].expected);
    else
        put_expected(&expected, info);
    int status = expected.failed ? tdg_fail_memory(error)
                                 : tdg_fail(error, TDG_EINVAL, "--%s takes %s, not \"%.80s\"",
                                            info->name, expected.text, text);
    tdg_buffer_done(&expected);
    return status;
}

int tdg_option_read(const struct tdg_option_info *info, const char *text,
                    union tdg_option_value *value, struct tdg_error *error)
{
    union tdg_option_value found = {0};
    bool nothing = !*text && info->initial && !*info->initial && !info->repeatable;
    if (!nothing && !types[info->type].read(info, text, &found))
        return refuse(info, text, error);
    *value = found;
    return TDG_OK;
}
