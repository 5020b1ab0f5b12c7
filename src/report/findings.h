// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_REPORT_FINDINGS_H
#define TDG_REPORT_FINDINGS_H

#include <stdio.h>

#include <tidings/analysis.h>

/** What moved, and how sure that is, as a section of report.md. Nothing where there are too few
 * periods to say anything. */
void tdg_write_findings(FILE *stream, const struct tdg_analysis *analysis);

#endif
