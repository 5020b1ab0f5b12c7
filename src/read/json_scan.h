// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to read: the structure of JSON, as far as it takes to cut a stream into values. */
#ifndef TDG_READ_JSON_SCAN_H
#define TDG_READ_JSON_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

enum { TDG_JSON_CHECKED = 256 };

/* {0} at the beginning of a value. */
struct tdg_json_scan {
    unsigned depth;
    unsigned deepest;
    unsigned digits;             /* of the number that is being read */
    bool string;                 /* inside a string */
    bool escaped;                /* after a backslash in it */
    bool closed;                 /* after a string, where only a few bytes may follow */
    bool long_number;            /* there is a number with more digits than a double holds */
    bool broken;                 /* this cannot be JSON */
    char open[TDG_JSON_CHECKED]; /* the bracket of each depth, as far as they are checked */
};

/* A tdg_find_end for one value; `state` is a scan. Where the text cannot be JSON `broken` is set,
 * and the returned length leads there. */
size_t tdg_json_find_value(void *state, const char *text, size_t seen, size_t length);

/* A tdg_find_end for the place where an object follows on another one, "}, {": where to go on after
 * something broken. `state` is a char, 0 at the beginning. */
size_t tdg_json_find_next(void *state, const char *text, size_t seen, size_t length);

/* Replaces in place what JSON can write but text cannot hold: \u0000 by a blank, halves of
 * surrogate pairs by U+FFFD. Returns how many. */
size_t tdg_json_mend_escapes(char *text, size_t length);

/* Appends the text with quotation marks around long numbers, so that ids keep all their digits. */
void tdg_json_quote_numbers(struct tdg_buffer *buffer, const char *text, size_t length);

#endif
