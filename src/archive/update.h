// SPDX-License-Identifier: GPL-3.0-or-later
/** Changes of an archive: one batch, from its first article to its entry in the ledger. */
#ifndef TDG_ARCHIVE_UPDATE_H
#define TDG_ARCHIVE_UPDATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/options.h>

#include "base/buffer.h"
#include "calendar/period.h"
#include "cluster/grouping.h"
#include "pipeline/run.h"
#include "pipeline/settings.h"
#include "store/store.h"
#include "text/text.h"
#include "vector/vector.h"

struct tdg_changed;

/** What the parts of a change hand to each other. In `run` the line of an article is its number in
 * the archive. */
struct tdg_update {
    struct tdg_archive *archive;
    const struct tdg_monitor *monitor;
    struct tdg_error *error;
    struct tdg_options *options;    /* those of the archive, with the caller's way of reading */
    struct tdg_buffer seeds;        /* the subjects of a person, as in their file; empty: none */
    struct tdg_mutes mutes;         /* that the caller's options name */
    int64_t muted;                  /* the last entry that was made for one of them, 0 for none */
    struct tdg_settings settings;   /* made of the options */
    struct tdg_named_period period; /* the one that was asked for last */
    struct tdg_run run;
    struct tdg_archive_change change;
    struct tdg_stored_model model;
    struct tdg_stored_themes themes;
    int64_t ledger;              /* the entry of this change */
    size_t moved;                /* originals that left their theme for a new one */
    struct tdg_changed *changed; /* [changed_count] that came again with other words, by number */
    size_t changed_count;
    struct tdg_run versions; /* of the changed ones: the texts before, then those after */
    int64_t *corrected;      /* [corrected_count] that came again with the same words */
    size_t corrected_count;
};

/** An article that came again with other words, and where it was before. */
struct tdg_changed {
    int64_t number;
    int64_t theme, story, copy_of; /* numbers or 0 */
    uint32_t before, after;        /* rows of `versions` */
    bool stays;                    /* in its theme: its new words do not speak for another one */
};

/** For qsort. */
static inline int tdg_compare_numbers(const void *left, const void *right)
{
    int64_t one = *(const int64_t *)left, other = *(const int64_t *)right;
    return (one > other) - (one < other);
}

static inline int64_t tdg_run_number(const struct tdg_run *run, size_t row)
{
    return (int64_t)run->articles.items[row].line;
}

/** The row of the article with a number; rows by number are made once. {0} is empty. */
struct tdg_row_index {
    struct tdg_row_number {
        int64_t number;
        uint32_t row;
    } * items; /* [count] by number */
    size_t count;
};

/** What the archive knows of the terms of the wanted rows of a run, which has terms. What is asked
 * for is borrowed. {0} is empty. */
struct tdg_known_words {
    struct tdg_update *update;
    const struct tdg_run *run;
    const bool *wanted;               /* [articles] */
    size_t originals;                 /* in the archive */
    struct tdg_vocabulary vocabulary; /* all terms of all articles of the run … */
    struct tdg_matrix counts;         /* … and how often they stand there */
    struct tdg_matrix chosen;         /* of the wanted rows, the terms that speak */
    uint32_t *row;                    /* [chosen.rows] in the run */
    uint32_t *column;                 /* [vocabulary.columns] in `chosen`, TDG_NONE for none */
    uint32_t columns;                 /* of `chosen` so far */
    struct tdg_nb_counts stock;       /* of update->themes; made of: */
    double *table, *words, *all;      /* [columns][themes], [columns], [themes] */
    size_t at;                        /* column of the table that is being filled in */
};

/** The terms of one article, and how much each speaks for each of update->themes. {0} is empty. */
struct tdg_told_terms {
    struct tdg_evidence evidence;
    uint32_t *term; /* [evidence.terms] of the streams of the run */
    size_t *times;  /* [evidence.terms] in the article */
};

/** What old themes and new groups have in common. Borrowed. */
struct tdg_common {
    uint32_t themes, groups;
    const double *shared; /* [themes][groups] originals */
    const double *cosine; /* [themes][groups] of their centroids */
    const size_t *before; /* [themes] originals */
    const size_t *after;  /* [groups] originals */
};

#endif
