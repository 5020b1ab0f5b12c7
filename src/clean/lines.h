// SPDX-License-Identifier: GPL-3.0-or-later
/* Lines of a body that are not its text: credits, repeated captions, and what the pages of one
 * source have in common. */
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
    bool blank; /* an empty line */
    bool again; /* the body had it before */
    bool drop;
};

/* Cuts a body into lines, which stay in scratch->lines until the next call. TDG_ENOMEM. */
int tdg_lines_cut(struct tdg_clean_scratch *scratch, struct tdg_span body, struct tdg_line **lines,
                  size_t *count);
/* Writes the lines that are not to be dropped to `out`, which may be where they stand, and returns
 * the length. Runs of empty lines become one. */
size_t tdg_lines_join(char *out, const struct tdg_line *lines, size_t count);

/* boilerplate.c: drops credit lines and repetitions from a body in place. Never empties it.
 * TDG_ENOMEM. */
int tdg_boilerplate_strip(struct tdg_clean_scratch *scratch, char *body, size_t *length);
/* True for a line that is a credit, an invitation to subscribe or the like. */
bool tdg_is_boilerplate(struct tdg_span line);

/* recurring.c: one use of a line by an article; an article uses a line once. */
struct tdg_line_use {
    uint64_t key; /* of the source and the line */
    uint32_t source;
};

/* {0} is empty. */
struct tdg_line_uses {
    struct tdg_line_use *items;
    size_t count;
    size_t capacity;
};

/* The lines that recur in a large share of a source's articles. {0} is none. */
struct tdg_recurring {
    uint64_t *key; /* [count] ascending */
    size_t count;
};

/* Notes the lines of a clean body. TDG_ENOMEM. */
int tdg_lines_note(struct tdg_clean_scratch *scratch, struct tdg_span body, uint32_t source,
                   struct tdg_line_uses *uses);
/* uses: [pieces]; articles_of[source] counts its articles with a body. Free recurring->key.
 * TDG_ENOMEM. */
int tdg_recurring_find(const struct tdg_line_uses *uses, size_t pieces, const uint32_t *articles_of,
                       struct tdg_recurring *recurring);
/* Takes the recurring lines of its source out of a body in place, unless that would take more than
 * half of it. TDG_ENOMEM. */
int tdg_recurring_strip(struct tdg_clean_scratch *scratch, const struct tdg_recurring *recurring,
                        uint32_t source, char *body, size_t *length);

#endif
