// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_OUTPUT_MARKDOWN_LATEST_H
#define TDG_OUTPUT_MARKDOWN_LATEST_H

#include <stdio.h>

#include <tidings/analysis.h>

/** the part about the latest period. */
void tdg_write_markdown_latest(FILE *stream, const struct tdg_analysis *analysis);

#endif
