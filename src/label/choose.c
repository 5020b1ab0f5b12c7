// SPDX-License-Identifier: GPL-3.0-or-later
/* The terms of a theme out of its candidates: good ones that also go together.
 *
 * The first ten are a set with much of a mixture of two means, that of the scores of its terms and
 * that of NPMI over its pairs (Bouma 2009), counted over windows of ten words, as coherence is
 * measured (Röder, Both and Hinneburg 2015). The best candidates are always in it, so that it stays
 * with the theme as a whole and does not move off to one tight corner of it. It is found by taking
 * what adds most, then exchanging terms while that is a gain, from several beginnings.
 *
 * Pairs beyond `enough_npmi` count as that: the words of one name or of one byline always meet, and
 * would fill the list. Terms that share a word count as if they never met: a list says a thing
 * once. Where bodies are sorted, windows say nothing, and the scores alone decide.
 *
 * octis_bbc with k-means on tf-idf rows, mean of 10, 20, …, 50 themes, NPMI: the candidates by
 * score .19, each only in its best theme; chosen greedily with weight .8 .231; exchanged .248, with
 * weight .9 .262; with two fixed .253; with the limit of .5 .252, with .4 .251, with .3 .245. */
#include "label/choose.h"

#include <stdbool.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "label/pairs.h"
#include "label/rank.h"
#include "label/window.h"
#include "text/association.h"
#include "text/text.h"

enum { CHUNK = 512, MAX_ROUNDS = 20, ANCHORS = 2 /* always in the set */, MIN_ARTICLES = 2 };

#define MIN_GAIN 1e-3

static const double coherence_weight = 0.9; /* of NPMI; the rest is that of the scores */
static const double enough_npmi = 0.5;

struct job {
    const struct tdg_streams *streams;
    const uint32_t *copy_of;
    struct tdg_pairs *pairs; /* [workers] */
};

static int count_chunk(void *context, const struct tdg_chunk *chunk)
{
    const struct job *job = context;
    for (size_t i = chunk->begin; !job->streams->sorted && i < chunk->end; i++)
        if (!job->copy_of || job->copy_of[i] == TDG_NONE)
            tdg_pairs_add_windows(&job->pairs[chunk->worker], job->streams, i);
    return TDG_OK;
}

/* Whole numbers: their sum is the same in any order. */
static void add_counts(struct tdg_pairs *into, const struct tdg_pairs *from)
{
    size_t entries = into->lists * into->top;
    for (size_t i = 0; i < into->slots; i++)
        into->single[i] += from->single[i];
    for (size_t i = 0; i < entries * into->top; i++)
        into->both[i] += from->both[i];
    into->samples += from->samples;
}

/* How often the candidates of each group meet; the counts end up in pairs[0], which exists
 * for every worker. */
static int count_windows(struct tdg_pairs *pairs, unsigned workers_count,
                         const struct tdg_ranking *candidates, uint32_t groups,
                         const struct tdg_stems *stems, const uint32_t *copy_of,
                         struct tdg_workers *workers)
{
    int status = TDG_ENOMEM;
    uint32_t *term = tdg_alloc(groups * candidates->wanted, sizeof *term);
    const uint32_t **lists = tdg_alloc(groups, sizeof *lists);
    if (!term || !lists)
        goto out;
    for (uint32_t g = 0; g < groups; g++) {
        lists[g] = term + g * candidates->wanted;
        for (size_t i = 0; i < candidates->wanted; i++) {
            size_t at = g * candidates->wanted + i;
            bool there = i < candidates->count[g];
            term[at] = there ? stems->vocabulary->term[candidates->items[at].column] : TDG_NONE;
        }
    }
    status = TDG_OK;
    for (unsigned w = 0; !status && w < workers_count; w++)
        status = tdg_pairs_init(&pairs[w], lists, groups, candidates->wanted,
                                stems->streams->term_count);
    if (status)
        goto out;
    struct job job = {stems->streams, copy_of, pairs};
    tdg_workers_run(workers, stems->streams->articles, CHUNK, count_chunk, &job);
    for (unsigned w = 1; w < workers_count; w++)
        add_counts(&pairs[0], &pairs[w]);
out:
    free(term);
    free(lists);
    return status;
}

/* One group while its terms are chosen. The first `count` of its candidates have a score above 0;
 * the others, which no article of the group has or only by accident, stay where they are. */
struct choice {
    struct tdg_ranked *items;
    size_t count;
    double *npmi;   /* [count][count] */
    double *sum;    /* [count] NPMI with the items taken */
    size_t *taken;  /* [count] items in the order in which they were taken … */
    bool *is_taken; /* [count] … and whether they were */
    size_t *best;   /* [TDG_COHERENCE_TERMS] the best set so far */
};

static void fill_npmi(const struct choice *choice, const struct tdg_pairs *pairs, uint32_t group,
                      const struct tdg_stems *stems)
{
    size_t count = choice->count;
    const uint32_t *entry = pairs->entry + group * pairs->top;
    const uint64_t *both = pairs->both + group * pairs->top * pairs->top;
    for (size_t a = 0; a < count; a++)
        for (size_t b = a + 1; b < count; b++) {
            bool same = tdg_stems_overlap(stems, choice->items[a].column, choice->items[b].column);
            double npmi = tdg_npmi(both[a * pairs->top + b], pairs->single[entry[a]],
                                   pairs->single[entry[b]], pairs->samples);
            npmi = same ? -1 : npmi < enough_npmi ? npmi : enough_npmi;
            choice->npmi[a * count + b] = choice->npmi[b * count + a] = npmi;
        }
}

static void take(const struct choice *choice, size_t item, size_t place)
{
    choice->taken[place] = item;
    choice->is_taken[item] = true;
    for (size_t i = 0; i < choice->count; i++)
        choice->sum[i] += choice->npmi[item * choice->count + i];
}

static void give_back(const struct choice *choice, size_t place)
{
    size_t item = choice->taken[place];
    choice->is_taken[item] = false;
    for (size_t i = 0; i < choice->count; i++)
        choice->sum[i] -= choice->npmi[item * choice->count + i];
}

/* What an item adds to a set of `size` others; `sum` of its NPMI with them. */
static double value_of(const struct choice *choice, size_t item, double sum, size_t size)
{
    double score = choice->items[item].score / choice->items[0].score;
    return (1 - coherence_weight) * score + (size ? coherence_weight * sum / (double)size : 0);
}

/* The item not taken that adds most. In a tie the one with the better score. */
static size_t find_best(const struct choice *choice, size_t size)
{
    size_t best = SIZE_MAX;
    double best_value = 0;
    for (size_t i = 0; i < choice->count; i++) {
        double value = value_of(choice, i, choice->sum[i], size);
        if (!choice->is_taken[i] && (best == SIZE_MAX || value > best_value)) {
            best = i;
            best_value = value;
        }
    }
    return best;
}

/* Exchanges items as long as that is a gain; no item is worth taking back for less than a
 * thousandth, so that it ends. */
static void improve(const struct choice *choice, size_t size)
{
    bool better = size < choice->count;
    for (size_t round = 0; better && round < MAX_ROUNDS; round++) {
        better = false;
        for (size_t place = ANCHORS; place < size; place++) {
            size_t old = choice->taken[place];
            give_back(choice, place);
            size_t new = find_best(choice, size - 1);
            double gain = value_of(choice, new, choice->sum[new], size - 1) -
                          value_of(choice, old, choice->sum[old], size - 1);
            better = better || gain > MIN_GAIN;
            take(choice, gain > MIN_GAIN ? new : old, place);
        }
    }
}

/* Of a set: the mean score and the mean NPMI of its pairs. */
static double worth(const struct choice *choice, size_t size)
{
    double value = 0;
    for (size_t place = 0; place < size; place++)
        value +=
            value_of(choice, choice->taken[place], choice->sum[choice->taken[place]], size - 1);
    return value / (double)size;
}

static void clear(const struct choice *choice)
{
    for (size_t i = 0; i < choice->count; i++) {
        choice->sum[i] = 0;
        choice->is_taken[i] = false;
    }
}

/* Begins with the best candidates and each of the next ones in turn, and keeps the best set. */
static void find_set(const struct choice *choice, size_t size)
{
    double best = 0;
    for (size_t start = ANCHORS; start < size || start == ANCHORS; start++) {
        clear(choice);
        for (size_t place = 0; place < size && place < ANCHORS; place++)
            take(choice, place, place);
        if (start < size)
            take(choice, start, ANCHORS);
        for (size_t place = ANCHORS + 1; place < size; place++)
            take(choice, find_best(choice, place), place);
        improve(choice, size);
        double value = worth(choice, size);
        if (start == ANCHORS || value > best) {
            best = value;
            memcpy(choice->best, choice->taken, size * sizeof *choice->best);
        }
    }
}

static int by_number(const void *left, const void *right)
{
    size_t a = *(const size_t *)left;
    size_t b = *(const size_t *)right;
    return (a > b) - (a < b);
}

/* The set in the order of its scores, then what goes with it, the best first. */
static void order_items(struct choice *choice, struct tdg_ranked *scratch)
{
    size_t size = choice->count < TDG_COHERENCE_TERMS ? choice->count : TDG_COHERENCE_TERMS;
    find_set(choice, size);
    qsort(choice->best, size, sizeof *choice->best, by_number);
    clear(choice);
    for (size_t place = 0; place < choice->count; place++)
        take(choice, place < size ? choice->best[place] : find_best(choice, place), place);
    for (size_t place = 0; place < choice->count; place++)
        scratch[place] = choice->items[choice->taken[place]];
    memcpy(choice->items, scratch, choice->count * sizeof *scratch);
}

/* Moves those that may be chosen to the front, in their order, and returns how many there are: a
 * term of a single article goes with all the others of that article. */
static size_t put_good_first(struct tdg_ranked *items, size_t count, struct tdg_ranked *scratch)
{
    size_t good = 0, others = 0;
    for (size_t i = 0; i < count; i++)
        if (items[i].score > 0 && items[i].articles >= MIN_ARTICLES)
            items[good++] = items[i];
        else
            scratch[others++] = items[i];
    memcpy(items + good, scratch, others * sizeof *scratch);
    return good;
}

int tdg_terms_choose(struct tdg_ranking *candidates, uint32_t groups, const struct tdg_stems *stems,
                     const uint32_t *copy_of, struct tdg_workers *workers)
{
    size_t most = candidates->wanted;
    unsigned workers_count = tdg_workers_count(workers);
    struct tdg_pairs *pairs = tdg_alloc(workers_count, sizeof *pairs);
    struct tdg_ranked *scratch = tdg_alloc(most, sizeof *scratch);
    size_t *good = tdg_alloc(groups, sizeof *good);
    size_t best[TDG_COHERENCE_TERMS];
    struct choice choice = {
        .npmi = tdg_alloc(most * most, sizeof *choice.npmi),
        .sum = tdg_alloc(most, sizeof *choice.sum),
        .taken = tdg_alloc(most, sizeof *choice.taken),
        .is_taken = tdg_alloc(most, sizeof *choice.is_taken),
        .best = best,
    };
    int status = TDG_ENOMEM;
    if (!pairs || !scratch || !good || !choice.npmi || !choice.sum || !choice.taken ||
        !choice.is_taken)
        goto out;
    for (uint32_t g = 0; g < groups; g++)
        good[g] = put_good_first(candidates->items + g * most, candidates->count[g], scratch);
    status = count_windows(pairs, workers_count, candidates, groups, stems, copy_of, workers);
    for (uint32_t g = 0; !status && g < groups; g++) {
        choice.items = candidates->items + g * most;
        choice.count = good[g];
        fill_npmi(&choice, &pairs[0], g, stems);
        order_items(&choice, scratch);
    }
out:
    for (unsigned w = 0; pairs && w < workers_count; w++)
        tdg_pairs_done(&pairs[w]);
    free(pairs);
    free(scratch);
    free(good);
    free(choice.npmi);
    free(choice.sum);
    free(choice.taken);
    free(choice.is_taken);
    return status;
}
