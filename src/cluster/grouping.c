// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/grouping.h"

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

void tdg_grouping_done(struct tdg_grouping *grouping)
{
    free(grouping->group);
    free(grouping->weight);
    free(grouping->closeness);
    free(grouping->second);
    free(grouping->second_weight);
    free(grouping->subject);
    free(grouping->before);
    free(grouping->parent);
    free(grouping->curve);
    free(grouping->stability);
    free(grouping->cohesion);
    *grouping = (struct tdg_grouping){0};
}

int tdg_grouping_rows(struct tdg_grouping *grouping, size_t rows, bool words)
{
    grouping->rows = rows;
    grouping->group = tdg_alloc(rows, sizeof *grouping->group);
    grouping->weight = tdg_alloc(rows, sizeof *grouping->weight);
    grouping->closeness = tdg_alloc(rows, sizeof *grouping->closeness);
    grouping->second = tdg_alloc(rows, sizeof *grouping->second);
    grouping->second_weight = tdg_alloc(rows, sizeof *grouping->second_weight);
    if (words)
        grouping->before = tdg_alloc(rows, sizeof *grouping->before);
    if (!grouping->group || !grouping->weight || !grouping->closeness || !grouping->second ||
        !grouping->second_weight || (words && !grouping->before))
        return TDG_ENOMEM;
    for (size_t i = 0; i < rows; i++)
        grouping->group[i] = grouping->second[i] = TDG_NONE;
    for (size_t i = 0; words && i < rows; i++)
        grouping->before[i] = TDG_NONE;
    return TDG_OK;
}

int tdg_grouping_new(struct tdg_grouping *grouping, size_t rows, uint32_t groups)
{
    struct tdg_grouping made = {.groups = groups, .parents = groups};
    int status = tdg_grouping_rows(&made, rows, false);
    made.parent = status ? NULL : tdg_alloc(groups, sizeof *made.parent);
    if (!made.parent) {
        tdg_grouping_done(&made);
        return TDG_ENOMEM;
    }
    for (uint32_t g = 0; g < groups; g++)
        made.parent[g] = g;
    *grouping = made;
    return TDG_OK;
}

void tdg_grouping_copy_to_duplicates(struct tdg_grouping *grouping, const uint32_t *copy_of)
{
    for (size_t i = 0; copy_of && i < grouping->rows; i++) {
        uint32_t original = copy_of[i];
        if (original == TDG_NONE)
            continue;
        grouping->group[i] = grouping->group[original];
        grouping->weight[i] = grouping->weight[original];
        grouping->second[i] = grouping->second[original];
        grouping->second_weight[i] = grouping->second_weight[original];
    }
}
