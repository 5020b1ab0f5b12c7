// SPDX-License-Identifier: GPL-3.0-or-later
/** How the number of groups came about. */
#ifndef TDG_CLUSTER_GROUP_COUNT_H
#define TDG_CLUSTER_GROUP_COUNT_H

#include <stddef.h>
#include <stdint.h>

enum tdg_group_count_by {
    TDG_COUNT_UNSAID,
    TDG_COUNT_NO_WORDS,   /* nothing to group by */
    TDG_COUNT_ARCHIVE,    /* the groups of an archive */
    TDG_COUNT_FIELD,      /* those of a field of the articles */
    TDG_COUNT_SEEDS,      /* all rows belong to topics of the user */
    TDG_COUNT_KNOWN,      /* as many as before: new ones would be no clearer */
    TDG_COUNT_ASKED,      /* the user */
    TDG_COUNT_MODULARITY, /* the smallest number with a share of the best modularity */
    TDG_COUNT_NO_GROUPS,  /* the best modularity is that of chance */
    TDG_COUNT_FEW_ROWS,   /* too few for two groups */
};

struct tdg_group_count {
    enum tdg_group_count_by by;
    uint32_t groups;
    double share, resolution;
    double best;           /* the best modularity … */
    uint32_t best_groups;  /* … and the number of groups that has it */
    size_t rows, min_rows; /* rows that are grouped; those that a group takes */
};

#endif
