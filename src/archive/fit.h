// SPDX-License-Identifier: GPL-3.0-or-later
/** From a finished run to the archive. */
#ifndef TDG_ARCHIVE_FIT_H
#define TDG_ARCHIVE_FIT_H

#include <stdint.h>

#include "archive/update.h"
#include "pipeline/run.h"

/** After the steps up to the labels and stories: all articles of the run get their themes, groups
 * become the themes of `number`, [groups]. Learns the words again. */
int tdg_update_store_fit(struct tdg_update *update, struct tdg_run *run, const int64_t *number);

/** The first batch: analyzes it, and makes its groups themes and its stories stories. */
int tdg_update_first(struct tdg_update *update);

/** Groups below `found` that grew from a person's subjects have its names. */
int tdg_update_name_subjects(struct tdg_run *run, uint32_t found);

/** A new theme for a group of a run that has labels, with its entry in the ledger. */
int tdg_update_create_theme(int64_t *number, struct tdg_update *update, const struct tdg_run *run,
                            uint32_t group, int64_t from);

#endif
