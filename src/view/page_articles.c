// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/page_articles.h"

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

/* A story, and how many originals it has: what they are sorted by. */
struct sized {
    size_t originals;
    uint32_t story;
};

static int compare_sizes(const void *one, const void *other)
{
    const struct sized *a = one, *b = other;
    if (a->originals != b->originals)
        return a->originals < b->originals ? 1 : -1;
    return (a->story > b->story) - (a->story < b->story);
}

/* Until the list is filled in, row is 0 for what is kept. */
static void keep(struct tdg_kept *kept, uint32_t article)
{
    kept->article_count += kept->row[article] == TDG_NONE;
    kept->row[article] = 0;
}

static void keep_each(struct tdg_kept *kept, const uint32_t *articles, size_t count)
{
    for (size_t i = 0; i < count; i++)
        keep(kept, articles[i]);
}

static size_t count_new(const struct tdg_kept *kept, const struct tdg_story_view *story)
{
    size_t count = 0;
    for (size_t i = 0; i < story->articles; i++)
        count += kept->row[story->members[i]] == TDG_NONE;
    return count;
}

static void keep_evidence(struct tdg_kept *kept, const struct tdg_analysis *analysis)
{
    for (size_t i = 0; i < tdg_analysis_theme_count(analysis); i++) {
        const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, i);
        keep_each(kept, theme->representatives, theme->representative_count);
    }
    for (size_t i = 0; i < tdg_analysis_finding_count(analysis); i++) {
        const struct tdg_finding_view *finding = tdg_analysis_finding(analysis, i);
        keep_each(kept, finding->evidence, finding->evidence_count);
    }
    const struct tdg_latest_view *latest = tdg_analysis_latest(analysis);
    for (size_t i = 0; i < latest->movement_count; i++)
        keep_each(kept, latest->movements[i].evidence, latest->movements[i].evidence_count);
}

/* Of an event that is very large the first ones. */
static void keep_events(struct tdg_kept *kept, const struct tdg_told_event *events, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t articles = events[i].event->articles;
        keep_each(kept, events[i].event->members,
                  articles < TDG_PAGE_EVENT_ARTICLES ? articles : TDG_PAGE_EVENT_ARTICLES);
    }
}

/* Whole stories only, the largest first, while there is room. */
static int keep_stories(struct tdg_kept *kept, const struct tdg_analysis *analysis)
{
    size_t count = tdg_analysis_story_count(analysis);
    struct sized *sizes = tdg_alloc(count, sizeof *sizes);
    if (!sizes)
        return TDG_ENOMEM;
    for (size_t i = 0; i < count; i++)
        sizes[i] = (struct sized){tdg_analysis_story(analysis, i)->originals, (uint32_t)i};
    if (count)
        qsort(sizes, count, sizeof *sizes, compare_sizes);
    for (size_t i = 0; i < count && kept->story_count < TDG_PAGE_STORIES; i++) {
        const struct tdg_story_view *story = tdg_analysis_story(analysis, sizes[i].story);
        if (kept->article_count + count_new(kept, story) > TDG_PAGE_ARTICLES)
            continue;
        keep_each(kept, story->members, story->articles);
        kept->stories[sizes[i].story] = true;
        kept->story_count++;
    }
    free(sizes);
    return TDG_OK;
}

static void keep_all(struct tdg_kept *kept, const struct tdg_analysis *analysis)
{
    for (size_t i = 0; i < tdg_analysis_article_count(analysis); i++)
        keep(kept, (uint32_t)i);
    for (size_t i = 0; i < tdg_analysis_story_count(analysis); i++)
        kept->stories[i] = true;
    kept->story_count = tdg_analysis_story_count(analysis);
}

static int list(struct tdg_kept *kept, size_t articles)
{
    kept->articles = tdg_alloc(kept->article_count, sizeof *kept->articles);
    if (!kept->articles)
        return TDG_ENOMEM;
    uint32_t row = 0;
    for (size_t i = 0; i < articles; i++)
        if (kept->row[i] != TDG_NONE) {
            kept->articles[row] = (uint32_t)i;
            kept->row[i] = row++;
        }
    return TDG_OK;
}

int tdg_kept_new(struct tdg_kept *kept, const struct tdg_analysis *analysis,
                 const struct tdg_told_event *events, size_t event_count)
{
    size_t articles = tdg_analysis_article_count(analysis);
    *kept = (struct tdg_kept){.all = articles <= TDG_PAGE_ARTICLES};
    kept->row = tdg_alloc(articles, sizeof *kept->row);
    kept->stories = tdg_alloc(tdg_analysis_story_count(analysis), sizeof *kept->stories);
    if (!kept->row || !kept->stories)
        return TDG_ENOMEM;
    for (size_t i = 0; i < articles; i++)
        kept->row[i] = TDG_NONE;
    int status = TDG_OK;
    if (kept->all) {
        keep_all(kept, analysis);
    } else {
        keep_evidence(kept, analysis);
        keep_events(kept, events, event_count);
        status = keep_stories(kept, analysis);
    }
    return status ? status : list(kept, articles);
}

void tdg_kept_done(struct tdg_kept *kept)
{
    free(kept->row);
    free(kept->articles);
    free(kept->stories);
    *kept = (struct tdg_kept){0};
}
