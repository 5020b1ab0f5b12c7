// SPDX-License-Identifier: GPL-3.0-or-later
/* Which themes are what the others have left over. Some of them hold together much less than themes
 * usually do; of others, of titles above all, not even the best terms are in more than a few of the
 * articles. Neither sign finds all of them. */
#include <math.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/error.h"
#include "engine/run.h"

enum { FEWEST_ARTICLES = 20, TERMS = 3 };
static const double LEAST_COHESION = 0.6; /* of the median theme's */
static const double LEAST_SHARE = 0.07;   /* of the articles, that has one of the best terms */

static int compare(const void *left, const void *right)
{
    const double *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static double median_cohesion(double *sorted, const struct tdg_grouping *grouping)
{
    size_t known = 0;
    for (uint32_t g = 0; g < grouping->groups; g++)
        if (!isnan(grouping->cohesion[g]))
            sorted[known++] = grouping->cohesion[g];
    if (!known)
        return 0;
    qsort(sorted, known, sizeof *sorted, compare);
    return (sorted[known / 2] + sorted[(known - 1) / 2]) / 2;
}

static bool says_little(const struct tdg_label *label, size_t originals)
{
    size_t most = 0;
    for (size_t i = 0; i < label->term_count && i < TERMS; i++)
        most = label->terms[i].articles > most ? label->terms[i].articles : most;
    return (double)most <= LEAST_SHARE * (double)originals;
}

static int rename_label(struct tdg_label *label, struct tdg_arena *arena)
{
    struct tdg_buffer text = {0};
    tdg_buffer_format(&text, "Other subjects: %s", label->text);
    label->text = text.failed ? NULL : tdg_arena_string(arena, text.text);
    label->name = "";
    tdg_buffer_done(&text);
    return label->text ? TDG_OK : TDG_ENOMEM;
}

/* The one kind of group that belongs to no parent. */
static void set_apart(struct tdg_grouping *grouping, uint32_t group)
{
    if (grouping->parents && grouping->parents < grouping->groups)
        grouping->parent[group] = grouping->parents++;
}

int tdg_find_mixed(struct tdg_run *run)
{
    struct tdg_grouping *grouping = &run->grouping;
    uint32_t groups = grouping->groups;
    if (!run->settings.mark_mixed || !grouping->cohesion || groups < TERMS)
        return TDG_OK;
    double *sorted = tdg_alloc(groups, sizeof *sorted);
    size_t *originals = tdg_alloc(groups, sizeof *originals);
    run->mixed = tdg_alloc(groups, sizeof *run->mixed);
    int status = sorted && originals && run->mixed ? TDG_OK : TDG_ENOMEM;
    double least = status ? 0 : LEAST_COHESION * median_cohesion(sorted, grouping);
    for (size_t i = 0; !status && i < grouping->rows; i++)
        if (grouping->group[i] != TDG_NONE && run->copy_of[i] == TDG_NONE)
            originals[grouping->group[i]]++;
    for (uint32_t g = 0; !status && g < groups; g++) {
        bool given = grouping->subject && grouping->subject[g] != TDG_NONE;
        run->mixed[g] =
            !given && originals[g] >= FEWEST_ARTICLES &&
            (grouping->cohesion[g] < least || says_little(&run->labels.items[g], originals[g]));
        if (run->mixed[g])
            set_apart(grouping, g);
    }
    if (!status)
        status = tdg_grouping_sort_parents(grouping);
    free(sorted);
    free(originals);
    return status ? tdg_fail_memory(run->error) : TDG_OK;
}

int tdg_name_mixed(struct tdg_run *run)
{
    int status = TDG_OK;
    for (uint32_t g = 0; !status && run->mixed && g < run->grouping.groups; g++)
        if (run->mixed[g])
            status = rename_label(&run->labels.items[g], &run->labels.arena);
    return status ? tdg_fail_memory(run->error) : TDG_OK;
}

static void leave_out(struct tdg_finding_list *list, const bool *mixed)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].theme == TDG_NONE || !mixed[list->items[i].theme])
            list->items[kept++] = list->items[i];
    list->count = kept;
}

void tdg_forget_mixed(struct tdg_run *run)
{
    if (!run->mixed)
        return;
    leave_out(&run->trends.findings, run->mixed);
    leave_out(&run->trends.latest, run->mixed);
}
