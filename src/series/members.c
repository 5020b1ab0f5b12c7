// SPDX-License-Identifier: GPL-3.0-or-later
/* Which articles every series of a family counts. */
#include "series/members.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "calendar/period.h"
#include "series/panel.h"
#include "series/trends.h"

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

static int make_lookup(struct lookup *lookup, const struct tdg_watch *watch,
                       const struct tdg_trend_input *input)
{
    *lookup = (struct lookup){make_index(input->groups), make_index(input->parents),
                              make_index(input->vocabulary->columns)};
    if (!lookup->of_theme || !lookup->of_parent || !lookup->of_term)
        return TDG_ENOMEM;
    for (size_t s = 0; s < watch->family.series; s++) {
        uint32_t *const index[] = {[TDG_SUBJECT_THEME] = lookup->of_theme,
                                   [TDG_SUBJECT_PARENT] = lookup->of_parent,
                                   [TDG_SUBJECT_TERM] = lookup->of_term};
        index[watch->subjects[s].kind][watch->subjects[s].index] = (uint32_t)s;
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
static void add(struct tdg_watch *watch, uint32_t series, size_t row)
{
    if (series == TDG_NONE)
        return;
    size_t at = watch->member_begin[series + 1]++;
    if (watch->member)
        watch->member[at] = (uint32_t)row;
}

static void add_all(struct tdg_watch *watch, const struct lookup *lookup,
                    const struct tdg_timeline *timeline, const struct tdg_trend_input *input)
{
    for (size_t i = 0; i < input->articles; i++) {
        uint32_t group = input->group[i];
        if (!tdg_watch_counts(watch, timeline, input, i))
            continue;
        if (group != TDG_NONE)
            add(watch, lookup->of_theme[group], i);
        if (group != TDG_NONE && input->parent)
            add(watch, lookup->of_parent[input->parent[group]], i);
        for (size_t k = input->counts->begin[i]; k < input->counts->begin[i + 1]; k++)
            add(watch, lookup->of_term[input->counts->column[k]], i);
    }
}

int tdg_watch_members(struct tdg_watch *watch, const struct tdg_timeline *timeline,
                      const struct tdg_trend_input *input)
{
    size_t series = watch->family.series;
    struct lookup lookup;
    int status = make_lookup(&lookup, watch, input);
    watch->member_begin = tdg_alloc(series + 2, sizeof *watch->member_begin);
    if (status || !watch->member_begin) {
        status = TDG_ENOMEM;
        goto out;
    }
    add_all(watch, &lookup, timeline, input);
    /* From counts to begins, one place further on: writing moves each to the next one's begin. */
    for (size_t s = 1; s <= series; s++)
        watch->member_begin[s] += watch->member_begin[s - 1];
    watch->member = tdg_alloc(watch->member_begin[series], sizeof *watch->member);
    memmove(watch->member_begin + 1, watch->member_begin, series * sizeof *watch->member_begin);
    watch->member_begin[0] = 0;
    if (watch->member)
        add_all(watch, &lookup, timeline, input);
    else
        status = TDG_ENOMEM;
out:
    free_lookup(&lookup);
    return status;
}
