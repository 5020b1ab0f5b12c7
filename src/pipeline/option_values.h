// SPDX-License-Identifier: GPL-3.0-or-later
/** The options of a run: typed values that a person set by name. */
#ifndef TDG_PIPELINE_OPTION_VALUES_H
#define TDG_PIPELINE_OPTION_VALUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/options.h>

#include "input/input.h"

/** The value of a choice. */
struct tdg_choice {
    size_t index;     /* in the words of the option's argument */
    const char *word; /* the same */
};

struct tdg_texts {
    char **items;
    size_t count, capacity;
};

struct tdg_field_maps {
    struct tdg_field_map *items;
    size_t count, capacity;
};

/* The C type of the value of each type of option. A date stays a text until the time zone is known,
 * which may be given after it. */
#define TDG_VALUE_SWITCH bool
#define TDG_VALUE_CHOICE struct tdg_choice
#define TDG_VALUE_NUMBER uint64_t
#define TDG_VALUE_SHARE double
#define TDG_VALUE_FIELD_MAP struct tdg_field_maps
#define TDG_VALUE_ARTICLE const struct tdg_texts *
#define TDG_VALUE_DATE const char *
#define TDG_VALUE_ZONE const char *
#define TDG_VALUE_LANGUAGE const char *
#define TDG_VALUE_ENCODING const char *
#define TDG_VALUE_FIELD const char *
#define TDG_VALUE_THEME const char *
#define TDG_VALUE_FILE const char *

/** The values of all options: a field for each row of the table. Texts are borrowed from the
 * options and valid until the option is set again. */
struct tdg_option_values {
#define OPTION(type, field, ...) TDG_VALUE_##type field;
#include "pipeline/option_table.h"
#undef OPTION
};

/** TDG_OPT_themes, …: the index of each row. */
enum tdg_option_id {
#define OPTION(type, field, ...) TDG_OPT_##field,
#include "pipeline/option_table.h"
#undef OPTION
    TDG_OPTIONS
};

struct tdg_options {
    struct tdg_option_values values;
    struct tdg_option_text {
        char *text;             /* all values, joined by commas */
        struct tdg_texts parts; /* the values, of repeatable options only */
    } texts[TDG_OPTIONS];
};

/** The fields that an option of the type TDG_OPTION_FIELD_MAP renames; NULL ends them. */
extern const char *const tdg_map_fields[];

#endif
