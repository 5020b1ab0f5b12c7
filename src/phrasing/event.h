// SPDX-License-Identifier: GPL-3.0-or-later
/** Words about events. */
#ifndef TDG_PHRASING_EVENT_H
#define TDG_PHRASING_EVENT_H

#include <stddef.h>

#include <tidings/analysis.h>

/** Before the headline of the event that one follows. */
#define TDG_GOES_ON_FROM "goes on from:"

enum { TDG_FORMATS_TEXT = 320 };

/** What comes again and again whatever happens, and so is in no event; "" where there is nothing.
 */
void tdg_formats_text(char sentence[TDG_FORMATS_TEXT], const struct tdg_analysis *analysis);

#endif
