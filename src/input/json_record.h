// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: one JSON record. */
#ifndef TDG_INPUT_JSON_RECORD_H
#define TDG_INPUT_JSON_RECORD_H

#include <stddef.h>

#include "input/json_scan.h"
#include "input/reader.h"

/* Makes an article of one whole value, which begins at that line of the leaf; or tells why not.
 * `known` is what is known of it besides; it may be NULL. `scan` has found it to be valid: what
 * fails here fails for want of memory, TDG_ENOMEM. */
int tdg_json_record(struct tdg_reader *reader, const struct tdg_leaf *leaf, size_t line, char *text,
                    size_t length, const struct tdg_json_scan *scan,
                    const struct tdg_record *known);

#endif
