// SPDX-License-Identifier: GPL-3.0-or-later
/* What moved: findings about themes and parents as sentences with their numbers and articles. */
#include "output/html/findings.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/options.h>
#include <tidings/types.h>

#include "output/html/finding.h"
#include "output/html/latest.h"
#include "output/html/text.h"

static const char *periods_word(const struct tdg_html *html)
{
    const char *period = tdg_options_get(tdg_analysis_options(html->analysis), "period");
    return strcmp(period, "day") == 0 ? "days" : strcmp(period, "month") == 0 ? "months" : "weeks";
}

/* Those after the first ones wait behind a click. */
static void write_group(const struct tdg_html *html, const struct tdg_selection *list,
                        const char *when)
{
    size_t opened = html->digest.limits->opened;
    char id[32];
    if (!list->count)
        return;
    fprintf(html->stream, "<h3>%s %s</h3>\n<ol class=\"findings\">\n", when, periods_word(html));
    for (size_t i = 0; i < list->count; i++) {
        if (i == opened)
            fputs("</ol>\n<details class=\"more\"><summary>Show more</summary>\n"
                  "<ol class=\"findings\">\n",
                  html->stream);
        snprintf(id, sizeof id, "F%zu", (size_t)list->index[i] + 1);
        tdg_html_finding(html, tdg_listed(list, i), id);
    }
    fputs(list->count > opened ? "</ol></details>\n" : "</ol>\n", html->stream);
    if (list->left_out) {
        fputs("<p class=\"note\">", html->stream);
        tdg_html_count(html->stream, list->left_out);
        fputs(" more are in analysis.json.</p>\n", html->stream);
    }
}

static void write_none(const struct tdg_html *html)
{
    if (html->digest.none)
        fprintf(html->stream, "<p class=\"empty\">%s</p>\n",
                tdg_no_findings_text(html->digest.none));
    else if (!html->digest.recent.count)
        fprintf(
            html->stream,
            "<p class=\"empty\">Nothing new in the last four %s: no significant change of a theme "
            "began or ended.</p>\n",
            periods_word(html));
}

void tdg_html_findings(const struct tdg_html *html)
{
    const char *level = tdg_options_get(tdg_analysis_options(html->analysis), "level");
    fputs("<section id=\"moved\" aria-labelledby=\"h-moved\"><h2 id=\"h-moved\">What moved</h2>\n",
          html->stream);
    if (html->digest.latest_first)
        tdg_html_latest(html);
    write_none(html);
    write_group(html, &html->digest.recent, "New in the last four");
    if (!html->digest.latest_first)
        tdg_html_latest(html);
    write_group(html, &html->digest.earlier, "Before the last four");
    if (tdg_analysis_finding_count(html->analysis)) {
        fputs("<p class=\"note\">q is the share of false alarms to expect among all findings up to "
              "this "
              "one; findings are listed if it is ",
              html->stream);
        tdg_html_text(html->stream, level);
        fputs(" or less. The interval is of the share in the periods of the finding.</p>\n",
              html->stream);
    }
    fputs("</section>\n", html->stream);
}
