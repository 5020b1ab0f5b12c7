// SPDX-License-Identifier: GPL-3.0-or-later
/* Which articles every series of a family counts. */
#include "series/members.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

/* The series that an article may belong to: of its theme, of its parent, of each of its terms. */
struct lookup {
    uint32_t *of_theme;  /* [groups] */
    uint32_t *of_parent; /* [parents] */
    uint32_t *of_term;   /* [columns] */
};

static uint32_t *make_index(size_t count)
{
    uint32_t *index = tdg_alloc(count, sizeof *index);
    for (size_t i = 0; index && i < count; i++)
        index[i] = TDG_NONE;
    return index;
}

static int make_lookup(struct lookup *lookup, const struct tdg_panel *panel,
                       const struct tdg_trend_input *input)
{
    *lookup = (struct lookup){make_index(input->groups), make_index(input->parents),
                              make_index(input->vocabulary->columns)};
    if (!lookup->of_theme || !lookup->of_parent || !lookup->of_term)
        return TDG_ENOMEM;
    for (size_t s = 0; s < panel->family.series; s++) {
        uint32_t *const index[] = {[TDG_SERIES_THEME] = lookup->of_theme,
                                   [TDG_SERIES_PARENT] = lookup->of_parent,
                                   [TDG_SERIES_TERM] = lookup->of_term};
        index[panel->subjects[s].kind][panel->subjects[s].index] = (uint32_t)s;
    }
    return TDG_OK;
}

static void free_lookup(struct lookup *lookup)
{
    free(lookup->of_theme);
    free(lookup->of_parent);
    free(lookup->of_term);
}

/* One more of a series: counts it, or writes it down where there is room for it. */
static void add(struct tdg_panel *panel, uint32_t series, size_t row)
{
    if (series == TDG_NONE)
        return;
    size_t at = panel->member_begin[series + 1]++;
    if (panel->member)
        panel->member[at] = (uint32_t)row;
}

static void add_all(struct tdg_panel *panel, const struct lookup *lookup,
                    const struct tdg_timeline *timeline, const struct tdg_trend_input *input)
{
    for (size_t i = 0; i < input->articles; i++) {
        uint32_t group = input->group[i];
        if (!tdg_panel_counts(panel, timeline, input, i))
            continue;
        if (group != TDG_NONE)
            add(panel, lookup->of_theme[group], i);
        if (group != TDG_NONE && input->parent)
            add(panel, lookup->of_parent[input->parent[group]], i);
        for (size_t k = input->counts->begin[i]; k < input->counts->begin[i + 1]; k++)
            add(panel, lookup->of_term[input->counts->column[k]], i);
    }
}

int tdg_panel_members(struct tdg_panel *panel, const struct tdg_timeline *timeline,
                      const struct tdg_trend_input *input)
{
    size_t series = panel->family.series;
    struct lookup lookup;
    int status = make_lookup(&lookup, panel, input);
    panel->member_begin = tdg_alloc(series + 2, sizeof *panel->member_begin);
    if (status || !panel->member_begin) {
        status = TDG_ENOMEM;
        goto out;
    }
    add_all(panel, &lookup, timeline, input);
    /* From counts to begins, one place further on: writing moves each to the next one's begin. */
    for (size_t s = 1; s <= series; s++)
        panel->member_begin[s] += panel->member_begin[s - 1];
    panel->member = tdg_alloc(panel->member_begin[series], sizeof *panel->member);
    memmove(panel->member_begin + 1, panel->member_begin, series * sizeof *panel->member_begin);
    panel->member_begin[0] = 0;
    if (panel->member)
        add_all(panel, &lookup, timeline, input);
    else
        status = TDG_ENOMEM;
out:
    free_lookup(&lookup);
    return status;
}
