// SPDX-License-Identifier: GPL-3.0-or-later
/* Counts of a series that does not move are negative binomial about one rate (detect/scan.h). Given
 * their sum, the count of one period is beta-binomial then: the bunches of all periods are gamma
 * variables, and a gamma variable among others of the same scale is a beta share of their sum
 * (Johnson, Kotz and Balakrishnan, "Discrete Multivariate Distributions", 1997, section 35.13.1).
 * Nothing needs to be known about the rate. Weights go out from the middle by the ratio of
 * neighbours, so that no gamma function is needed and the sum is the same everywhere. */
#include "detect/level.h"

#include <math.h>

static const double negligible = 1e-20; /* of the sum */
static const double max_bunches = 1e9;  /* as good as a binomial */

struct tails {
    double at, below, above; /* weights of the count, of less and of more */
};

static void add(struct tails *tails, double number, double count, double weight)
{
    double *sum = number < count ? &tails->below : number > count ? &tails->above : &tails->at;
    *sum += weight;
}

double tdg_level_p(double count, double before, double share, double bunches)
{
    double whole = count + before, all = fmin(bunches, max_bunches);
    double a = all * share, b = all * (1 - share), middle = floor(share * whole);
    struct tails tails = {0};
    double weight = 1, sum = 1;
    add(&tails, middle, count, weight);
    for (double i = middle; i < whole && (i <= count || weight > negligible * sum); i++) {
        weight *= (whole - i) / (i + 1) * ((a + i) / (b + whole - i - 1));
        sum += weight;
        add(&tails, i + 1, count, weight);
    }
    weight = 1;
    for (double i = middle; i > 0 && (i >= count || weight > negligible * sum); i--) {
        weight *= i / (whole - i + 1) * ((b + whole - i) / (a + i - 1));
        sum += weight;
        add(&tails, i - 1, count, weight);
    }
    return fmin(1, 2 * fmin(tails.at + tails.below, tails.at + tails.above) / sum);
}
