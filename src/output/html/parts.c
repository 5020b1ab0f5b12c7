// SPDX-License-Identifier: GPL-3.0-or-later
/* Pieces that several parts of the page are made of. */
#include "output/html/parts.h"

#include <string.h>

#include <tidings/types.h>

#include "output/html/text.h"
#include "phrasing/title.h"
#include "view/charts.h"

uint32_t tdg_html_theme_index(const struct tdg_html *html, const struct tdg_theme_view *theme)
{
    const struct tdg_theme_view *first = tdg_analysis_theme(html->analysis, 0);
    return first ? (uint32_t)(theme - first) : TDG_NONE;
}

size_t tdg_html_colour(const struct tdg_html *html, const struct tdg_theme_view *theme)
{
    return tdg_theme_colour(tdg_html_theme_index(html, theme));
}

static void write_title(FILE *stream, const char *own_name, const char *label)
{
    const char *name = tdg_title_name(own_name, label);
    if (*name) {
        fputs("<b>", stream);
        tdg_html_text(stream, name);
        fputs("</b> <span class=\"label\">", stream);
        tdg_html_text(stream, label);
        fputs("</span>", stream);
    } else {
        fputs("<b>", stream);
        tdg_html_text(stream, label);
        fputs("</b>", stream);
    }
}

void tdg_html_title(const struct tdg_html *html, const struct tdg_theme_view *theme, bool linked)
{
    FILE *stream = html->stream;
    if (linked)
        fprintf(stream, "<a class=\"title\" href=\"#%s\">", theme->id);
    else
        fputs("<span class=\"title\">", stream);
    fprintf(stream, "<span class=\"dot c%zu\"></span>", tdg_html_colour(html, theme));
    write_title(stream, theme->name, theme->label);
    fputs(linked ? "</a>" : "</span>", stream);
}

void tdg_html_parent_title(FILE *stream, const struct tdg_parent_view *parent)
{
    write_title(stream, parent->name, parent->label);
}

static void write_article(const struct tdg_html *html, const struct tdg_article_view *article)
{
    fputs("<li>", html->stream);
    tdg_html_link(html->stream, article->headline, article->url);
    fputs(" <span class=\"by\">", html->stream);
    if (*article->source) {
        tdg_html_text(html->stream, article->source);
        fputs(", ", html->stream);
    }
    tdg_html_time(html->stream, article->published);
    fputs("</span></li>\n", html->stream);
}

void tdg_html_articles(const struct tdg_html *html, const uint32_t *articles, size_t count)
{
    if (!count)
        return;
    fputs("<ul class=\"articles\">\n", html->stream);
    for (size_t i = 0; i < count; i++)
        write_article(html, tdg_analysis_article(html->analysis, articles[i]));
    fputs("</ul>\n", html->stream);
}
