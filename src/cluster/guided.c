// SPDX-License-Identifier: GPL-3.0-or-later
/* Groups of a person's subjects, beside those that are found: their leaves are set apart before the
 * tree is built over the others, and come back as groups behind the ones it is cut into. */
#include "cluster/guided.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

void tdg_guided_done(struct tdg_guided *guided)
{
    free(guided->subject);
    free(guided->anchor);
    free(guided->narrow);
    tdg_fit_done(&guided->rest);
    *guided = (struct tdg_guided){0};
}

/* Leaves that are drawn get no number, the others keep their order; product shrinks in place. */
static void set_apart(const uint32_t *drawn, uint32_t *number, struct tdg_leaves *leaves)
{
    uint32_t before = leaves->count, count = 0;
    for (uint32_t l = 0; l < before; l++)
        number[l] = drawn[l] == TDG_NONE ? count++ : TDG_NONE;
    for (size_t a = 0; a < before; a++)
        for (size_t b = 0; b < before && number[a] != TDG_NONE; b++)
            if (number[b] != TDG_NONE)
                leaves->product[(size_t)number[a] * count + number[b]] =
                    leaves->product[a * before + b];
    leaves->count = count;
}

static void part_rows(struct tdg_guided *guided, const struct tdg_fit *fit, const uint32_t *drawn,
                      const uint32_t *number, uint32_t *leaf)
{
    for (size_t p = 0; p < fit->count; p++) {
        uint32_t row = fit->row[p], own = leaf[row];
        guided->subject[row] = drawn[own];
        leaf[row] = number[own];
        if (number[own] != TDG_NONE)
            guided->rest.row[guided->rest.count++] = row;
    }
}

int tdg_guided_part(struct tdg_guided *guided, const struct tdg_fit *fit, struct tdg_leaves *leaves)
{
    size_t rows = fit->input->counts->rows;
    struct tdg_guided made = {.rest = {.input = fit->input, .workers = fit->workers}};
    uint32_t *drawn = tdg_alloc(leaves->count, sizeof *drawn);
    uint32_t *number = tdg_alloc(leaves->count, sizeof *number);
    made.subject = tdg_alloc(rows, sizeof *made.subject);
    made.anchor = tdg_alloc(rows, sizeof *made.anchor);
    made.rest.row = tdg_alloc(fit->count, sizeof *made.rest.row);
    bool good = drawn && number && made.subject && made.anchor && made.rest.row;
    int status = good ? TDG_OK : TDG_ENOMEM;
    if (!status && fit->input->seeds)
        status = tdg_seeds_draw(drawn, made.anchor, fit, leaves->leaf, leaves->count);
    else if (!status)
        memset(drawn, 0xFF, leaves->count * sizeof *drawn); /* TDG_NONE */
    if (!status) {
        set_apart(drawn, number, leaves);
        part_rows(&made, fit, drawn, number, leaves->leaf);
        *guided = made;
        made = (struct tdg_guided){0};
    }
    free(drawn);
    free(number);
    tdg_guided_done(&made);
    return status;
}

/* With fewer rows than one part in so many of the average group, a subject is narrow. */
enum { NARROW = 12 };

/* group[subject]: its number, or TDG_NONE where nothing was drawn to it. */
static uint32_t number_subjects(uint32_t *group, const struct tdg_guided *guided,
                                const struct tdg_fit *fit, uint32_t first)
{
    uint32_t subjects = fit->input->seeds->subjects;
    for (uint32_t s = 0; s < subjects; s++)
        group[s] = TDG_NONE;
    for (size_t p = 0; p < fit->count; p++)
        if (guided->subject[fit->row[p]] != TDG_NONE)
            group[guided->subject[fit->row[p]]] = 0;
    uint32_t groups = first;
    for (uint32_t s = 0; s < subjects; s++)
        if (group[s] != TDG_NONE)
            group[s] = groups++;
    return groups;
}

int tdg_guided_join(struct tdg_grouping *grouping, struct tdg_guided *guided,
                    const struct tdg_fit *fit)
{
    if (!fit->input->seeds)
        return TDG_OK;
    uint32_t subjects = fit->input->seeds->subjects, found = grouping->groups;
    uint32_t *group = tdg_alloc(subjects, sizeof *group);
    uint32_t *subject = tdg_alloc((size_t)found + subjects, sizeof *subject);
    uint32_t *narrow = tdg_alloc((size_t)found + subjects, sizeof *narrow);
    size_t *size = tdg_alloc((size_t)found + subjects, sizeof *size);
    if (!group || !subject || !narrow || !size) {
        free(group);
        free(subject);
        free(narrow);
        free(size);
        return TDG_ENOMEM;
    }
    grouping->groups = number_subjects(group, guided, fit, found);
    for (uint32_t g = 0; g < found; g++)
        subject[g] = TDG_NONE;
    for (uint32_t s = 0; s < subjects; s++)
        if (group[s] != TDG_NONE)
            subject[group[s]] = s;
    for (size_t p = 0; p < fit->count; p++) {
        uint32_t row = fit->row[p];
        if (guided->subject[row] != TDG_NONE)
            grouping->group[row] = group[guided->subject[row]];
        if (guided->anchor[row] != TDG_NONE)
            guided->anchor[row] = group[guided->anchor[row]];
    }
    tdg_group_sizes(size, fit, grouping->group, grouping->groups);
    for (uint32_t g = 0; g < grouping->groups; g++)
        narrow[g] = size[g] * NARROW * grouping->groups < fit->count ? subject[g] : TDG_NONE;
    free(group);
    free(size);
    grouping->subject = subject;
    guided->narrow = narrow;
    return TDG_OK;
}

void tdg_guided_restore(uint32_t *group, const struct tdg_guided *guided, const struct tdg_fit *fit)
{
    for (size_t p = 0; p < fit->count && fit->input->seeds; p++)
        if (guided->anchor[fit->row[p]] != TDG_NONE)
            group[fit->row[p]] = guided->anchor[fit->row[p]];
}
