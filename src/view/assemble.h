// SPDX-License-Identifier: GPL-3.0-or-later
/** From a finished run to an analysis. */
#ifndef TDG_VIEW_ASSEMBLE_H
#define TDG_VIEW_ASSEMBLE_H

#include <tidings/analysis.h>

#include "pipeline/run.h"

/** Makes the analysis from a finished run and takes over what it needs of it. */
int tdg_assemble(struct tdg_analysis **analysis, struct tdg_run *run);

#endif
