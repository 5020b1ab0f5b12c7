// SPDX-License-Identifier: GPL-3.0-or-later
/** One run along the path, and the analysis it ends in. */
#ifndef TDG_PIPELINE_RUN_H
#define TDG_PIPELINE_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/options.h>

#include "base/hash.h"
#include "base/workers.h"
#include "cluster/grouping.h"
#include "event/event.h"
#include "input/input.h"
#include "label/label.h"
#include "name/name.h"
#include "pipeline/settings.h"
#include "series/trends.h"
#include "story/story.h"
#include "text/text.h"
#include "vector/vector.h"

/** The way of an article. The table in pipeline/steps.c says what each step needs and makes. */
enum tdg_step {
    TDG_STEP_READ,
    TDG_STEP_CLEAN,
    TDG_STEP_COPIES,
    TDG_STEP_TERMS,
    TDG_STEP_VECTORS,
    TDG_STEP_NEIGHBOURS,
    TDG_STEP_THEMES,
    TDG_STEP_LABELS,
    TDG_STEP_EVENTS,
    TDG_STEP_STORIES,
    TDG_STEP_TRENDS,
};

/** What the mutes of the settings meet (pipeline/mute.c). {0}: nothing is muted. */
struct tdg_muted {
    struct tdg_muting *rules;
    bool *term;              /* [streams.term_count] not to be shown */
    uint8_t *article;        /* [articles] TDG_MUTED_COLUMN, TDG_MUTED_SOURCE */
    struct tdg_matrix shown; /* see tdg_run_shown */
};

/** What a run is within. {0}: nothing, all articles. Strings live with the facts of the articles.
 */
struct tdg_within {
    const char *id; /* "T5", "T5.1", "P2"; NULL for none */
    const char *label, *name;
    size_t articles; /* of all themes together */
};

/** What the steps hand to each other. {0} is empty. */
struct tdg_run {
    const char *const *inputs;
    size_t input_count;
    const struct tdg_monitor *monitor;
    struct tdg_error *error;
    struct tdg_options *options;
    struct tdg_settings settings;
    struct tdg_workers *workers;

    struct tdg_articles articles;
    struct tdg_dated before; /* what the articles are added to; {0} for nothing */
    struct tdg_digest digest;
    int64_t *published; /* [articles] */
    uint32_t *copy_of;  /* [articles] */
    struct tdg_names names;
    struct tdg_streams streams;
    struct tdg_vocabulary vocabulary;
    struct tdg_matrix counts;
    struct tdg_muted muted;
    struct tdg_matrix rows;
    struct tdg_matrix nearest;
    struct tdg_meaning meaning; /* of short articles; {0}: it does not count */
    struct tdg_matrix
        graph; /* of nearest neighbours, with their meaning; empty with --themes-from */
    struct tdg_seeds_columns {
        size_t *begin;    /* [topics + 1]; NULL without topics */
        uint32_t *column; /* [used] */
        size_t used, capacity;
    } seeds;                              /* of the topics of the settings */
    struct tdg_within within;             /* the theme that the articles are those of */
    const struct tdg_known_groups *known; /* the themes of an archive; may be NULL; borrowed */
    struct tdg_grouping grouping;
    struct tdg_grouping parents; /* the same rows by the parent of their group; {0} for none */
    bool *mixed;                 /* [groups] leftovers, see tdg_find_mixed; NULL: not looked for */
    const char **preset_names;   /* [groups] with --themes-from, else NULL */
    struct tdg_labels labels;
    struct tdg_labels parent_labels; /* [parents.groups] */
    struct tdg_events events;
    struct tdg_stories stories;
    struct tdg_trends trends;
};

#endif
