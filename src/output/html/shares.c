// SPDX-License-Identifier: GPL-3.0-or-later
/* The share of the themes over time, one on top of the other, and the table behind the drawing. */
#include "output/html/shares.h"

#include <stdlib.h>

#include <tidings/analysis.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "output/html/columns.h"
#include "output/html/parts.h"
#include "output/html/plot.h"
#include "output/html/text.h"

static size_t layer_count(const struct tdg_html *html)
{
    size_t themes = tdg_analysis_theme_count(html->analysis);
    return themes > TDG_HTML_LAYERS ? TDG_HTML_LAYERS + 1 : themes;
}

/* What themes from `layer` on, only that one below the last layer, have of the periods. */
static double share_of_layer(const struct tdg_html *html, size_t layer,
                             const struct tdg_column *column)
{
    double sum = 0;
    size_t end = layer < TDG_HTML_LAYERS ? layer + 1 : tdg_analysis_theme_count(html->analysis);
    for (size_t i = layer; i < end; i++)
        sum += tdg_column_point(column, tdg_analysis_theme(html->analysis, i)->series).share;
    return sum;
}

/* Largest theme at the bottom. Nothing is drawn without memory: the table has it all. */
static void write_layers(const struct tdg_html *html, const struct tdg_plot *plot)
{
    size_t count = html->columns.count;
    double *lower = tdg_alloc(count, sizeof *lower), *upper = tdg_alloc(count, sizeof *upper);
    for (size_t layer = 0; lower && upper && layer < layer_count(html); layer++) {
        char class[8];
        snprintf(class, sizeof class, "c%zu", layer % (TDG_HTML_LAYERS + 1));
        for (size_t i = 0; i < count; i++)
            upper[i] = lower[i] + share_of_layer(html, layer, &html->columns.items[i]);
        tdg_plot_layer(plot, lower, upper, class);
        double *swap = lower;
        lower = upper;
        upper = swap;
    }
    free(lower);
    free(upper);
}

static void write_drawing(const struct tdg_html *html)
{
    struct tdg_plot plot = {html->stream, &html->columns, 960, 340, 48, 8, 10, 26, 1};
    size_t periods = tdg_analysis_period_count(html->analysis);
    tdg_plot_open(&plot, "stack",
                  "Shares of the themes over time, one on top of the other. The table below has "
                  "the numbers.");
    write_layers(html, &plot);
    for (int i = 0; i <= 4; i++)
        tdg_plot_level(&plot, i / 4.0);
    tdg_plot_days(&plot, tdg_analysis_period(html->analysis, 0)->start,
                  tdg_analysis_period(html->analysis, periods - 1)->end);
    tdg_plot_close(&plot);
}

static void write_legend(const struct tdg_html *html)
{
    fputs("<ul class=\"legend\">\n", html->stream);
    for (size_t i = 0; i < layer_count(html); i++) {
        fputs("<li>", html->stream);
        if (i < TDG_HTML_LAYERS)
            tdg_html_title(html, tdg_analysis_theme(html->analysis, i), true);
        else {
            fputs("<a class=\"title\" href=\"#themes\"><span class=\"dot c8\"></span>",
                  html->stream);
            tdg_html_counted(html->stream,
                             tdg_analysis_theme_count(html->analysis) - TDG_HTML_LAYERS,
                             "other theme", "other themes");
            fputs("</a>", html->stream);
        }
        fputs("</li>\n", html->stream);
    }
    fputs("</ul>\n", html->stream);
}

static void write_row(const struct tdg_html *html, size_t index)
{
    const struct tdg_period_view *period = tdg_analysis_period(html->analysis, index);
    struct tdg_column column = {index, index + 1, TDG_COLUMN_WHOLE};
    char list[32];
    snprintf(list, sizeof list, "@%s", period->id);
    fputs("<tr><th scope=\"row\">", html->stream);
    tdg_html_days(html->stream, period->start, period->end);
    fputs(period->gap ? " (gap)" : period->partial ? " (not whole)" : "", html->stream);
    fputs("</th><td>", html->stream);
    tdg_html_count_of(html->stream, period->articles, "made", list);
    fputs("</td>", html->stream);
    for (size_t layer = 0; layer < layer_count(html); layer++) {
        fputs("<td>", html->stream);
        tdg_html_share(html->stream, share_of_layer(html, layer, &column));
        fputs("</td>", html->stream);
    }
    fputs("</tr>\n", html->stream);
}

static void write_table(const struct tdg_html *html)
{
    size_t periods = tdg_analysis_period_count(html->analysis);
    size_t begin = periods - tdg_at_most(periods, html->digest.limits->periods);
    fputs("<details class=\"data\"><summary>The numbers as a table</summary>\n", html->stream);
    if (begin)
        fputs("<p class=\"note\">The latest periods; analysis.json has all.</p>\n", html->stream);
    fputs("<div class=\"wide\" tabindex=\"0\" role=\"region\" "
          "aria-label=\"Shares of the themes over time\"><table>"
          "<thead><tr><th scope=\"col\">Period</th><th scope=\"col\">Articles</th>",
          html->stream);
    for (size_t i = 0; i < layer_count(html); i++) {
        fputs("<th scope=\"col\">", html->stream);
        if (i < TDG_HTML_LAYERS)
            tdg_html_title(html, tdg_analysis_theme(html->analysis, i), false);
        else
            fputs("Other themes", html->stream);
        fputs("</th>", html->stream);
    }
    fputs("</tr></thead><tbody>\n", html->stream);
    for (size_t i = begin; i < periods; i++)
        write_row(html, i);
    fputs("</tbody></table></div></details>\n", html->stream);
}

void tdg_html_shares(const struct tdg_html *html)
{
    fputs("<section id=\"shares\" aria-labelledby=\"h-shares\">"
          "<h2 id=\"h-shares\">Share of the themes over time</h2>\n",
          html->stream);
    if (!tdg_analysis_period_count(html->analysis)) {
        fputs("<p class=\"empty\">No article has a date.</p>\n</section>\n", html->stream);
        return;
    }
    fputs("<figure id=\"chart-shares\">\n", html->stream);
    write_drawing(html);
    write_legend(html);
    fputs("<figcaption>Shares of the originals of each period. Where next to nothing was "
          "collected, there is a gap.</figcaption></figure>\n",
          html->stream);
    write_table(html);
    fputs("</section>\n", html->stream);
}
