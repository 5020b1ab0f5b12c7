// SPDX-License-Identifier: GPL-3.0-or-later
/** The words of the themes, as the archive keeps them. */
#ifndef TDG_ARCHIVE_LEARN_H
#define TDG_ARCHIVE_LEARN_H

#include <stdbool.h>
#include <stdint.h>

#include "archive/update.h"
#include "pipeline/run.h"

/** Adds the words of the rows of a run to those of their themes: theme[row] is a number or 0.
 * counted[row]: its terms count as those of one more article. Both are [articles]. */
int tdg_update_learn(struct tdg_update *update, const struct tdg_run *run, const int64_t *theme,
                     const bool *counted);

/** Takes the words of rows out of their themes again. */
int tdg_update_forget(struct tdg_update *update, const struct tdg_run *run, const int64_t *theme);

#endif
