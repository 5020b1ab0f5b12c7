// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/association.h"

#include <math.h>

/* x ln(x / expected), 0 in the limit of 0. */
static double part(double observed, double expected)
{
    return observed > 0 && expected > 0 ? observed * log(observed / expected) : 0;
}

static double above(double a, double b)
{
    return a > b ? a - b : 0;
}

double tdg_log_likelihood(uint64_t both, uint64_t first, uint64_t second, uint64_t all)
{
    double n = (double)all, row = (double)first, column = (double)second, k = (double)both;
    if (all == 0 || k * n <= row * column)
        return 0;
    /* A first may be the second of the pair before it, so that a corner of the table can run below
     * zero in a text of few words. */
    double sum = part(k, row * column / n) + part(above(row, k), row * (n - column) / n) +
                 part(above(column, k), (n - row) * column / n) +
                 part(above(n + k, row + column), (n - row) * (n - column) / n);
    return sum > 0 ? 2 * sum : 0;
}

double tdg_npmi(uint64_t both, uint64_t first, uint64_t second, uint64_t all)
{
    if (both == 0)
        return -1;
    if (both == all)
        return 1;
    double n = (double)all, joint = (double)both / n;
    return log(joint / ((double)first / n * ((double)second / n))) / -log(joint);
}
