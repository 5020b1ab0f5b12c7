// SPDX-License-Identifier: GPL-3.0-or-later
/** The archive as an analysis: its own themes and stories, with series and findings. */
#ifndef TDG_VIEW_ARCHIVE_VIEW_H
#define TDG_VIEW_ARCHIVE_VIEW_H

#include <stdint.h>

#include <tidings/analysis.h>

#include "archive/update.h"
#include "base/memory.h"
#include "pipeline/run.h"

/** A run whose groups are the themes of the archive. {0} is empty. */
struct tdg_archive_view {
    struct tdg_update *update;
    struct tdg_run run;
    int64_t *theme; /* [run.grouping.groups] numbers */
    int64_t *story; /* [run.stories.count] numbers */
    int64_t *event; /* [events] the number of each in the archive */
    int64_t since;  /* articles from then on come first; 0: all alike; set before it is opened */
    const char **reason; /* [articles] why an article has no theme, as archives keep it; "" where it
                            has one */
    struct tdg_arena arena;
};

/** Of the articles from <= time < to: with terms, counts, groups and labels. */
int tdg_archive_view_open(struct tdg_archive_view *view, struct tdg_update *update, int64_t from,
                          int64_t to);
void tdg_archive_view_done(struct tdg_archive_view *view);

/** The analysis of a view, with the ids of the archive. */
int tdg_archive_view_analyze(struct tdg_analysis **analysis, struct tdg_archive_view *view);

#endif
