// SPDX-License-Identifier: GPL-3.0-or-later
/** Findings in report.md. */
#ifndef TDG_OUTPUT_FINDINGS_H
#define TDG_OUTPUT_FINDINGS_H

#include <stdio.h>

#include "view/digest.h"

/** What moved, and how sure that is, as a section of report.md. Nothing where there are too few
 * periods to say anything. */
void tdg_write_findings(FILE *stream, const struct tdg_digest *digest);

/** One finding as an item of a list, with at most so many headlines that tell it. */
void tdg_write_finding(FILE *stream, const struct tdg_analysis *analysis,
                       const struct tdg_finding_view *finding, size_t headlines);

#endif
