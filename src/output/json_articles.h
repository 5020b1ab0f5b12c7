// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_OUTPUT_JSON_ARTICLES_H
#define TDG_OUTPUT_JSON_ARTICLES_H

#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/error.h>

#include "output/json_writer.h"

int tdg_write_jsonl(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);

/** the list "articles". */
void tdg_write_json_articles(struct tdg_json *json, const struct tdg_analysis *analysis);

#endif
