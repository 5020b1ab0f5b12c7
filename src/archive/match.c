// SPDX-License-Identifier: GPL-3.0-or-later
/* Which new group goes on with which old theme. Articles tell most; but a theme that held what was
 * left over shares articles with every group, and what is not about the same is not the same theme.
 * So what two of them have in common is their shared articles, times the cosine of their centroids,
 * and the themes go on where an optimal assignment by that puts them. */
#include "archive/match.h"

#include <math.h>

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "cluster/match.h"

static const double min_shared = 0.1; /* of the smaller one: a theme goes on */

int tdg_update_match(uint32_t *match, const struct tdg_common *common)
{
    size_t pairs = (size_t)common->themes * common->groups;
    double *value = tdg_alloc(pairs, sizeof *value);
    int status = value ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < pairs; i++)
        value[i] = common->shared[i] * common->cosine[i];
    if (!status)
        status = tdg_match_groups(match, value, common->themes, common->groups);
    for (uint32_t t = 0; !status && t < common->themes; t++) {
        uint32_t g = match[t];
        if (g == TDG_NONE)
            continue;
        double smaller = fmin((double)common->before[t], (double)common->after[g]);
        if (common->shared[(size_t)t * common->groups + g] < min_shared * smaller)
            match[t] = TDG_NONE;
    }
    free(value);
    return status;
}
