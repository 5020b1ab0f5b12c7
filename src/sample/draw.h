// SPDX-License-Identifier: GPL-3.0-or-later
/** A sample: which articles and lists a person is asked about, and the answers that are known. */
#ifndef TDG_SAMPLE_DRAW_H
#define TDG_SAMPLE_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "sample/frame.h"

/** What a row asks; the letter that its name begins with. */
enum tdg_sample_task {
    TDG_SAMPLE_ARTICLE = 'A',  /* which theme is it about */
    TDG_SAMPLE_WORDS = 'W',    /* which word does not belong */
    TDG_SAMPLE_HEADLINE = 'H', /* which headline does not belong */
};

struct tdg_sample_row {
    enum tdg_sample_task task;
    uint32_t number;      /* "A12" */
    uint32_t theme;       /* its own, themes: none; of a list: that of all but the intruder */
    const char *article;  /* id, "" for a list */
    size_t index;         /* of the article in the frame */
    const char **options; /* [option_count] of a list */
    size_t option_count;
    size_t answer; /* of a list: which option is the intruder, from 1 */
};

struct tdg_sample_stratum {
    const char *id;
    const char *name;
    size_t originals;
    size_t drawn;
};

enum { TDG_SAMPLE_ID = 40 };

/** Texts are borrowed from the frame, or its own. {0} is empty. */
struct tdg_sample {
    char id[TDG_SAMPLE_ID];            /* "s1f2e3d4c-200-42": digest, articles, seed */
    struct tdg_sample_stratum *strata; /* [themes + 1], the last one: no theme */
    size_t themes;
    struct tdg_sample_row *rows; /* [row_count] articles, then words, then headlines */
    size_t row_count;
    struct tdg_arena arena;
};

enum { TDG_SAMPLE_ARTICLES_MAX = 100000 };

/** How many of each stratum to draw, of `total` in all: drawn[count]. At least two of each where it
 * has them, the rest in proportion to the square root of their originals. False if `total` is too
 * small for that; *least is what it takes. */
bool tdg_sample_allocate(size_t *drawn, const size_t *originals, size_t count, size_t total,
                         size_t *least);

/** Draws `articles` of a frame, which is to outlive the sample. */
int tdg_sample_make(struct tdg_sample *sample, const struct tdg_frame *frame, size_t articles,
                    uint64_t seed, struct tdg_error *error);
void tdg_sample_done(struct tdg_sample *sample);

#endif
