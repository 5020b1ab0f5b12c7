// SPDX-License-Identifier: GPL-3.0-or-later
/** Which articles stay where they are after a fit. */
#ifndef TDG_ARCHIVE_RETAIN_H
#define TDG_ARCHIVE_RETAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "pipeline/run.h"

/** After a fit: what was in a theme that goes on stays there, as far as the words allow. back:
 * [articles] the group that goes on with the theme of each, or TDG_NONE. grown: the archive has, by
 * half. TDG_ENOMEM. */
int tdg_update_retain(struct tdg_run *run, const uint32_t *back, bool grown);

#endif
