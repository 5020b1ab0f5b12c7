// SPDX-License-Identifier: GPL-3.0-or-later
/* Terms that moved, the latest first. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/html/html.h"
#include "report/html/text.h"

static const struct kind {
    const char *kind;
    const char *words;
} kinds[] = {
    {"burst", "a surge"},
    {"step_up", "more than before"},
    {"step_down", "less than before"},
    {"new", "new"},
    {"gone", "gone"},
    {"rising", "rising steadily"},
    {"falling", "falling steadily"},
};

static const char *words_of(const char *kind)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].kind, kind) == 0)
            return kinds[i].words;
    return kind;
}

/* Those that begin last come first; the surest first among them. */
static int compare(const void *one, const void *other)
{
    const uint64_t a = *(const uint64_t *)one, b = *(const uint64_t *)other;
    return (a > b) - (a < b);
}

static void write_row(const struct tdg_html *html, size_t index)
{
    FILE *stream = html->stream;
    const struct tdg_finding_view *finding = tdg_analysis_finding(html->analysis, index);
    char list[32];
    bool up = finding->after > finding->before;
    snprintf(list, sizeof list, "F%zu", index + 1);
    fprintf(stream, "<tr id=\"%s\" data-from=\"%s\" data-to=\"%s\"><th scope=\"row\">", list,
            finding->from, finding->to);
    tdg_html_text(stream, finding->term);
    fprintf(stream, "</th><td class=\"word %s\">%s</td><td class=\"word\">", up ? "up" : "down",
            words_of(finding->kind));
    tdg_html_days(stream, finding->from, finding->to);
    fputs("</td><td>", stream);
    tdg_html_share(stream, finding->before);
    fputs("</td><td>", stream);
    tdg_html_share(stream, finding->after);
    fputs("</td><td>", stream);
    tdg_html_count_of(stream, finding->observed, list, list);
    fputs("</td><td class=\"word\">", stream);
    tdg_html_q(stream, finding->q);
    fputs("</td><td class=\"word headline\">", stream);
    if (finding->evidence_count) {
        const struct tdg_article_view *article =
            tdg_analysis_article(html->analysis, finding->evidence[0]);
        tdg_html_link(stream, tdg_html_headline(article), article->url);
    }
    fputs("</td></tr>\n", stream);
}

static void write_table(const struct tdg_html *html, const uint64_t *order, size_t count)
{
    size_t shown = count < TDG_HTML_TERMS ? count : TDG_HTML_TERMS;
    fputs("<div class=\"wide tall\" tabindex=\"0\" role=\"region\" aria-label=\"Terms that moved\">"
          "<table class=\"sortable\" id=\"table-terms\"><thead><tr>"
          "<th scope=\"col\">Term</th><th scope=\"col\" class=\"word\">Movement</th>"
          "<th scope=\"col\" class=\"word\">When</th><th scope=\"col\">Before</th>"
          "<th scope=\"col\">Then</th><th scope=\"col\">Articles</th>"
          "<th scope=\"col\" class=\"word\">q</th>"
          "<th scope=\"col\" class=\"word\">Most telling headline</th></tr></thead><tbody>\n",
          html->stream);
    for (size_t i = 0; i < shown; i++)
        write_row(html, (size_t)(uint32_t)order[i]);
    fputs("</tbody></table></div>\n", html->stream);
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
        fputs("<p class=\"note\">Words and names whose share of all articles moved by more than "
              "chance would move it, the latest first.</p>\n",
              html->stream);
        write_table(html, order, count);
    } else {
        fputs("<p class=\"empty\">No term moved by more than chance would move one.</p>\n",
              html->stream);
    }
    fputs("</section>\n", html->stream);
    free(order);
}
