// SPDX-License-Identifier: GPL-3.0-or-later
/* How close every row is to its group and to the next best one. */
#include <stdlib.h>

#include "base/memory.h"
#include "cluster/linear.h"

struct weighing {
    struct tdg_grouping *grouping;
    const struct tdg_fit *fit;
    const struct tdg_linear *linear;
    double *sum; /* [chunks] of weights */
};

/* Groups without rows score -INFINITY. */
static uint32_t best_other(const struct tdg_linear *linear, uint32_t group, const float *score)
{
    uint32_t best = TDG_NONE;
    for (uint32_t g = 0; g < linear->groups; g++)
        if (g != group && linear->bias[g] >= 0 && (best == TDG_NONE || score[g] > score[best]))
            best = g;
    return best;
}

static void weigh_block(void *context, const struct tdg_chunk *chunk, size_t first, size_t count,
                        const float *score)
{
    struct weighing *weighing = context;
    struct tdg_grouping *grouping = weighing->grouping;
    for (size_t b = 0; b < count; b++, score += weighing->linear->stride) {
        uint32_t row = weighing->fit->row[first + b];
        uint32_t other = best_other(weighing->linear, grouping->group[row], score);
        grouping->weight[row] = score[grouping->group[row]];
        grouping->second[row] = other;
        grouping->second_weight[row] = other == TDG_NONE ? 0 : score[other];
        weighing->sum[chunk->index] += (double)grouping->weight[row];
    }
}

int tdg_grouping_weigh(struct tdg_grouping *grouping, const struct tdg_fit *fit)
{
    struct tdg_linear linear = {0};
    size_t chunks = tdg_linear_chunks(fit);
    double *sum = tdg_alloc(chunks, sizeof *sum);
    int status = sum ? tdg_linear_init(&linear, fit, grouping->groups, true) : TDG_ENOMEM;
    if (!status)
        status = tdg_linear_centroids(&linear, fit, grouping->group);
    struct weighing weighing = {grouping, fit, &linear, sum};
    if (!status)
        status = tdg_linear_run(&linear, fit, weigh_block, &weighing);
    for (size_t i = 0; !status && i < chunks; i++)
        grouping->objective += sum[i] / (double)fit->count;
    tdg_linear_done(&linear);
    free(sum);
    return status;
}
