// SPDX-License-Identifier: GPL-3.0-or-later
/** The steps of tdg_label_groups, and what they hand on. */
#ifndef TDG_LABEL_GROUPS_H
#define TDG_LABEL_GROUPS_H

#include <stdbool.h>

#include "label/label.h"

enum {
    TDG_LEAST_TERMS = 10,    /* a theme has, where the vocabulary has them */
    TDG_COHERENCE_TERMS = 10 /* of a theme that its coherence is measured over */
};

/** The originals of every group: row[begin[g]] … row[begin[g + 1] - 1], ascending. {0} is empty. */
struct tdg_members {
    uint32_t groups;
    size_t *begin; /* [groups + 1] */
    uint32_t *row;
};

/** copy_of may be NULL. TDG_ENOMEM. */
int tdg_members_build(struct tdg_members *members, const struct tdg_grouping *grouping,
                      const uint32_t *copy_of);
void tdg_members_done(struct tdg_members *members);

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

/** TDG_ENOMEM. */
int tdg_traits_build(struct tdg_traits *traits, const struct tdg_stems *stems);
void tdg_traits_done(struct tdg_traits *traits);

/** Whether all nouns have a capital in a theme with these columns, as in German. */
bool tdg_nouns_have_capitals(const struct tdg_traits *traits, const uint32_t *columns,
                             size_t count);

/** From column, articles, score, share and coverage. articles: [columns] of the group; nouns: they
 * have capitals. */
double tdg_worth(const struct tdg_traits *traits, const struct tdg_ranked *item,
                 const uint32_t *articles, bool nouns);

/** {0} is empty. */
struct tdg_rankings {
    struct tdg_ranking own;   /* by score: the best terms that no other group has a better claim to,
                                 none of which is a mere part of a phrase among them; filled up to
                                 TDG_LEAST_TERMS with others */
    struct tdg_ranking named; /* by worth: the same, not filled up */
    struct tdg_ranking broad; /* by worth: the best terms, whosever they are */
};

/** The `wanted` of each is given. TDG_ENOMEM. */
int tdg_rankings_build(struct tdg_rankings *rankings, const struct tdg_members *members,
                       const struct tdg_matrix *counts, const struct tdg_stems *stems,
                       const struct tdg_traits *traits, struct tdg_workers *workers);
void tdg_rankings_done(struct tdg_rankings *rankings);
void tdg_ranking_done(struct tdg_ranking *ranking);

/** As people see it, and as the group writes it. */
struct tdg_term_view tdg_view_term(const struct tdg_ranked *item, const struct tdg_stems *stems,
                                   uint32_t group);

/** True where two terms have a word in common. */
bool tdg_stems_overlap(const struct tdg_stems *stems, uint32_t column, uint32_t other);

/** Puts those of the candidates in front that are good and go well together. TDG_ENOMEM. */
int tdg_terms_choose(struct tdg_ranking *candidates, uint32_t groups, const struct tdg_stems *stems,
                     const uint32_t *copy_of, struct tdg_workers *workers);

/** coherence: [groups]. TDG_ENOMEM. */
int tdg_document_coherence(double *coherence, const struct tdg_ranking *ranking, uint32_t groups,
                           const struct tdg_matrix *counts, const uint32_t *copy_of);

/** Writes up to `wanted` rows of a group, highest weight first, then by row, without those that are
 * muted (may be NULL); returns how many. */
size_t tdg_representatives(uint32_t *rows, const struct tdg_members *members, uint32_t group,
                           const float *weight, const uint8_t *muted, size_t wanted);

/** Terms of which a label may be made, best first. */
struct tdg_label_terms {
    struct tdg_term_view *items;
    size_t count;
};

/** What labels may be made of: the terms of `named` as an editor would write them, without those
 * that are a piece of a longer name. *terms: [groups], to be freed; their items live in the arena.
 * TDG_ENOMEM. */
int tdg_label_terms_build(struct tdg_label_terms **terms, const struct tdg_ranking *named,
                          uint32_t groups, const struct tdg_stems *stems, struct tdg_arena *arena);

/** What stands between `left` and `right` in most of the titles that have both close together, by a
 * blank from each: "of" between "House" and "Fraser". Copied into the arena, "" for nothing, NULL
 * when out of memory. */
const char *tdg_titles_between(const struct tdg_stems *stems, uint32_t group, const char *left,
                               const char *right, struct tdg_arena *arena);

/** The digit that stands behind a word in most of the titles that have it: '1' behind "Formel"; 0
 * for none. */
char tdg_titles_digit(const struct tdg_stems *stems, uint32_t group, const char *word);

/** Gives every item its text. terms: [labels->count]. TDG_ENOMEM. */
int tdg_name_groups(struct tdg_labels *labels, const struct tdg_label_terms *terms);

#endif
