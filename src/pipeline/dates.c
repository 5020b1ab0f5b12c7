// SPDX-License-Identifier: GPL-3.0-or-later
/* Dates that cannot be right, before they make an axis. */
#include "pipeline/dates.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "calendar/named_period.h"
#include "input/input.h"
#include "input/stray.h"

/* Of fewer articles, a date that is far from the others may be right, and stays while the axis
 * bears it; of fewer than three, nothing says which one is wrong. */
enum { MIN_TO_JUDGE = 20, MIN_BEYOND_LIMIT = 3 };

static bool is_dated(const struct tdg_article *article)
{
    return article->published != TDG_NO_DATE;
}

/* From the first to the last date, those of the archive included. */
static bool find_span(struct tdg_dated *span, const struct tdg_run *run)
{
    *span = run->before;
    for (size_t i = 0; i < run->articles.count; i++) {
        int64_t time = run->articles.items[i].published;
        if (!is_dated(&run->articles.items[i]))
            continue;
        span->first = span->count && span->first < time ? span->first : time;
        span->last = span->count && span->last > time ? span->last : time;
        span->count++;
    }
    return span->count > 0;
}

static int check_limit(struct tdg_run *run, struct tdg_error *error)
{
    struct tdg_dated span;
    return find_span(&span, run)
               ? tdg_period_count_check(span.first, span.last, &run->settings.trend.periods, error)
               : TDG_OK;
}

/* The error says where the date is that is probably wrong: the first or the last one, whichever is
 * further from the archive or, without one, from the mean. */
static void name_article(struct tdg_run *run)
{
    struct tdg_dated span;
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < run->articles.count; i++)
        if (is_dated(&run->articles.items[i])) {
            sum += (double)run->articles.items[i].published;
            count++;
        }
    find_span(&span, run);
    double middle = run->before.count ? (double)run->before.first : sum / (double)count;
    int64_t far = (double)span.last - middle > middle - (double)span.first ? span.last : span.first;
    for (size_t i = 0; i < run->articles.count && run->error; i++) {
        const struct tdg_article *article = &run->articles.items[i];
        if (article->published != far)
            continue;
        snprintf(run->error->file, sizeof run->error->file, "%s",
                 run->articles.files[article->file]);
        run->error->line = article->line;
        return;
    }
}

int tdg_run_check_dates(struct tdg_run *run)
{
    bool keep = run->settings.keep_dates;
    int status = keep ? TDG_OK
                      : tdg_articles_drop_strays(&run->articles, &run->before, MIN_TO_JUDGE,
                                                 run->monitor, run->error);
    if (!status && !keep && check_limit(run, NULL) == TDG_ELIMIT)
        status = tdg_articles_drop_strays(&run->articles, &run->before, MIN_BEYOND_LIMIT,
                                          run->monitor, run->error);
    if (!status && (status = check_limit(run, run->error)) == TDG_ELIMIT)
        name_article(run);
    return status;
}
