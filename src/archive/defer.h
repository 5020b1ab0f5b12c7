// SPDX-License-Identifier: GPL-3.0-or-later
/** What a refit that nobody asked for leaves for the weeks to come. */
#ifndef TDG_ARCHIVE_DEFER_H
#define TDG_ARCHIVE_DEFER_H

#include "archive/lineage.h"
#include "archive/update.h"

/** Puts back what has no room in the pace of the archive (archive/pace.h), where it has so many
 * articles in themes. After the themes have been matched. */
int tdg_refit_defer(struct tdg_refit *refit, size_t least);

/** What was put back waits in the archive, instead of what waited before. After the groups have
 * their numbers. */
int tdg_refit_keep_deferred(struct tdg_refit *refit);

#endif
