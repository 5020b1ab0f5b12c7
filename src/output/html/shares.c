// SPDX-License-Identifier: GPL-3.0-or-later
/* The share of the themes over time, one on top of the other, and the table behind the drawing. */
#include "output/html/shares.h"

#include <stdlib.h>

#include <tidings/analysis.h>

#include "base/memory.h"
#include "output/html/parts.h"
#include "output/html/plot.h"
#include "output/html/text.h"
#include "phrasing/period.h"
#include "phrasing/title.h"
#include "view/charts.h"

/* What the parts of the section have in common. */
struct stack {
    const struct tdg_html *html;
    struct tdg_layer layers[TDG_OWN_COLOURS + 1];
    size_t count;
};

/* Largest theme at the bottom. Nothing is drawn without memory: the table has it all. */
static void write_layers(const struct stack *stack, const struct tdg_plot *plot)
{
    const struct tdg_columns *columns = &stack->html->columns;
    size_t count = columns->count;
    double *lower = tdg_alloc(count, sizeof *lower), *upper = tdg_alloc(count, sizeof *upper);
    for (size_t layer = 0; lower && upper && layer < stack->count; layer++) {
        char class[8];
        snprintf(class, sizeof class, "c%zu", stack->layers[layer].colour % (TDG_GREY + 1));
        for (size_t i = 0; i < count; i++)
            upper[i] = lower[i] + tdg_layer_share(stack->html->analysis, &stack->layers[layer],
                                                  &columns->items[i]);
        tdg_plot_layer(plot, lower, upper, class);
        double *swap = lower;
        lower = upper;
        upper = swap;
    }
    free(lower);
    free(upper);
}

static void write_drawing(const struct stack *stack)
{
    const struct tdg_html *html = stack->html;
    struct tdg_plot plot = {html->stream, &html->columns, 960, 340, 48, 8, 10, 26, 1};
    size_t periods = tdg_analysis_period_count(html->analysis);
    tdg_plot_open(&plot, "stack", "Share of the themes over time; the table below has the numbers");
    write_layers(stack, &plot);
    for (int i = 0; i <= TDG_LEVELS; i++)
        tdg_plot_level(&plot, (double)i / TDG_LEVELS);
    tdg_plot_days(&plot, tdg_analysis_period(html->analysis, 0)->start,
                  tdg_analysis_period(html->analysis, periods - 1)->end);
    tdg_plot_close(&plot);
}

static void write_legend(const struct stack *stack)
{
    const struct tdg_html *html = stack->html;
    fputs("<ul class=\"legend\">\n", html->stream);
    for (size_t i = 0; i < stack->count; i++) {
        const struct tdg_layer *layer = &stack->layers[i];
        fputs("<li>", html->stream);
        if (layer->colour != TDG_GREY)
            tdg_html_title(html, tdg_analysis_theme(html->analysis, layer->begin), true);
        else {
            fprintf(html->stream,
                    "<a class=\"title\" href=\"#themes\"><span class=\"dot c%zu\"></span>",
                    layer->colour);
            tdg_html_counted(html->stream, layer->end - layer->begin, "other theme",
                             "other themes");
            fputs("</a>", html->stream);
        }
        fputs("</li>\n", html->stream);
    }
    fputs("</ul>\n", html->stream);
}

static void write_row(const struct stack *stack, size_t index)
{
    const struct tdg_html *html = stack->html;
    const struct tdg_period_view *period = tdg_analysis_period(html->analysis, index);
    struct tdg_column column = {index, index + 1, TDG_COLUMN_WHOLE};
    char list[32];
    snprintf(list, sizeof list, "@%s", period->id);
    fputs("<tr><th scope=\"row\">", html->stream);
    tdg_html_days(html->stream, period->start, period->end);
    fputs(tdg_period_note(period), html->stream);
    fputs("</th><td>", html->stream);
    tdg_html_count_of(html->stream, period->articles, "made", list);
    fputs("</td>", html->stream);
    for (size_t i = 0; i < stack->count; i++) {
        fputs("<td>", html->stream);
        tdg_html_share(html->stream, tdg_layer_share(html->analysis, &stack->layers[i], &column));
        fputs("</td>", html->stream);
    }
    fputs("</tr>\n", html->stream);
}

static void write_table(const struct stack *stack)
{
    const struct tdg_html *html = stack->html;
    size_t periods = tdg_analysis_period_count(html->analysis);
    size_t begin = periods - tdg_at_most(periods, html->digest.limits->periods);
    fputs("<details class=\"data\"><summary>The numbers as a table</summary>\n", html->stream);
    if (begin)
        fputs("<p class=\"note\">The latest periods; analysis.json has all.</p>\n", html->stream);
    fputs("<div class=\"wide\" tabindex=\"0\" role=\"region\" "
          "aria-label=\"Shares of the themes over time\"><table>"
          "<thead><tr><th scope=\"col\">Period</th><th scope=\"col\">Articles</th>",
          html->stream);
    for (size_t i = 0; i < stack->count; i++) {
        fputs("<th scope=\"col\">", html->stream);
        if (stack->layers[i].colour != TDG_GREY)
            tdg_html_title(html, tdg_analysis_theme(html->analysis, stack->layers[i].begin), false);
        else
            fputs(TDG_OTHER_THEMES, html->stream);
        fputs("</th>", html->stream);
    }
    fputs("</tr></thead><tbody>\n", html->stream);
    for (size_t i = begin; i < periods; i++)
        write_row(stack, i);
    fputs("</tbody></table></div></details>\n", html->stream);
}

void tdg_html_shares(const struct tdg_html *html)
{
    struct stack stack = {.html = html};
    stack.count = tdg_layers(stack.layers, html->analysis);
    fputs("<section id=\"shares\" aria-labelledby=\"h-shares\">"
          "<h2 id=\"h-shares\">Share of the themes over time</h2>\n",
          html->stream);
    if (!tdg_analysis_period_count(html->analysis)) {
        fputs("<p class=\"empty\">No article has a date.</p>\n</section>\n", html->stream);
        return;
    }
    fputs("<figure id=\"chart-shares\">\n", html->stream);
    write_drawing(&stack);
    write_legend(&stack);
    fputs("<figcaption>Shares of the originals of each period. Where next to nothing was "
          "collected, there is a gap.</figcaption></figure>\n",
          html->stream);
    write_table(&stack);
    fputs("</section>\n", html->stream);
}
