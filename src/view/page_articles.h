// SPDX-License-Identifier: GPL-3.0-or-later
/** Which articles and stories a page holds: all of a small analysis; of a large one those that say
 * most, so that a browser opens the page at once. */
#ifndef TDG_VIEW_PAGE_ARTICLES_H
#define TDG_VIEW_PAGE_ARTICLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>
#include <tidings/report.h>

/** Articles on a page, and stories of an analysis with more articles than that. */
enum { TDG_PAGE_ARTICLES = 20000, TDG_PAGE_STORIES = 2000, TDG_PAGE_EVENT_ARTICLES = 500 };

struct tdg_kept {
    bool all;
    uint32_t *row; /* [articles] place in the page's list, TDG_NONE where an article is left out */
    uint32_t *articles; /* [article_count] indices, ascending */
    size_t article_count;
    bool *stories; /* [stories] */
    size_t story_count;
};

/** With the articles of these events, which the page tells. TDG_OK or TDG_ENOMEM. */
int tdg_kept_new(struct tdg_kept *kept, const struct tdg_analysis *analysis,
                 const struct tdg_told_event *events, size_t event_count);
void tdg_kept_done(struct tdg_kept *kept);

#endif
