// SPDX-License-Identifier: GPL-3.0-or-later
/** A batch and the articles around it in time. */
#ifndef TDG_ARCHIVE_NEARBY_H
#define TDG_ARCHIVE_NEARBY_H

#include <stddef.h>
#include <stdint.h>

#include "archive/update.h"
#include "pipeline/run.h"
#include "store/store.h"

/** The articles of the archive around those of a run: as far away as a story may pause, and at
 * least `before` seconds before them. */
struct tdg_article_range tdg_update_around(const struct tdg_run *run, int64_t before);

/** Brings the batch together with the articles around it in time: copies, places and stories. */
int tdg_update_join_nearby(struct tdg_update *update, const int64_t *fresh, size_t count);

#endif
