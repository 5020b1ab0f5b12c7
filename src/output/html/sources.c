// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/html/sources.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

/* Counts of [theme][source] would be millions where both are many, so themes are gone through one
 * after the other, over the articles in the order of their themes. */
static uint32_t *by_theme(const struct tdg_analysis *analysis, size_t *begin)
{
    size_t articles = tdg_analysis_article_count(analysis);
    size_t themes = tdg_analysis_theme_count(analysis);
    uint32_t *order = tdg_alloc(articles, sizeof *order);
    if (!order)
        return NULL;
    for (size_t i = 0; i < articles; i++) {
        uint32_t theme = tdg_analysis_article(analysis, i)->theme;
        if (theme != TDG_NONE)
            begin[theme + 1]++;
    }
    for (size_t i = 0; i < themes; i++)
        begin[i + 1] += begin[i];
    /* begin[t] moves to the end of t, which is the begin of t + 1 */
    for (size_t i = 0; i < articles; i++) {
        uint32_t theme = tdg_analysis_article(analysis, i)->theme;
        if (theme != TDG_NONE)
            order[begin[theme]++] = (uint32_t)i;
    }
    for (size_t i = themes; i > 0; i--)
        begin[i] = begin[i - 1];
    begin[0] = 0;
    return order;
}

static void insert(struct tdg_theme_sources *list, uint32_t source, size_t articles)
{
    if (list->count == TDG_HTML_SOURCES && articles <= list->articles[list->count - 1])
        return;
    size_t place = list->count < TDG_HTML_SOURCES ? list->count++ : list->count - 1;
    for (; place && list->articles[place - 1] < articles; place--) {
        list->articles[place] = list->articles[place - 1];
        list->source[place] = list->source[place - 1];
    }
    list->articles[place] = articles;
    list->source[place] = source;
}

static void rank(struct tdg_theme_sources *list, size_t *tally, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (tally[i])
            insert(list, (uint32_t)i, tally[i]);
    memset(tally, 0, count * sizeof *tally);
}

static int count_sources(struct tdg_html_sources *sources, const struct tdg_analysis *analysis)
{
    size_t themes = tdg_analysis_theme_count(analysis);
    size_t count = tdg_analysis_corpus(analysis)->source_count;
    size_t *begin = tdg_alloc(themes + 1, sizeof *begin);
    size_t *tally = tdg_alloc(count + 1, sizeof *tally);
    uint32_t *order = begin && tally ? by_theme(analysis, begin) : NULL;
    for (size_t i = 0; order && i < themes; i++) {
        for (size_t at = begin[i]; at < begin[i + 1]; at++) {
            uint32_t source =
                tdg_html_source(sources, tdg_analysis_article(analysis, order[at])->source);
            if (source != TDG_NONE)
                tally[source]++;
        }
        rank(&sources->themes[i], tally, count);
    }
    int status = order ? TDG_OK : TDG_ENOMEM;
    free(order);
    free(tally);
    free(begin);
    return status;
}

int tdg_html_sources_new(struct tdg_html_sources *sources, const struct tdg_analysis *analysis)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(analysis);
    for (size_t i = 0; i < corpus->source_count; i++)
        if (tdg_intern(&sources->names, corpus->sources[i].name, strlen(corpus->sources[i].name)) ==
            TDG_NONE)
            return TDG_ENOMEM;
    sources->themes = tdg_alloc(tdg_analysis_theme_count(analysis), sizeof *sources->themes);
    return sources->themes ? count_sources(sources, analysis) : TDG_ENOMEM;
}

void tdg_html_sources_done(struct tdg_html_sources *sources)
{
    tdg_intern_done(&sources->names);
    free(sources->themes);
    *sources = (struct tdg_html_sources){0};
}

uint32_t tdg_html_source(const struct tdg_html_sources *sources, const char *name)
{
    return *name ? tdg_intern_find(&sources->names, name, strlen(name)) : TDG_NONE;
}
