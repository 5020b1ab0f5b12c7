// SPDX-License-Identifier: GPL-3.0-or-later
/* The top of the page: what it is about, and where things are. */
#include "output/html/head.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/types.h>

#include "base/plural.h"
#include "output/html/text.h"

static const struct part {
    const char *id;
    const char *name;
} parts[] = {
    {"moved", "What moved"}, {"events", "Events"}, {"names", "In the news"},
    {"shares", "Over time"}, {"themes", "Themes"}, {"stories", "Stories"},
    {"terms", "Terms"},      {"map", "Map"},       {"made", "How it was made"},
};

static void write_facts(const struct tdg_html *html)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(html->analysis);
    FILE *stream = html->stream;
    fputs("<p class=\"lead\">", stream);
    tdg_html_count_of(stream, corpus->articles, "made", "all");
    const struct tdg_within_view *within = tdg_analysis_within(html->analysis);
    if (*within->id) {
        fputs(" of ", stream);
        tdg_html_count(stream, within->articles);
    }
    fputs(tdg_plural(corpus->articles, " article", " articles"), stream);
    if (corpus->first != TDG_NO_DATE) {
        fputs(" from ", stream);
        tdg_html_time(stream, corpus->first);
        fputs(" to ", stream);
        tdg_html_time(stream, corpus->last);
    }
    if (corpus->source_count) {
        fputs(", <a href=\"#made\">", stream);
        tdg_html_counted(stream, corpus->source_count, "source", "sources");
        fputs("</a>", stream);
    }
    fputs(", <a href=\"#themes\">", stream);
    tdg_html_counted(stream, tdg_analysis_theme_count(html->analysis), "theme", "themes");
    fputs("</a>, <a href=\"#stories\">", stream);
    tdg_html_counted(stream, tdg_analysis_story_count(html->analysis), "story", "stories");
    fputs("</a>.</p>\n", stream);
}

void tdg_html_head(const struct tdg_html *html)
{
    FILE *stream = html->stream;
    fputs("<a class=\"skip\" href=\"#moved\">Skip to what moved</a>\n<header class=\"top\">\n"
          "<p class=\"brand\">tidings</p>\n<h1>",
          stream);
    const char *asked = tdg_analysis_latest(html->analysis)->asked;
    if (*asked) {
        fputs("Report of ", stream);
        tdg_html_text(stream, asked);
    } else {
        const struct tdg_within_view *within = tdg_analysis_within(html->analysis);
        fputs(*within->id ? "Themes within " : "Themes of the news", stream);
        tdg_html_text(stream, within->title);
    }
    fputs("</h1>\n", stream);
    write_facts(html);
    fputs("</header>\n<nav aria-label=\"Parts of the page\"><ul>", stream);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if ((html->digest.event_count || strcmp(parts[i].id, "events") != 0) &&
            (html->digest.name_count || strcmp(parts[i].id, "names") != 0))
            fprintf(stream, "<li><a href=\"#%s\">%s</a></li>", parts[i].id, parts[i].name);
    fputs("</ul></nav>\n<div id=\"controls\"></div>\n", stream);
}
