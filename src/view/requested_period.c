// SPDX-License-Identifier: GPL-3.0-or-later
/* The period that a report was asked for, where it is none that can be compared. */
#include "view/requested_period.h"

#include <string.h>

#include <tidings/types.h>

#include "phrasing/period.h"
#include "view/result.h"

uint32_t tdg_report_asked(const struct tdg_analysis *analysis)
{
    const char *asked = tdg_analysis_latest(analysis)->asked;
    for (size_t i = tdg_analysis_period_count(analysis); *asked && i-- > 0;)
        if (strcmp(tdg_analysis_period(analysis, i)->id, asked) == 0)
            return (uint32_t)i;
    return TDG_NONE;
}

/* The one that was asked for, or the last whole one. Whoever asks for the running week wants its
 * stories; a gap has none to speak of. */
uint32_t tdg_report_period(const struct tdg_analysis *analysis)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(analysis);
    const struct tdg_period_view *asked = tdg_analysis_period(analysis, tdg_report_asked(analysis));
    if (asked && asked->articles && !asked->gap)
        return tdg_report_asked(analysis);
    size_t count = tdg_analysis_period_count(analysis);
    return latest->last_whole != TDG_NONE ? latest->last_whole
           : count                        ? (uint32_t)count - 1
                                          : TDG_NONE;
}

bool tdg_report_not_compared(const struct tdg_analysis *analysis, char *sentence, size_t size)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(analysis);
    const struct tdg_period_view *compared = tdg_analysis_period(analysis, latest->last_whole);
    const struct tdg_period_view *asked = tdg_analysis_period(analysis, tdg_report_asked(analysis));
    if (!*latest->asked || !compared || compared == asked)
        return false;
    tdg_not_compared_text(sentence, size, latest->asked, asked);
    return true;
}
