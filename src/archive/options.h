// SPDX-License-Identifier: GPL-3.0-or-later
/** The options of an archive. */
#ifndef TDG_ARCHIVE_OPTIONS_H
#define TDG_ARCHIVE_OPTIONS_H

#include <tidings/options.h>

#include "archive/update.h"
#include "pipeline/run.h"

/** Makes update->options: keeps the caller's with the first batch, else takes those of the archive.
 * `given` may be NULL. */
int tdg_update_options(struct tdg_update *update, const struct tdg_options *given);

/** A run that is open finds the themes with the subjects of a person. */
int tdg_update_seed(struct tdg_run *run, const struct tdg_update *update);

#endif
