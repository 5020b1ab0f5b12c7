// SPDX-License-Identifier: GPL-3.0-or-later
/* Which themes are close: the table behind the map, which the program draws. */
#include "output/html/map.h"

#include <stdlib.h>

#include <tidings/analysis.h>

#include "output/html/parts.h"
#include "output/html/text.h"
#include "view/theme_pairs.h"

static void write_row(const struct tdg_html *html, const struct tdg_theme_pair *pair)
{
    const struct tdg_theme_view *one = tdg_analysis_theme(html->analysis, pair->first);
    const struct tdg_theme_view *other = tdg_analysis_theme(html->analysis, pair->second);
    char list[80];
    snprintf(list, sizeof list, "%s+%s", one->id, other->id);
    fputs("<tr><th scope=\"row\">", html->stream);
    tdg_html_title(html, one, true);
    fputs("</th><td class=\"word\">", html->stream);
    tdg_html_title(html, other, true);
    fputs("</td><td>", html->stream);
    tdg_html_count_of(html->stream, pair->articles, one->id, list);
    fputs("</td></tr>\n", html->stream);
}

static void write_table(const struct tdg_html *html, const struct tdg_theme_pair *pairs,
                        size_t count)
{
    fputs("<details class=\"data\" id=\"pairs\"><summary>Closest themes as a table</summary>\n"
          "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Closest themes\"><table>"
          "<thead><tr><th scope=\"col\">Theme</th><th scope=\"col\" class=\"word\">and theme</th>"
          "<th scope=\"col\">Articles about both</th></tr></thead><tbody>\n",
          html->stream);
    for (size_t i = 0; i < tdg_at_most(count, html->digest.limits->pairs); i++)
        write_row(html, &pairs[i]);
    fputs("</tbody></table></div></details>\n", html->stream);
}

void tdg_html_map(const struct tdg_html *html)
{
    struct tdg_theme_pair *pairs = NULL;
    size_t count = 0;
    int status = tdg_theme_pairs(&pairs, &count, html->analysis);
    fputs("<section id=\"map\" aria-labelledby=\"h-map\"><h2 id=\"h-map\">How the themes lie to "
          "each other</h2>\n",
          html->stream);
    if (!status && count) {
        fputs(
            "<p class=\"note\">Themes are close where many articles are about both of them.</p>\n"
            "<figure id=\"chart-map\" data-label=\"Map of the themes; the table below lists the "
            "closest "
            "ones\" hidden><figcaption>As large as its share; a line is as broad as the number of "
            "articles about both.</figcaption></figure>\n",
            html->stream);
        write_table(html, pairs, count);
    } else {
        fputs("<p class=\"empty\">No article is about two themes.</p>\n", html->stream);
    }
    fputs("</section>\n", html->stream);
    free(pairs);
}
