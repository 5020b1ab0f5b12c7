// SPDX-License-Identifier: GPL-3.0-or-later
/* A theme or term has a level, the share of the articles of up to eight periods. Is the next period
 * at that level? Not the whole history is searched, as for a finding: only one question is asked of
 * each series, so a week that is out of the ordinary is seen in that week. */
#include "detect/latest.h"

#include <math.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "detect/calibration.h"
#include "detect/common_factor.h"
#include "detect/family.h"
#include "detect/interval.h"
#include "detect/level.h"
#include "detect/statistics.h"

/* A series with less, in all of these periods, cannot tell anything. */
static const double min_articles = 5;
/* A rise that was under way in the period before is no burst: so much of it was there. */
static const double under_way = 1.0 / 3;

/* What a series has in the period and before. */
struct sides {
    double now, before;               /* originals */
    double offset, offset_before;     /* expected, up to a factor */
    double silent;                    /* originals in the last periods before it */
    double previous, previous_offset; /* of the one before it */
    double whole;                     /* all originals */
    double alike, alike_before; /* the same, as far as the sources have them for this series */
    size_t periods;             /* that are compared with */
};

static size_t smaller(size_t one, size_t other)
{
    return one < other ? one : other;
}

static double mix_of(const struct tdg_latest *latest, size_t series, size_t t)
{
    return latest->mix ? latest->mix[series * latest->periods + t] : 1;
}

static struct sides sides_of(const struct tdg_latest *latest, size_t series, size_t at,
                             double common_factor)
{
    const double *count = latest->count + series * latest->periods;
    const double *offset = latest->offset + (latest->same_offset ? 0 : series * latest->periods);
    struct sides sides = {.now = count[at],
                          .offset = offset[at] * common_factor,
                          .previous = count[at - 1],
                          .previous_offset = offset[at - 1],
                          .whole = latest->whole[at],
                          .alike = latest->whole[at] * mix_of(latest, series, at),
                          .periods = smaller(at, TDG_BASELINE)};
    for (size_t t = at - sides.periods; t < at; t++) {
        sides.before += count[t];
        sides.offset_before += offset[t];
        sides.alike_before += latest->whole[t] * mix_of(latest, series, t);
        if (t + TDG_SILENCE >= at)
            sides.silent += count[t];
    }
    return sides;
}

static bool was_ever(const struct tdg_latest *latest, size_t series, size_t before)
{
    double sum = latest->earlier ? latest->earlier[series] : 0;
    for (size_t t = 0; t < before; t++)
        sum += latest->count[series * latest->periods + t];
    return sum > 0;
}

/* The level is what it was without the period before, of which the question is whether the rise
 * was there. */
static bool is_under_way(const struct sides *sides)
{
    double level = (sides->before - sides->previous) /
                   fmax(sides->offset_before - sides->previous_offset, 1e-9);
    double rise = sides->now / sides->offset - level;
    return sides->periods > 1 &&
           sides->previous / sides->previous_offset - level >= under_way * rise;
}

static enum tdg_move move_of(const struct tdg_latest *latest, size_t series, size_t at,
                             const struct sides *sides, double expected)
{
    if (sides->now <= expected)
        return sides->now > 0 ? TDG_FALLING : TDG_GONE;
    if (!was_ever(latest, series, at))
        return TDG_NEW;
    if (sides->silent <= 0)
        return TDG_RETURNING;
    return is_under_way(sides) ? TDG_RISING : TDG_BURST;
}

/* Effective counts (detect/detector.c) have the variance of the model. */
static double p_of(const struct sides *sides, double rest, double spread)
{
    double share = sides->offset / (sides->offset + sides->offset_before);
    double bunches = ((double)sides->periods + 1) / spread;
    return tdg_level_p(round(sides->now / rest), round(sides->before / rest), share, bunches);
}

static struct tdg_detection judge(const struct tdg_latest *latest, size_t series, size_t at,
                                  const struct sides *sides)
{
    double rest = latest->rest[series], spread = latest->spread[series];
    size_t first = at - sides->periods;
    double most = tdg_highest_share(latest->count + series * latest->periods + first,
                                    latest->whole + first, sides->periods + 1);
    double expected =
        fmin(sides->before * sides->offset / sides->offset_before, most * sides->whole);
    double scatter = 1 + spread * sides->now / rest;
    struct tdg_interval interval =
        tdg_share_interval_of(sides->now / scatter, sides->whole / scatter);
    struct tdg_detection found = {.series = series,
                                  .move = move_of(latest, series, at, sides, expected),
                                  .begin = at,
                                  .end = at + 1,
                                  .before = expected / sides->whole,
                                  .after = sides->now / sides->whole,
                                  .factor = expected > 0 ? sides->now / expected : HUGE_VAL,
                                  .low = interval.low,
                                  .high = interval.high,
                                  .observed = sides->now,
                                  .expected = expected,
                                  .p = p_of(sides, rest, spread)};
    double plain =
        (sides->now + 0.5) / sides->alike / ((sides->before + 0.5) / sides->alike_before);
    found.value = tdg_minus_log_p(found.p);
    if (!tdg_is_news(&found, plain))
        found.p = fmax(found.p, 0.5);
    return found;
}

int tdg_latest_common_factor(double *common_factor, const struct tdg_latest *latest, size_t at)
{
    *common_factor = latest->common_factor;
    if (latest->typical < TDG_MIN_TYPICAL)
        return TDG_OK;
    double *factor = tdg_alloc(latest->typical, 2 * sizeof *factor);
    double *weight = factor ? factor + latest->typical : NULL;
    if (!factor)
        return TDG_ENOMEM;
    for (size_t s = 0; s < latest->typical; s++) {
        struct sides sides = sides_of(latest, s, at, 1);
        factor[s] = (sides.now + 0.5) / sides.offset / ((sides.before + 0.5) / sides.offset_before);
        weight[s] = sqrt(sides.now + sides.before + 0.5);
    }
    *common_factor *= tdg_weighted_median(factor, weight, latest->typical);
    free(factor);
    return TDG_OK;
}

int tdg_latest_test(struct tdg_detection_list *tests, const struct tdg_latest *latest, size_t at)
{
    double common_factor;
    int status = tdg_latest_common_factor(&common_factor, latest, at);
    for (size_t s = 0; !status && s < latest->series; s++) {
        struct sides sides = sides_of(latest, s, at, common_factor);
        if (sides.now + sides.before < min_articles || (latest->quiet && latest->quiet[s]))
            continue;
        struct tdg_detection found = judge(latest, s, at, &sides);
        status = tdg_detection_list_append(tests, &found);
    }
    return status;
}

struct tdg_detection tdg_latest_if(const struct tdg_latest *latest, size_t series, size_t at,
                                   double common_factor, double now)
{
    struct sides sides = sides_of(latest, series, at, common_factor);
    sides.now = now;
    return judge(latest, series, at, &sides);
}
