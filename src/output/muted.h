// SPDX-License-Identifier: GPL-3.0-or-later
/** What is muted, on one line. */
#ifndef TDG_OUTPUT_MUTED_H
#define TDG_OUTPUT_MUTED_H

#include <stdio.h>

#include <tidings/analysis.h>

/** "term “x”, source “y”; …" on one line, without its end; nothing where nothing is muted.
 * put(stream, text): writes words of strangers. */
void tdg_write_muted(FILE *stream, const struct tdg_analysis *analysis,
                     void (*put)(FILE *stream, const char *text));

#endif
