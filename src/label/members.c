// SPDX-License-Identifier: GPL-3.0-or-later
#include "label/members.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

static bool is_member(const struct tdg_grouping *grouping, const uint32_t *copy_of, size_t row)
{
    return grouping->group[row] != TDG_NONE && (!copy_of || copy_of[row] == TDG_NONE);
}

int tdg_members_build(struct tdg_members *members, const struct tdg_grouping *grouping,
                      const uint32_t *copy_of)
{
    struct tdg_members built = {
        .groups = grouping->groups,
        .begin = tdg_alloc((size_t)grouping->groups + 1, sizeof *built.begin),
        .row = tdg_alloc(grouping->rows, sizeof *built.row),
    };
    if (!built.begin || !built.row) {
        tdg_members_done(&built);
        return TDG_ENOMEM;
    }
    size_t *begin = built.begin;
    for (size_t i = 0; i < grouping->rows; i++)
        if (is_member(grouping, copy_of, i))
            begin[grouping->group[i] + 1]++;
    for (uint32_t g = 0; g < built.groups; g++)
        begin[g + 1] += begin[g];
    /* Filling moves every begin to the next one; they are moved back afterwards. */
    for (size_t i = 0; i < grouping->rows; i++)
        if (is_member(grouping, copy_of, i))
            built.row[begin[grouping->group[i]]++] = (uint32_t)i;
    memmove(begin + 1, begin, built.groups * sizeof *begin);
    begin[0] = 0;
    *members = built;
    return TDG_OK;
}

void tdg_members_done(struct tdg_members *members)
{
    free(members->begin);
    free(members->row);
    *members = (struct tdg_members){0};
}
