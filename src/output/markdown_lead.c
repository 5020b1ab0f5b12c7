// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/markdown_lead.h"

#include <string.h>

#include <tidings/types.h>

#include "output/markdown_text.h"
#include "phrasing/brief.h"
#include "phrasing/lead.h"

/* The first headline of an event is its title. */
static void write_headlines(FILE *stream, const struct tdg_digest *digest,
                            const struct tdg_lead_view *item)
{
    size_t count = tdg_at_most(item->headline_count, digest->limits->lead_headlines);
    for (size_t i = item->kind == TDG_LEAD_EVENT; i < count; i++) {
        const struct tdg_article_view *article =
            tdg_analysis_article(digest->analysis, item->headlines[i]);
        fputs("   - ", stream);
        if (*article->source) {
            tdg_write_escaped(stream, article->source);
            fputs(": ", stream);
        }
        tdg_write_link(stream, article->headline, article->url);
        fputc('\n', stream);
    }
}

static void write_item(FILE *stream, const struct tdg_digest *digest,
                       const struct tdg_lead_section *section, size_t index)
{
    const struct tdg_lead_view *item = tdg_analysis_lead(digest->analysis, section->scope, index);
    const struct tdg_article_view *article =
        item->kind == TDG_LEAD_EVENT ? tdg_analysis_article(digest->analysis, item->headlines[0])
                                     : NULL;
    char note[TDG_LEAD_NOTE];
    fprintf(stream, "%zu. **", index + 1);
    if (article)
        tdg_write_link(stream, item->title, article->url);
    else
        tdg_write_escaped(stream, item->title);
    fputs("**", stream);
    if (article && *article->source) {
        fputs(" – ", stream);
        tdg_write_escaped(stream, article->source);
    }
    tdg_lead_note(note, item, section->start);
    fprintf(stream, "\\\n   %s\n", note);
    write_headlines(stream, digest, item);
}

void tdg_write_markdown_lead(FILE *stream, const struct tdg_digest *digest)
{
    char heading[TDG_LEAD_TEXT];
    for (size_t s = 0; s < digest->lead_count; s++) {
        const struct tdg_lead_section *section = &digest->lead[s];
        tdg_lead_heading(heading, section->first, section->last);
        fprintf(stream, "\n## %s\n\n", digest->brief.period ? TDG_THE_NEWS : heading);
        if (section->scope == TDG_LEAD_PERIOD && *digest->silent) {
            tdg_write_escaped(stream, digest->silent);
            fputs("\n\n", stream);
        }
        for (size_t i = 0; i < section->count; i++)
            write_item(stream, digest, section, i);
    }
}
