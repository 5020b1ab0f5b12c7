// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/report: the writers of what is listed from an archive. */
#ifndef TDG_REPORT_ARCHIVE_H
#define TDG_REPORT_ARCHIVE_H

#include <stdio.h>

#include <tidings/archive.h>

void tdg_write_archive_json(const struct tdg_archive_listing *listing, FILE *stream);
/** One object a line, each with its kind. */
void tdg_write_archive_jsonl(const struct tdg_archive_listing *listing, FILE *stream);
/** One row an article. */
void tdg_write_archive_csv(const struct tdg_archive_listing *listing, FILE *stream);
/** Themes, stories and articles as nodes, what belongs to what as edges. */
void tdg_write_archive_graphml(const struct tdg_archive_listing *listing, FILE *stream);

enum { TDG_ID_TEXT = 16 };
/** "T3" for the letter T and 3, "" for 0. */
const char *tdg_id_text(char letter, uint32_t number, char text[TDG_ID_TEXT]);

#endif
