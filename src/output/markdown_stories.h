// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_OUTPUT_MARKDOWN_STORIES_H
#define TDG_OUTPUT_MARKDOWN_STORIES_H

#include <stdio.h>

#include <tidings/analysis.h>

/** the part of report.md about the stories of the last period. */
void tdg_write_markdown_stories(FILE *stream, const struct tdg_analysis *analysis);

#endif
