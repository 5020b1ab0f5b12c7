// SPDX-License-Identifier: GPL-3.0-or-later
/** Articles that come again with other words. */
#ifndef TDG_ARCHIVE_REVISION_H
#define TDG_ARCHIVE_REVISION_H

#include <stddef.h>
#include <stdint.h>

#include "archive/update.h"

/** Before the batch is stored: fills in update->changed, and decides which stay in their theme. */
int tdg_update_meet_changed(struct tdg_update *update);

/** When all have their places: their old words leave their old themes, and the new ones are learnt.
 * successors: [count] former copies that are originals now, to be learnt as well. */
int tdg_update_learn_changed(struct tdg_update *update, const int64_t *successors, size_t count);

/** NULL for another article. */
const struct tdg_changed *tdg_update_changed(const struct tdg_update *update, int64_t number);

/** The words of articles leave their themes, or come into them; copies have none. */
int tdg_update_forget_articles(struct tdg_update *update, const int64_t *numbers, size_t count);
int tdg_update_learn_articles(struct tdg_update *update, const int64_t *numbers, size_t count);

#endif
