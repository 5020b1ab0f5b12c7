// SPDX-License-Identifier: GPL-3.0-or-later
/* Options are read once, when they are set, into a struct of typed values; the text that a person
 * gave is kept beside them, for analysis.json and a later run from that file. */
#include "pipeline/options.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/options.h>

#include "base/buffer.h"
#include "base/defaults.h"
#include "base/error.h"

static const struct row {
    struct tdg_option_info info;
    size_t offset; /* of its field in struct tdg_option_values */
} rows[] = {
#define OPTION(kind, field, ...)                                                                   \
    {{.type = TDG_OPTION_##kind, __VA_ARGS__}, offsetof(struct tdg_option_values, field)},
#include "pipeline/option_table.h"
#undef OPTION
};

size_t tdg_option_count(void)
{
    return TDG_OPTIONS;
}

const struct tdg_option_info *tdg_option_info(size_t index)
{
    return index < TDG_OPTIONS ? &rows[index].info : NULL;
}

/* TDG_OPTIONS for no option. */
static size_t find_row(const char *name)
{
    size_t i = 0;
    while (i < TDG_OPTIONS && strcmp(rows[i].info.name, name) != 0)
        i++;
    return i;
}

void tdg_options_free(struct tdg_options *options)
{
    if (!options)
        return;
    for (size_t i = 0; i < TDG_OPTIONS; i++) {
        struct tdg_option_text *text = &options->texts[i];
        for (size_t j = 0; j < text->parts.count; j++)
            free(text->parts.items[j]);
        free(text->parts.items);
        free(text->text);
    }
    free(options->values.map.items);
    free(options);
}

static void *field_of(struct tdg_options *options, enum tdg_option_id id)
{
    return (char *)&options->values + rows[id].offset;
}

/* `text` belongs to the options already. */
static void store(struct tdg_options *options, enum tdg_option_id id, union tdg_option_value value,
                  const char *text)
{
    void *field = field_of(options, id);
    switch (rows[id].info.type) {
    case TDG_OPTION_SWITCH:
        *(bool *)field = value.on;
        break;
    case TDG_OPTION_CHOICE:
        *(struct tdg_choice *)field = (struct tdg_choice){value.index, text};
        break;
    case TDG_OPTION_NUMBER:
        *(uint64_t *)field = value.number;
        break;
    case TDG_OPTION_SHARE:
        *(double *)field = value.share;
        break;
    default:
        *(const char **)field = text;
    }
}

/* Makes room first, so that a failure leaves all as it was. Takes `part`. */
static int append(struct tdg_options *options, enum tdg_option_id id, union tdg_option_value value,
                  char *part)
{
    struct tdg_option_text *text = &options->texts[id];
    struct tdg_field_maps *maps =
        rows[id].info.type == TDG_OPTION_FIELD_MAP ? field_of(options, id) : NULL;
    struct tdg_buffer joined = {0};
    tdg_buffer_format(&joined, "%s%s%s", text->text, *text->text ? "," : "", part);
    char **parts = tdg_grow(text->parts.items, &text->parts.capacity, text->parts.count + 1,
                            sizeof *text->parts.items);
    if (parts)
        text->parts.items = parts;
    struct tdg_field_map *items =
        maps ? tdg_grow(maps->items, &maps->capacity, maps->count + 1, sizeof *maps->items) : NULL;
    if (items)
        maps->items = items;
    if (joined.failed || !parts || (maps && !items)) {
        tdg_buffer_done(&joined);
        free(part);
        return TDG_ENOMEM;
    }
    text->parts.items[text->parts.count++] = part;
    if (maps)
        maps->items[maps->count++] =
            (struct tdg_field_map){tdg_map_fields[value.index], strchr(part, '=') + 1};
    free(text->text);
    text->text = joined.text;
    return TDG_OK;
}

int tdg_options_put(struct tdg_options *options, enum tdg_option_id id, const char *value,
                    struct tdg_error *error)
{
    union tdg_option_value found;
    int status = tdg_option_read(&rows[id].info, value, &found, error);
    if (status)
        return status;
    char *text = strdup(value);
    if (!text)
        return tdg_fail_memory(error);
    if (rows[id].info.repeatable)
        return tdg_fail_status(error, append(options, id, found, text));
    store(options, id, found, text);
    free(options->texts[id].text);
    options->texts[id].text = text;
    return TDG_OK;
}

int tdg_options_set(struct tdg_options *options, const char *name, const char *value,
                    struct tdg_error *error)
{
    size_t row = find_row(name);
    if (row == TDG_OPTIONS)
        return tdg_fail(error, TDG_EINVAL, "unknown option --%s", name);
    return tdg_options_put(options, (enum tdg_option_id)row, value, error);
}

/* A repeatable option begins with no value. */
static int begin(struct tdg_options *options, enum tdg_option_id id)
{
    if (!rows[id].info.repeatable)
        return tdg_options_put(options, id, rows[id].info.initial, NULL);
    if (rows[id].info.type == TDG_OPTION_ARTICLE)
        *(const struct tdg_texts **)field_of(options, id) = &options->texts[id].parts;
    options->texts[id].text = strdup("");
    return options->texts[id].text ? TDG_OK : TDG_ENOMEM;
}

struct tdg_options *tdg_options_new(void)
{
    struct tdg_options *options = tdg_alloc(1, sizeof *options);
    for (size_t i = 0; options && i < TDG_OPTIONS; i++)
        if (begin(options, (enum tdg_option_id)i)) {
            tdg_options_free(options);
            return NULL;
        }
    return options;
}

const char *tdg_options_get(const struct tdg_options *options, const char *name)
{
    size_t row = find_row(name);
    return row < TDG_OPTIONS ? options->texts[row].text : NULL;
}

const char *tdg_options_part(const struct tdg_options *options, const char *name, size_t index)
{
    size_t row = find_row(name);
    return row < TDG_OPTIONS && index < options->texts[row].parts.count
               ? options->texts[row].parts.items[index]
               : NULL;
}

struct tdg_options *tdg_options_copy(const struct tdg_options *options)
{
    struct tdg_options *copy = tdg_options_new();
    int status = TDG_OK;
    for (size_t i = 0; copy && !status && i < TDG_OPTIONS; i++) {
        const struct tdg_option_text *text = &options->texts[i];
        if (!rows[i].info.repeatable)
            status = tdg_options_put(copy, (enum tdg_option_id)i, text->text, NULL);
        for (size_t j = 0; !status && j < text->parts.count; j++)
            status = tdg_options_put(copy, (enum tdg_option_id)i, text->parts.items[j], NULL);
    }
    if (status) {
        tdg_options_free(copy);
        return NULL;
    }
    return copy;
}
