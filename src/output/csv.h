// SPDX-License-Identifier: GPL-3.0-or-later
/** articles.csv. */
#ifndef TDG_OUTPUT_CSV_H
#define TDG_OUTPUT_CSV_H

#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/archive.h>
#include <tidings/error.h>

/** One row an article; both have the same columns. */
int tdg_write_csv(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);
void tdg_write_archive_csv(const struct tdg_archive_listing *listing, FILE *stream);

#endif
