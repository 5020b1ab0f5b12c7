// SPDX-License-Identifier: GPL-3.0-or-later
/* Wrong dates: an article of 1970 or 2033 among those of one spring. It makes an axis of hundreds
 * of empty weeks, so its date counts as unknown.
 *
 * No clock says which dates can be right, only the other dates do. The bulk is the middle 99 % of
 * the articles, at least all but the first and the last one, together with the time of the archive
 * that they are added to. It grows by the next date on either side as long as the gap to it is at
 * most a year, or at most as long as the bulk itself. What it does not reach is far from all
 * others. So a collection that is thin over decades loses no date, and a batch of another year is
 * its own bulk. Nor do dates that are more than a few on their side: then they are a time of their
 * own. 1970-01-01T00:00:00Z is what a missing date becomes, and counts once however often it comes.
 */
#include "input/stray.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/analysis.h>
#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/progress.h"

enum { ONE_PERCENT_OF_BOTH_ENDS = 200 };

static const int64_t year = (int64_t)366 * 24 * 60 * 60;

static size_t larger(size_t one, size_t other)
{
    return one > other ? one : other;
}

static int64_t earlier(int64_t one, int64_t other)
{
    return one < other ? one : other;
}

static int64_t later(int64_t one, int64_t other)
{
    return one > other ? one : other;
}

struct span {
    int64_t first, last;
};

static int by_time(const void *left, const void *right)
{
    int64_t one = *(const int64_t *)left, other = *(const int64_t *)right;
    return (one > other) - (one < other);
}

static size_t list_times(int64_t *times, const struct tdg_articles *articles)
{
    size_t count = 0;
    bool missing = false;
    for (size_t i = 0; i < articles->count; i++) {
        int64_t time = articles->items[i].published;
        if (time != TDG_NO_DATE && time != 0)
            times[count++] = time;
        missing = missing || time == 0;
    }
    if (missing)
        times[count++] = 0;
    if (count)
        qsort(times, count, sizeof *times, by_time);
    return count;
}

static bool reaches(const struct span *bulk, int64_t gap)
{
    return gap <= later(year, bulk->last - bulk->first);
}

/* False where nothing can be said. */
static bool find_bulk(struct span *bulk, const int64_t *times, size_t count,
                      const struct tdg_dated *before)
{
    size_t few = larger(1, count / ONE_PERCENT_OF_BOTH_ENDS);
    bool has_middle = count > 2 * few;
    if (!has_middle && !before->count)
        return false;
    *bulk = before->count ? (struct span){before->first, before->last}
                          : (struct span){times[few], times[count - 1 - few]};
    if (has_middle)
        *bulk = (struct span){earlier(bulk->first, times[few]),
                              later(bulk->last, times[count - 1 - few])};
    size_t below = 0, above = count;
    while (below < count && times[below] < bulk->first)
        below++;
    while (above > 0 && times[above - 1] > bulk->last)
        above--;
    for (bool grows = true; grows;) {
        grows = false;
        if (below > 0 && reaches(bulk, bulk->first - times[below - 1])) {
            bulk->first = times[--below];
            grows = true;
        }
        if (above < count && reaches(bulk, times[above] - bulk->last)) {
            bulk->last = times[above++];
            grows = true;
        }
    }
    if (below > few)
        bulk->first = times[0];
    if (count - above > few)
        bulk->last = times[count - 1];
    return true;
}

static void drop(struct tdg_articles *articles, const struct span *bulk,
                 const struct tdg_monitor *monitor)
{
    for (size_t i = 0; i < articles->count; i++) {
        struct tdg_article *article = &articles->items[i];
        char text[TDG_TIME_SIZE];
        if (article->published == TDG_NO_DATE ||
            (article->published >= bulk->first && article->published <= bulk->last))
            continue;
        tdg_time_text(article->published, text);
        tdg_notice(monitor, TDG_NOTICE_WARNING, articles->files[article->file], article->line,
                   "the date %.10s is far from all others: the article counts as undated", text);
        article->published = TDG_NO_DATE;
        articles->strays++;
    }
}

int tdg_articles_drop_strays(struct tdg_articles *articles, const struct tdg_dated *before,
                             size_t fewest, const struct tdg_monitor *monitor,
                             struct tdg_error *error)
{
    struct span bulk;
    int64_t *times = tdg_alloc(articles->count, sizeof *times);
    if (!times)
        return tdg_fail_memory(error);
    size_t count = list_times(times, articles);
    if (count + before->count >= fewest && find_bulk(&bulk, times, count, before))
        drop(articles, &bulk, monitor);
    free(times);
    return TDG_OK;
}
