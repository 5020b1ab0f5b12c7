// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_CELLS_H
#define TDG_STORE_CELLS_H

#include <sqlite3.h>

/** NULL where a cell is as its letter says, else what is wrong with it. Numbers: n of a row, o the
 * same or NULL, z the same or 0, c a count, u one of 32 bits, i any, I any or NULL, f 0 or 1; d
 * finite, D any or NULL, p a share; t a time or NULL, T a time; s UTF-8 without NUL, S the same or
 * NULL; b text or bytes; x anything. */
const char *tdg_cell_wrong(sqlite3_stmt *statement, int column, char letter);

#endif
