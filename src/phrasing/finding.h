// SPDX-License-Identifier: GPL-3.0-or-later
/** Findings as sentences, and what is said where there are none. */
#ifndef TDG_PHRASING_FINDING_H
#define TDG_PHRASING_FINDING_H

#include <tidings/analysis.h>
#include <tidings/types.h>

#include "base/memory.h"

#define TDG_NO_THEME_CHANGED "No theme changed significantly."
#define TDG_NO_TERM_CHANGED "No term changed significantly."
#define TDG_NO_DATES "No article has a date, so nothing is said about time."
#define TDG_FEW_PERIODS "There are too few whole periods to test for changes."
#define TDG_NOT_TESTED "Significance is not tested: fewer than eight whole periods can be compared."

/** What a term did, in a few words: "a surge". */
const char *tdg_move_text(const struct tdg_finding_view *finding);

/** The finding in a sentence; views of periods as they are in the trends. TDG_ENOMEM. */
int tdg_sentence_write(struct tdg_finding_view *view, const char *name, const char *unit,
                       const char *whole, const struct tdg_period_view *periods,
                       struct tdg_arena *arena);

#endif
