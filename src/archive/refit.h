// SPDX-License-Identifier: GPL-3.0-or-later
/** Inside refits: what their parts hand to each other. */
#ifndef TDG_ARCHIVE_REFIT_H
#define TDG_ARCHIVE_REFIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "archive/update.h"

/** Why the themes should be found anew by now, "" where they should not. */
int tdg_update_drift(struct tdg_update *update, char *reason, size_t size);
int tdg_update_refit(struct tdg_update *update);

#endif
