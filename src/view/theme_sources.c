// SPDX-License-Identifier: GPL-3.0-or-later
/* Which sources a theme is in, and how much of what each of them publishes. */
#include "view/theme_sources.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/intern.h"
#include "base/memory.h"
#include "view/result.h"

/* An article that has a theme and a source. */
struct placed {
    uint32_t theme;
    uint32_t source; /* as numbered in the corpus */
    bool original;
};

static int by_theme_then_source(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    if (a->theme != b->theme)
        return a->theme < b->theme ? -1 : 1;
    return (a->source > b->source) - (a->source < b->source);
}

static int by_articles_then_source(const void *left, const void *right)
{
    const struct tdg_theme_source_view *a = left, *b = right;
    if (a->articles != b->articles)
        return a->articles < b->articles ? 1 : -1;
    return strcmp(a->source, b->source);
}

/* Fills in what has a theme and a source; returns how much that is. `whole`: [sources] originals
 * of each. */
static size_t list_placed(struct placed *placed, size_t *whole, const struct tdg_intern *names,
                          const struct tdg_analysis *analysis)
{
    size_t count = 0;
    for (size_t i = 0; i < analysis->corpus.articles; i++) {
        const struct tdg_article_view *article = &analysis->articles[i];
        if (article->theme == TDG_NONE || !*article->source)
            continue;
        uint32_t source = tdg_intern_find(names, article->source, strlen(article->source));
        bool original = article->copy_of == TDG_NONE;
        placed[count++] = (struct placed){article->theme, source, original};
        whole[source] += original;
    }
    qsort(placed, count, sizeof *placed, by_theme_then_source);
    return count;
}

static bool begins_run(const struct placed *placed, size_t i)
{
    return i == 0 || by_theme_then_source(&placed[i - 1], &placed[i]) != 0;
}

/* A run of equals becomes a view; all views of a theme lie together. */
static void fill_views(struct tdg_theme_source_view *views, const struct placed *placed,
                       size_t count, const size_t *whole, struct tdg_analysis *analysis)
{
    size_t made = 0;
    for (size_t i = 0; i < count; i++) {
        struct tdg_theme_view *theme = &analysis->themes[placed[i].theme];
        if (begins_run(placed, i)) {
            if (!theme->source_count++)
                theme->sources = &views[made];
            views[made++] = (struct tdg_theme_source_view){
                .source = analysis->corpus.sources[placed[i].source].name};
        }
        struct tdg_theme_source_view *view = &views[made - 1];
        view->articles++;
        view->originals += placed[i].original;
        size_t all = whole[placed[i].source];
        view->share = all ? (double)view->originals / (double)all : 0;
    }
}

static void sort_views(struct tdg_theme_source_view *views, const struct tdg_analysis *analysis)
{
    for (size_t t = 0; t < analysis->theme_count; t++) {
        qsort(views, analysis->themes[t].source_count, sizeof *views, by_articles_then_source);
        views += analysis->themes[t].source_count;
    }
}

static int name_sources(struct tdg_intern *names, const struct tdg_corpus_view *corpus)
{
    for (size_t i = 0; i < corpus->source_count; i++) {
        const char *name = corpus->sources[i].name;
        if (tdg_intern(names, name, strlen(name)) == TDG_NONE)
            return TDG_ENOMEM;
    }
    return TDG_OK;
}

int tdg_view_theme_sources(struct tdg_analysis *analysis)
{
    struct tdg_intern names = {0};
    struct placed *placed = tdg_alloc(analysis->corpus.articles, sizeof *placed);
    size_t *whole = tdg_alloc(analysis->corpus.source_count, sizeof *whole);
    int status = placed && whole ? name_sources(&names, &analysis->corpus) : TDG_ENOMEM;
    if (!status) {
        size_t count = list_placed(placed, whole, &names, analysis), most = 0;
        for (size_t i = 0; i < count; i++)
            most += begins_run(placed, i);
        struct tdg_theme_source_view *views =
            tdg_arena_alloc(&analysis->arena, (most + 1) * sizeof *views);
        if (views) {
            fill_views(views, placed, count, whole, analysis);
            sort_views(views, analysis);
        } else
            status = TDG_ENOMEM;
    }
    free(placed);
    free(whole);
    tdg_intern_done(&names);
    return status;
}

int tdg_number_sources(uint32_t *source, const struct tdg_analysis *analysis)
{
    struct tdg_intern sources = {0};
    int status = TDG_OK;
    for (size_t i = 0; !status && i < analysis->corpus.articles; i++) {
        const char *name = analysis->articles[i].source;
        source[i] = *name ? tdg_intern(&sources, name, strlen(name)) : TDG_NONE;
        if (*name && source[i] == TDG_NONE)
            status = TDG_ENOMEM;
    }
    tdg_intern_done(&sources);
    return status;
}
