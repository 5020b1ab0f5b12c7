// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/renumber.h"

#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

struct place {
    size_t size;
    size_t first; /* row */
    uint32_t group;
};

/* Larger before smaller, then the earlier first row; empty groups come last. */
static int compare_places(const void *a, const void *b)
{
    const struct place *one = a, *other = b;
    if (one->size != other->size)
        return one->size > other->size ? -1 : 1;
    return (one->first > other->first) - (one->first < other->first);
}

/* Below `groups` or none. */
static uint32_t translate(const uint32_t *number, uint32_t group, uint32_t groups)
{
    return group == TDG_NONE || number[group] >= groups ? TDG_NONE : number[group];
}

static void measure(struct place *place, const struct tdg_grouping *grouping)
{
    for (uint32_t g = 0; g < grouping->groups; g++)
        place[g] = (struct place){.group = g};
    for (size_t i = 0; i < grouping->rows; i++) {
        if (grouping->group[i] == TDG_NONE)
            continue;
        struct place *own = &place[grouping->group[i]];
        if (own->size++ == 0)
            own->first = i;
    }
}

/* Of parents, by the rows of their groups; parents without groups come last. */
static void measure_parents(struct place *place, const struct tdg_grouping *grouping,
                            const uint32_t *parent, const size_t *size, uint32_t groups)
{
    for (uint32_t p = 0; p < grouping->parents; p++)
        place[p] = (struct place){.group = p};
    for (uint32_t g = groups; g-- > 0;) {
        place[parent[g]].size += size[g];
        place[parent[g]].first = g;
    }
}

/* Parents in order, too; without groups they are none. number: [groups before] the new ones, of
 * which the first `groups` have rows, size[] of them. */
static int renumber_parents(struct tdg_grouping *grouping, const uint32_t *number,
                            const size_t *size, uint32_t groups)
{
    uint32_t *parent = tdg_alloc(grouping->groups, sizeof *parent);
    struct place *place = tdg_alloc(grouping->parents, sizeof *place);
    uint32_t *order = tdg_alloc(grouping->parents, sizeof *order);
    int status = parent && place && order ? TDG_OK : TDG_ENOMEM;
    if (status)
        goto out;
    for (uint32_t g = 0; g < grouping->groups; g++)
        if (number[g] < groups)
            parent[number[g]] = grouping->parent[g];
    measure_parents(place, grouping, parent, size, groups);
    qsort(place, grouping->parents, sizeof *place, compare_places);
    uint32_t used = 0;
    for (uint32_t p = 0; p < grouping->parents; p++) {
        order[place[p].group] = p;
        used += place[p].size > 0;
    }
    for (uint32_t g = 0; g < groups; g++)
        parent[g] = order[parent[g]];
    free(grouping->parent);
    grouping->parent = parent;
    grouping->parents = used;
    parent = NULL;
out:
    free(parent);
    free(place);
    free(order);
    return status;
}

int tdg_grouping_sort_parents(struct tdg_grouping *grouping)
{
    uint32_t *number = tdg_alloc(grouping->groups, sizeof *number);
    size_t *size = tdg_alloc(grouping->groups, sizeof *size);
    int status = number && size ? TDG_OK : TDG_ENOMEM;
    for (uint32_t g = 0; !status && g < grouping->groups; g++)
        number[g] = g;
    for (size_t i = 0; !status && i < grouping->rows; i++)
        if (grouping->group[i] != TDG_NONE)
            size[grouping->group[i]]++;
    if (!status && grouping->parents)
        status = renumber_parents(grouping, number, size, grouping->groups);
    free(number);
    free(size);
    return status;
}

/* Every group takes the subject that it grew from along. */
static int renumber_subjects(struct tdg_grouping *grouping, const uint32_t *number, uint32_t groups)
{
    if (!grouping->subject)
        return TDG_OK;
    uint32_t *subject = tdg_alloc(grouping->groups, sizeof *subject);
    if (!subject)
        return TDG_ENOMEM;
    for (uint32_t g = 0; g < grouping->groups; g++)
        if (number[g] < groups)
            subject[number[g]] = grouping->subject[g];
    free(grouping->subject);
    grouping->subject = subject;
    return TDG_OK;
}

int tdg_grouping_renumber(struct tdg_grouping *grouping)
{
    struct place *place = tdg_alloc(grouping->groups, sizeof *place);
    uint32_t *number = tdg_alloc(grouping->groups, sizeof *number);
    size_t *size = tdg_alloc(grouping->groups, sizeof *size);
    int status = place && number && size ? TDG_OK : TDG_ENOMEM;
    if (status)
        goto out;
    measure(place, grouping);
    qsort(place, grouping->groups, sizeof *place, compare_places);
    uint32_t used = 0;
    for (uint32_t g = 0; g < grouping->groups; g++) {
        size[g] = place[g].size;
        number[place[g].group] = g;
        used += place[g].size > 0;
    }
    status = renumber_parents(grouping, number, size, used);
    if (!status)
        status = renumber_subjects(grouping, number, used);
    for (size_t i = 0; !status && i < grouping->rows; i++) {
        grouping->group[i] = translate(number, grouping->group[i], used);
        grouping->second[i] = translate(number, grouping->second[i], used);
        if (grouping->before)
            grouping->before[i] = translate(number, grouping->before[i], grouping->groups);
        if (grouping->second[i] == TDG_NONE)
            grouping->second_weight[i] = 0;
    }
    if (!status)
        grouping->groups = used;
out:
    free(place);
    free(number);
    free(size);
    return status;
}
