// SPDX-License-Identifier: GPL-3.0-or-later
/** What happened to the themes of an archive in a period. */
#ifndef TDG_VIEW_ARCHIVE_LINEAGE_H
#define TDG_VIEW_ARCHIVE_LINEAGE_H

#include <tidings/analysis.h>

#include "archive/update.h"
#include "calendar/period.h"

/** fills in what became of the themes in a period. */
int tdg_archive_view_lineage(struct tdg_analysis *analysis, struct tdg_update *update,
                             const struct tdg_named_period *period);

#endif
