// SPDX-License-Identifier: GPL-3.0-or-later
/** report.md. */
#ifndef TDG_OUTPUT_MARKDOWN_H
#define TDG_OUTPUT_MARKDOWN_H

#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/error.h>

int tdg_write_markdown(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);

#endif
