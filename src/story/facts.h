// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/story: what all themes share. */
#ifndef TDG_STORY_FACTS_H
#define TDG_STORY_FACTS_H

#include "story/story.h"

/* What all themes share. */
struct tdg_story_facts {
    const struct tdg_story_input *input;
    const struct tdg_story_options *options;
    double *rate;    /* [columns of rows] how often a word is this one, over all originals */
    double *idf_sum; /* [columns] inverse document frequency */
    float *burst;    /* [cells of rows] how much likelier the word is in these days */
};

int tdg_story_facts_init(struct tdg_story_facts *facts, const struct tdg_story_input *input,
                         const struct tdg_story_options *options);

void tdg_story_facts_done(struct tdg_story_facts *facts);

#endif
