// SPDX-License-Identifier: GPL-3.0-or-later
/* Is a group of rows a subject of its own, or are groups that are known enough for it? Two naive
 * Bayes models of the words of each row, both learnt from all rows but this one: the group as a new
 * one, and the best of the known ones. */
#include "cluster/gain.h"

#include <math.h>
#include <stdbool.h>

#include <stdlib.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "cluster/nb_model.h"

struct gain {
    const struct tdg_matrix *counts;
    const struct tdg_nb_counts *stock;
    const double *words; /* [rows] of all terms */
    double prior;
    double *table; /* [columns] words of the new group */
    double all;
};

/* The log of how much likelier a term is in a group than in the whole, times a constant. */
static double likelier(const struct gain *gain, double words, double share, double all)
{
    return log((fmax(words, 0) / share + gain->prior) / (all + gain->prior));
}

static double score_of_new(const struct gain *gain, size_t row)
{
    double score = 0;
    for (size_t at = gain->counts->begin[row]; at < gain->counts->begin[row + 1]; at++) {
        uint32_t column = gain->counts->column[at];
        double own = tdg_words_of(gain->counts->weight[at]);
        score += own * likelier(gain, gain->table[column] - own,
                                gain->stock->words[column] / gain->stock->whole,
                                gain->all - gain->words[row]);
    }
    return score;
}

static double score_of_known(const struct gain *gain, size_t row, uint32_t group, bool learnt)
{
    const struct tdg_nb_counts *stock = gain->stock;
    double score = 0;
    for (size_t at = gain->counts->begin[row]; at < gain->counts->begin[row + 1]; at++) {
        uint32_t column = gain->counts->column[at];
        double own = tdg_words_of(gain->counts->weight[at]);
        score += own *
                 likelier(gain,
                          stock->table[(size_t)column * stock->groups + group] - (learnt ? own : 0),
                          stock->words[column] / stock->whole,
                          stock->all[group] - (learnt ? gain->words[row] : 0));
    }
    return score;
}

static double gain_of(const struct gain *gain, size_t row, uint32_t in)
{
    double best = -HUGE_VAL;
    for (uint32_t g = 0; g < gain->stock->groups; g++)
        if (gain->stock->all[g] > 0)
            best = fmax(best, score_of_known(gain, row, g, g == in));
    return isfinite(best) ? score_of_new(gain, row) - best : 0;
}

static void take_group(struct gain *gain, const uint32_t *group, uint32_t wanted)
{
    const struct tdg_matrix *counts = gain->counts;
    gain->all = 0;
    for (uint32_t c = 0; c < counts->columns; c++)
        gain->table[c] = 0;
    for (size_t row = 0; row < counts->rows; row++) {
        if (group[row] != wanted)
            continue;
        gain->all += gain->words[row];
        for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++)
            gain->table[counts->column[at]] += tdg_words_of(counts->weight[at]);
    }
}

int tdg_group_gain(double *gain, const struct tdg_matrix *counts, const double *words,
                   const uint32_t *group, uint32_t groups, const uint32_t *in,
                   const struct tdg_nb_counts *stock)
{
    struct gain work = {.counts = counts,
                        .stock = stock,
                        .words = words,
                        .prior = tdg_word_prior(stock->terms),
                        .table = tdg_alloc(counts->columns, sizeof *work.table)};
    if (!work.table)
        return TDG_ENOMEM;
    for (size_t row = 0; row < counts->rows; row++)
        gain[row] = 0;
    for (uint32_t g = 0; g < groups; g++) {
        take_group(&work, group, g);
        for (size_t row = 0; row < counts->rows; row++)
            if (group[row] == g)
                gain[row] = gain_of(&work, row, in[row]);
    }
    free(work.table);
    return TDG_OK;
}
