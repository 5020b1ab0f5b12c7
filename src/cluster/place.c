// SPDX-License-Identifier: GPL-3.0-or-later
/* New rows into groups that are there: naive Bayes with words that were learnt before, as
 * cluster/nb_model.c has it at the end of a fit. Nothing that is placed moves. */
#include "cluster/place.h"

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

/* A copy of the stock: logarithms are taken in place, and the rows are added later on. */
static int copy_stock(struct tdg_nb_model *model, const struct tdg_nb_counts *stock, size_t columns)
{
    uint32_t groups = stock->groups;
    *model = (struct tdg_nb_model){
        .groups = groups,
        .table = tdg_alloc(columns, groups * sizeof *model->table),
        .words = tdg_alloc(columns, sizeof *model->words),
        .all = tdg_alloc(groups, sizeof *model->all),
        .scale = tdg_alloc(groups, sizeof *model->scale),
        .size = tdg_alloc(groups, sizeof *model->size),
        .whole = stock->whole,
        .prior = tdg_word_prior(stock->terms),
    };
    if (!model->table || !model->words || !model->all || !model->scale || !model->size)
        return TDG_ENOMEM;
    if (columns && groups) {
        memcpy(model->table, stock->table, columns * groups * sizeof *model->table);
        memcpy(model->words, stock->words, columns * sizeof *model->words);
        memcpy(model->all, stock->all, groups * sizeof *model->all);
    }
    for (uint32_t g = 0; g < groups; g++)
        model->size[g] = stock->all[g] > 0;
    return TDG_OK;
}

int tdg_grouping_reassign(struct tdg_grouping *grouping, const struct tdg_matrix *counts,
                          const uint32_t *copy_of, struct tdg_workers *workers)
{
    struct tdg_cluster_input input = {.counts = counts, .copy_of = copy_of};
    struct tdg_fit fit = {0};
    size_t moved = 0;
    int status = tdg_fit_init(&fit, &input, workers);
    if (!status)
        status = tdg_pass_words(grouping->group, &moved, &fit, grouping->groups);
    tdg_fit_done(&fit);
    return status ? status : tdg_grouping_recompute_weights(grouping, counts, copy_of, workers);
}

struct placing {
    const struct tdg_matrix *counts;
    const struct tdg_nb_model *model;
    struct tdg_grouping *grouping;
    const uint32_t *given; /* [rows] or NULL */
    double least;
    double *score; /* [workers][groups] */
};

/* score[group]: nats. The words of the row. */
static double score_row(double *score, const struct tdg_nb_model *model,
                        const struct tdg_matrix *counts, size_t row)
{
    double words = 0;
    memset(score, 0, model->groups * sizeof *score);
    for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++) {
        double own = tdg_words_of(counts->weight[at]);
        const double *table = model->table + (size_t)counts->column[at] * model->groups;
        words += own;
        for (uint32_t g = 0; g < model->groups; g++)
            score[g] += own * table[g];
    }
    return words;
}

/* In a tie the first one; TDG_NONE where there is none but `but`. */
static uint32_t best_group(const double *score, const struct tdg_nb_model *model, uint32_t but)
{
    uint32_t best = TDG_NONE;
    for (uint32_t g = 0; g < model->groups; g++)
        if (g != but && model->size[g] && (best == TDG_NONE || score[g] > score[best]))
            best = g;
    return best;
}

static int place_chunk(void *context, const struct tdg_chunk *chunk)
{
    const struct placing *placing = context;
    double *score = placing->score + (size_t)chunk->worker * placing->model->groups;
    for (size_t row = chunk->begin; row < chunk->end; row++) {
        uint32_t best = placing->given ? placing->given[row] : TDG_NONE;
        if (best == TDG_NONE) {
            double words = score_row(score, placing->model, placing->counts, row);
            best = words > 0 ? best_group(score, placing->model, TDG_NONE) : TDG_NONE;
            if (best != TDG_NONE && score[best] < placing->least * words)
                best = TDG_NONE;
        }
        placing->grouping->group[row] = best;
    }
    return TDG_OK;
}

/* Weights leave a row's own words out of its group, so they have to be in. */
static void add_rows(struct tdg_nb_model *model, const struct tdg_matrix *counts,
                     const uint32_t *group)
{
    for (size_t row = 0; row < counts->rows; row++) {
        if (group[row] == TDG_NONE)
            continue;
        for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++) {
            double words = tdg_words_of(counts->weight[at]);
            model->table[(size_t)counts->column[at] * model->groups + group[row]] += words;
            model->words[counts->column[at]] += words;
            model->all[group[row]] += words;
            model->whole += words;
        }
    }
    for (uint32_t g = 0; g < model->groups; g++)
        model->scale[g] = model->size[g] ? 1 / (model->all[g] + model->prior) : 0;
}

static int weigh(struct tdg_grouping *grouping, const struct tdg_matrix *counts,
                 const struct tdg_nb_counts *stock, struct tdg_workers *workers)
{
    struct tdg_nb_model model = {0};
    struct tdg_cluster_input input = {.counts = counts};
    struct tdg_fit fit = {.input = &input, .workers = workers};
    fit.row = tdg_alloc(counts->rows, sizeof *fit.row);
    int status = fit.row ? copy_stock(&model, stock, counts->columns) : TDG_ENOMEM;
    for (size_t row = 0; !status && row < counts->rows; row++)
        if (grouping->group[row] != TDG_NONE)
            fit.row[fit.count++] = (uint32_t)row;
    if (!status) {
        add_rows(&model, counts, grouping->group);
        status = tdg_grouping_weigh_by(grouping, &fit, &model);
    }
    free(fit.row);
    tdg_nb_model_done(&model);
    return status;
}

int tdg_place_rows(struct tdg_grouping *grouping, const struct tdg_matrix *counts,
                   const uint32_t *given, const struct tdg_nb_counts *stock,
                   struct tdg_workers *workers)
{
    struct tdg_grouping made = {0};
    struct tdg_nb_model model = {0};
    struct placing placing = {
        counts,       &model,
        &made,        given,
        stock->least, tdg_alloc(tdg_workers_count(workers), stock->groups * sizeof *placing.score)};
    int status = placing.score ? tdg_grouping_new(&made, counts->rows, stock->groups) : TDG_ENOMEM;
    if (!status)
        status = copy_stock(&model, stock, counts->columns);
    if (!status)
        status = tdg_nb_model_compare(&model, counts->columns, workers);
    if (!status)
        status = tdg_workers_run(workers, counts->rows, CHUNK, place_chunk, &placing);
    if (!status)
        status = weigh(&made, counts, stock, workers);
    if (status)
        tdg_grouping_done(&made);
    else
        *grouping = made;
    tdg_nb_model_done(&model);
    free(placing.score);
    return status;
}

struct leading {
    const struct tdg_matrix *counts;
    const struct tdg_nb_model *model;
    struct tdg_lead *leads;
    double *score; /* [workers][groups] */
};

static int lead_chunk(void *context, const struct tdg_chunk *chunk)
{
    const struct leading *leading = context;
    double *score = leading->score + (size_t)chunk->worker * leading->model->groups;
    for (size_t row = chunk->begin; row < chunk->end; row++) {
        struct tdg_lead *lead = &leading->leads[row];
        lead->words = score_row(score, leading->model, leading->counts, row);
        if (lead->other == TDG_NONE)
            lead->other = best_group(score, leading->model, lead->group);
        lead->lead = lead->other == TDG_NONE ? 0 : score[lead->other] - score[lead->group];
    }
    return TDG_OK;
}

int tdg_nb_counts_leads(struct tdg_lead *leads, const struct tdg_matrix *counts,
                        const struct tdg_nb_counts *stock, struct tdg_workers *workers)
{
    struct tdg_nb_model model = {0};
    struct leading leading = {
        counts, &model, leads,
        tdg_alloc(tdg_workers_count(workers), stock->groups * sizeof *leading.score)};
    int status = leading.score ? copy_stock(&model, stock, counts->columns) : TDG_ENOMEM;
    if (!status)
        status = tdg_nb_model_compare(&model, counts->columns, workers);
    if (!status)
        status = tdg_workers_run(workers, counts->rows, CHUNK, lead_chunk, &leading);
    tdg_nb_model_done(&model);
    free(leading.score);
    return status;
}

/* As if the row itself had not been there: else it would always speak for its own group. */
static double evidence_of(const struct tdg_nb_model *model, const struct tdg_matrix *counts,
                          size_t row, uint32_t group)
{
    double all = 0, known = 0, sum = 0;
    for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++)
        all += tdg_words_of(counts->weight[at]);
    for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++) {
        double own = tdg_words_of(counts->weight[at]);
        double others = model->words[counts->column[at]] - own;
        double table = model->table[(size_t)counts->column[at] * model->groups + group] - own;
        if (others <= 1e-9)
            continue;
        double share = others / (model->whole - all);
        known += own;
        sum += own * log((fmax(table, 0) / share + model->prior) /
                         (model->all[group] - all + model->prior));
    }
    return known > 0 ? sum / known : 0;
}

int tdg_grouping_evidence(float *evidence, const struct tdg_grouping *grouping,
                          const struct tdg_matrix *counts, const uint32_t *copy_of,
                          struct tdg_workers *workers)
{
    struct tdg_cluster_input input = {.counts = counts, .copy_of = copy_of};
    struct tdg_fit fit = {0};
    struct tdg_nb_model model = {0};
    int status = tdg_fit_init(&fit, &input, workers);
    if (!status)
        status = tdg_nb_model_init(&model, &fit, grouping->group, grouping->groups);
    for (size_t i = 0; !status && i < grouping->rows; i++)
        evidence[i] = 0;
    for (size_t p = 0; !status && p < fit.count; p++)
        evidence[fit.row[p]] =
            (float)evidence_of(&model, counts, fit.row[p], grouping->group[fit.row[p]]);
    tdg_nb_model_done(&model);
    tdg_fit_done(&fit);
    return status;
}

int tdg_nb_counts_evidence(struct tdg_evidence *evidence, const struct tdg_matrix *counts,
                           size_t row, const struct tdg_nb_counts *stock,
                           struct tdg_workers *workers)
{
    size_t begin = counts->begin[row], terms = counts->begin[row + 1] - begin;
    uint32_t groups = stock->groups;
    struct tdg_nb_model model = {0};
    double *value = tdg_alloc(terms, groups * sizeof *value);
    int status = value ? copy_stock(&model, stock, counts->columns) : TDG_ENOMEM;
    if (!status)
        status = tdg_nb_model_compare(&model, counts->columns, workers);
    for (size_t i = 0; !status && i < terms; i++) {
        double words = tdg_words_of(counts->weight[begin + i]);
        const double *table = model.table + (size_t)counts->column[begin + i] * groups;
        for (uint32_t g = 0; g < groups; g++)
            value[i * groups + g] = words * table[g];
    }
    tdg_nb_model_done(&model);
    if (status)
        free(value);
    else
        *evidence = (struct tdg_evidence){terms, value};
    return status;
}
