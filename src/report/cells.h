// SPDX-License-Identifier: GPL-3.0-or-later
/** Cells of CSV, as RFC 4180 has them. */
#ifndef TDG_REPORT_CELLS_H
#define TDG_REPORT_CELLS_H

#include <stdio.h>

void tdg_write_cell(FILE *stream, const char *text);

/** A spreadsheet would run a cell that begins like a formula (OWASP, "CSV Injection"); an
 * apostrophe in front makes it text. Not for ids, which must be found again. */
void tdg_write_prose(FILE *stream, const char *text);

#endif
