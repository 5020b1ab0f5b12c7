// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output. */
#ifndef TDG_OUTPUT_ARCHIVE_CSV_H
#define TDG_OUTPUT_ARCHIVE_CSV_H

#include <stdio.h>

#include <tidings/archive.h>

/** One row an article. */
void tdg_write_archive_csv(const struct tdg_archive_listing *listing, FILE *stream);

#endif
