// SPDX-License-Identifier: GPL-3.0-or-later
/** The steps of tdg_label_groups, and what they hand on. */
#ifndef TDG_LABEL_GROUPS_H
#define TDG_LABEL_GROUPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "text/text.h"
#include "vector/vector.h"

enum {
    TDG_MIN_TERMS = 10,      /* a theme has, where the vocabulary has them */
    TDG_COHERENCE_TERMS = 10 /* of a theme that its coherence is measured over */
};

/** The originals of every group: row[begin[g]] … row[begin[g + 1] - 1], ascending. {0} is empty. */
struct tdg_members {
    uint32_t groups;
    size_t *begin; /* [groups + 1] */
    uint32_t *row;
};

/** A term with its claim to a group. */
struct tdg_ranked {
    uint32_t column;
    uint32_t articles; /* of the group that have it */
    double score;      /* p log(p/q) */
    double worth;      /* as part of the group's name, see worth.c; 0 for none */
    double share;      /* of all articles with the term, those in the group */
    double coverage;   /* of all articles of the group, those with the term */
};

/** Terms of every group, best first. {0} is empty. */
struct tdg_ranking {
    size_t wanted;
    size_t *count;            /* [groups] at most `wanted` */
    struct tdg_ranked *items; /* [groups][wanted] */
};

enum {
    TDG_CANDIDATES = 80, /* of a group, of which its terms are chosen */
    TDG_BROAD = 50       /* terms by which a group is known, whether or not they are its own */
};

/** The stems of the columns, in which words are separated by blanks. */
struct tdg_stems {
    const struct tdg_vocabulary *vocabulary;
    const struct tdg_streams *streams;
    const struct tdg_members *members;
    const char *const *titles; /* [articles] as they were written; may be NULL */
};

/** What makes a term more or less fit to be part of a name. {0} is empty. */
struct tdg_traits {
    uint32_t words;   /* the first columns; the others are phrases */
    double *factor;   /* [columns] */
    bool *weak;       /* [columns] has a weak word that is no part of a name */
    uint32_t *rarest; /* [columns] the rarest of the strong words, TDG_NONE for none */
    bool *proper;     /* [columns] one of its words has a capital */
    bool *noun;       /* [columns] … its last one */
};

/** {0} is empty. */
struct tdg_rankings {
    struct tdg_ranking own;   /* by score: the best terms that no other group has a better claim to,
                                 none of which is a mere part of a phrase among them; filled up to
                                 TDG_MIN_TERMS with others */
    struct tdg_ranking named; /* by worth: the same, not filled up */
    struct tdg_ranking broad; /* by worth: the best terms, whosever they are */
};

/** Terms of which a label may be made, best first. */
struct tdg_label_terms {
    struct tdg_term_view *items;
    size_t count;
};

#endif
