// SPDX-License-Identifier: GPL-3.0-or-later
/** What groups are called. */
#ifndef TDG_LABEL_LABEL_H
#define TDG_LABEL_LABEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "base/memory.h"
#include "cluster/grouping.h"
#include "label/groups.h"
#include "text/text.h"
#include "vector/vector.h"

/** As people see it, and as the group writes it. */
struct tdg_term_view tdg_view_term(const struct tdg_ranked *item, const struct tdg_stems *stems,
                                   uint32_t group);

/** What a group is about. */
struct tdg_label {
    const char *text; /* two or three terms, "tariffs, steel, Brussels"; unique within the labels */
    const char *name; /* of a well-known subject that it is clearly about, unique, or "" */
    struct tdg_term_view *terms; /* best first; their strings are borrowed from the streams; at
                                    least ten where the vocabulary has them, if need be with terms
                                    that no article of the group has (articles 0, weight 0) */
    double *shares; /* [term_count] of all articles with a term, those that lie in the group */
    size_t term_count;
    double coherence; /* mean NPMI of pairs of the first ten terms over articles, -1 to 1; 0 with
                         fewer than two terms */
    uint32_t *representatives; /* rows, highest weight first, no copies */
    size_t representative_count;
};

/** {0} is empty. */
struct tdg_labels {
    struct tdg_label *items; /* [count] one a group */
    size_t count;
    struct tdg_arena arena;
};

void tdg_labels_done(struct tdg_labels *labels);

/** A lexicon of well-known subjects. */
struct tdg_subjects;

struct tdg_label_options {
    size_t terms;                        /* wanted per group */
    size_t representatives;              /* wanted per group */
    const struct tdg_subjects *subjects; /* NULL: no theme gets a name */
    bool stem;                           /* the streams hold stems */
};

struct tdg_label_options tdg_label_defaults(void);

/** What the groups were made from. */
struct tdg_label_input {
    const struct tdg_grouping *grouping;
    const struct tdg_matrix *counts; /* of words and phrases */
    const struct tdg_vocabulary *vocabulary;
    const struct tdg_streams *streams;
    const uint32_t *copy_of;   /* copies are not counted; may be NULL */
    const char *const *titles; /* [rows] as they were written; may be NULL */
    struct tdg_muting *muting; /* hides names; may be NULL. Its terms are not in the counts */
    const uint8_t *muted;      /* [rows] above 0: represents nothing; may be NULL */
};

/** The labels' terms point into the streams, which end with the run: puts them into the arena. */
int tdg_keep_terms(struct tdg_labels *labels, struct tdg_arena *arena);

#endif
