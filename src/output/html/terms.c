// SPDX-License-Identifier: GPL-3.0-or-later
/* Terms that moved, the latest first. */
#include "output/html/terms.h"

#include <stdio.h>

#include "output/html/text.h"
#include "phrasing/finding.h"

static void write_row(const struct tdg_html *html, const struct tdg_finding_view *finding,
                      const char *id)
{
    FILE *stream = html->stream;
    fprintf(stream, "<tr id=\"%s\" data-from=\"%s\" data-to=\"%s\"><th scope=\"row\">", id,
            finding->from, finding->to);
    tdg_html_text(stream, finding->term);
    fprintf(stream, "</th><td class=\"word %s\">%s</td><td class=\"word\">",
            tdg_is_up(finding) ? "up" : "down", tdg_move_text(finding));
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

void tdg_html_terms(const struct tdg_html *html, const struct tdg_selection *list, char letter,
                    const char *id, const char *what)
{
    char row[32];
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
    for (size_t i = 0; i < list->count; i++) {
        snprintf(row, sizeof row, "%c%zu", letter, (size_t)list->index[i] + 1);
        write_row(html, tdg_listed(list, i), row);
    }
    fputs("</tbody></table></div>\n", html->stream);
}

void tdg_html_all_terms(const struct tdg_html *html)
{
    const struct tdg_selection *list = &html->digest.terms;
    fputs("<section id=\"terms\" aria-labelledby=\"h-terms\"><h2 id=\"h-terms\">Terms</h2>\n",
          html->stream);
    if (list->count) {
        fputs(
            "<p class=\"note\">Words and names whose share of all articles changed significantly, "
            "latest first.</p>\n",
            html->stream);
        tdg_html_terms(html, list, 'F', "table-terms", "Terms that moved");
    } else {
        fputs("<p class=\"empty\">" TDG_NO_TERM_CHANGED "</p>\n", html->stream);
    }
    if (list->left_out) {
        fputs("<p class=\"note\">", html->stream);
        tdg_html_count(html->stream, list->left_out);
        fputs(" earlier ones are in analysis.json.</p>\n", html->stream);
    }
    fputs("</section>\n", html->stream);
}
