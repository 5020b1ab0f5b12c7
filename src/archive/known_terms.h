// SPDX-License-Identifier: GPL-3.0-or-later
/** What the archive knows of the terms of some articles. */
#ifndef TDG_ARCHIVE_KNOWN_TERMS_H
#define TDG_ARCHIVE_KNOWN_TERMS_H

#include <stdbool.h>

#include "archive/update.h"
#include "pipeline/run.h"

int tdg_update_know(struct tdg_known_words *known, struct tdg_update *update,
                    const struct tdg_run *run, const bool *wanted);
void tdg_known_words_done(struct tdg_known_words *known);

#endif
