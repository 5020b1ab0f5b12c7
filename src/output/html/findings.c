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

enum { RECENT = 4 /* periods */, SHOWN = 12 };

static bool is_about_term(const struct tdg_finding_view *finding)
{
    return *finding->term;
}

/* It began or ended in the last periods that are whole. */
static bool is_recent(const struct tdg_html *html, const struct tdg_finding_view *finding)
{
    uint32_t last = tdg_analysis_latest(html->analysis)->last_whole;
    uint32_t since = last != TDG_NONE && last >= RECENT ? last - RECENT + 1 : 0;
    bool over = finding->kind == TDG_BURST && finding->last >= since;
    return finding->first >= since || over;
}

static bool is_in(const struct tdg_html *html, size_t index, bool recent)
{
    const struct tdg_finding_view *finding = tdg_analysis_finding(html->analysis, index);
    return !is_about_term(finding) && is_recent(html, finding) == recent;
}

static size_t count_group(const struct tdg_html *html, bool recent)
{
    size_t count = 0;
    for (size_t i = 0; i < tdg_analysis_finding_count(html->analysis); i++)
        count += is_in(html, i, recent);
    return count;
}

static const char *periods_word(const struct tdg_html *html)
{
    const char *period = tdg_options_get(tdg_analysis_options(html->analysis), "period");
    return strcmp(period, "day") == 0 ? "days" : strcmp(period, "month") == 0 ? "months" : "weeks";
}

/* Those after the first dozen wait behind a click. */
static void write_group(const struct tdg_html *html, bool recent)
{
    size_t all = count_group(html, recent), count = 0;
    char id[32];
    if (!all)
        return;
    fprintf(html->stream, "<h3>%s %s</h3>\n<ol class=\"findings\">\n",
            recent ? "New in the last four" : "Before the last four", periods_word(html));
    for (size_t i = 0; i < tdg_analysis_finding_count(html->analysis); i++) {
        if (!is_in(html, i, recent) || count == TDG_HTML_FINDINGS)
            continue;
        if (count == SHOWN)
            fputs("</ol>\n<details class=\"more\"><summary>Show more</summary>\n"
                  "<ol class=\"findings\">\n",
                  html->stream);
        snprintf(id, sizeof id, "F%zu", i + 1);
        tdg_html_finding(html, tdg_analysis_finding(html->analysis, i), id);
        count++;
    }
    fputs(count > SHOWN ? "</ol></details>\n" : "</ol>\n", html->stream);
    if (count < all) {
        fputs("<p class=\"note\">", html->stream);
        tdg_html_count(html->stream, all - count);
        fputs(" more are in analysis.json.</p>\n", html->stream);
    }
}

static void write_none(const struct tdg_html *html)
{
    if (!tdg_analysis_period_count(html->analysis))
        fputs("<p class=\"empty\">No article has a date, so nothing is said about time.</p>\n",
              html->stream);
    else if (!count_group(html, true) && !count_group(html, false))
        fputs("<p class=\"empty\">No theme changed significantly, or there are too few periods to "
              "tell.</p>\n",
              html->stream);
    else if (!count_group(html, true))
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
    bool asked = *tdg_analysis_latest(html->analysis)->asked;
    if (asked) /* what has just happened comes first */
        tdg_html_latest(html);
    write_none(html);
    write_group(html, true);
    if (!asked)
        tdg_html_latest(html);
    write_group(html, false);
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
