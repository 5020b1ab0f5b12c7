// SPDX-License-Identifier: GPL-3.0-or-later
/** The answer in the terminal. */
#ifndef TDG_CLI_SUMMARY_H
#define TDG_CLI_SUMMARY_H

#include <tidings/analysis.h>

#include "cli/terminal.h"

/** The corpus in a line, the table of themes, what moved last and the stories of that period; on
 * stdout, as wide as it is. */
void tdg_summary_print(const struct tdg_analysis *analysis);

/** Only the corpus and the table. */
void tdg_summary_themes(const struct tdg_analysis *analysis);

enum { TDG_TITLE = 256 };
/** The name of a theme, where it has one, and its label. Returns `title`. */
const char *tdg_title_of(const struct tdg_theme_view *theme, char title[TDG_TITLE]);

#endif
