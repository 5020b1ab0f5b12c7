// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/discovery.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>

#include "base/memory.h"

struct rank {
    double p;
    size_t index;
};

static int by_p(const void *left, const void *right)
{
    const struct rank *a = left, *b = right;
    if (a->p != b->p)
        return a->p < b->p ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

int tdg_discoveries(double *q, const double *p, size_t count)
{
    struct rank *ranks = tdg_alloc(count, sizeof *ranks);
    if (!ranks)
        return TDG_ENOMEM;
    for (size_t i = 0; i < count; i++)
        ranks[i] = (struct rank){p[i], i};
    qsort(ranks, count, sizeof *ranks, by_p);
    double least = 1;
    for (size_t i = count; i-- > 0;) {
        double value = ranks[i].p * (double)count / (double)(i + 1);
        if (value < least)
            least = value;
        q[ranks[i].index] = least;
    }
    free(ranks);
    return TDG_OK;
}

int tdg_discoveries_adaptive(double *q, const double *p, size_t count, double level)
{
    int status = tdg_discoveries(q, p, count);
    double stage = level / (1 + level);
    size_t rejected = 0;
    for (size_t i = 0; !status && i < count; i++)
        rejected += q[i] <= stage;
    double still = count > rejected ? (double)(count - rejected) : 1;
    for (size_t i = 0; !status && i < count; i++)
        q[i] = fmin(1, q[i] * (1 + level) * still / (double)count);
    return status;
}
