// SPDX-License-Identifier: GPL-3.0-or-later
/* The lines of a body, and those that are not its text: credits and repeated captions. */
#ifndef TDG_CLEAN_LINES_H
#define TDG_CLEAN_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "clean/plain.h"

/* lines.c: one line of a body. */
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

/* boilerplate.c: drops credit lines and repetitions from a body in place. Never empties it.
 * TDG_ENOMEM. */
int tdg_boilerplate_strip(struct tdg_clean_scratch *scratch, char *body, size_t *length);
/* True for a line that is a credit, an invitation to subscribe or the like. */
bool tdg_is_boilerplate(struct tdg_span line);

#endif
