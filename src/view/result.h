// SPDX-License-Identifier: GPL-3.0-or-later
/** The complete result of a run, as the public interface shows it. */
#ifndef TDG_VIEW_RESULT_H
#define TDG_VIEW_RESULT_H

#include <stddef.h>

#include <tidings/analysis.h>
#include <tidings/archive.h>
#include <tidings/options.h>

#include "base/memory.h"
#include "label/label.h"
#include "series/trends.h"

/** The complete result. Strings of articles live in `facts`, all others in `arena`, `labels` and
 * `trends`. */
struct tdg_analysis {
    struct tdg_options *options;
    struct tdg_corpus_view corpus;
    struct tdg_article_view *articles; /* [corpus.articles] */
    struct tdg_theme_view *themes;     /* [theme_count] */
    size_t theme_count;
    struct tdg_parent_view *parents; /* [parent_count] */
    size_t parent_count;
    struct tdg_within_view within;
    struct tdg_choice_view choice;
    struct tdg_why_view *whys; /* [why_count] */
    size_t why_count;
    struct tdg_story_view *stories; /* [story_count] */
    size_t story_count;
    struct tdg_event_view *events; /* [event_count] */
    size_t event_count;
    struct tdg_format_view *formats; /* [format_count] */
    size_t format_count;
    struct tdg_entity_view *entities; /* [entity_count] */
    size_t entity_count;
    struct tdg_latest_view latest;
    struct tdg_news_view news;
    struct tdg_mute_view *muted; /* [muted_count] */
    size_t muted_count;
    struct tdg_labels labels;
    struct tdg_labels parent_labels;
    struct tdg_trends trends;
    struct tdg_arena facts;
    struct tdg_arena arena;
};

#endif
