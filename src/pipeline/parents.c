// SPDX-License-Identifier: GPL-3.0-or-later
/* The level above the themes. */
#include "pipeline/parents.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "label/label.h"

int tdg_group_by_parents(struct tdg_grouping *parents, const struct tdg_grouping *grouping)
{
    if (grouping->parents < 2 || grouping->parents >= grouping->groups)
        return TDG_OK;
    struct tdg_grouping made = {
        .rows = grouping->rows,
        .groups = grouping->parents,
        .group = tdg_alloc(grouping->rows, sizeof *made.group),
        .closeness = tdg_alloc(grouping->rows, sizeof *made.closeness),
    };
    if (!made.group || !made.closeness) {
        tdg_grouping_done(&made);
        return TDG_ENOMEM;
    }
    for (size_t i = 0; i < grouping->rows; i++) {
        uint32_t group = grouping->group[i];
        made.group[i] = group == TDG_NONE ? TDG_NONE : grouping->parent[group];
        made.closeness[i] = grouping->closeness[i];
    }
    *parents = made;
    return TDG_OK;
}

/* "Elections (Quebec)" is of the subject "Elections". */
static bool is_of(const char *name, const char *subject)
{
    size_t length = strcspn(subject, "(");
    length -= length && subject[length] == '(';
    return *subject && strncmp(name, subject, length) == 0 &&
           (name[length] == '\0' || strncmp(name + length, " (", 2) == 0);
}

void tdg_parents_unname(struct tdg_run *run)
{
    const struct tdg_grouping *grouping = &run->grouping;
    for (uint32_t p = 0; p < run->parents.groups; p++) {
        struct tdg_label *label = &run->parent_labels.items[p];
        size_t rows = 0, same = 0;
        for (size_t i = 0; *label->name && i < grouping->rows; i++)
            if (run->parents.group[i] == p && run->copy_of[i] == TDG_NONE) {
                rows++;
                same += is_of(run->labels.items[grouping->group[i]].name, label->name);
            }
        if (2 * same < rows)
            label->name = "";
    }
}
