// SPDX-License-Identifier: GPL-3.0-or-later
/** Articles that the user takes out, and how they come back. */
#ifndef TDG_ARCHIVE_REMOVE_H
#define TDG_ARCHIVE_REMOVE_H

#include "archive/update.h"
#include "store/store.h"

/** Takes back a removal, in the entry of this change. */
int tdg_update_bring_back(struct tdg_update *update, const struct tdg_decision *decision);

#endif
