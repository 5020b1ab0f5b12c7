// SPDX-License-Identifier: GPL-3.0-or-later
/* The last word on where a row goes have its words: a multinomial naive Bayes model of the groups
 * (McCallum and Nigam 1998) on ln(1 + count), smoothed towards the whole. It depends on the counts
 * of a row alone, so articles with the same words go to the same group. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "cluster/fit.h"

enum { CHUNK = 256 };

/* Of the prior, for each term: how many words of the whole are added to each group. */
static const double PRIOR = 0.1;

struct model {
    const struct tdg_fit *fit;
    uint32_t *group;
    uint32_t groups;
    double *table; /* [terms][groups] words, then ln(share in the group / share in the whole) */
    double *all;   /* [groups] words */
    size_t *size;  /* [groups] rows */
    double *score; /* [workers][groups] */
    size_t *moved; /* [chunks] */
};

/* The C library may compute logarithms in another way on another processor; all agree on this. */
static double rounded(double logarithm)
{
    return (double)(float)logarithm;
}

static void count_words(struct model *model)
{
    const struct tdg_matrix *counts = model->fit->input->counts;
    for (size_t p = 0; p < model->fit->count; p++) {
        uint32_t row = model->fit->row[p], group = model->group[row];
        for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++) {
            double words = rounded(log1p((double)counts->weight[at]));
            model->table[(size_t)counts->column[at] * model->groups + group] += words;
            model->all[group] += words;
        }
    }
    tdg_group_sizes(model->size, model->fit, model->group, model->groups);
}

static int compare_shares(void *context, const struct tdg_chunk *chunk)
{
    struct model *model = context;
    double prior = PRIOR * (double)model->fit->input->counts->columns, whole = 0;
    for (uint32_t g = 0; g < model->groups; g++)
        whole += model->all[g];
    for (size_t term = chunk->begin; term < chunk->end; term++) {
        double *table = model->table + term * model->groups, words = 0;
        for (uint32_t g = 0; g < model->groups; g++)
            words += table[g];
        double share = words / whole;
        for (uint32_t g = 0; g < model->groups && share > 0; g++)
            table[g] = rounded(log((table[g] / share + prior) / (model->all[g] + prior)));
    }
    return TDG_OK;
}

static uint32_t most_likely(const struct model *model, size_t row, double *score)
{
    const struct tdg_matrix *counts = model->fit->input->counts;
    memset(score, 0, model->groups * sizeof *score);
    for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++) {
        double words = rounded(log1p((double)counts->weight[at]));
        const double *table = model->table + (size_t)counts->column[at] * model->groups;
        for (uint32_t g = 0; g < model->groups; g++)
            score[g] += words * table[g];
    }
    uint32_t best = TDG_NONE;
    for (uint32_t g = 0; g < model->groups; g++)
        if (model->size[g] && (best == TDG_NONE || score[g] > score[best]))
            best = g;
    return best;
}

static int place_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct model *model = context;
    for (size_t p = chunk->begin; p < chunk->end; p++) {
        uint32_t row = model->fit->row[p];
        uint32_t group =
            most_likely(model, row, model->score + (size_t)chunk->worker * model->groups);
        model->moved[chunk->index] += group != model->group[row];
        model->group[row] = group;
    }
    return TDG_OK;
}

int tdg_pass_words(uint32_t *group, size_t *moved, const struct tdg_fit *fit, uint32_t groups)
{
    size_t terms = fit->input->counts->columns, chunks = tdg_chunk_count(fit->count, CHUNK);
    struct model model = {
        .fit = fit,
        .group = group,
        .groups = groups,
        .table = tdg_alloc(terms, groups * sizeof *model.table),
        .all = tdg_alloc(groups, sizeof *model.all),
        .size = tdg_alloc(groups, sizeof *model.size),
        .score = tdg_alloc(tdg_workers_count(fit->workers), groups * sizeof *model.score),
        .moved = tdg_alloc(chunks, sizeof *model.moved),
    };
    bool good = model.table && model.all && model.size && model.score && model.moved;
    int status = good ? TDG_OK : TDG_ENOMEM;
    if (!status) {
        count_words(&model);
        status = tdg_workers_run(fit->workers, terms, CHUNK, compare_shares, &model);
    }
    if (!status)
        status = tdg_workers_run(fit->workers, fit->count, CHUNK, place_chunk, &model);
    for (size_t i = 0, sum = 0; !status && i < chunks; i++)
        *moved = sum += model.moved[i];
    free(model.table);
    free(model.all);
    free(model.size);
    free(model.score);
    free(model.moved);
    return status;
}
