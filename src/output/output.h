// SPDX-License-Identifier: GPL-3.0-or-later
/** The writers behind the table of formats. A writer puts everything on the stream and leaves its
 * errors to the caller, who looks at ferror() once, at the end. From outside: <tidings/report.h>.
 */
#ifndef TDG_OUTPUT_OUTPUT_H
#define TDG_OUTPUT_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/report.h>

/** One row of the table: how a format is called, and who writes it. */
struct tdg_format {
    struct tdg_format_info info;
    int (*write)(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);
    const char *(*missing)(void); /* tdg_format_missing; NULL for what every build has */
};

/** "steady", "rising since 2019-W10"; returns `text`. */
enum { TDG_DIRECTION_TEXT = 64 };

#endif
