// SPDX-License-Identifier: GPL-3.0-or-later
/* Rows that a fit has put elsewhere, and whose words do not say why. A fit moves many rows for the
 * company that their neighbours keep, and the border between two groups is not sharp. */
#include "cluster/reassign.h"

#include <math.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "cluster/fit.h"
#include "cluster/mixture.h"
#include "cluster/nb_model.h"

enum { CHUNK = 256 };

struct holding {
    const struct tdg_fit *fit;
    const struct tdg_nb_model *model;
    const uint32_t *group; /* [rows] that the model has learnt */
    const uint32_t *back;  /* [rows] */
    uint32_t *held;        /* [rows] */
};

/* ln(share in the group / share in the whole) of a term, both but for their own words of it. */
static double told(const struct tdg_nb_model *model, double table, double share, double all)
{
    return (double)(float)log((fmax(table, 0) / share + model->prior) / (all + model->prior));
}

/* How much more the words of a row speak for the group it is in than for another one: as if the row
 * itself had not been there, or it would always speak for its own. */
static double lead(const struct holding *holding, size_t row)
{
    const struct tdg_matrix *counts = holding->fit->input->counts;
    const struct tdg_nb_model *model = holding->model;
    uint32_t group = holding->group[row], back = holding->back[row];
    double all = 0, sum = 0;
    for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++)
        all += tdg_words_of(counts->weight[at]);
    for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++) {
        double own = tdg_words_of(counts->weight[at]);
        double others = model->words[counts->column[at]] - own;
        const double *table = model->table + (size_t)counts->column[at] * model->groups;
        if (others <= 1e-9)
            continue;
        double share = others / (model->whole - all);
        sum += own * (told(model, table[group] - own, share, model->all[group] - all) -
                      told(model, table[back], share, model->all[back]));
    }
    return sum;
}

static int hold_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct holding *holding = context;
    for (size_t p = chunk->begin; p < chunk->end; p++) {
        uint32_t row = holding->fit->row[p], back = holding->back[row];
        if (back != TDG_NONE && back != holding->group[row] && lead(holding, row) <= 0)
            holding->held[row] = back;
    }
    return TDG_OK;
}

static int hold(struct tdg_grouping *grouping, const struct tdg_fit *fit, const uint32_t *back)
{
    struct tdg_nb_model model = {0};
    uint32_t *held = tdg_alloc(grouping->rows, sizeof *held);
    int status =
        held ? tdg_nb_model_init(&model, fit, grouping->group, grouping->groups) : TDG_ENOMEM;
    struct holding holding = {fit, &model, grouping->group, back, held};
    if (!status) {
        memcpy(held, grouping->group, grouping->rows * sizeof *held);
        status = tdg_workers_run(fit->workers, fit->count, CHUNK, hold_chunk, &holding);
    }
    if (!status)
        memcpy(grouping->group, held, grouping->rows * sizeof *held);
    tdg_nb_model_done(&model);
    free(held);
    return status;
}

int tdg_grouping_reassign_if_not_worse(struct tdg_grouping *grouping, const uint32_t *back,
                                       const struct tdg_matrix *counts, const uint32_t *copy_of,
                                       struct tdg_workers *workers)
{
    struct tdg_cluster_input input = {.counts = counts, .copy_of = copy_of};
    struct tdg_fit fit = {0};
    int status = tdg_fit_init(&fit, &input, workers);
    if (!status && fit.count)
        status = hold(grouping, &fit, back);
    tdg_fit_done(&fit);
    return status ? status : tdg_grouping_recompute_weights(grouping, counts, copy_of, workers);
}
