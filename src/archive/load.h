// SPDX-License-Identifier: GPL-3.0-or-later
/** Articles out of the archive. */
#ifndef TDG_ARCHIVE_LOAD_H
#define TDG_ARCHIVE_LOAD_H

#include <stdint.h>

#include "archive/update.h"
#include "pipeline/run.h"
#include "store/store.h"

/** Appends articles of the archive to those of a run, which is not in order then. */
int tdg_update_load(struct tdg_run *run, struct tdg_update *update,
                    const struct tdg_article_range *range);
int tdg_row_index_build(struct tdg_row_index *index, const struct tdg_run *run);
uint32_t tdg_row_of(const struct tdg_row_index *index, int64_t number);
void tdg_row_index_done(struct tdg_row_index *index);

#endif
