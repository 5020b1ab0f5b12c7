// SPDX-License-Identifier: GPL-3.0-or-later
/* The words of scripts that are written without blanks: Chinese, Japanese, Thai, Lao, Khmer and
 * Burmese, by ICU's dictionaries. */
#ifndef TDG_TEXT_SEGMENT_H
#define TDG_TEXT_SEGMENT_H

#include <stdbool.h>
#include <stddef.h>

struct tdg_segments;

/* {0} is ready; for one scanner at a time. */
struct tdg_segmenter {
    struct tdg_segments *segments; /* made when first needed */
    bool failed;                   /* out of memory, or ICU has no dictionary: no words are found */
};

/* The length in bytes of the word at the beginning of `text`, which is a letter of the class
 * TDG_UNSPACED; 0 after a failure. Has to be called for one word after the other of a text. */
size_t tdg_segment_next(struct tdg_segmenter *segmenter, const char *text, size_t length);

/* Another text comes. */
void tdg_segmenter_reset(struct tdg_segmenter *segmenter);

void tdg_segmenter_done(struct tdg_segmenter *segmenter);

#endif
