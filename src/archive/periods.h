// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_ARCHIVE_PERIODS_H
#define TDG_ARCHIVE_PERIODS_H

#include <stdint.h>

#include "archive/update.h"

/** The number of the period of a time in the archive, which then has it; 0 for no date. */
int tdg_update_period(int64_t *number, struct tdg_update *update, int64_t time);

/** What an older version left without a period gets one, in a change of its own; another one is
 * open before and after. */
int tdg_update_file_all(struct tdg_update *update);

#endif
