// SPDX-License-Identifier: GPL-3.0-or-later
/** The answer in the terminal. */
#ifndef TDG_CLI_SUMMARY_H
#define TDG_CLI_SUMMARY_H

#include <tidings/analysis.h>

/** The corpus in a line, the table of themes, and what moved last; on stdout, as wide as it is. */
void tdg_summary_print(const struct tdg_analysis *analysis);

#endif
