// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/view. The words of the articles of a time: which of them are special in it, how
 * alike two sets of its articles are, and which headline says most of one. */
#ifndef TDG_VIEW_LEAD_WORDS_H
#define TDG_VIEW_LEAD_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory.h"
#include "pipeline/run.h"

struct tdg_lead_words {
    const struct tdg_run *run;
    double *now;     /* [columns] originals of the time that have it */
    double *usual;   /* [columns] originals that would, by the time before */
    double *inside;  /* [columns] scratch, zero between calls */
    size_t articles; /* originals of the time */
};

/* What is special about some articles: words with weights, of length one. */
struct tdg_lead_profile {
    uint32_t *column; /* [count] ascending */
    double *weight;
    size_t count;
};

/* now, before: [articles] whether it is an original of the time, of the time before; scale: how
 * many articles of the time there are for each of before. tdg_lead_words_done either way.
 * TDG_ENOMEM. */
int tdg_lead_words_new(struct tdg_lead_words *words, const struct tdg_run *run, const bool *now,
                       const bool *before, double scale);
void tdg_lead_words_done(struct tdg_lead_words *words);

/* Into the arena. TDG_ENOMEM. */
int tdg_lead_profile(struct tdg_lead_profile *profile, const struct tdg_lead_words *words,
                     const uint32_t *rows, size_t count, struct tdg_arena *arena);

/* 0 to 1. */
double tdg_lead_likeness(const struct tdg_lead_profile *a, const struct tdg_lead_profile *b);

/* How much more frequent its words are than usual: a mean of logarithms, the special ones most. */
double tdg_lead_surprise(const struct tdg_lead_words *words,
                         const struct tdg_lead_profile *profile);

/* How much the title of each of the articles says of them all: value[count]. */
void tdg_lead_centrality(double *value, const struct tdg_lead_words *words, const uint32_t *rows,
                         size_t count);

#endif
