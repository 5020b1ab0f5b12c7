// SPDX-License-Identifier: GPL-3.0-or-later
/** What is new in a batch. */
#ifndef TDG_ARCHIVE_BATCH_H
#define TDG_ARCHIVE_BATCH_H

#include <stddef.h>
#include <stdint.h>

#include "archive/update.h"

/** Reads the input, leaves out what is in the archive as it is, and puts the rest into it. *fresh:
 * numbers of the articles of the batch, ascending; to be freed. */
int tdg_update_read(struct tdg_update *update, int64_t **fresh, size_t *count);

#endif
