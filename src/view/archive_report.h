// SPDX-License-Identifier: GPL-3.0-or-later
/** The periods of an archive, for its reports. */
#ifndef TDG_VIEW_ARCHIVE_REPORT_H
#define TDG_VIEW_ARCHIVE_REPORT_H

#include "archive/update.h"
#include "calendar/period.h"

/** A period of the archive; id NULL: see tdg_period_named. */
int tdg_archive_find_period(struct tdg_named_period *period, struct tdg_update *update,
                            const char *id);

#endif
