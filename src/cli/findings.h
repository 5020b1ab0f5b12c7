// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_CLI_FINDINGS_H
#define TDG_CLI_FINDINGS_H

#include <tidings/analysis.h>

#include "cli/terminal.h"

/** What is out of the ordinary in the latest period; nothing where nothing is. */
void tdg_latest_print(const struct tdg_terminal *terminal, const struct tdg_analysis *analysis);
/** What moved first of all, in sentences; then what chance would find, where that was asked for. */
void tdg_findings_print(const struct tdg_terminal *terminal, const struct tdg_analysis *analysis);

#endif
