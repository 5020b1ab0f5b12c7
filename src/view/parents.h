// SPDX-License-Identifier: GPL-3.0-or-later
/** The parents of the themes. */
#ifndef TDG_VIEW_PARENTS_H
#define TDG_VIEW_PARENTS_H

#include <tidings/analysis.h>

#include "pipeline/run.h"

/** Fills in the parents of the analysis and of its themes, which are there with their numbers of
 * articles, and what is to be said about the number of themes. TDG_ENOMEM. */
int tdg_view_parents(struct tdg_analysis *analysis, const struct tdg_run *run);

#endif
