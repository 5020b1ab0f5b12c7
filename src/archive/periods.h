// SPDX-License-Identifier: GPL-3.0-or-later
/** The periods of articles. */
#ifndef TDG_ARCHIVE_PERIODS_H
#define TDG_ARCHIVE_PERIODS_H

#include <stdint.h>

#include "archive/update.h"

/** The number of the period of a time in the archive, which then has it; 0 for no date. */
int tdg_update_period(int64_t *number, struct tdg_update *update, int64_t time);

#endif
