// SPDX-License-Identifier: GPL-3.0-or-later
/** The kinds of period, and the periods of a collection. Days are numbered from 1970-01-01 by the
 * clock on the wall of the chosen zone. */
#ifndef TDG_CALENDAR_PERIOD_H
#define TDG_CALENDAR_PERIOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "calendar/zone_table.h"

enum { TDG_PERIOD_TEXT = 32 };

/** How time is cut into periods. */
struct tdg_period_options {
    const char *period;          /* a name of the table in period.c: "day", "week", "month" */
    const char *week_start;      /* "monday" or "sunday" */
    const struct tdg_zone *zone; /* NULL: UTC */
    size_t max_periods; /* TDG_ELIMIT beyond: a wrong date must not make millions of weeks */
};

/** ISO weeks in UTC. */
struct tdg_period_options tdg_period_defaults(void);

/** One kind of period. */
struct tdg_calendar {
    const char *name;
    const char *first_day;                                 /* of a week; NULL of other periods */
    int64_t (*start)(int64_t day);                         /* first day of the period of a day */
    int64_t (*next)(int64_t start);                        /* first day of the period after it */
    void (*id)(int64_t start, char text[TDG_PERIOD_TEXT]); /* "2019-W09" */
};

/** NULL where there is no such kind. `first_day`: "monday" or "sunday", for weeks. */
const struct tdg_calendar *tdg_calendar_find(const char *name, const char *first_day);

/** The day's date as ISO 8601. */
void tdg_day_text(int64_t day, char text[TDG_PERIOD_TEXT]);

/** The periods between the first and the last dated article, none left out, and where every article
 * is. {0} is empty. */
struct tdg_timeline {
    size_t periods;
    size_t capacity;  /* of start */
    int64_t *start;   /* [periods + 1] first days; the last one ends the last period */
    int64_t *day;     /* [articles] undefined for undated ones */
    int32_t *second;  /* [articles] second of that day */
    uint32_t *period; /* [articles] TDG_NONE for undated ones */
    int64_t first;    /* earliest and latest day of an article */
    int64_t last;
};

/** Whether the collection began inside the first period (ended inside the last one). */
struct tdg_edges {
    bool first_partial;
    bool last_partial;
};

/** Whether a period's share can be compared with others'. */
static inline bool tdg_period_counts(const struct tdg_period_view *period)
{
    return period->whole;
}

struct tdg_named_period {
    char id[TDG_PERIOD_TEXT];
    int64_t from; /* times: from <= time < to */
    int64_t to;
    int64_t first_day; /* counted from 1970-01-01 */
};

#endif
