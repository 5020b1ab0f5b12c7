// SPDX-License-Identifier: GPL-3.0-or-later
/** Events: what happened, as the articles of some days tell it, whatever themes they are in. */
#ifndef TDG_EVENT_EVENT_H
#define TDG_EVENT_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "base/memory.h"
#include "event/formats.h"
#include "event/title_patterns.h"
#include "text/text.h"
#include "vector/vector.h"

/** What two articles or more tell of the same days. */
struct tdg_event {
    uint32_t group;    /* the theme that most of them are in, TDG_NONE where none is in any */
    uint32_t headline; /* row of the original that names it */
    uint32_t follows;  /* number of the event that it goes on with, or TDG_NONE */
    uint32_t *members; /* [articles] rows, ascending, copies among them */
    size_t articles;
    size_t originals;
};

/** {0} is empty. */
struct tdg_events {
    struct tdg_event *items; /* [count] by their first row */
    size_t count;
    uint32_t *event; /* [articles] TDG_NONE for an article that is in none */
    double pace;     /* of the stream: see tdg_event_pace */
    struct tdg_title_patterns patterns;
    struct tdg_event_formats formats;
    struct tdg_arena arena;
};

/** All with the same rows, which are in the order of time, undated ones last; all borrowed. */
struct tdg_event_input {
    const struct tdg_streams *streams;
    const uint32_t *copy_of;
    const int64_t *published;
    const uint32_t *group;     /* [articles] the theme of each, or TDG_NONE */
    const char *const *titles; /* [articles] as people read them */
    const uint8_t *muted;      /* [articles] as tdg_muting_article says, or NULL */
};

struct tdg_event_options {
    double around;        /* days before and after an article in which its words are counted … */
    double before;        /* … and days before those, with which they are compared */
    double reach;         /* days between two articles at most */
    double decay;         /* days in which a likeness falls to 1/e */
    double likeness;      /* the least of two articles: cosine times decay */
    double lone;          /* factor of a likeness that is by one word alone */
    uint32_t nearest;     /* later articles that are kept for each */
    double density;       /* the least mean likeness of the articles of an event */
    double twin_likeness; /* the least of two groups that are one event, by their centroids */
    double twin_decay;    /* days between their mean times in which it falls to 1/e */
    double twin_gap;      /* days without an article at most */
    double span;          /* days from the first article to the last at most, after joining */
    double calm;          /* burst of a group below which it is no event … */
    double one_worded;    /* … or below which it is none where one word … */
    double word_share;    /* … holds more of it than this */
    double strict;        /* likeness and density of what is left of it */
    double chapter_reach; /* days between the mean times of an event and what it follows … */
    double chapter_likeness; /* … and the least of their centroids */
    double name_boost;       /* of words that are written with a capital */
    double pair_weight;      /* of two words side by side, against one */
    double title_weight;     /* of a word of a title, against one of a body */
    uint32_t body_words;     /* that are looked at */
};

struct tdg_event_options tdg_event_defaults(void);

/** By how much longer an event takes in a thin stream: its days are told in as many articles as the
 * few days of a thick one. 1 from fifteen articles a day on, at most 3.5. */
double tdg_event_pace(double articles, double days);

void tdg_events_done(struct tdg_events *events);

/** Whether an article may be in an event by itself: an original with a date, of no muted column and
 * no format. */
static inline bool tdg_event_takes(const struct tdg_event_input *input,
                                   const struct tdg_event_formats *formats, size_t row)
{
    return input->copy_of[row] == TDG_NONE && input->published[row] != TDG_NO_DATE &&
           !(input->muted && input->muted[row] & TDG_MUTED_COLUMN) &&
           !(formats->format && formats->format[row] != TDG_NONE);
}

/** Whether an article may give an event its headline. */
static inline bool tdg_event_leads(const struct tdg_event_input *input, size_t row)
{
    return input->copy_of[row] == TDG_NONE && !(input->muted && input->muted[row]);
}

#endif
