// SPDX-License-Identifier: GPL-3.0-or-later
/** One run along the path, and the analysis it ends in. */
#ifndef TDG_ENGINE_RUN_H
#define TDG_ENGINE_RUN_H

#include <tidings/analysis.h>

#include "base/hash.h"
#include "cluster/cluster.h"
#include "engine/options.h"
#include "engine/within.h"
#include "label/label.h"
#include "read/read.h"
#include "story/story.h"
#include "text/text.h"
#include "trend/trend.h"
#include "vector/vector.h"

/** The way of an article. The table in engine/analyze.c says what each step needs and makes. */
enum tdg_step {
    TDG_STEP_READ,
    TDG_STEP_CLEAN,
    TDG_STEP_COPIES,
    TDG_STEP_TERMS,
    TDG_STEP_VECTORS,
    TDG_STEP_NEIGHBOURS,
    TDG_STEP_THEMES,
    TDG_STEP_LABELS,
    TDG_STEP_STORIES,
    TDG_STEP_TRENDS,
};

/** What the mutes of the settings meet (engine/mute.c). {0}: nothing is muted. */
struct tdg_muted {
    struct tdg_muting *rules;
    bool *term;              /* [streams.term_count] not to be shown */
    uint8_t *article;        /* [articles] TDG_MUTED_COLUMN, TDG_MUTED_SOURCE */
    struct tdg_matrix shown; /* see tdg_run_shown */
};

/** What the stages hand to each other. {0} is empty. */
struct tdg_run {
    const char *const *inputs;
    size_t input_count;
    const struct tdg_monitor *monitor;
    struct tdg_error *error;
    struct tdg_options *options;
    struct tdg_settings settings;
    struct tdg_workers *workers;

    struct tdg_articles articles;
    struct tdg_dated before; /* what the articles are added to; {0} for nothing */
    struct tdg_digest digest;
    int64_t *published; /* [articles] */
    uint32_t *copy_of;  /* [articles] */
    struct tdg_streams streams;
    struct tdg_vocabulary vocabulary;
    struct tdg_matrix counts;
    struct tdg_muted muted;
    struct tdg_matrix rows;
    struct tdg_matrix nearest;
    struct tdg_meaning meaning; /* of short articles; {0}: it does not count */
    struct tdg_matrix
        graph; /* of nearest neighbours, with their meaning; empty with --themes-from */
    struct tdg_seeds_columns {
        size_t *begin;    /* [guides + 1]; NULL without guides */
        uint32_t *column; /* [used] */
        size_t used, capacity;
    } seeds;                              /* of the guides of the settings */
    struct tdg_within within;             /* the theme that the articles are those of */
    const struct tdg_known_groups *known; /* the themes of an archive; may be NULL; borrowed */
    struct tdg_grouping grouping;
    struct tdg_grouping parents; /* the same rows by the parent of their group; {0} for none */
    bool *mixed;                 /* [groups] leftovers, see tdg_find_mixed; NULL: not looked for */
    const char **given_names;    /* [groups] with --themes-from, else NULL */
    struct tdg_labels labels;
    struct tdg_labels parent_labels; /* [parents.groups] */
    struct tdg_stories stories;
    struct tdg_trends trends;
};

/** Makes a run ready for its first step: options, settings and workers. Free it with tdg_run_done,
 * whatever the result is. */
int tdg_run_open(struct tdg_run *run, const struct tdg_options *options);
/** Takes the steps from `first` to `last`. What the steps before them make is there already: a step
 * that lacks something fails with TDG_EINVAL. */
int tdg_run_steps(struct tdg_run *run, enum tdg_step first, enum tdg_step last);
/** Takes wrong dates from the articles that were read (read/stray.c), unless the options keep all.
 * TDG_ELIMIT, with file and line, where the dates that stay make more periods than the limit. */
int tdg_run_check_dates(struct tdg_run *run);
/** Fills in the times of articles that have another order. */
int tdg_run_times(struct tdg_run *run);
/** Puts the articles in their order and fills in their times: the end of the step "read". */
int tdg_run_order(struct tdg_run *run);
void tdg_run_done(struct tdg_run *run);

/** The complete result. Strings of articles live in `facts`, all others in `arena`, `labels` and
 * `trends`. */
struct tdg_analysis {
    struct tdg_options *options;
    struct tdg_corpus_view corpus;
    struct tdg_article_view *articles; /* [corpus.articles] */
    struct tdg_theme_view *themes;     /* [theme_count] */
    size_t theme_count;
    struct tdg_parent_view *parents; /* [parent_count] */
    size_t parent_count;
    struct tdg_within_view within;
    struct tdg_choice_view choice;
    struct tdg_why_view *whys; /* [why_count] */
    size_t why_count;
    struct tdg_story_view *stories; /* [story_count] */
    size_t story_count;
    struct tdg_latest_view latest;
    struct tdg_mute_view *muted; /* [muted_count] */
    size_t muted_count;
    struct tdg_labels labels;
    struct tdg_labels parent_labels;
    struct tdg_trends trends;
    struct tdg_arena facts;
    struct tdg_arena arena;
};

/** Makes *parents = the same rows in groups of groups; {0} where there is no such level: where it
 * would be one group, or as many as there are. */
int tdg_group_by_parents(struct tdg_grouping *parents, const struct tdg_grouping *grouping);
/** Takes the name of a subject from parents of which themes with that subject are the smaller part:
 * "Football" from football, tennis and rugby. */
void tdg_parents_unname(struct tdg_run *run);

/** Fills in run->muted; terms and counts are there. */
int tdg_run_mute(struct tdg_run *run);
/** The counts without what is muted: all that labels, terms and findings may be made of. */
const struct tdg_matrix *tdg_run_shown(const struct tdg_run *run);
void tdg_muted_done(struct tdg_muted *muted);

/** Fills in the sources of the themes; articles and themes are there. TDG_ENOMEM. */
int tdg_view_theme_sources(struct tdg_analysis *analysis);
/** Says which themes are mixed, by their labels, and takes them from their parents. */
int tdg_find_mixed(struct tdg_run *run);
/** The labels of mixed themes say so. */
int tdg_name_mixed(struct tdg_run *run);

/** Fills in the parents of the analysis and of its themes, which are there with their numbers of
 * articles, and what is to be said about the number of themes. TDG_ENOMEM. */
int tdg_view_parents(struct tdg_analysis *analysis, const struct tdg_run *run);
int tdg_view_choice(struct tdg_analysis *analysis, const struct tdg_run *run);

/** Fills in what is to be said about the latest period; articles are there. TDG_ENOMEM. */
int tdg_view_latest(struct tdg_analysis *analysis, const struct tdg_run *run);

/** Fills in what the option `why` asks for. TDG_ENOMEM. */
int tdg_view_whys(struct tdg_analysis *analysis, const struct tdg_run *run);

/** Fills in how much each term speaks for two of `groups` (TDG_NONE: 0 for that one) and puts the
 * terms in order: the largest difference first (with one group, what speaks most for or against
 * it), ties in byte order. terms: [evidence->terms], never NULL, the rest of each is there. */
void tdg_why_compare(struct tdg_why_term_view *terms, const struct tdg_evidence *evidence,
                     size_t groups, uint32_t first, uint32_t other);

/** The labels' terms point into the streams, which end with the run: puts them into the arena. */
int tdg_keep_terms(struct tdg_labels *labels, struct tdg_arena *arena);
/** "T1" for the letter T and index 0, in the arena; NULL when out of memory. Inside a theme: "T5.1"
 * for the letter T, "T5.S1" for others; within NULL: for all articles. */
const char *tdg_view_id(const struct tdg_within *within, char letter, size_t index,
                        struct tdg_arena *arena);
/** The label and the name of a theme, "" for none, in the arena: those of `labels`, those of the
 * field of the articles, or those of a person's subject. TDG_ENOMEM. */
int tdg_name_theme(const char **label, const char **name, const struct tdg_run *run,
                   const struct tdg_labels *labels, size_t index, struct tdg_arena *arena);

/** Makes the analysis from a finished run and takes over what it needs of it. */
int tdg_assemble(struct tdg_analysis **analysis, struct tdg_run *run);

/** The views of stories, and the reach of themes; articles and themes have theirs. Terms and
 * members are taken over. */
int tdg_view_stories(struct tdg_analysis *analysis, struct tdg_run *run);

/** Groups the articles by their field `group` instead of by their words: one group a distinct
 * value, the largest first, in a tie in byte order. TDG_EEMPTY where all are empty, with a message
 * that names the field. `names`: [groups], borrowed from the articles,
 * to be freed by the caller. */
int tdg_group_by_field(struct tdg_grouping *grouping, const char ***names,
                       const struct tdg_articles *articles, const char *field,
                       struct tdg_error *error);

/** Fills in run->seeds, and tells which of the guides' words are not used in the corpus. */
int tdg_seeds_find(struct tdg_run *run);
/** Tells which guides did not become a theme though their words are used. */
void tdg_seeds_tell_unused(const struct tdg_run *run);

/** Counts distinct names: most frequent first, then in byte order; "" is not counted. The tally and
 * its names live in the arena. next(context, i) is the name of item i < count. */
int tdg_tally_names(const struct tdg_tally **tally, size_t *distinct, size_t count,
                    const char *(*next)(const void *context, size_t index), const void *context,
                    struct tdg_arena *arena);

#endif
