// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include "base/memory.h"
#include "cluster/kmeans.h"

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

static uint32_t translate(const uint32_t *number, uint32_t group)
{
    return group == TDG_NONE ? TDG_NONE : number[group];
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

int tdg_grouping_renumber(struct tdg_grouping *grouping)
{
    struct place *place = tdg_alloc(grouping->groups, sizeof *place);
    uint32_t *number = tdg_alloc(grouping->groups, sizeof *number);
    int status = place && number ? TDG_OK : TDG_ENOMEM;
    if (status)
        goto out;
    measure(place, grouping);
    qsort(place, grouping->groups, sizeof *place, compare_places);
    uint32_t used = 0;
    for (uint32_t g = 0; g < grouping->groups; g++)
        number[place[g].group] = place[g].size ? used++ : TDG_NONE;
    for (size_t i = 0; i < grouping->rows; i++) {
        grouping->group[i] = translate(number, grouping->group[i]);
        grouping->second[i] = translate(number, grouping->second[i]);
        if (grouping->second[i] == TDG_NONE)
            grouping->second_weight[i] = 0;
    }
    grouping->groups = used;
out:
    free(place);
    free(number);
    return status;
}
