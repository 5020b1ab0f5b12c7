// SPDX-License-Identifier: GPL-3.0-or-later
/** Why articles are where they are. */
#ifndef TDG_VIEW_WHY_H
#define TDG_VIEW_WHY_H

#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>
#include <tidings/archive.h>

#include "cluster/grouping.h"
#include "pipeline/run.h"

/** Fills in what the option `why` asks for. TDG_ENOMEM. */
int tdg_view_whys(struct tdg_analysis *analysis, const struct tdg_run *run);

/** Fills in how much each term speaks for two of `groups` (TDG_NONE: 0 for that one) and puts the
 * terms in order: the largest difference first (with one group, what speaks most for or against
 * it), ties in byte order. terms: [evidence->terms], never NULL, the rest of each is there. */
void tdg_why_compare(struct tdg_why_term_view *terms, const struct tdg_evidence *evidence,
                     size_t groups, uint32_t first, uint32_t other);

#endif
