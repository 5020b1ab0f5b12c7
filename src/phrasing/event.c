// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/event.h"

#include <stdio.h>
#include <string.h>

#include <tidings/plain.h>

#include "base/plural.h"
#include "base/utf8.h"

enum { MOST_PATTERN = 120 };

/* The one with most articles, the first in a tie; NULL without any. */
static const struct tdg_format_view *largest(const struct tdg_analysis *analysis, size_t *articles)
{
    const struct tdg_format_view *best = NULL;
    *articles = 0;
    for (size_t i = 0; i < tdg_analysis_format_count(analysis); i++) {
        const struct tdg_format_view *format = tdg_analysis_format(analysis, i);
        *articles += format->articles;
        if (!best || format->articles > best->articles)
            best = format;
    }
    return best;
}

void tdg_formats_text(char sentence[TDG_FORMATS_TEXT], const struct tdg_analysis *analysis)
{
    size_t articles;
    const struct tdg_format_view *format = largest(analysis, &articles);
    char total[TDG_NUMBER_TEXT], kinds[TDG_NUMBER_TEXT];
    *sentence = '\0';
    if (!format)
        return;
    size_t count = tdg_analysis_format_count(analysis);
    size_t length = tdg_utf8_cut(format->pattern, strlen(format->pattern), MOST_PATTERN);
    snprintf(sentence, TDG_FORMATS_TEXT,
             "Left out as they come again and again, whatever happens: %s articles of %s %s"
             "%s \"%.*s\".",
             tdg_count_text(articles, total), tdg_count_text(count, kinds),
             tdg_plural(count, "kind,", "kinds,"), count == 1 ? "" : " most of them", (int)length,
             format->pattern);
}

void tdg_event_names_text(struct tdg_buffer *text, const struct tdg_event_view *event, size_t limit)
{
    for (size_t i = 0; i < event->entity_count && i < limit; i++) {
        if (i)
            tdg_buffer_string(text, ", ");
        tdg_buffer_string(text, event->entities[i].name);
    }
}
