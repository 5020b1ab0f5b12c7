// SPDX-License-Identifier: GPL-3.0-or-later
/** The period that a report was asked for. */
#ifndef TDG_VIEW_REQUESTED_PERIOD_H
#define TDG_VIEW_REQUESTED_PERIOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>

/** index of the period that the report was asked for, TDG_NONE where none was or where it
 * lies behind all articles. */
uint32_t tdg_report_asked(const struct tdg_analysis *analysis);

/** index of the period whose events are told: the one that was asked for, or the last whole one;
 * TDG_NONE where no article has a date. */
uint32_t tdg_report_period(const struct tdg_analysis *analysis);

/** Whether another period than the one that was asked for is compared, and why, as a sentence. */
bool tdg_report_not_compared(const struct tdg_analysis *analysis, char *sentence, size_t size);

#endif
