// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_OUTPUT_JSON_H
#define TDG_OUTPUT_JSON_H

#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/error.h>

#include "output/json_writer.h"

int tdg_write_json(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);

/** One article a line. */
int tdg_write_jsonl(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);

/** The whole of analysis.json as one value. */
void tdg_write_json_analysis(struct tdg_json *json, const struct tdg_analysis *analysis);

#endif
