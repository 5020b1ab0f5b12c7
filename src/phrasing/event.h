// SPDX-License-Identifier: GPL-3.0-or-later
/** Words about events. */
#ifndef TDG_PHRASING_EVENT_H
#define TDG_PHRASING_EVENT_H

/** Before the headline of the event that one follows. */
#define TDG_GOES_ON_FROM "goes on from:"

#endif
