// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output. */
#ifndef TDG_OUTPUT_ARCHIVE_JSON_H
#define TDG_OUTPUT_ARCHIVE_JSON_H

#include <stdio.h>

#include <tidings/archive.h>

void tdg_write_archive_json(const struct tdg_archive_listing *listing, FILE *stream);

/** One object a line, each with its kind. */
void tdg_write_archive_jsonl(const struct tdg_archive_listing *listing, FILE *stream);

#endif
