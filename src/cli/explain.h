// SPDX-License-Identifier: GPL-3.0-or-later
/** What --explain and --why tell below the summary. */
#ifndef TDG_CLI_EXPLAIN_H
#define TDG_CLI_EXPLAIN_H

#include <stdbool.h>

#include <tidings/analysis.h>

/** How the articles went through the stages, and why there are as many themes as there are. */
void tdg_explain_print(const struct tdg_analysis *analysis);

#endif
