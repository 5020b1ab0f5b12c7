// SPDX-License-Identifier: GPL-3.0-or-later
/** report.txt. */
#ifndef TDG_OUTPUT_PLAIN_REPORT_H
#define TDG_OUTPUT_PLAIN_REPORT_H

#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/error.h>

int tdg_write_text(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);

#endif
