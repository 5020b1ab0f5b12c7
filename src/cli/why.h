// SPDX-License-Identifier: GPL-3.0-or-later
/** What --why prints. */
#ifndef TDG_CLI_WHY_H
#define TDG_CLI_WHY_H

#include <stdbool.h>

#include <tidings/analysis.h>

/** Why articles are where they are; tells on stderr which are not there. False where one is not. */
bool tdg_why_print(const struct tdg_analysis *analysis);

#endif
