// SPDX-License-Identifier: GPL-3.0-or-later
/** A change of an archive, as one transaction. */
#ifndef TDG_ARCHIVE_TRANSACTION_H
#define TDG_ARCHIVE_TRANSACTION_H

#include <tidings/options.h>

#include "archive/update.h"

/** Begins a change: locks the archive, and loads what is known. Ends with tdg_update_close,
 * whatever the result is. */
int tdg_update_open(struct tdg_update *update, const struct tdg_options *options);

/** The same only to look at it, in one state whoever writes meanwhile. */
int tdg_update_open_read_only(struct tdg_update *update);

/** Everything or nothing; a change without an entry in the ledger leaves no trace. */
int tdg_update_close(struct tdg_update *update, int status);

#endif
