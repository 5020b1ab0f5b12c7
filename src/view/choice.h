// SPDX-License-Identifier: GPL-3.0-or-later
/** The number of themes and its reason. */
#ifndef TDG_VIEW_CHOICE_H
#define TDG_VIEW_CHOICE_H

#include <tidings/analysis.h>

#include "pipeline/run.h"

int tdg_view_choice(struct tdg_analysis *analysis, const struct tdg_run *run);

#endif
