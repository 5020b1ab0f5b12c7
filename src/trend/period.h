// SPDX-License-Identifier: GPL-3.0-or-later
/** The kinds of period, and the periods of a collection. Days are numbered from 1970-01-01 by the
 * clock on the wall of the chosen zone. */
#ifndef TDG_TREND_PERIOD_H
#define TDG_TREND_PERIOD_H

#include <stddef.h>
#include <stdint.h>

#include "trend/trend.h"

enum { TDG_PERIOD_TEXT = 32 };

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

/** TDG_ELIMIT where there are more than options->most_periods, TDG_EINVAL for an unknown period. */
int tdg_timeline_build(struct tdg_timeline *timeline, const struct tdg_trend_input *input,
                       const struct tdg_trend_options *options, struct tdg_error *error);
/** What is said of too many periods between two days. TDG_ELIMIT. */
int tdg_too_many_periods(int64_t first_day, int64_t last_day,
                         const struct tdg_trend_options *options, struct tdg_error *error);
void tdg_timeline_done(struct tdg_timeline *timeline);

/** Whether the collection began inside the first period (ended inside the last one). */
struct tdg_edges {
    bool first_partial;
    bool last_partial;
};

/** See trend/edges.c for the rule. */
int tdg_edges_find(struct tdg_edges *edges, const struct tdg_timeline *timeline,
                   const struct tdg_trend_input *input);

#endif
