// SPDX-License-Identifier: GPL-3.0-or-later
/** Stories: events as several articles tell them. */
#ifndef TDG_STORY_STORY_H
#define TDG_STORY_STORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "base/memory.h"
#include "cluster/grouping.h"
#include "event/title_patterns.h"
#include "text/text.h"
#include "vector/vector.h"

/** One event as several articles tell it. */
struct tdg_story {
    uint32_t group;     /* the theme that most of them are in */
    uint32_t headline;  /* row of the most central original */
    uint32_t sequel_of; /* number of the story that it takes up again, or TDG_NONE */
    uint32_t *members;  /* [articles] rows, ascending, copies among them */
    size_t articles;    /* at least two */
    size_t originals;
    const struct tdg_term_view *terms; /* what sets it apart inside its theme, best first; the
                                          strings are borrowed from the streams */
    size_t term_count;
};

/** {0} is empty. */
struct tdg_stories {
    struct tdg_story *items; /* [count] by their first row: those that articles to come will begin
                                get higher numbers */
    size_t count;
    uint32_t *story; /* [rows] TDG_NONE for an article that is alone */
    struct tdg_arena arena;
};

void tdg_stories_done(struct tdg_stories *stories);

/** All with the same rows; all borrowed. */
struct tdg_story_input {
    const struct tdg_grouping *grouping;
    const uint32_t *unit; /* [rows] below `units`: only rows of one unit, an event or a theme, can
                             be of one story; TDG_NONE for a row of none */
    uint32_t units;
    const struct tdg_title_patterns *patterns; /* may be NULL: there are none */
    const struct tdg_matrix *counts;           /* of words and phrases */
    const struct tdg_matrix *rows;             /* of words, of length 1 */
    const struct tdg_matrix *nearest;          /* of rows, directed */
    const struct tdg_vocabulary *vocabulary;
    const struct tdg_streams *streams;
    const uint32_t *copy_of;
    const int64_t *published;
    const struct tdg_matrix *shown; /* what terms may be of; NULL: the counts */
    const uint8_t *muted;           /* [rows] as tdg_muting_article says, or NULL */
};

struct tdg_story_options {
    int64_t pause; /* seconds: a story ends where nothing comes for so long */
    size_t terms;  /* wanted of each */
};

struct tdg_story_options tdg_story_defaults(void);

/** Whether an article may be in a story, and whether it may give it its headline. */
static inline bool tdg_story_takes(const struct tdg_story_input *input, uint32_t row)
{
    return !input->muted || !(input->muted[row] & TDG_MUTED_COLUMN);
}

static inline bool tdg_story_leads(const struct tdg_story_input *input, uint32_t row)
{
    return input->copy_of[row] == TDG_NONE && (!input->muted || !input->muted[row]);
}

#endif
