// SPDX-License-Identifier: GPL-3.0-or-later
/** report.html as a whole. */
#ifndef TDG_OUTPUT_HTML_WRITE_H
#define TDG_OUTPUT_HTML_WRITE_H

#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/error.h>

int tdg_write_html(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);

const char *tdg_html_missing(void);

#endif
