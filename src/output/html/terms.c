// SPDX-License-Identifier: GPL-3.0-or-later
/* Terms that moved, the latest first. */
#include "output/html/terms.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <tidings/types.h>

#include "base/memory.h"
#include "output/html/text.h"
#include "phrasing/finding.h"

static const char *const kinds[] = {
    [TDG_BURST] = "a surge",
    [TDG_STEP_UP] = "more than before",
    [TDG_STEP_DOWN] = "less than before",
    [TDG_NEW] = "new",
    [TDG_GONE] = "gone",
    [TDG_RETURNING] = "back again",
    [TDG_RISING] = "rising steadily",
    [TDG_FALLING] = "falling steadily",
};

static const char *words_of(const struct tdg_finding_view *finding)
{
    if (finding->first == finding->last && finding->kind == TDG_RISING)
        return "more again";
    if (finding->first == finding->last && finding->kind == TDG_FALLING)
        return "less than before";
    return kinds[finding->kind];
}

/* Those that begin last come first; the surest first among them. */
static int compare(const void *one, const void *other)
{
    const uint64_t a = *(const uint64_t *)one, b = *(const uint64_t *)other;
    return (a > b) - (a < b);
}

void tdg_html_term(const struct tdg_html *html, const struct tdg_finding_view *finding,
                   const char *id)
{
    FILE *stream = html->stream;
    bool up = finding->after > finding->before;
    fprintf(stream, "<tr id=\"%s\" data-from=\"%s\" data-to=\"%s\"><th scope=\"row\">", id,
            finding->from, finding->to);
    tdg_html_text(stream, finding->term);
    fprintf(stream, "</th><td class=\"word %s\">%s</td><td class=\"word\">", up ? "up" : "down",
            words_of(finding));
    tdg_html_days(stream, finding->from, finding->to);
    fputs("</td><td>", stream);
    tdg_html_share(stream, finding->before);
    fputs("</td><td>", stream);
    tdg_html_share(stream, finding->after);
    fputs("</td><td>", stream);
    tdg_html_count_of(stream, finding->observed, id, id);
    fputs("</td><td class=\"word\">", stream);
    tdg_html_q(stream, finding->q);
    fputs("</td><td class=\"word headline\">", stream);
    if (finding->evidence_count) {
        const struct tdg_article_view *article =
            tdg_analysis_article(html->analysis, finding->evidence[0]);
        tdg_html_link(stream, article->headline, article->url);
    }
    fputs("</td></tr>\n", stream);
}

void tdg_html_terms_open(const struct tdg_html *html, const char *id, const char *what)
{
    fprintf(html->stream,
            "<div class=\"wide tall\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">"
            "<table class=\"sortable moved\" id=\"%s\"><thead><tr>",
            what, id);
    fputs("<th scope=\"col\">Term</th><th scope=\"col\" class=\"word\">Movement</th>"
          "<th scope=\"col\" class=\"word\">When</th><th scope=\"col\">Before</th>"
          "<th scope=\"col\">Then</th><th scope=\"col\">Articles</th>"
          "<th scope=\"col\" class=\"word\">q</th>"
          "<th scope=\"col\" class=\"word\">Key headline</th></tr></thead><tbody>\n",
          html->stream);
}

void tdg_html_terms_close(const struct tdg_html *html)
{
    fputs("</tbody></table></div>\n", html->stream);
}

static void write_table(const struct tdg_html *html, const uint64_t *order, size_t count)
{
    size_t shown = count < TDG_HTML_TERMS ? count : TDG_HTML_TERMS;
    char id[32];
    tdg_html_terms_open(html, "table-terms", "Terms that moved");
    for (size_t i = 0; i < shown; i++) {
        size_t index = (size_t)(uint32_t)order[i];
        snprintf(id, sizeof id, "F%zu", index + 1);
        tdg_html_term(html, tdg_analysis_finding(html->analysis, index), id);
    }
    tdg_html_terms_close(html);
    if (shown < count) {
        fputs("<p class=\"note\">", html->stream);
        tdg_html_count(html->stream, count - shown);
        fputs(" earlier ones are in analysis.json.</p>\n", html->stream);
    }
}

void tdg_html_terms(const struct tdg_html *html)
{
    size_t findings = tdg_analysis_finding_count(html->analysis), count = 0;
    uint64_t *order = tdg_alloc(findings, sizeof *order);
    for (size_t i = 0; order && i < findings; i++) {
        const struct tdg_finding_view *finding = tdg_analysis_finding(html->analysis, i);
        if (*finding->term)
            order[count++] = (uint64_t)(UINT32_MAX - finding->first) << 32 | i;
    }
    fputs("<section id=\"terms\" aria-labelledby=\"h-terms\"><h2 id=\"h-terms\">Terms</h2>\n",
          html->stream);
    if (count) {
        qsort(order, count, sizeof *order, compare);
        fputs(
            "<p class=\"note\">Words and names whose share of all articles changed significantly, "
            "latest first.</p>\n",
            html->stream);
        write_table(html, order, count);
    } else {
        fputs("<p class=\"empty\">" TDG_NO_TERM_CHANGED "</p>\n", html->stream);
    }
    fputs("</section>\n", html->stream);
    free(order);
}
