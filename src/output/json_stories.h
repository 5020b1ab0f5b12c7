// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_OUTPUT_JSON_STORIES_H
#define TDG_OUTPUT_JSON_STORIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>
#include <tidings/types.h>

#include "output/json_writer.h"

/** `kept` says which stories are written; NULL: all. */
void tdg_write_json_stories(struct tdg_json *json, const struct tdg_analysis *analysis,
                            const bool *kept);
void tdg_write_json_reach(struct tdg_json *json, const struct tdg_reach_view *reach);

/** The list "terms"; `in_line`: all of it on one line, else a line a term. */
void tdg_write_json_terms(struct tdg_json *json, const struct tdg_term_view *terms, size_t count,
                          bool in_line);

/** A list of the ids of articles, which are given by their indices. */
void tdg_write_json_ids(struct tdg_json *json, const char *key, const struct tdg_analysis *analysis,
                        const uint32_t *articles, size_t count);

#endif
