// SPDX-License-Identifier: GPL-3.0-or-later
/** articles.csv. */
#ifndef TDG_OUTPUT_CSV_H
#define TDG_OUTPUT_CSV_H

#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/error.h>

int tdg_write_csv(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);

#endif
