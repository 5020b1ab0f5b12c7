// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: the beginning of a leaf. */
#ifndef TDG_INPUT_SAMPLE_H
#define TDG_INPUT_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>

#include "input/field.h"

/* The beginning of a leaf, from which its format is recognised. */
struct tdg_sample {
    const char *text; /* without a byte order mark */
    size_t length;
    bool whole; /* there is nothing beyond it */
    const char *name;
    const struct tdg_fields *fields;
};

/* True where the name ends like that, perhaps before the ending of a compression. */
bool tdg_sample_ends(const struct tdg_sample *sample, const char *ending);

/* True where `text`, in lower case, stands at `at` in either case. */
bool tdg_text_begins(const char *at, const char *end, const char *text);

/* The root element of XML or HTML, behind declarations, comments and instructions; the end of the
 * sample where it is neither. */
const char *tdg_sample_root(const struct tdg_sample *sample);

#endif
