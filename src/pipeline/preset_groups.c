// SPDX-License-Identifier: GPL-3.0-or-later
/* Themes that the articles bring with them. */
#include "pipeline/preset_groups.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/intern.h"
#include "base/memory.h"
#include "cluster/group_count.h"
#include "pipeline/tally.h"

static const char *group_name(const void *context, size_t index)
{
    return ((const struct tdg_articles *)context)->items[index].group;
}

static void place(struct tdg_grouping *grouping, const struct tdg_articles *articles,
                  const struct tdg_intern *numbers)
{
    for (size_t i = 0; i < articles->count; i++) {
        const char *name = articles->items[i].group;
        grouping->group[i] = *name ? tdg_intern_find(numbers, name, strlen(name)) : TDG_NONE;
        grouping->weight[i] = grouping->closeness[i] = *name ? 1 : 0;
    }
}

int tdg_group_by_field(struct tdg_grouping *grouping, const char ***names,
                       const struct tdg_articles *articles, const char *field,
                       struct tdg_error *error)
{
    int status = TDG_ENOMEM;
    struct tdg_arena arena = {0};
    struct tdg_intern numbers = {0};
    struct tdg_grouping made = {0};
    const char **made_names = NULL;
    const struct tdg_tally *tally;
    size_t groups;
    if (tdg_tally_names(&tally, &groups, articles->count, group_name, articles, &arena))
        goto out;
    if (!groups) {
        status = TDG_EEMPTY;
        goto out;
    }
    made_names = tdg_alloc(groups, sizeof *made_names);
    for (size_t i = 0; i < groups; i++)
        if (!made_names || tdg_intern(&numbers, tally[i].name, strlen(tally[i].name)) == TDG_NONE)
            goto out;
    if (tdg_grouping_new(&made, articles->count, (uint32_t)groups))
        goto out;
    made.objective = 1;
    made.count.by = TDG_COUNT_FIELD;
    place(&made, articles, &numbers);
    for (size_t i = articles->count; i-- > 0;)
        if (made.group[i] != TDG_NONE)
            made_names[made.group[i]] = articles->items[i].group;
    *grouping = made;
    *names = made_names;
    made = (struct tdg_grouping){0};
    made_names = NULL;
    status = TDG_OK;
out:
    free(made_names);
    tdg_grouping_done(&made);
    tdg_intern_done(&numbers);
    tdg_arena_done(&arena);
    if (status == TDG_EEMPTY)
        return tdg_fail(error, status,
                        "--themes-from: the field \"%.80s\" is missing or empty in every article",
                        field);
    return tdg_fail_status(error, status);
}
