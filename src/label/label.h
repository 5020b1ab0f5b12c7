// SPDX-License-Identifier: GPL-3.0-or-later
/** Stage 6: groups → names. */
#ifndef TDG_LABEL_LABEL_H
#define TDG_LABEL_LABEL_H

#include <tidings/analysis.h>

#include "base/memory.h"
#include "cluster/cluster.h"
#include "text/text.h"
#include "vector/vector.h"

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

/** The lexicon that is built in and, unless "", that of a file, in the format of
 * label/subjects.txt. TDG_EIO, TDG_EFORMAT with file and line. */
int tdg_subjects_new(struct tdg_subjects **subjects, const char *path, struct tdg_error *error);
void tdg_subjects_free(struct tdg_subjects *subjects);

/** The code of the subject after which a theme is called, in the IPTC Media Topics; "" where it has
 * none, or the name is no subject's. subjects may be NULL. */
const char *tdg_subjects_code(const struct tdg_subjects *subjects, const char *name);

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

/** Terms are ranked by p log(p/q), p the term's share of the group's document counts, q its share
 * of the whole, and serve the one group where that is highest. Of the best candidates those are
 * taken that go together, too (see label/choose.c). */
int tdg_label_groups(struct tdg_labels *labels, const struct tdg_label_input *input,
                     const struct tdg_label_options *options, struct tdg_workers *workers,
                     struct tdg_error *error);

/** Coherence as gensim's c_npmi has it, of lists of terms over articles whose bodies are tokens
 * separated by blanks: see tdg_score_terms. terms: [themes][top] numbers in `streams` or TDG_NONE
 * for a term that is not there, whose pairs count -1. TDG_EEMPTY without a theme. */
int tdg_window_coherence(double *npmi, const struct tdg_streams *streams,
                         const uint32_t *const *terms, size_t themes, size_t top,
                         struct tdg_error *error);

#endif
