// SPDX-License-Identifier: GPL-3.0-or-later
/* How much more a group keeps to itself than as many edges between any rows would. */
#include "cluster/cohesion.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

static void add_edges(double *inside, double *degree, const struct tdg_grouping *grouping,
                      const struct tdg_matrix *graph, size_t row)
{
    uint32_t own = grouping->group[row];
    for (size_t at = graph->begin[row]; at < graph->begin[row + 1]; at++) {
        double weight = (double)graph->weight[at];
        degree[own] += weight;
        if (grouping->group[graph->column[at]] == own)
            inside[own] += weight;
    }
}

int tdg_grouping_cohere(struct tdg_grouping *grouping, const struct tdg_matrix *graph)
{
    uint32_t groups = grouping->groups;
    double *inside = tdg_alloc(groups, sizeof *inside);
    double *degree = tdg_alloc(groups, sizeof *degree), total = 0;
    double *cohesion = tdg_alloc(groups, sizeof *cohesion);
    int status = inside && degree && cohesion ? TDG_OK : TDG_ENOMEM;
    for (size_t row = 0; !status && row < grouping->rows; row++)
        if (grouping->group[row] != TDG_NONE)
            add_edges(inside, degree, grouping, graph, row);
    for (uint32_t g = 0; !status && g < groups; g++)
        total += degree[g];
    for (uint32_t g = 0; !status && g < groups; g++) {
        double expected = total > 0 ? degree[g] / total : 1;
        bool known = degree[g] > 0 && expected < 1;
        cohesion[g] = known ? (inside[g] / degree[g] - expected) / (1 - expected) : (double)NAN;
    }
    free(inside);
    free(degree);
    if (status) {
        free(cohesion);
        return status;
    }
    free(grouping->cohesion);
    grouping->cohesion = cohesion;
    return TDG_OK;
}
