// SPDX-License-Identifier: GPL-3.0-or-later
/** Kinds by their names; the names by their kinds are public. */
#ifndef TDG_BASE_NAMES_H
#define TDG_BASE_NAMES_H

#include <stdbool.h>

#include <tidings/types.h>

/** False, with *kind unchanged, if no kind has the name. */
bool tdg_ledger_kind_find(enum tdg_ledger_kind *kind, const char *name);

#endif
