// SPDX-License-Identifier: GPL-3.0-or-later
/** Which series of a family moved, how, and how sure that is. */
#ifndef TDG_TREND_FINDINGS_H
#define TDG_TREND_FINDINGS_H

#include "trend/shape.h"

/** So many periods without an article are a silence. */
enum { TDG_SILENCE = 4 };

/** Series that are tested together, over the periods that can be compared. */
struct tdg_family {
    size_t series;
    size_t periods;
    const double *count;     /* [series][periods] originals */
    const double *whole;     /* [periods] all originals, not 0 */
    const unsigned *weekday; /* [periods] 0 to 6 where a period is a day, else NULL */
    size_t typical;          /* the first so many add up to the whole: see trend/typical.h */
    const double *richness;  /* [periods] terms an article has, where the series are terms, else
                                NULL: shorter articles have less of every term */
    const double *mix;       /* [series][periods] what the sources of a period make of each series,
                                as a factor of what is expected, or NULL: see trend/mix.h */
    const double *density;   /* [series] its share where its sources are over its share of all, with
                                `mix`; articles scatter as in their sources */
    const bool *quiet;       /* [series] part of the whole, but nothing is asked of it; or NULL */
    double weight;           /* share of the level that this family may use up */
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

/** A finding. Shares are of the whole. */
struct tdg_found {
    size_t series;
    enum tdg_move move;
    size_t begin; /* periods begin <= t < end */
    size_t end;
    double before; /* share without it, in these periods or, for a slope, where that begins */
    double after;  /* share in these periods or, for a slope, where that ends */
    double factor; /* after / before; INFINITY for new */
    double low;    /* 95 % interval of the share in these periods */
    double high;
    double observed; /* originals in these periods */
    double expected; /* without it */
    double certain;  /* p, whether it is large enough to be told or not; before all corrections */
    double p;        /* that chance moves a series as much, in any way that was tried */
    double q;        /* after Benjamini-Hochberg over all that was tested in the family, divided
                        by the family's weight */
    double value;    /* evidence: penalised likelihood ratio */
};

/** {0} is empty. */
struct tdg_found_list {
    struct tdg_found *items; /* most evidence first, then by series and time */
    size_t count;
    size_t capacity;
    size_t tests; /* how many p-values there were */
};

void tdg_found_list_done(struct tdg_found_list *list);

/** What is needed over and over for families over the same periods. */
struct tdg_finder;

/** TDG_ENOMEM. Borrows the family. NULL in *finder for fewer than TDG_FEWEST_PERIODS. */
int tdg_finder_new(struct tdg_finder **finder, const struct tdg_family *family,
                   const struct tdg_finding_options *options);
void tdg_finder_free(struct tdg_finder *finder);

/** 1 - share, of a series with so many of `whole` originals; never next to nothing. */
double tdg_rest_of(double originals, double whole);

/** How many times as much as chance alone the count of a series scatters in a period with `whole`
 * originals: variance / binomial variance. 1 without a finder. */
double tdg_finder_scatter(const struct tdg_finder *finder, size_t series, double whole);

/** `finder` may be NULL: then there is nothing to find. `latest`, which may be NULL too, takes what
 * is out of the ordinary in the last period (trend/latest.h); only the first time that a finder is
 * asked. Appends nothing on failure. TDG_ENOMEM. */
int tdg_findings_find(struct tdg_found_list *list, struct tdg_found_list *latest,
                      struct tdg_finder *finder);

/** The same as in `latest` for other series over the last periods of the family, such as terms too
 * rare to be followed: chance is that of the finder, which has found before. The weight is that of
 * its family. */
struct tdg_latest;
int tdg_latest_find(struct tdg_found_list *list, const struct tdg_latest *latest,
                    const struct tdg_finder *finder);

/** The spread of a series, and what all series of the family have in common. */
double tdg_finder_spread(const struct tdg_finder *finder, size_t series);
double tdg_finder_common_spread(const struct tdg_finder *finder);

/** How often chance alone finds something, at this level and in this collection. */
struct tdg_null {
    size_t runs;
    size_t runs_with; /* with any finding */
    size_t findings;  /* in all of them */
    size_t block;     /* periods that stayed together */
};

/** Takes out what may have moved and puts blocks of periods in another order, `runs` times. Adds to
 * *null. Only after tdg_findings_find. TDG_ENOMEM. */
int tdg_findings_null(struct tdg_null *null, struct tdg_finder *finder, size_t runs);

/** The highest share that a series has in any of its periods. */
double tdg_highest_share(const double *count, const double *whole, size_t periods);

#endif
