// SPDX-License-Identifier: GPL-3.0-or-later
/* A finding in one plain sentence: what moved, by how much, when, how sure, and why. Numbers are
 * written digit by digit, since printf's decimal point is the locale's. */
#include "phrasing/finding.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/buffer.h"
#include "base/plural.h"
#include "calendar/date.h"
#include "calendar/date_parse.h"
#include "detect/shape.h"
#include "phrasing/period.h"

enum { NAMED = 3, SMALL = 10, TENTH = 10, HUNDREDTH = 100, THOUSANDTH = 1000 };

static const double rare = 0.005;  /* below, two decimals of a percentage */
static const double manifold = 10; /* beyond, a factor says less than the two shares */
static const double min_q = 0.001;

static const char *const small_numbers[SMALL + 1] = {
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};

/* What a finding is reported with. */
struct telling {
    struct tdg_buffer *out;
    const struct tdg_finding_view *view;
    const char *name;
    const char *unit;  /* "day", "week", "month" */
    const char *whole; /* what shares are of: "coverage" */
    const struct tdg_period_view *periods;
};

/* `unit` 10: one decimal; 100: two; 1000: three. */
static void put_decimals(struct tdg_buffer *out, double value, long unit)
{
    long long scaled = llround(value * (double)unit);
    int digits = unit == TENTH ? 1 : unit == HUNDREDTH ? 2 : 3;
    tdg_buffer_format(out, "%lld.%0*lld", scaled / unit, digits, scaled % unit);
}

static void put_share(struct tdg_buffer *out, double share)
{
    put_decimals(out, 100 * share, share < rare ? HUNDREDTH : TENTH);
    tdg_buffer_string(out, " %");
}

static void put_grouped(struct tdg_buffer *out, unsigned long long number)
{
    if (number >= THOUSANDTH) {
        put_grouped(out, number / THOUSANDTH);
        tdg_buffer_format(out, ",%03llu", number % THOUSANDTH);
    } else
        tdg_buffer_format(out, "%llu", number);
}

/* "23", and "0.4" of what is less than one article. */
static void put_expected(struct tdg_buffer *out, double number)
{
    if (number < 0.05)
        tdg_buffer_string(out, "none");
    else if (number < 0.95)
        put_decimals(out, number, TENTH);
    else
        put_grouped(out, (unsigned long long)llround(number));
}

/* "25 February 2019", of a month "February 2019". */
static void put_date(const struct telling *telling, const char *day)
{
    int64_t time;
    if (!tdg_date_parse(day, strlen(day), &(struct tdg_date_rules){0}, &time))
        return;
    struct tdg_civil civil = tdg_civil_from_days(time / 86400 - (time % 86400 < 0));
    if (strcmp(telling->unit, "month") != 0)
        tdg_buffer_format(telling->out, "%u ", civil.day);
    tdg_buffer_format(telling->out, "%s %lld", tdg_month_name(civil.month), (long long)civil.year);
}

/* "the week of 25 February 2019", "25 February 2019", "February 2019". */
static void put_period(const struct telling *telling, uint32_t period)
{
    if (strcmp(telling->unit, "week") == 0)
        tdg_buffer_string(telling->out, "the week of ");
    put_date(telling, telling->periods[period].start);
}

/* " in the week of …", " on 25 February 2019", " in the three weeks from … on". */
static void put_span(const struct telling *telling)
{
    uint32_t length = telling->view->last - telling->view->first + 1;
    if (length == 1) {
        tdg_buffer_string(telling->out, strcmp(telling->unit, "day") == 0 ? " on " : " in ");
        put_period(telling, telling->view->first);
        return;
    }
    tdg_buffer_string(telling->out, " in the ");
    if (length <= SMALL)
        tdg_buffer_string(telling->out, small_numbers[length]);
    else
        tdg_buffer_format(telling->out, "%u", (unsigned)length);
    tdg_buffer_format(telling->out, " %ss from ", telling->unit);
    put_date(telling, telling->periods[telling->view->first].start);
    tdg_buffer_string(telling->out, " on");
}

static const char *verb_of(double factor)
{
    static const struct {
        double from, to;
        const char *verb;
    } verbs[] = {{1.9, 2.15, "doubled to "},
                 {2.85, 3.2, "tripled to "},
                 {3.8, 4.25, "quadrupled to "},
                 {0.46, 0.53, "halved to "}};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (factor >= verbs[i].from && factor <= verbs[i].to)
            return verbs[i].verb;
    return NULL;
}

static void put_whole(const struct telling *telling)
{
    tdg_buffer_format(telling->out, " of %s", telling->whole);
}

/* "doubled to 8.4 % of coverage". */
static void put_change(const struct telling *telling)
{
    const struct tdg_finding_view *view = telling->view;
    struct tdg_buffer *out = telling->out;
    const char *verb = verb_of(view->factor);
    if (verb) {
        tdg_buffer_string(out, verb);
    } else {
        tdg_buffer_string(out, view->factor >= manifold ? "jumped from "
                               : view->factor > 1       ? "rose from "
                                                        : "fell from ");
        put_share(out, view->before);
        tdg_buffer_string(out, " to ");
    }
    put_share(out, view->after);
    put_whole(telling);
}

/* " (42 articles, 23 expected; q = 0.003)". */
static void put_certainty(const struct telling *telling)
{
    const struct tdg_finding_view *view = telling->view;
    struct tdg_buffer *out = telling->out;
    tdg_buffer_string(out, " (");
    if (view->observed)
        put_grouped(out, view->observed);
    else
        tdg_buffer_string(out, "no");
    tdg_buffer_string(out, tdg_plural(view->observed, " article, ", " articles, "));
    put_expected(out, view->expected);
    tdg_buffer_string(out, " expected; q ");
    if (view->q < min_q)
        tdg_buffer_string(out, "< 0.001");
    else {
        tdg_buffer_string(out, "= ");
        put_decimals(out, view->q, THOUSANDTH);
    }
    tdg_buffer_char(out, ')');
}

/* ", driven by Huawei, 5G and Czech". */
static void put_drivers(const struct telling *telling)
{
    const struct tdg_finding_view *view = telling->view;
    size_t count = view->driver_count < NAMED ? view->driver_count : NAMED;
    if (count)
        tdg_buffer_string(telling->out, view->factor > 1 ? ", driven by " : "; gone with it: ");
    for (size_t i = 0; i < count; i++) {
        tdg_buffer_string(telling->out, i == 0 ? "" : i + 1 == count ? " and " : ", ");
        tdg_buffer_string(telling->out, view->drivers[i].term);
    }
}

static void tell_span(const struct telling *telling)
{
    put_change(telling);
    put_span(telling);
}

static void tell_step(const struct telling *telling)
{
    put_change(telling);
    tdg_buffer_string(telling->out, " from ");
    put_period(telling, telling->view->first);
    tdg_buffer_string(telling->out, " on");
}

/* In the latest period alone there is no way, only another share. */
static void tell_slope(const struct telling *telling)
{
    if (telling->view->first == telling->view->last) {
        tell_span(telling);
        return;
    }
    tdg_buffer_string(telling->out,
                      telling->view->factor > 1 ? "rose steadily from " : "fell steadily from ");
    put_share(telling->out, telling->view->before);
    tdg_buffer_string(telling->out, " to ");
    put_share(telling->out, telling->view->after);
    put_whole(telling);
    tdg_buffer_string(telling->out, " between ");
    put_period(telling, telling->view->first);
    tdg_buffer_string(telling->out, " and ");
    put_period(telling, telling->view->last);
}

static void tell_new(const struct telling *telling)
{
    tdg_buffer_string(telling->out, "is new since ");
    put_period(telling, telling->view->first);
    tdg_buffer_string(telling->out, ", with ");
    put_share(telling->out, telling->view->after);
    put_whole(telling);
}

static void tell_gone(const struct telling *telling)
{
    tdg_buffer_string(telling->out, "has all but gone since ");
    put_period(telling, telling->view->first);
    tdg_buffer_string(telling->out, ", from ");
    put_share(telling->out, telling->view->before);
    put_whole(telling);
}

static void tell_return(const struct telling *telling)
{
    tdg_buffer_string(telling->out, "is back with ");
    put_share(telling->out, telling->view->after);
    put_whole(telling);
    put_span(telling);
}

static void (*const tellers[TDG_MOVES])(const struct telling *) = {
    [TDG_RISING] = tell_slope, [TDG_FALLING] = tell_slope,    [TDG_BURST] = tell_span,
    [TDG_STEP_UP] = tell_step, [TDG_STEP_DOWN] = tell_step,   [TDG_NEW] = tell_new,
    [TDG_GONE] = tell_gone,    [TDG_RETURNING] = tell_return,
};

static bool ends_in_dot(const struct tdg_buffer *out)
{
    return out->length && out->text[out->length - 1] == '.';
}

int tdg_sentence_write(struct tdg_finding_view *view, const char *name, const char *unit,
                       const char *whole, const struct tdg_period_view *periods,
                       struct tdg_arena *arena)
{
    struct tdg_buffer out = {0};
    struct telling telling = {&out, view, name, unit, whole ? whole : "coverage", periods};
    tdg_buffer_format(&out, "%s ", name);
    tellers[view->kind](&telling);
    put_certainty(&telling);
    put_drivers(&telling);
    if (!ends_in_dot(&out)) /* as "U.S." does */
        tdg_buffer_char(&out, '.');
    view->text = out.failed ? NULL : tdg_arena_string(arena, out.text);
    tdg_buffer_done(&out);
    return view->text ? TDG_OK : TDG_ENOMEM;
}

const char *tdg_move_text(const struct tdg_finding_view *finding)
{
    static const char *const moves[TDG_MOVES] = {
        [TDG_RISING] = "rising steadily",
        [TDG_FALLING] = "falling steadily",
        [TDG_BURST] = "a surge",
        [TDG_STEP_UP] = "more than before",
        [TDG_NEW] = "new",
        [TDG_STEP_DOWN] = "less than before",
        [TDG_GONE] = "gone",
        [TDG_RETURNING] = "back again",
    };
    bool single = finding->first == finding->last; /* there, nothing is steady */
    return single && finding->kind == TDG_RISING    ? "more again"
           : single && finding->kind == TDG_FALLING ? "less than before"
                                                    : moves[finding->kind];
}
