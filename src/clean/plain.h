// SPDX-License-Identifier: GPL-3.0-or-later
/* One text → plain text: mark-up, Unicode, blanks. */
#ifndef TDG_CLEAN_PLAIN_H
#define TDG_CLEAN_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory.h"
#include "base/span.h"

/* Memory that one worker uses again and again. {0} is empty. */
struct tdg_clean_scratch {
    struct tdg_room markup; /* text without mark-up */
    struct tdg_room plain;  /* text in its final form */
    struct tdg_room lines;  /* the lines of one body */
    struct tdg_room slots;  /* a hash table of them */
};

void tdg_clean_scratch_done(struct tdg_clean_scratch *scratch);

/* Mark-up, Unicode and blanks. `plain` lives in scratch->plain. `one_line`: line breaks become
 * blanks. TDG_ENOMEM. */
int tdg_plain(struct tdg_clean_scratch *scratch, struct tdg_span text, bool one_line,
              struct tdg_span *plain);

#endif
