// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_PHRASING_FINDING_H
#define TDG_PHRASING_FINDING_H

#include <tidings/analysis.h>
#include <tidings/types.h>

#include "base/memory.h"

#define TDG_NO_THEME_CHANGED "No theme changed significantly."
#define TDG_NO_TERM_CHANGED "No term changed significantly."

/** The finding in a sentence; views of periods as they are in the trends. TDG_ENOMEM. */
int tdg_sentence_write(struct tdg_finding_view *view, const char *name, const char *unit,
                       const char *whole, const struct tdg_period_view *periods,
                       struct tdg_arena *arena);

#endif
