// SPDX-License-Identifier: GPL-3.0-or-later
/* The last word on where a row goes have its words: a multinomial naive Bayes model of the groups
 * (McCallum and Nigam 1998) on ln(1 + count), smoothed towards the whole. It depends on the counts
 * of a row alone, so articles with the same words go to the same group. */
#include "cluster/nb_model.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "cluster/grouping.h"
#include "vector/vector.h"

enum {
    CHUNK = 256,
    MIN_WORDS = 2,
};

/* Of the prior, for each term: how many words of the whole are added to each group. */
static const double PRIOR = 0.1;

static double rounded(double logarithm)
{
    return (double)(float)logarithm;
}

double tdg_word_prior(size_t terms)
{
    return PRIOR * (double)terms;
}

/* The C library may compute logarithms in another way on another processor; all agree on the digits
 * of a float. */
double tdg_words_of(float count)
{
    return rounded(log1p((double)count));
}

static int allocate(struct tdg_nb_model *model, size_t terms)
{
    uint32_t groups = model->groups;
    model->table = tdg_alloc(terms, groups * sizeof *model->table);
    model->words = tdg_alloc(terms, sizeof *model->words);
    model->all = tdg_alloc(groups, sizeof *model->all);
    model->scale = tdg_alloc(groups, sizeof *model->scale);
    model->size = tdg_alloc(groups, sizeof *model->size);
    bool good = model->table && model->words && model->all && model->scale && model->size;
    return good ? TDG_OK : TDG_ENOMEM;
}

void tdg_nb_model_done(struct tdg_nb_model *model)
{
    free(model->table);
    free(model->words);
    free(model->all);
    free(model->scale);
    free(model->size);
    *model = (struct tdg_nb_model){0};
}

static void count_words(struct tdg_nb_model *model, const struct tdg_fit *fit,
                        const uint32_t *group)
{
    const struct tdg_matrix *counts = fit->input->counts;
    for (size_t p = 0; p < fit->count; p++) {
        uint32_t row = fit->row[p], own = group[row];
        for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++) {
            double words = tdg_words_of(counts->weight[at]);
            model->table[(size_t)counts->column[at] * model->groups + own] += words;
            model->all[own] += words;
        }
    }
}

int tdg_nb_model_init(struct tdg_nb_model *model, const struct tdg_fit *fit, const uint32_t *group,
                      uint32_t groups)
{
    size_t terms = fit->input->counts->columns;
    struct tdg_nb_model made = {.groups = groups, .prior = tdg_word_prior(terms)};
    int status = allocate(&made, terms);
    if (status) {
        tdg_nb_model_done(&made);
        return status;
    }
    count_words(&made, fit, group);
    tdg_group_sizes(made.size, fit, group, groups);
    for (size_t term = 0; term < terms; term++)
        for (uint32_t g = 0; g < groups; g++)
            made.words[term] += made.table[term * groups + g];
    for (uint32_t g = 0; g < groups; g++) {
        made.whole += made.all[g];
        made.scale[g] = made.size[g] ? 1 / (made.all[g] + made.prior) : 0;
    }
    *model = made;
    return TDG_OK;
}

static int compare_shares(void *context, const struct tdg_chunk *chunk)
{
    struct tdg_nb_model *model = context;
    for (size_t term = chunk->begin; term < chunk->end; term++) {
        double *table = model->table + term * model->groups;
        double share = model->words[term] / model->whole;
        for (uint32_t g = 0; g < model->groups && share > 0; g++)
            table[g] =
                rounded(log((table[g] / share + model->prior) / (model->all[g] + model->prior)));
    }
    return TDG_OK;
}

int tdg_nb_model_compare(struct tdg_nb_model *model, size_t terms, struct tdg_workers *workers)
{
    return tdg_workers_run(workers, terms, CHUNK, compare_shares, model);
}

struct placing {
    const struct tdg_fit *fit;
    struct tdg_nb_model *model;
    uint32_t *group;
    double *score; /* [workers][groups] */
    size_t *moved; /* [chunks] */
};

static unsigned words_of_subject(const struct tdg_fit *fit, size_t row, uint32_t subject)
{
    const struct tdg_matrix *counts = fit->input->counts;
    const struct tdg_cluster_seeds *seeds = fit->input->seeds;
    unsigned met = 0;
    for (size_t s = seeds->begin[subject]; s < seeds->begin[subject + 1]; s++)
        for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++)
            met += counts->column[at] == seeds->column[s];
    return met;
}

/* A small group is much like the whole, and would collect what is like nothing else. The group of a
 * narrow subject only takes rows with several words of it. */
static bool may_take(const struct placing *placing, size_t row, uint32_t group)
{
    const struct tdg_fit *fit = placing->fit;
    if (!fit->narrow || fit->narrow[group] == TDG_NONE)
        return true;
    return words_of_subject(fit, row, fit->narrow[group]) >= MIN_WORDS;
}

static uint32_t most_likely(const struct placing *placing, size_t row, double *score)
{
    const struct tdg_matrix *counts = placing->fit->input->counts;
    const struct tdg_nb_model *model = placing->model;
    memset(score, 0, model->groups * sizeof *score);
    for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++) {
        double words = tdg_words_of(counts->weight[at]);
        const double *table = model->table + (size_t)counts->column[at] * model->groups;
        for (uint32_t g = 0; g < model->groups; g++)
            score[g] += words * table[g];
    }
    uint32_t best = TDG_NONE;
    for (uint32_t g = 0; g < model->groups; g++)
        if (model->size[g] && (best == TDG_NONE || score[g] > score[best]) &&
            may_take(placing, row, g))
            best = g;
    return best;
}

static int place_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct placing *placing = context;
    double *score = placing->score + (size_t)chunk->worker * placing->model->groups;
    for (size_t p = chunk->begin; p < chunk->end; p++) {
        uint32_t row = placing->fit->row[p], group = most_likely(placing, row, score);
        placing->moved[chunk->index] += group != placing->group[row];
        placing->group[row] = group;
    }
    return TDG_OK;
}

int tdg_pass_words(uint32_t *group, size_t *moved, const struct tdg_fit *fit, uint32_t groups)
{
    size_t chunks = tdg_chunk_count(fit->count, CHUNK);
    struct tdg_nb_model model = {0};
    struct placing placing = {
        .fit = fit,
        .model = &model,
        .group = group,
        .score = tdg_alloc(tdg_workers_count(fit->workers), groups * sizeof *placing.score),
        .moved = tdg_alloc(chunks, sizeof *placing.moved),
    };
    int status = placing.score && placing.moved ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_nb_model_init(&model, fit, group, groups);
    if (!status)
        status = tdg_nb_model_compare(&model, fit->input->counts->columns, fit->workers);
    if (!status)
        status = tdg_workers_run(fit->workers, fit->count, CHUNK, place_chunk, &placing);
    for (size_t i = 0, sum = 0; !status && i < chunks; i++)
        *moved = sum += placing.moved[i];
    tdg_nb_model_done(&model);
    free(placing.score);
    free(placing.moved);
    return status;
}
