// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_CLI_STORIES_H
#define TDG_CLI_STORIES_H

#include <tidings/analysis.h>

#include "cli/terminal.h"

/** The largest stories of the last period, nothing where there are none. */
void tdg_summary_stories(const struct tdg_analysis *analysis, const struct tdg_terminal *terminal);

#endif
