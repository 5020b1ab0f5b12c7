// SPDX-License-Identifier: GPL-3.0-or-later
/** What a refit made of the themes. */
#ifndef TDG_ARCHIVE_LINEAGE_H
#define TDG_ARCHIVE_LINEAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "archive/update.h"
#include "cluster/grouping.h"
#include "pipeline/run.h"

struct tdg_refit {
    struct tdg_update *update;
    struct tdg_run run;
    int64_t *old;    /* [articles] theme of each original before, or 0 */
    uint32_t *slot;  /* [articles] of that theme, TDG_NONE for none */
    double *shared;  /* [themes][groups] articles: see tdg_refit_count */
    size_t *size;    /* [groups] articles */
    uint32_t *match; /* [themes] */
    int64_t *number; /* [groups] */
    bool *stays;     /* [themes] goes on in a group of its own that follows those of the fit */
    uint32_t *later; /* [articles] the group that each is to go to, not now; NULL: all have gone */
    uint32_t found;  /* groups of the fit; those that stay may follow */
    struct tdg_known_groups known;
    bool grown;    /* by half since the last fit */
    bool unplaced; /* there is what fits none of the themes */
};

/** The group that goes on with a theme: one of its own, with the next number, where the fit has
 * found none. */
int tdg_refit_group_of(uint32_t *group, struct tdg_refit *refit, size_t theme);

/** Fills in shared and size from where the articles are; of pinned themes that follow the groups of
 * the fit, nothing. copies: they count, too. */
void tdg_refit_count(struct tdg_refit *refit, bool copies);

/** Groups that go on get their new labels; the others begin, or split off. */
int tdg_refit_name_groups(struct tdg_refit *refit);

/** Themes that do not go on end, or went into another one. */
int tdg_refit_end_themes(struct tdg_refit *refit);

#endif
