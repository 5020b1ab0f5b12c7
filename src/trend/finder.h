// SPDX-License-Identifier: GPL-3.0-or-later
/** The finder from inside: see trend/findings.h. */
#ifndef TDG_TREND_FINDER_H
#define TDG_TREND_FINDER_H

#include "trend/findings.h"
#include "trend/latest.h"
#include "trend/reference.h"
#include "trend/typical.h"

/** What chance does with the series of a family, whatever the model says: p-values of series whose
 * movements were taken out and whose periods changed places (trend/null.c). */
struct tdg_chance {
    bool known;
    double *log_p; /* [count] -log p, ascending */
    size_t count;
    double scale; /* of the exponential tail of log_p: 1 where the model of chance is right */
};

struct tdg_finder {
    struct tdg_family family;
    struct tdg_finding_options options;
    struct tdg_scan scan;
    struct tdg_spreads spreads; /* of the family as it is now */
    struct tdg_spreads known;   /* of the family as it was given: the reference's */
    struct tdg_reference reference;
    struct tdg_chance chance;
    struct tdg_chance latest_chance; /* of tests of one period against those before it */
    struct tdg_found_list suspects;  /* what the model alone would find */
    double *exposure;                /* [periods] whole / mean whole */
    double *count;                   /* [series][periods] effective: divided by 1 - share */
    double *offset;                  /* [series][periods] exposure times what was found so far */
    double *rest;                    /* [series] 1 - share */
    double *course;                  /* [periods] of the typical series */
    double *scratch;                 /* [2 * series] */
    struct tdg_spread *own;          /* [series] */
    double *spread;                  /* [series] moderated */
};

/** Effective counts, offsets and spreads from counts [series][periods]. */
void tdg_finder_load(struct tdg_finder *finder, const double *count);

/** From now on a series is expected to move like that: multiplies its offset. */
void tdg_finder_expect(struct tdg_finder *finder, const struct tdg_shape *shape, size_t series);

/** Appends one. TDG_ENOMEM. */
int tdg_found_list_append(struct tdg_found_list *list, const struct tdg_found *found);

/** Whether it is large enough to be told: beside what was expected, and in plain shares, of which
 * `plain` is the factor. */
bool tdg_is_news(const struct tdg_found *found, double plain);

/** All tests of all series, appended. TDG_ENOMEM. */
int tdg_findings_test(struct tdg_found_list *tests, struct tdg_finder *finder);

/** -log p as struct tdg_chance has it: finite where p is 0, too. */
double tdg_minus_log_p(double p);
/** Shuffles the series without the suspects and learns what p-values that gives, of findings and of
 * single periods. TDG_ENOMEM. */
int tdg_chance_learn(struct tdg_finder *finder);
/** Takes over log_p [count], in any order. */
void tdg_chance_set(struct tdg_chance *chance, double *log_p, size_t count);
/** A p-value as chance has it: never less than the model says. `p` while nothing is known. */
double tdg_chance_p(const struct tdg_chance *chance, double p);
void tdg_chance_done(struct tdg_chance *chance);

/** Weekday factors into the offsets, see trend/weekday.c. */
void tdg_weekdays_expect(struct tdg_finder *finder, size_t series);

#endif
