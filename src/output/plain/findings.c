// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/plain/findings.h"

#include <stdbool.h>
#include <stdio.h>

#include "output/plain/line.h"

/* Who wrote the headline and when, and the address. */
static void put_article(const struct tdg_plain *plain, const struct tdg_article_view *article)
{
    struct tdg_plain_line line = tdg_line_begin(plain, "    ");
    tdg_line_put(&line, article->headline);
    tdg_line_put(&line, "–");
    if (*article->source)
        tdg_line_put(&line, article->source);
    tdg_line_put_day(&line, article->published);
    tdg_line_end(&line);
    tdg_line_address(plain, "    ", article->url);
}

static void put_finding(const struct tdg_plain *plain, const struct tdg_finding_view *finding,
                        const char *indent)
{
    bool up = tdg_is_up(finding);
    char mark[16];
    snprintf(mark, sizeof mark, "%s%c ", indent, up ? '+' : '-');
    tdg_plain_colour(plain, up ? TDG_COLOUR_GREEN : TDG_COLOUR_RED);
    struct tdg_plain_line line = tdg_line_begin(plain, mark);
    tdg_plain_colour(plain, TDG_COLOUR_NONE);
    tdg_line_put(&line, finding->text);
    tdg_line_end(&line);
}

void tdg_plain_findings(const struct tdg_plain *plain, const struct tdg_digest *digest,
                        const struct tdg_selection *list, const char *indent, size_t headlines)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct tdg_finding_view *finding = tdg_listed(list, i);
        put_finding(plain, finding, indent);
        for (size_t j = 0; j < tdg_at_most(finding->evidence_count, headlines); j++)
            put_article(plain, tdg_analysis_article(digest->analysis, finding->evidence[j]));
    }
}
