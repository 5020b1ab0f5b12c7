// SPDX-License-Identifier: GPL-3.0-or-later
/** Series that are tested together, and what is found in them. */
#ifndef TDG_DETECT_FAMILY_H
#define TDG_DETECT_FAMILY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** So many periods without an article are a silence. */
enum { TDG_SILENCE = 4 };

/** Series that are tested together, over the periods that can be compared. */
struct tdg_family {
    size_t series;
    size_t periods;
    const double *count;     /* [series][periods] originals */
    const double *whole;     /* [periods] all originals, not 0 */
    const unsigned *weekday; /* [periods] 0 to 6 where a period is a day, else NULL */
    size_t typical;          /* the first so many add up to the whole: see detect/common_factor.h */
    const double *doc_length; /* [periods] terms an article has, where the series are terms, else
                               NULL: shorter articles have less of every term */
    const double *mix;        /* [series][periods] what the sources of a period make of each series,
                                 as a factor of what is expected, or NULL: see series/mix.h */
    const double *density; /* [series] its share where its sources are over its share of all, with
                              `mix`; articles scatter as in their sources */
    const bool *quiet;     /* [series] part of the whole, but nothing is asked of it; or NULL */
    double weight;         /* share of the level that this family may use up */
};

static inline double tdg_family_density(const struct tdg_family *family, size_t series)
{
    return family->density ? family->density[series] : 1;
}

static inline bool tdg_family_is_quiet(const struct tdg_family *family, size_t series)
{
    return family->quiet && family->quiet[series];
}

static inline double tdg_family_mix(const struct tdg_family *family, size_t series, size_t t)
{
    return family->mix ? family->mix[series * family->periods + t] : 1;
}

struct tdg_finding_options {
    double level; /* most false discoveries among the findings: q */
    uint64_t seed;
};

#endif
