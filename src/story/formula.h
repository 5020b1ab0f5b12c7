// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/story. */
#ifndef TDG_STORY_FORMULA_H
#define TDG_STORY_FORMULA_H

#include <stddef.h>
#include <stdint.h>

#include "story/story.h"
#include "text/text.h"

/* Words of titles and bodies that name a rubric, no event. */
enum { TDG_FORMULA_WORDS = 16 }; /* at most at one place */
struct tdg_formulas {
    uint8_t *words[TDG_TEXT_PLACES]; /* [rows] how many words at this place are a formula */
};

/* {0} before; to be freed also on failure. Without dates, and where they are less than two
 * months apart, there are none. */
int tdg_formulas_find(struct tdg_formulas *formulas, const struct tdg_story_input *input);
void tdg_formulas_done(struct tdg_formulas *formulas);

/* The terms of those words; returns how many. */
size_t tdg_formula_words(uint32_t words[TDG_TEXT_PLACES * TDG_FORMULA_WORDS],
                         const struct tdg_formulas *formulas, const struct tdg_streams *streams,
                         uint32_t row);

#endif
