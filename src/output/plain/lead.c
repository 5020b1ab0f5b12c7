// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/plain/lead.h"

#include <stdio.h>
#include <string.h>

#include <tidings/types.h>

#include "base/utf8.h"
#include "output/plain/line.h"

/* The first headline of an event is its title. */
static void put_headlines(const struct tdg_plain *plain, const struct tdg_digest *digest,
                          const struct tdg_lead_view *item)
{
    size_t count = tdg_at_most(item->headline_count, digest->limits->lead_headlines);
    for (size_t i = item->kind == TDG_LEAD_EVENT; i < count; i++) {
        const struct tdg_article_view *article =
            tdg_analysis_article(digest->analysis, item->headlines[i]);
        char source[100];
        struct tdg_plain_line line = tdg_line_begin(plain, "    - ");
        if (*article->source) {
            snprintf(source, sizeof source, "%.*s:",
                     (int)tdg_utf8_cut(article->source, strlen(article->source), sizeof source - 2),
                     article->source);
            tdg_line_put(&line, source);
        }
        tdg_line_put(&line, article->headline);
        tdg_line_end(&line);
        tdg_line_address(plain, "      ", article->url);
    }
}

void tdg_plain_lead(const struct tdg_plain *plain, const struct tdg_digest *digest,
                    const struct tdg_lead_section *section)
{
    if (section->scope == TDG_LEAD_PERIOD && *digest->silent)
        tdg_line_whole(plain, "  ", digest->silent);
    for (size_t i = 0; i < section->count; i++) {
        const struct tdg_lead_view *item = tdg_analysis_lead(digest->analysis, section->scope, i);
        char mark[32], note[TDG_LEAD_NOTE];
        snprintf(mark, sizeof mark, "%3zu ", i + 1);
        tdg_line_whole(plain, mark, item->title);
        tdg_lead_note(note, item, section->start);
        tdg_line_whole(plain, "    ", note);
        if (item->kind == TDG_LEAD_EVENT && digest->limits->lead_headlines)
            tdg_line_address(plain, "    ",
                             tdg_analysis_article(digest->analysis, item->headlines[0])->url);
        put_headlines(plain, digest, item);
    }
}
