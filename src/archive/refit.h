// SPDX-License-Identifier: GPL-3.0-or-later
/** Inside refits: what their parts hand to each other. */
#ifndef TDG_ARCHIVE_REFIT_H
#define TDG_ARCHIVE_REFIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "archive/update.h"
#include "phrasing/ledger.h"

/** Why the themes should be found again by now; TDG_CAUSE_NONE if they should not. */
int tdg_update_drift(struct tdg_update *update, struct tdg_ledger_entry *refit);

/** asked: by a person; if not, of an archive that readers have seen for a while no more than a
 * tenth of the articles leave their theme, and the rest waits (archive/defer.h). */
int tdg_update_refit(struct tdg_update *update, bool asked);

#endif
