// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_VIEW_CHOICE_H
#define TDG_VIEW_CHOICE_H

#include <tidings/analysis.h>

#include "pipeline/run.h"

int tdg_view_choice(struct tdg_analysis *analysis, const struct tdg_run *run);

#endif
