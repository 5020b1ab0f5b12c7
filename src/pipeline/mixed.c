// SPDX-License-Identifier: GPL-3.0-or-later
/* Which themes are what the others have left over. Some of them hold together much less than themes
 * usually do; of others, of titles above all, not even the best terms are in more than a few of the
 * articles. Neither sign finds all of them.
 *
 * Where articles are long, the best term of a theme should be in more of them than where they are
 * titles: there a leftover has both signs, neither of them as clear. And where a term is in much of
 * a theme and rarely met elsewhere, the theme has a subject, however little it holds together: the
 * early news of a virus, told in a hundred ways. */
#include "pipeline/mixed.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "cluster/grouping.h"
#include "cluster/renumber.h"
#include "label/label.h"

enum { MIN_ARTICLES = 20, TERMS = 3 };
static const double MIN_COHESION = 0.6; /* of the median theme's */
static const double MIN_SHARE = 0.07;   /* of the articles, that has one of the best terms … */
static const double LONG_SHARE = 0.18;  /* … and where they are long … */
static const double LOOSE = 0.75; /* … in a theme that coheres less than that, by the median's */
static const double LONG_TERMS = 100;     /* of the median article */
static const double TELLING_SHARE = 0.25; /* of the articles, that has a telling term … */
static const double TELLING_TIMES = 5;    /* … so many times that of all others */

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

static int compare_sizes(const void *left, const void *right)
{
    const size_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* Whether the median article has many different terms; false when out of memory, with *status. */
static bool are_long(const struct tdg_run *run, int *status)
{
    size_t rows = run->counts.rows;
    size_t *terms = tdg_alloc(rows, sizeof *terms);
    if (!terms)
        *status = TDG_ENOMEM;
    for (size_t i = 0; terms && i < rows; i++)
        terms[i] = run->counts.begin[i + 1] - run->counts.begin[i];
    if (terms)
        qsort(terms, rows, sizeof *terms, compare_sizes);
    size_t middle = rows / 2;
    bool long_ones = terms && rows && (double)terms[middle] >= LONG_TERMS;
    free(terms);
    return long_ones;
}

/* What themes are measured by. */
struct measure {
    const struct tdg_grouping *grouping;
    const size_t *originals; /* [groups] */
    size_t all;
    double median;
    bool long_ones;
};

static double largest_share(const struct tdg_label *label, size_t originals)
{
    size_t most = 0;
    for (size_t i = 0; i < label->term_count && i < TERMS; i++)
        most = label->terms[i].articles > most ? label->terms[i].articles : most;
    return (double)most / (double)originals;
}

static bool has_telling_term(const struct tdg_label *label, size_t originals, size_t all)
{
    for (size_t i = 0; label->shares && i < label->term_count && i < TERMS; i++) {
        double inside = (double)label->terms[i].articles, share = label->shares[i];
        double elsewhere = share > 0 ? inside / share - inside : HUGE_VAL;
        if (inside >= TELLING_SHARE * (double)originals &&
            inside * (double)(all - originals) >= TELLING_TIMES * elsewhere * (double)originals)
            return true;
    }
    return false;
}

static bool is_mixed(const struct measure *measure, uint32_t group, const struct tdg_label *label)
{
    size_t originals = measure->originals[group];
    double cohesion =
        measure->median > 0 ? measure->grouping->cohesion[group] / measure->median : 1;
    if (originals < MIN_ARTICLES)
        return false;
    double share = largest_share(label, originals);
    bool little =
        share <= MIN_SHARE || (measure->long_ones && share <= LONG_SHARE && cohesion < LOOSE);
    return little || (cohesion < MIN_COHESION && !has_telling_term(label, originals, measure->all));
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
    struct measure measure = {.grouping = grouping, .originals = originals};
    if (!status) {
        measure.median = median_cohesion(sorted, grouping);
        measure.long_ones = are_long(run, &status);
    }
    for (size_t i = 0; !status && i < grouping->rows; i++)
        if (grouping->group[i] != TDG_NONE && run->copy_of[i] == TDG_NONE) {
            originals[grouping->group[i]]++;
            measure.all++;
        }
    for (uint32_t g = 0; !status && g < groups; g++) {
        bool given = grouping->subject && grouping->subject[g] != TDG_NONE;
        run->mixed[g] = !given && is_mixed(&measure, g, &run->labels.items[g]);
        if (run->mixed[g])
            set_apart(grouping, g);
    }
    if (!status)
        status = tdg_grouping_sort_parents(grouping);
    free(sorted);
    free(originals);
    return tdg_fail_status(run->error, status);
}

int tdg_name_mixed(struct tdg_run *run)
{
    int status = TDG_OK;
    for (uint32_t g = 0; !status && run->mixed && g < run->grouping.groups; g++)
        if (run->mixed[g])
            status = rename_label(&run->labels.items[g], &run->labels.arena);
    return tdg_fail_status(run->error, status);
}
