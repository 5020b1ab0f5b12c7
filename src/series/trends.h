// SPDX-License-Identifier: GPL-3.0-or-later
/** Periods, series and findings: what moves in time. */
#ifndef TDG_SERIES_TRENDS_H
#define TDG_SERIES_TRENDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "calendar/period.h"
#include "text/text.h"
#include "vector/vector.h"

struct tdg_trend_options {
    struct tdg_period_options periods;
    double level;     /* of false discoveries: the largest q of a finding */
    size_t null_runs; /* how often chance is tried */
    size_t max_terms; /* that are followed in time */
    uint64_t seed;
    bool ended;        /* the last period is over, whatever its last article says */
    const char *whole; /* what shares are of, in sentences; NULL: coverage */
    const char *asked; /* id of the period that everything is about; NULL for none */
};

struct tdg_trend_options tdg_trend_defaults(void);

/** What is counted. Arrays are [articles]. */
struct tdg_trend_input {
    size_t articles;
    const int64_t *published; /* TDG_NO_DATE: not counted */
    const uint32_t *group;    /* TDG_NONE: counted in the period only */
    const uint32_t *copy_of;  /* TDG_NONE: an original */
    uint32_t groups;
    const uint32_t *source; /* below `sources`; TDG_NONE: unknown. NULL: nothing is known */
    uint32_t sources;

    /* What findings are reported with; without counts (NULL) nothing is said about terms. */
    uint32_t parents;
    const uint32_t *parent;          /* [groups] or NULL */
    const bool *mixed;               /* [groups] leftovers, of which nothing is reported; or NULL */
    const float *weight;             /* of the articles in their groups, or NULL */
    const char *const *names;        /* [groups] or NULL */
    const char *const *parent_names; /* [parents] or NULL */
    const struct tdg_matrix *counts;
    const struct tdg_vocabulary *vocabulary;
    const struct tdg_streams *streams;
    const uint8_t *muted;   /* [articles] above 0: no evidence; or NULL */
    const bool *muted_term; /* [streams->term_count] nothing is found about it; or NULL */
};

struct tdg_mix;

struct tdg_finding_list {
    struct tdg_finding_view *items; /* of themes and parents first, then of terms */
    size_t count;
    size_t capacity;
};

/** Periods, and for each group one point a period, the change and the trend. {0} is empty. */
struct tdg_trends {
    struct tdg_period_view *periods;
    size_t period_count;
    struct tdg_point_view *points;   /* [groups][period_count] */
    struct tdg_trend_view *trends;   /* [groups] */
    struct tdg_change_view *changes; /* [groups] */
    enum tdg_theme_status *statuses; /* [groups] see status.c */
    struct tdg_finding_list findings;
    uint32_t *period_of;      /* [articles] TDG_NONE for undated ones */
    uint32_t last_whole;      /* TDG_NONE where none is */
    uint32_t latest_period;   /* the last one that can be compared; TDG_NONE where too few can */
    const uint32_t *compared; /* [compared_count] periods that it is held against */
    size_t compared_count;
    struct tdg_finding_list latest; /* how it differs from them */
    struct tdg_null_view null;
    struct tdg_mix *mix; /* of the sources, while the trends are being built; else NULL */
    struct tdg_arena arena;
};

void tdg_trends_done(struct tdg_trends *trends);

#endif
