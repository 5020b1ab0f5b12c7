// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output: findings as plain text. */
#ifndef TDG_OUTPUT_PLAIN_FINDINGS_H
#define TDG_OUTPUT_PLAIN_FINDINGS_H

#include <stddef.h>

#include <tidings/analysis.h>
#include <tidings/plain.h>

/** How a list of findings is written. */
struct tdg_plain_finding_list {
    const char *indent;
    size_t limits[2]; /* most findings about themes or parents, and about terms */
    size_t headlines; /* below a finding about a theme */
};

/** Writes findings in their order, each with a + or - before it. Returns in shown[] how many of
 * each kind. */
void tdg_plain_findings(const struct tdg_plain *plain, const struct tdg_analysis *analysis,
                        const struct tdg_finding_view *findings, size_t count,
                        const struct tdg_plain_finding_list *list, size_t shown[2]);

#endif
