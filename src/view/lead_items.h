// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/view. What may be an item of a lead: sets of articles of its time, with how many
 * they are and how many were usual. */
#ifndef TDG_VIEW_LEAD_ITEMS_H
#define TDG_VIEW_LEAD_ITEMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>

#include "base/memory.h"
#include "pipeline/run.h"
#include "view/lead_words.h"

enum { TDG_LEAD_BEFORE = 8 /* periods */, TDG_LEAD_MOST = 10 /* items */ };

/* The time that a lead is about, and the articles in it. {0} is empty. */
struct tdg_lead_time {
    struct tdg_analysis *analysis;
    const struct tdg_run *run;
    enum tdg_lead_scope scope;
    uint32_t period;                  /* TDG_NONE for all time */
    uint32_t before[TDG_LEAD_BEFORE]; /* [before_count] the periods before that can be compared */
    size_t before_count;
    bool *now, *earlier;       /* [articles] originals of the time, of those periods */
    double scale;              /* articles now for each earlier one */
    size_t originals, sources; /* of the time */
    uint32_t *source;          /* [articles] number, TDG_NONE where it has none */
    uint32_t *seen, stamp;     /* [articles, so sources] see count_sources */
    struct tdg_article_names named;
    uint32_t *times;    /* [names] scratch, zero between calls */
    uint32_t *times_b;  /* [names] another */
    uint32_t *name_now; /* [names] originals of the time that have it */
    bool names_known;   /* most of what is reported does */
    struct tdg_lead_words words;
    struct tdg_arena arena;
};

struct tdg_lead_item {
    enum tdg_lead_kind kind;
    uint32_t event, theme, parent;
    const char *term;
    const uint32_t *rows; /* [count] ascending, copies included */
    size_t count;
    uint32_t *lead; /* [originals] of these, what may be read of it: no copy, not muted */
    size_t originals;
    size_t earlier; /* originals in the periods before */
    double usual;
    size_t periods; /* of all time: periods that it has articles in */
    uint32_t peak;  /* and the one with most */
    size_t sources;
    struct tdg_lead_profile profile;
    double score;
    bool tested; /* a finding stands behind it */
};

/* TDG_ENOMEM; tdg_lead_time_done either way. */
int tdg_lead_time_new(struct tdg_lead_time *time, struct tdg_analysis *analysis,
                      const struct tdg_run *run, enum tdg_lead_scope scope);
void tdg_lead_time_done(struct tdg_lead_time *time);

/* The events of the time, with what they go on from; of those two originals that may be read.
 * *items has room for TDG_LEAD_MOST more and is freed by the caller. */
int tdg_lead_events(struct tdg_lead_item **items, size_t *count, struct tdg_lead_time *time);

/* The articles that a finding is about, of its periods. */
int tdg_lead_movement(struct tdg_lead_item *item, struct tdg_lead_time *time,
                      const struct tdg_finding_view *finding);

/* Makes one of two: what the second rests on goes to the first. */
int tdg_lead_join(struct tdg_lead_item *item, const struct tdg_lead_item *other,
                  struct tdg_lead_time *time);

/* How many of its originals have the name that most of them have. */
size_t tdg_lead_most_named(const struct tdg_lead_item *item, const struct tdg_lead_time *time);

/* Whether both name somebody or something that hardly any other article of the time does. */
bool tdg_lead_one_name(const struct tdg_lead_item *a, const struct tdg_lead_item *b,
                       const struct tdg_lead_time *time);

/* How many articles they have in common. */
size_t tdg_lead_common(const struct tdg_lead_item *a, const struct tdg_lead_item *b);

#endif
