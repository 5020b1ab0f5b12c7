// SPDX-License-Identifier: GPL-3.0-or-later
/** A refit that goes on. */
#ifndef TDG_ARCHIVE_ADVANCE_H
#define TDG_ARCHIVE_ADVANCE_H

#include "archive/update.h"

/** The next articles that a refit left where they were go to their themes, as many as the pace
 * allows (archive/pace.h) beside those that have moved already. What moves is entered in the
 * ledger. */
int tdg_update_advance(struct tdg_update *update);

#endif
