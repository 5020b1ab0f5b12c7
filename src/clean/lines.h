// SPDX-License-Identifier: GPL-3.0-or-later
/* The lines of a body, and those that are not its text: credits and repeated captions. */
#ifndef TDG_CLEAN_LINES_H
#define TDG_CLEAN_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "clean/plain.h"

/* one line of a body. */
struct tdg_line {
    struct tdg_span span;
    uint64_t hash;
    bool blank;  /* an empty line */
    bool again;  /* the body had it before */
    bool inside; /* stands on the same line as the one before */
    bool drop;
};

/* Cuts a body into lines, which stay in scratch->lines until the next call. TDG_ENOMEM. */
int tdg_lines_cut(struct tdg_clean_scratch *scratch, struct tdg_span body, struct tdg_line **lines,
                  size_t *count);

/* The same with the sentences of a line as lines of their own. */
int tdg_units_cut(struct tdg_clean_scratch *scratch, struct tdg_span body, struct tdg_line **units,
                  size_t *count);

/* Writes the lines that are not to be dropped to `out`, which may be where they stand, and returns
 * the length. Runs of empty lines become one. */
size_t tdg_lines_join(char *out, const struct tdg_line *lines, size_t count);

#endif
