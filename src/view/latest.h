// SPDX-License-Identifier: GPL-3.0-or-later
/** The latest period and its sources. */
#ifndef TDG_VIEW_LATEST_H
#define TDG_VIEW_LATEST_H

#include <tidings/analysis.h>

#include "pipeline/run.h"

/** Fills in what is to be said about the latest period; articles are there. TDG_ENOMEM. */
int tdg_view_latest(struct tdg_analysis *analysis, const struct tdg_run *run);

#endif
