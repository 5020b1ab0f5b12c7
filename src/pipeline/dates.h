// SPDX-License-Identifier: GPL-3.0-or-later
/** Wrong dates, and how many periods the others make. */
#ifndef TDG_PIPELINE_DATES_H
#define TDG_PIPELINE_DATES_H

#include "pipeline/run.h"

/** Takes wrong dates from the articles that were read (input/stray.c), unless the options keep all.
 * TDG_ELIMIT, with file and line, where the dates that stay make more periods than the limit. */
int tdg_run_check_dates(struct tdg_run *run);

#endif
