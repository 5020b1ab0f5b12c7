// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output. */
#ifndef TDG_OUTPUT_ARCHIVE_GRAPHML_H
#define TDG_OUTPUT_ARCHIVE_GRAPHML_H

#include <stdio.h>

#include <tidings/archive.h>

/** Themes, stories and articles as nodes, what belongs to what as edges. */
void tdg_write_archive_graphml(const struct tdg_archive_listing *listing, FILE *stream);

#endif
