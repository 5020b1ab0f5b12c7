// SPDX-License-Identifier: GPL-3.0-or-later
/* What the last pass by words compared, for the rows that somebody asks about. */
#include "cluster/evidence.h"

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "cluster/fit.h"
#include "cluster/nb_model.h"

double tdg_evidence_sum(const struct tdg_evidence *evidence, size_t group, size_t groups)
{
    double sum = 0;
    for (size_t i = 0; i < evidence->terms; i++)
        sum += evidence->value[i * groups + group];
    return sum;
}

/* Of the `groups` that are left of those that the model knows. */
static int tell(struct tdg_evidence *evidence, const struct tdg_nb_model *model,
                const struct tdg_matrix *counts, uint32_t groups, size_t row)
{
    size_t begin = counts->begin[row], terms = counts->begin[row + 1] - begin;
    double *value = tdg_alloc(terms, groups * sizeof *value);
    if (!value)
        return TDG_ENOMEM;
    for (size_t i = 0; i < terms; i++) {
        double words = tdg_words_of(counts->weight[begin + i]);
        const double *table = model->table + (size_t)counts->column[begin + i] * model->groups;
        for (size_t g = 0; g < groups; g++)
            value[i * groups + g] = words * table[g];
    }
    *evidence = (struct tdg_evidence){terms, value};
    return TDG_OK;
}

/* Of the partition that the pass learnt from. */
static uint32_t count_groups(const struct tdg_grouping *grouping)
{
    uint32_t groups = grouping->groups;
    for (size_t i = 0; i < grouping->rows; i++)
        if (grouping->before[i] != TDG_NONE && grouping->before[i] >= groups)
            groups = grouping->before[i] + 1;
    return groups;
}

int tdg_word_evidence(struct tdg_evidence *evidence, const uint32_t *row, size_t count,
                      const struct tdg_grouping *grouping, const struct tdg_matrix *counts,
                      const uint32_t *copy_of, struct tdg_workers *workers)
{
    if (!grouping->before)
        return TDG_EINVAL;
    struct tdg_cluster_input input = {.counts = counts, .copy_of = copy_of};
    struct tdg_fit fit = {0};
    struct tdg_nb_model model = {0};
    struct tdg_evidence *made = tdg_alloc(count, sizeof *made);
    int status = made ? tdg_fit_init(&fit, &input, workers) : TDG_ENOMEM;
    if (!status)
        status = tdg_nb_model_init(&model, &fit, grouping->before, count_groups(grouping));
    if (!status)
        status = tdg_nb_model_compare(&model, counts->columns, workers);
    for (size_t i = 0; !status && i < count; i++)
        status = tell(&made[i], &model, counts, grouping->groups, row[i]);
    for (size_t i = 0; made && i < count; i++) {
        if (status)
            free(made[i].value);
        else
            evidence[i] = made[i];
    }
    free(made);
    tdg_nb_model_done(&model);
    tdg_fit_done(&fit);
    return status;
}
