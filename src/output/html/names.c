// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/html/names.h"

#include <stdio.h>

#include <tidings/plain.h>

#include "output/html/text.h"
#include "phrasing/in_the_news.h"
#include "phrasing/number.h"

static const char *class_of(enum tdg_in_the_news state)
{
    return state < TDG_NAMED_ALSO ? "word up" : state > TDG_NAMED_ALSO ? "word down" : "word";
}

static void write_event(const struct tdg_html *html, const struct tdg_event_view *event)
{
    const struct tdg_article_view *headline = tdg_analysis_article(html->analysis, event->headline);
    bool told = false;
    for (size_t i = 0; i < html->digest.event_count; i++)
        told = told || html->digest.events[i].event == event;
    if (told) {
        fprintf(html->stream, "<a class=\"title\" href=\"#%s\">", event->id);
        tdg_html_text(html->stream, headline->headline);
        fputs("</a>", html->stream);
    } else
        tdg_html_link(html->stream, headline->headline, headline->url);
}

static void write_name(const struct tdg_html *html, const struct tdg_news_name_view *name)
{
    FILE *stream = html->stream;
    const struct tdg_event_view *event = tdg_analysis_event(html->analysis, name->event);
    char usual[TDG_NUMBER_TEXT], exact[TDG_NUMBER_TEXT];
    fputs("<tr><th scope=\"row\">", stream);
    tdg_html_text(stream, name->name);
    fprintf(stream, "</th><td class=\"word spare\">%s</td><td class=\"%s\">%s</td><td>",
            tdg_entity_name(name->kind), class_of(name->state),
            name->state == TDG_NAMED_ALSO ? "" : tdg_in_the_news_title(name->state));
    tdg_html_count(stream, name->articles);
    fprintf(stream,
            "</td><td><data class=\"factor\" value=\"%s\">%s</data></td><td class=\"word headline "
            "spare\">",
            tdg_number_text(name->expected, exact), tdg_fixed_text(name->expected, 1, usual));
    if (event)
        write_event(html, event);
    fputs("</td></tr>\n", stream);
}

void tdg_html_names(const struct tdg_html *html)
{
    FILE *stream = html->stream;
    const struct tdg_period_view *period = html->digest.news_period;
    char note[TDG_NEWS_NOTE];
    if (!html->digest.name_count)
        return;
    fputs("<section id=\"names\" aria-labelledby=\"h-names\"><h2 id=\"h-names\">" TDG_IN_THE_NEWS
          ", ",
          stream);
    tdg_html_days(stream, period->start, period->end);
    fputs("</h2>\n<p class=\"note\">", stream);
    tdg_html_text(stream, tdg_in_the_news_note(tdg_analysis_in_the_news(html->analysis), note));
    fputs("</p>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"In the "
          "news\"><table class=\"names\"><thead><tr><th scope=\"col\">Name</th>"
          "<th scope=\"col\" class=\"word spare\">Kind</th><th scope=\"col\" class=\"word\">"
          "Against before</th><th scope=\"col\">Articles</th><th scope=\"col\">Usually</th>"
          "<th scope=\"col\" class=\"word spare\">Mostly about</th></tr></thead><tbody>\n",
          stream);
    for (size_t i = 0; i < html->digest.name_count; i++)
        write_name(html, html->digest.names[i]);
    fputs("</tbody></table></div>\n</section>\n", stream);
}
