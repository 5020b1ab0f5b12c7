// SPDX-License-Identifier: GPL-3.0-or-later
/* How it was made: what was read, how, and with what. */
#include "output/html/made.h"

#include <stdbool.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/options.h>
#include <tidings/types.h>
#include <tidings/version.h>

#include "output/html/bundle.h"
#include "output/html/text.h"
#include "output/muted.h"

static void write_licences(const struct tdg_html *html)
{
    fputs(
        "<div class=\"licences\"><p>This page holds Apache ECharts (Apache License 2.0, The Apache "
        "Software Foundation), ZRender (BSD 3-Clause, Baidu Inc.) and tslib (0BSD, Microsoft "
        "Corporation). tidings is free software under the GNU General Public License, version 3 "
        "or later.</p>\n<details><summary>Their licences</summary>\n<pre>",
        html->stream);
    tdg_html_text_lines(html->stream, tdg_bundle.licences);
    fputs("</pre></details></div>\n", html->stream);
}

static void write_count(const struct tdg_html *html, const char *term, size_t count,
                        const char *list)
{
    fprintf(html->stream, "<dt>%s</dt><dd>", term);
    if (list)
        tdg_html_count_of(html->stream, count, "made", list);
    else
        tdg_html_count(html->stream, count);
    fputs("</dd>\n", html->stream);
}

/* A few are named; where there are many, the others are in analysis.json. */
static void write_sources(const struct tdg_html *html)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(html->analysis);
    size_t named = tdg_at_most(corpus->source_count, html->digest.limits->corpus_sources);
    if (!corpus->source_count)
        return;
    fputs("<dt>Sources</dt><dd>", html->stream);
    for (size_t i = 0; i < named; i++) {
        fputs(i ? ", " : "", html->stream);
        tdg_html_text(html->stream, corpus->sources[i].name);
        fputs(" ", html->stream);
        tdg_html_count_from(html->stream, corpus->sources[i].articles, "all", i);
    }
    if (corpus->source_count > named) {
        fputs(" and ", html->stream);
        tdg_html_count(html->stream, corpus->source_count - named);
        fputs(" more", html->stream);
    }
    fputs("</dd>\n", html->stream);
}

static void write_muted(const struct tdg_html *html)
{
    if (!tdg_analysis_mute_count(html->analysis))
        return;
    fputs("<dt>Muted</dt><dd>", html->stream);
    tdg_write_muted(html->stream, html->analysis, tdg_html_text);
    fputs("</dd>\n", html->stream);
}

static void write_counts(const struct tdg_html *html)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(html->analysis);
    fputs("<h3>What was read</h3>\n<dl>\n", html->stream);
    if (*corpus->understood) {
        fputs("<dt>Fields</dt><dd>", html->stream);
        tdg_html_text(html->stream, corpus->understood);
        fputs("</dd>\n", html->stream);
    }
    write_count(html, "Articles", corpus->articles, "all");
    write_count(html, "Copies among them", corpus->copies, "copies");
    write_count(html, "Without a date", corpus->undated, "undated");
    if (corpus->strays)
        write_count(html, "Of these, dates far from all others, taken for wrong", corpus->strays,
                    NULL);
    if (corpus->column_titles)
        write_count(html, "Titles of which a recurring column is left out", corpus->column_titles,
                    NULL);
    write_count(html, "Without a theme", corpus->unplaced, "unplaced");
    if (corpus->left_out)
        write_count(html, "Outside --from and --to", corpus->left_out, NULL);
    write_count(html, "Records skipped", corpus->skipped - corpus->left_out, NULL);
    write_muted(html);
    write_count(html, "Terms", corpus->terms, NULL);
    write_count(html, "Stories", tdg_analysis_story_count(html->analysis), NULL);
    fputs("<dt>Languages</dt><dd>", html->stream);
    for (size_t i = 0; i < corpus->language_count; i++) {
        fputs(i ? ", " : "", html->stream);
        tdg_html_text(html->stream, corpus->languages[i].name);
        fputs(" ", html->stream);
        tdg_html_count(html->stream, corpus->languages[i].articles);
    }
    fputs(corpus->language_count ? "</dd>\n" : "not known</dd>\n", html->stream);
    write_sources(html);
    fputs("</dl>\n", html->stream);
}

static void write_periods(const struct tdg_html *html, bool gaps, const char *term)
{
    size_t count = 0;
    for (size_t i = 0; i < tdg_analysis_period_count(html->analysis); i++) {
        const struct tdg_period_view *period = tdg_analysis_period(html->analysis, i);
        if (!(gaps ? period->gap : period->partial))
            continue;
        if (count++)
            fputs("; ", html->stream);
        else
            fprintf(html->stream, "<dt>%s</dt><dd>", term);
        tdg_html_days(html->stream, period->start, period->end);
    }
    if (count)
        fputs("</dd>\n", html->stream);
}

static void write_null(const struct tdg_html *html)
{
    const struct tdg_null_view *null = tdg_analysis_null(html->analysis);
    if (!null->runs)
        return;
    fputs("<dt>The check against chance</dt><dd>with the movements taken out and the dates in "
          "another order, ",
          html->stream);
    tdg_html_count(html->stream, null->runs_with);
    fputs(" of ", html->stream);
    tdg_html_count(html->stream, null->runs);
    fputs(" runs had any finding about a theme (95 % interval: ", html->stream);
    tdg_html_share(html->stream, null->low);
    fputs(" to ", html->stream);
    tdg_html_share(html->stream, null->high);
    fputs(")</dd>\n", html->stream);
}

static void write_options(const struct tdg_html *html)
{
    const struct tdg_options *options = tdg_analysis_options(html->analysis);
    fputs("<h3>Options</h3>\n<dl class=\"options\">\n", html->stream);
    for (size_t i = 0; i < tdg_option_count(); i++) {
        const struct tdg_option_info *info = tdg_option_info(i);
        if (!info->recorded || !*tdg_options_get(options, info->name))
            continue;
        fprintf(html->stream, "<dt>%s</dt><dd>", info->name);
        for (size_t part = 0; info->repeatable && tdg_options_part(options, info->name, part);
             part++) {
            fputs(part ? ", " : "", html->stream);
            tdg_html_text(html->stream, tdg_options_part(options, info->name, part));
        }
        if (!info->repeatable)
            tdg_html_text(html->stream, tdg_options_get(options, info->name));
        fputs("</dd>\n", html->stream);
    }
    fputs("</dl>\n", html->stream);
}

static void write_kept(const struct tdg_html *html)
{
    if (html->kept.all)
        return;
    fputs("<p class=\"note\" id=\"left-out\">This is a large analysis: the page holds ",
          html->stream);
    tdg_html_count(html->stream, html->kept.article_count);
    fputs(" of its ", html->stream);
    tdg_html_count(html->stream, tdg_analysis_article_count(html->analysis));
    fputs(" articles – headlines, evidence and the largest stories – so that it opens at once. "
          "articles.csv has all of them, analysis.json all stories.</p>\n",
          html->stream);
}

void tdg_html_made(const struct tdg_html *html)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(html->analysis);
    fputs("<section id=\"made\" aria-labelledby=\"h-made\"><h2 id=\"h-made\">How it was "
          "made</h2>\n",
          html->stream);
    write_kept(html);
    fputs("<div class=\"columns\"><div>\n", html->stream);
    write_counts(html);
    fputs("</div><div>\n<h3>How it was done</h3>\n<dl>\n<dt>Number of themes</dt><dd>",
          html->stream);
    tdg_html_text(html->stream, tdg_analysis_choice(html->analysis)->reason);
    fputs("</dd>\n", html->stream);
    const struct tdg_within_view *within = tdg_analysis_within(html->analysis);
    if (*within->id) {
        fputs("<dt>Within ", html->stream);
        tdg_html_text(html->stream, within->title);
        fputs("</dt><dd>only its articles are here: themes, shares and the weights of words are "
              "found among them alone; the fingerprint is that of all articles</dd>\n",
              html->stream);
    }
    write_periods(html, false,
                  *within->id ? "Not whole: the theme began or ended there, by its articles"
                              : "Not whole: the collection began or ended there");
    write_periods(html, true,
                  *within->id ? "Gaps: hardly anything was in the theme"
                              : "Gaps: hardly anything was collected");
    write_null(html);
    fputs("<dt>Shares</dt><dd>count originals; copies are in the numbers of articles</dd>\n"
          "<dt>Made by</dt><dd>",
          html->stream);
    fprintf(html->stream,
            "tidings %s</dd>\n<dt>Fingerprint of the articles</dt><dd><code>%s</code>"
            "</dd>\n</dl>\n</div><div>\n",
            tdg_version(), corpus->fingerprint);
    write_options(html);
    fputs("</div></div>\n", html->stream);
    write_licences(html);
    fputs("</section>\n", html->stream);
}
