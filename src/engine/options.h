// SPDX-License-Identifier: GPL-3.0-or-later
/** Options inside the engine: the typed values that a person set by name, and what the stages take.
 */
#ifndef TDG_ENGINE_OPTIONS_H
#define TDG_ENGINE_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include <tidings/options.h>

#include "clean/clean.h"
#include "cluster/cluster.h"
#include "label/label.h"
#include "read/read.h"
#include "story/story.h"
#include "text/text.h"
#include "trend/trend.h"
#include "vector/vector.h"

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
#include "engine/option_table.h"
#undef OPTION
};

/** TDG_OPT_themes, …: the index of each row. */
enum tdg_option_id {
#define OPTION(type, field, ...) TDG_OPT_##field,
#include "engine/option_table.h"
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

/** A copy, NULL when out of memory. */
struct tdg_options *tdg_options_copy(const struct tdg_options *options);

/** tdg_options_set for a row that is known. */
int tdg_options_put(struct tdg_options *options, enum tdg_option_id id, const char *value,
                    struct tdg_error *error);

/** What each stage needs to know, made from the options. Strings are borrowed from the options. */
struct tdg_settings {
    struct tdg_read_options read;
    const char *language; /* "auto", "none" or a code */
    struct tdg_copy_options copies;
    struct tdg_text_options text;
    struct tdg_vector_options vector;
    struct tdg_neighbour_options neighbours;
    struct tdg_latent_options latent;
    struct tdg_smooth_options smooth;
    struct tdg_cluster_options cluster;
    struct tdg_stability_options stability;
    struct tdg_label_options label;
    struct tdg_story_options story;
    struct tdg_subjects *subjects;
    const char *seeds; /* path of the guides, "" for none */
    struct tdg_guides guides;
    const char *mute; /* path of the mutes, "" for none */
    struct tdg_mutes mutes;
    struct tdg_trend_options trend;
    bool keep_dates;   /* even those that are far from all others */
    bool mark_mixed;   /* leftovers are called so */
    bool rubrics;      /* recurring columns of titles are no words */
    bool word_vectors; /* for short articles */
    unsigned threads;
    const char *themes_from; /* "" for none */
    struct tdg_zone *zone;
    struct tdg_arena arena;
};

int tdg_settings_make(struct tdg_settings *settings, const struct tdg_options *options,
                      struct tdg_error *error);
/** Goes on to what suits an analysis by itself: more themes, by the option `detail`, no words in
 * them that may stand in any title, no recurring columns, vectors of words for short articles, and
 * leftovers that are called so. An archive stays with the themes that it has. */
void tdg_settings_resolve(struct tdg_settings *settings, const struct tdg_options *options);
void tdg_settings_done(struct tdg_settings *settings);

#endif
