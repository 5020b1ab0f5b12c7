// SPDX-License-Identifier: GPL-3.0-or-later
/** What the report of one period says after its news: themes in it, what went quiet, what is back,
 * events beside the lead, and who was first. */
#ifndef TDG_VIEW_BRIEF_H
#define TDG_VIEW_BRIEF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>
#include <tidings/report.h>

#include "base/memory.h"

/** A theme in the period. */
struct tdg_brief_theme {
    const struct tdg_theme_view *theme;
    size_t originals;
    double usual; /* originals; NaN where nothing is compared */
    int beyond;   /* chance: 1 for more than that, -1 for less, else 0 */
};

/** {0} is empty. */
struct tdg_brief {
    const struct tdg_period_view *period; /* NULL: the report is not of one */
    size_t sources;                       /* with articles in it; 0 where that is not known */
    struct tdg_brief_theme *themes;       /* [theme_count] the largest first, mixed ones last */
    size_t theme_count;
    const struct tdg_finding_view **quiet; /* less than usual, beyond chance; themes, then terms */
    size_t quiet_count;
    const struct tdg_finding_view **back; /* themes that are back after a silence */
    size_t back_count;
    const struct tdg_told_event **events; /* those of the report that no item of the lead tells */
    size_t event_count;
    const char *first_source; /* that had most items of the lead first; NULL for none */
    size_t first;             /* how many … */
    size_t told;              /* … of those that several sources tell */
};

/** Borrows from the analysis and from `events`. TDG_ENOMEM. */
int tdg_brief_make(struct tdg_brief *brief, const struct tdg_analysis *analysis,
                   const struct tdg_told_event *events, size_t event_count,
                   struct tdg_arena *arena);

#endif
