// SPDX-License-Identifier: GPL-3.0-or-later
/* What sets the articles of a movement apart from the other articles of the same theme. A movement
 * has a loud side, the periods with more of the theme (for a fall, those before it), and a quiet
 * one. A term drives it by its share of G^2 (Dunning, "Accurate methods for the statistics of
 * surprise and coincidence", 1993): how often it is said on the loud side against what its share of
 * the quiet side would give; its share of the whole collection counts like a few quiet articles, so
 * that what is new has something to be compared with. The evidence are the articles of the loud
 * side that say most of the drivers, of equals the nearest to the theme; what is muted is none. */
#include "series/drivers.h"

#include <math.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "detect/shape.h"
#include "series/tellable.h"
#include "text/text.h"
#include "text/variants.h"
#include "vector/vector.h"

enum {
    DRIVERS = 8,
    EVIDENCE = 5,
    MIN_ARTICLES = 3,
    MIN_LOUD = 5 /* that are not muted: with fewer nothing is reported (detect/detect.c) */
};

static const double doubt = 5;       /* articles' worth of the whole collection */
static const double min_gain = 6;    /* of G^2, beyond twice the logarithm of the terms tried */
static const double nearness = 0.25; /* of the theme, against all drivers said */

/* Articles that have each term on either side, [columns], and how many there are. */
struct sides {
    uint32_t *loud, *quiet;
    double louds, quiets;
};

/* A term and what it explains. */
struct driver {
    uint32_t column;
    double gain;
};

struct drivers {
    struct driver items[DRIVERS];
    size_t count;
};

/* Everything that is known about the movement. */
struct movement {
    const struct tdg_finding_view *view;
    const struct tdg_series_key *subject;
    const uint32_t *members;
    size_t member_count;
    const struct tdg_timeline *timeline;
    const struct tdg_trend_input *input;
};

static bool has_term(const struct tdg_matrix *counts, size_t row, uint32_t column)
{
    size_t low = counts->begin[row], high = counts->begin[row + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (counts->column[middle] < column)
            low = middle + 1;
        else
            high = middle;
    }
    return low < counts->begin[row + 1] && counts->column[low] == column;
}

static bool is_loud(const struct movement *movement, size_t row)
{
    const struct tdg_finding_view *view = movement->view;
    uint32_t p = movement->timeline->period[row];
    bool slope = tdg_move_is_slope(view->kind);
    uint32_t begin = slope ? view->first + (view->last - view->first + 1) / 2 : view->first;
    bool inside = p >= begin && p <= view->last;
    return inside == (view->factor > 1);
}

static bool is_muted(const struct tdg_trend_input *input, size_t row)
{
    return input->muted && input->muted[row];
}

bool tdg_finding_stands(const struct tdg_finding_view *view, size_t series,
                        const struct tdg_timeline *timeline, const struct tdg_panel *panel,
                        const struct tdg_trend_input *input)
{
    const struct movement movement = {.view = view, .timeline = timeline, .input = input};
    size_t loud = 0;
    if (!input->muted || !panel->member_begin)
        return true;
    for (size_t m = panel->member_begin[series]; m < panel->member_begin[series + 1]; m++)
        loud += !is_muted(input, panel->member[m]) && is_loud(&movement, panel->member[m]);
    return loud >= MIN_LOUD;
}

static void count_sides(struct sides *sides, const struct movement *movement)
{
    const struct tdg_matrix *counts = movement->input->counts;
    for (size_t m = 0; m < movement->member_count; m++) {
        size_t i = movement->members[m];
        bool loud = is_loud(movement, i);
        *(loud ? &sides->louds : &sides->quiets) += 1;
        uint32_t *terms = loud ? sides->loud : sides->quiet;
        for (size_t k = counts->begin[i]; k < counts->begin[i + 1]; k++)
            terms[counts->column[k]]++;
    }
}

/* What the quiet side would give. */
static double expected_of(const struct sides *sides, const struct tdg_vocabulary *vocabulary,
                          uint32_t column)
{
    double usual = (double)vocabulary->articles[column] / (double)vocabulary->counted;
    return sides->louds * (sides->quiet[column] + doubt * usual) / (sides->quiets + doubt);
}

static bool is_said(const struct movement *movement, const struct drivers *drivers, size_t before,
                    uint32_t column)
{
    const struct tdg_trend_input *input = movement->input;
    const uint32_t *term = input->vocabulary->term;
    const char *stem = input->streams->stem[term[column]];
    for (size_t i = 0; i < before; i++)
        if (tdg_says_again(stem, input->streams->stem[term[drivers->items[i].column]]))
            return true;
    return movement->subject->kind == TDG_SERIES_TERM &&
           tdg_says_again(stem, input->streams->stem[term[movement->subject->index]]);
}

/* The best terms, none saying another one again: a better term drops those that it says. */
static void offer(struct drivers *drivers, const struct movement *movement, struct driver driver)
{
    size_t at = 0, kept;
    while (at < drivers->count && drivers->items[at].gain >= driver.gain)
        at++;
    if (at == DRIVERS || is_said(movement, drivers, at, driver.column))
        return;
    struct drivers after = {.count = 0};
    const struct tdg_streams *streams = movement->input->streams;
    const uint32_t *term = movement->input->vocabulary->term;
    for (kept = at; kept < drivers->count; kept++)
        if (!tdg_says_again(streams->stem[term[driver.column]],
                            streams->stem[term[drivers->items[kept].column]]))
            after.items[after.count++] = drivers->items[kept];
    drivers->items[at] = driver;
    drivers->count = at + 1;
    for (size_t i = 0; i < after.count && drivers->count < DRIVERS; i++)
        drivers->items[drivers->count++] = after.items[i];
}

static bool is_heard(const struct sides *sides, const struct tdg_trend_input *input,
                     uint32_t column)
{
    return sides->loud[column] >= MIN_ARTICLES &&
           tdg_is_tellable(input->streams->stem[input->vocabulary->term[column]]);
}

static void choose(struct drivers *drivers, const struct sides *sides,
                   const struct movement *movement)
{
    const struct tdg_trend_input *input = movement->input;
    const struct tdg_vocabulary *vocabulary = input->vocabulary;
    double tried = 1;
    for (uint32_t c = 0; c < vocabulary->columns; c++)
        tried += is_heard(sides, input, c);
    for (uint32_t c = 0; c < vocabulary->columns; c++) {
        if (!is_heard(sides, input, c))
            continue;
        double seen = sides->loud[c];
        double expected = expected_of(sides, vocabulary, c);
        double gain = 2 * (seen * log(seen / expected) - seen + expected);
        if (seen > expected && gain >= min_gain + 2 * log(tried))
            offer(drivers, movement, (struct driver){c, gain});
    }
}

static int show_drivers(struct tdg_finding_view *view, const struct drivers *drivers,
                        const struct sides *sides, const struct movement *movement,
                        struct tdg_arena *arena)
{
    const struct tdg_trend_input *input = movement->input;
    struct tdg_driver_view *shown = tdg_arena_alloc(arena, DRIVERS * sizeof *shown);
    uint32_t *loud = tdg_alloc(movement->member_count, sizeof *loud);
    size_t louds = 0;
    if (!shown || !loud) {
        free(loud);
        return TDG_ENOMEM;
    }
    for (size_t m = 0; m < movement->member_count; m++)
        if (is_loud(movement, movement->members[m]))
            loud[louds++] = movement->members[m];
    for (size_t i = 0; i < drivers->count; i++) {
        uint32_t column = drivers->items[i].column;
        shown[i] = (struct tdg_driver_view){
            .term = tdg_arena_string(arena, tdg_surface_among(input->streams,
                                                              input->vocabulary->term[column], loud,
                                                              louds, sides->loud[column])),
            .articles = sides->loud[column],
            .expected = expected_of(sides, input->vocabulary, column),
        };
        if (!shown[i].term) {
            free(loud);
            return TDG_ENOMEM;
        }
    }
    free(loud);
    view->drivers = shown;
    view->driver_count = drivers->count;
    return TDG_OK;
}

static double evidence_of(const struct drivers *drivers, const struct movement *movement,
                          size_t row)
{
    double said = 0, all = 0;
    for (size_t i = 0; i < drivers->count; i++) {
        double gain = sqrt(drivers->items[i].gain);
        all += gain;
        if (has_term(movement->input->counts, row, drivers->items[i].column))
            said += gain;
    }
    double near = movement->input->weight ? (double)movement->input->weight[row] : 0;
    return (all > 0 ? said / all : 0) + nearness * near;
}

static int show_evidence(struct tdg_finding_view *view, const struct drivers *drivers,
                         const struct movement *movement, struct tdg_arena *arena)
{
    uint32_t *rows = tdg_arena_alloc(arena, EVIDENCE * sizeof *rows);
    double values[EVIDENCE];
    size_t count = 0;
    if (!rows)
        return TDG_ENOMEM;
    for (size_t m = 0; m < movement->member_count; m++) {
        size_t i = movement->members[m];
        if (!is_loud(movement, i) || is_muted(movement->input, i))
            continue;
        double value = evidence_of(drivers, movement, i);
        size_t at = count;
        while (at > 0 && value > values[at - 1])
            at--;
        if (at == EVIDENCE)
            continue;
        count += count < EVIDENCE;
        memmove(rows + at + 1, rows + at, (count - at - 1) * sizeof *rows);
        memmove(values + at + 1, values + at, (count - at - 1) * sizeof *values);
        rows[at] = (uint32_t)i;
        values[at] = value;
    }
    view->evidence = rows;
    view->evidence_count = count;
    return TDG_OK;
}

int tdg_drivers_find(struct tdg_finding_view *view, size_t series,
                     const struct tdg_timeline *timeline, const struct tdg_panel *panel,
                     const struct tdg_trend_input *input, struct tdg_arena *arena)
{
    const size_t *begin = panel->member_begin + series;
    struct movement movement = {
        view, &panel->subjects[series], panel->member + begin[0], begin[1] - begin[0], timeline,
        input};
    struct drivers drivers = {.count = 0};
    struct sides sides = {
        .loud = tdg_alloc(input->vocabulary->columns, sizeof *sides.loud),
        .quiet = tdg_alloc(input->vocabulary->columns, sizeof *sides.quiet),
    };
    int status = sides.loud && sides.quiet ? TDG_OK : TDG_ENOMEM;
    if (!status) {
        count_sides(&sides, &movement);
        choose(&drivers, &sides, &movement);
        status = show_drivers(view, &drivers, &sides, &movement, arena);
    }
    if (!status)
        status = show_evidence(view, &drivers, &movement, arena);
    free(sides.loud);
    free(sides.quiet);
    return status;
}
