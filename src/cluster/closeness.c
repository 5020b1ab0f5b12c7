// SPDX-License-Identifier: GPL-3.0-or-later
/* How close every row is to the centroid of its group. */
#include "cluster/closeness.h"

#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "base/workers.h"
#include "cluster/linear.h"

struct measuring {
    struct tdg_grouping *grouping;
    const struct tdg_fit *fit;
    const struct tdg_linear *linear;
    double *sum; /* [chunks] of cosines */
};

static void measure_block(void *context, const struct tdg_chunk *chunk, size_t first, size_t count,
                          const float *score)
{
    struct measuring *measuring = context;
    struct tdg_grouping *grouping = measuring->grouping;
    for (size_t b = 0; b < count; b++, score += measuring->linear->stride) {
        uint32_t row = measuring->fit->row[first + b];
        grouping->closeness[row] = score[grouping->group[row]];
        measuring->sum[chunk->index] += (double)grouping->closeness[row];
    }
}

int tdg_grouping_measure(struct tdg_grouping *grouping, const struct tdg_fit *fit)
{
    struct tdg_linear linear = {0};
    size_t chunks = tdg_linear_chunks(fit);
    double *sum = tdg_alloc(chunks, sizeof *sum);
    int status = sum ? tdg_linear_init(&linear, fit, grouping->groups, true) : TDG_ENOMEM;
    if (!status)
        status = tdg_linear_centroids(&linear, fit, grouping->group);
    struct measuring measuring = {grouping, fit, &linear, sum};
    if (!status)
        status = tdg_linear_run(&linear, fit, measure_block, &measuring);
    for (size_t i = 0; !status && i < chunks; i++)
        grouping->objective += sum[i] / (double)fit->count;
    tdg_linear_done(&linear);
    free(sum);
    return status;
}
