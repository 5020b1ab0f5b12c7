// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/period.h"

#include <stdio.h>

#include <tidings/plain.h>

#include "base/plural.h"

static const char *state_of(const struct tdg_period_view *period)
{
    if (period && period->partial && period->articles)
        return "is only partly covered by the collection";
    return period && period->articles ? "is a gap in the collection" : "has no articles";
}

const char *tdg_period_note(const struct tdg_period_view *period)
{
    return period->gap ? " (gap)" : period->partial ? " (not whole)" : "";
}

void tdg_not_compared_text(char *sentence, size_t size, const char *asked,
                           const struct tdg_period_view *period)
{
    char articles[TDG_NUMBER_TEXT], count[TDG_NUMBER_TEXT + 16] = "";
    if (period && period->articles)
        snprintf(count, sizeof count, " (%s %s)", tdg_count_text(period->articles, articles),
                 tdg_plural(period->articles, "article", "articles"));
    snprintf(sentence, size, "%s%s %s and is not compared.", asked, count, state_of(period));
}
