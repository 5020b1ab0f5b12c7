// SPDX-License-Identifier: GPL-3.0-or-later
/* The stories of the last period, as part of the summary. */
#include "cli/stories.h"

#include <stdio.h>
#include <string.h>

#include <tidings/report.h>

#include "cli/text.h"

enum { STORIES = 5, COUNT = 6, GAP = 2, THEME = 5 };

void tdg_summary_stories(const struct tdg_analysis *analysis, const struct tdg_terminal *terminal)
{
    struct tdg_told told[STORIES];
    uint32_t index;
    size_t theme = THEME; /* columns of an id */
    size_t count = tdg_report_stories(analysis, told, STORIES, &index);
    const struct tdg_period_view *period = tdg_analysis_period(analysis, index);
    if (!count)
        return;
    for (size_t i = 0; i < count; i++) {
        size_t id = strlen(tdg_analysis_theme(analysis, told[i].story->theme)->id) + GAP;
        theme = id > theme ? id : theme;
    }
    printf("\nStories%s%s, by articles:\n", period ? " of " : "", period ? period->id : "");
    for (size_t i = 0; i < count; i++) {
        const struct tdg_story_view *story = told[i].story;
        const struct tdg_article_view *headline = tdg_analysis_article(analysis, story->headline);
        char digits[TDG_DIGITS];
        printf("%*s%*s", COUNT, tdg_digits(told[i].articles, digits), GAP, "");
        tdg_put_padded(stdout, tdg_analysis_theme(analysis, story->theme)->id, theme);
        size_t fixed = COUNT + GAP + theme;
        size_t width = terminal->width > 2 * fixed ? terminal->width - fixed : fixed;
        const char *title = headline->headline;
        if (tdg_text_width(title) > width)
            tdg_put_padded(stdout, title, width);
        else
            tdg_put_text(stdout, title);
        fputc('\n', stdout);
    }
}
