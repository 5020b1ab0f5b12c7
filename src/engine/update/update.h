// SPDX-License-Identifier: GPL-3.0-or-later
/** Changes of an archive: one batch, from its first article to its entry in the ledger. */
#ifndef TDG_ENGINE_UPDATE_H
#define TDG_ENGINE_UPDATE_H

#include "archive/archive.h"
#include "engine/run.h"

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

/* update.c */

/** Begins a change: locks the archive, and loads what is known. Ends with tdg_update_close,
 * whatever the result is. */
int tdg_update_open(struct tdg_update *update, const struct tdg_options *options);
/** The same only to look at it, in one state whoever writes meanwhile. */
int tdg_update_look(struct tdg_update *update);
/** Everything or nothing; a change without an entry in the ledger leaves no trace. */
int tdg_update_close(struct tdg_update *update, int status);

/* options.c */

/** Makes update->options: keeps the caller's with the first batch, else takes those of the archive.
 * `given` may be NULL. */
int tdg_update_options(struct tdg_update *update, const struct tdg_options *given);
/** A run that is open finds the themes with the subjects of a person. */
int tdg_update_seed(struct tdg_run *run, const struct tdg_update *update);

/* mute.c */

bool tdg_update_is_muted(const struct tdg_update *update, enum tdg_mute_kind kind,
                         const char *text);
/** Mutes something or takes that back, with an entry in the ledger: its number. */
int tdg_update_mute(int64_t *entry, struct tdg_update *update, enum tdg_mute_kind kind,
                    const char *text, bool muted);
/** Tells where nothing in the archive is muted by it; file may be NULL. */
int tdg_update_tell_unmet(struct tdg_update *update, enum tdg_mute_kind kind, const char *text,
                          const char *file, size_t line);
/** Mutes what a file names and is not muted; "": nothing. Then the same as above about all of it.
 */
int tdg_update_keep_mutes(struct tdg_update *update, const char *path);
int tdg_update_tell_mutes(struct tdg_update *update, const char *path);
/** A run that is open shows nothing of what is muted in the archive. */
int tdg_update_hide(struct tdg_run *run, const struct tdg_update *update);

/* periods.c */

/** The number of the period of a time in the archive, which then has it; 0 for no date. */
int tdg_update_period(int64_t *number, struct tdg_update *update, int64_t time);

/* load.c */

/** Appends articles of the archive to those of a run, which is not in order then. */
int tdg_update_load(struct tdg_run *run, struct tdg_update *update,
                    const struct tdg_article_range *range);
/** The row of the article with a number; rows by number are made once. {0} is empty. */
struct tdg_row_index {
    struct tdg_row_number {
        int64_t number;
        uint32_t row;
    } * items; /* [count] by number */
    size_t count;
};
int tdg_row_index_build(struct tdg_row_index *index, const struct tdg_run *run);
uint32_t tdg_row_of(const struct tdg_row_index *index, int64_t number);
void tdg_row_index_done(struct tdg_row_index *index);

/* batch.c */

/** Reads the input, leaves out what is in the archive as it is, and puts the rest into it. *fresh:
 * numbers of the articles of the batch, ascending; to be freed. */
int tdg_update_read(struct tdg_update *update, int64_t **fresh, size_t *count);

/* change.c */

/** Before the batch is stored: fills in update->changed, and decides which stay in their theme. */
int tdg_update_meet_changed(struct tdg_update *update);
/** When all have their places: their old words leave their old themes, and the new ones are learnt.
 * heirs: [count] former copies that are originals now, to be learnt as well. */
int tdg_update_learn_changed(struct tdg_update *update, const int64_t *heirs, size_t count);
/** NULL for another article. */
const struct tdg_changed *tdg_update_changed(const struct tdg_update *update, int64_t number);
/** The words of articles leave their themes, or come into them; copies have none. */
int tdg_update_forget_articles(struct tdg_update *update, const int64_t *numbers, size_t count);
int tdg_update_learn_articles(struct tdg_update *update, const int64_t *numbers, size_t count);

/* learn.c */

/** Adds the words of the rows of a run to those of their themes: theme[row] is a number or 0.
 * counted[row]: its terms count as those of one more article. Both are [articles]. */
int tdg_update_learn(struct tdg_update *update, const struct tdg_run *run, const int64_t *theme,
                     const bool *counted);
/** Takes the words of rows out of their themes again. */
int tdg_update_forget(struct tdg_update *update, const struct tdg_run *run, const int64_t *theme);

/* fit.c */

/** After the steps up to the labels and stories: all articles of the run get their themes, groups
 * become the themes of `number`, [groups]. Learns the words anew. */
int tdg_update_store_fit(struct tdg_update *update, struct tdg_run *run, const int64_t *number);
/** The first batch: analyzes it, and makes its groups themes and its stories stories. */
int tdg_update_first(struct tdg_update *update);
/** Groups below `found` that grew from a person's subjects have its names. */
int tdg_update_name_subjects(struct tdg_run *run, uint32_t found);
/** A new theme for a group of a run that has labels, with its entry in the ledger. */
int tdg_update_bear(int64_t *number, struct tdg_update *update, const struct tdg_run *run,
                    uint32_t group, int64_t from);

/* stock.c */

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
    struct tdg_word_stock stock;      /* of update->themes; made of: */
    double *table, *words, *all;      /* [columns][themes], [columns], [themes] */
    size_t at;                        /* column of the table that is being filled in */
};
int tdg_update_know(struct tdg_known_words *known, struct tdg_update *update,
                    const struct tdg_run *run, const bool *wanted);
void tdg_known_words_done(struct tdg_known_words *known);

/* place.c */

/** Places the new originals of update->run, which has terms: theme numbers into theme[row], where a
 * changed one that stays has its own already; the others keep theirs. Stores it. */
int tdg_update_place(struct tdg_update *update, const bool *fresh, const int64_t *copy_of,
                     int64_t *theme);

/** The terms of one article, and how much each speaks for each of update->themes. {0} is empty. */
struct tdg_told_terms {
    struct tdg_evidence evidence;
    uint32_t *term; /* [evidence.terms] of the streams of the run */
    size_t *times;  /* [evidence.terms] in the article */
};
/** Of the only article of a run that has terms. */
int tdg_update_explain(struct tdg_told_terms *told, struct tdg_update *update, struct tdg_run *run);
void tdg_told_terms_done(struct tdg_told_terms *told);

/* window.c */

/* The articles of the archive around those of a run: as far away as a story may pause. */
struct tdg_article_range tdg_update_around(const struct tdg_run *run);

/** Brings the batch together with the articles around it in time: copies, places and stories. */
int tdg_update_follow(struct tdg_update *update, const int64_t *fresh, size_t count);

/* births.c */

/** New themes out of what came since the themes were found. */
int tdg_update_births(struct tdg_update *update);
/** After a fit: what is there by now is not looked at for new themes. */
int tdg_update_no_births(struct tdg_update *update);

/* match.c */

/** What old themes and new groups have in common. Borrowed. */
struct tdg_common {
    uint32_t themes, groups;
    const double *shared; /* [themes][groups] originals */
    const double *cosine; /* [themes][groups] of their centroids */
    const size_t *before; /* [themes] originals */
    const size_t *after;  /* [groups] originals */
};
/** match: [themes] the group that goes on with each, or TDG_NONE. TDG_ENOMEM. */
int tdg_update_match(uint32_t *match, const struct tdg_common *common);

/* keep.c */

/** After a fit: what was in a theme that goes on stays there, as far as the words allow. back:
 * [articles] the group that goes on with the theme of each, or TDG_NONE. grown: the archive has, by
 * half. TDG_ENOMEM. */
int tdg_update_keep_places(struct tdg_run *run, const uint32_t *back, bool grown);

/* remove.c */

/** Takes back a removal, in the entry of this change. */
int tdg_update_bring_back(struct tdg_update *update, const struct tdg_decision *decision);

/* refit.c */

/** Why the themes should be found anew by now, "" where they should not. */
int tdg_update_drift(struct tdg_update *update, char *reason, size_t size);
int tdg_update_refit(struct tdg_update *update);

/* state.c */

/** Themes that fell asleep or came back, by the time that the archive has come to. */
int tdg_update_states(struct tdg_update *update);

#endif
