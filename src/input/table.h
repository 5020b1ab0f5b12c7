// SPDX-License-Identifier: GPL-3.0-or-later
/** Whole tables. */
#ifndef TDG_INPUT_TABLE_H
#define TDG_INPUT_TABLE_H

#include <tidings/error.h>

#include "input/input.h"

int tdg_table_read(struct tdg_table *table, const char *path, struct tdg_error *error);
void tdg_table_done(struct tdg_table *table);

#endif
