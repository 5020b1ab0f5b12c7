// SPDX-License-Identifier: GPL-3.0-or-later
/** Periods in which the collection stood still. */
#ifndef TDG_CALENDAR_GAPS_H
#define TDG_CALENDAR_GAPS_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/types.h>

/** Marks the gaps among the periods [count], and which of them are whole; calendar/gaps.c has the
 * rule. days: each is one day. */
void tdg_gaps_find(struct tdg_period_view *periods, size_t count, bool days);

#endif
