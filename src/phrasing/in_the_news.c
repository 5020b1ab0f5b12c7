// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/in_the_news.h"

#include <stdio.h>

#include "phrasing/number.h"

const char *tdg_in_the_news_title(enum tdg_in_the_news state)
{
    static const char *const titles[] = {
        [TDG_NAMED_NEW] = "New",
        [TDG_NAMED_AGAIN] = "Back again",
        [TDG_NAMED_MORE] = "More than before",
        [TDG_NAMED_ALSO] = "Also named",
        [TDG_NAMED_FEWER] = "Less than before",
    };
    return titles[state];
}

const char *tdg_named_count_text(const struct tdg_news_name_view *name, char text[TDG_NAMED_COUNT])
{
    char count[TDG_NUMBER_TEXT], usual[TDG_NUMBER_TEXT];
    tdg_count_text(name->articles, count);
    tdg_fixed_text(name->expected, name->expected < 9.95, usual);
    if (name->state == TDG_NAMED_MORE || name->state == TDG_NAMED_FEWER)
        snprintf(text, TDG_NAMED_COUNT, "%s, usually %s", count, usual);
    else
        snprintf(text, TDG_NAMED_COUNT, "%s", count);
    return text;
}

const char *tdg_in_the_news_note(const struct tdg_news_view *news, char text[TDG_NEWS_NOTE])
{
    char level[TDG_NUMBER_TEXT], before[64] = "whole period before";
    if (news->compared_count > 1)
        snprintf(before, sizeof before, "%zu whole periods before", news->compared_count);
    if (news->compared_count)
        snprintf(text, TDG_NEWS_NOTE,
                 "How many articles name them, without copies, against the %s. New, more and less "
                 "are beyond what chance makes of so many names (q at most %s); of the others "
                 "nothing is claimed.",
                 before, tdg_number_text(news->level, level));
    else
        snprintf(text, TDG_NEWS_NOTE,
                 "How many articles name them, without copies. There is no whole period before to "
                 "compare with.");
    return text;
}
