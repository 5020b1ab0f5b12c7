// SPDX-License-Identifier: GPL-3.0-or-later
/** Words about events. */
#ifndef TDG_PHRASING_EVENT_H
#define TDG_PHRASING_EVENT_H

#include "base/buffer.h"

#include <tidings/analysis.h>

/** Before the headline of the event that one follows. */
#define TDG_GOES_ON_FROM "goes on from:"

enum { TDG_FORMATS_TEXT = 320 };

/** What comes again and again whatever happens, and so is in no event; "" where there is nothing.
 */
void tdg_formats_text(char sentence[TDG_FORMATS_TEXT], const struct tdg_analysis *analysis);

/** Before the names that are in its articles. */
#define TDG_WHO_AND_WHERE "Who and where:"

/** "Carlos Ghosn, Nissan, Japan": at most `limit` names, nothing where there are none. */
void tdg_event_names_text(struct tdg_buffer *text, const struct tdg_event_view *event,
                          size_t limit);

#endif
