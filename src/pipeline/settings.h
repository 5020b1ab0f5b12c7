// SPDX-License-Identifier: GPL-3.0-or-later
/** What the rooms take, made from the options. */
#ifndef TDG_PIPELINE_SETTINGS_H
#define TDG_PIPELINE_SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/options.h>

#include "base/memory.h"
#include "calendar/zone.h"
#include "cluster/grouping.h"
#include "dedup/copies.h"
#include "event/event.h"
#include "input/input.h"
#include "label/label.h"
#include "label/subjects.h"
#include "series/trends.h"
#include "story/story.h"
#include "text/text.h"
#include "vector/vector.h"

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
    struct tdg_event_options event;
    struct tdg_story_options story;
    struct tdg_subjects *subjects;
    const char *seeds; /* path of the topics, "" for none */
    struct tdg_seed_topics topics;
    const char *mute; /* path of the mutes, "" for none */
    struct tdg_mutes mutes;
    struct tdg_word_lists *lists; /* of the user; NULL for none */
    struct tdg_trend_options trend;
    bool keep_dates;   /* even those that are far from all others */
    bool mark_mixed;   /* leftovers are called so */
    bool recurring;    /* recurring columns of titles are no words */
    bool word_vectors; /* for short articles */
    bool names;        /* are found, for whoever shows them */
    unsigned threads;
    const char *themes_from; /* "" for none */
    struct tdg_zone *zone;
    struct tdg_arena arena;
};

int tdg_settings_make(struct tdg_settings *settings, const struct tdg_options *options,
                      struct tdg_error *error);

/** Goes on to what suits an analysis by itself: more themes, by the option `detail`, the weighting
 * that suits its articles, and leftovers that are called so. An archive stays with the themes that
 * it has. */
void tdg_settings_resolve(struct tdg_settings *settings, const struct tdg_options *options);
void tdg_settings_done(struct tdg_settings *settings);

#endif
