// SPDX-License-Identifier: GPL-3.0-or-later
/** New themes between two fits. */
#ifndef TDG_ARCHIVE_EMERGE_H
#define TDG_ARCHIVE_EMERGE_H

#include "archive/update.h"

/** New themes out of what came since the themes were found. */
int tdg_update_emerge(struct tdg_update *update);

#endif
