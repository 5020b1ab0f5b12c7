// SPDX-License-Identifier: GPL-3.0-or-later
/* Terms by p log(p/q): their part of the Kullback-Leibler divergence of the group's terms from all
 * terms. Articles that have a term are counted, not how often it stands there: one long article
 * must not speak for a theme. */
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "label/groups.h"

/* One a worker: zero between groups. */
struct scratch {
    uint32_t *articles; /* [columns] of the group */
    uint32_t *touched;  /* columns with articles */
};

struct job {
    struct tdg_ranking *ranking;
    const struct tdg_members *members;
    const struct tdg_matrix *counts;
    uint64_t *articles; /* [columns] of all groups */
    uint64_t total;     /* sum of it */
    struct tdg_ranked frequent[2 * TDG_LEAST_TERMS];
    size_t frequent_count;
    struct scratch *scratch; /* [workers] */
};

static bool is_better(const struct tdg_ranked *a, const struct tdg_ranked *b)
{
    if (a->score != b->score)
        return a->score > b->score;
    if (a->articles != b->articles)
        return a->articles > b->articles;
    return a->column < b->column;
}

/* Keeps the best `wanted` in order. */
static void insert(struct tdg_ranked *items, size_t *count, size_t wanted, struct tdg_ranked item)
{
    size_t at = *count;
    while (at > 0 && is_better(&item, &items[at - 1]))
        at--;
    if (at == wanted)
        return;
    if (*count < wanted)
        ++*count;
    for (size_t i = *count - 1; i > at; i--)
        items[i] = items[i - 1];
    items[at] = item;
}

/* Number of columns touched; `total` receives the sum of their articles. */
static size_t count_articles(const struct job *job, size_t group, struct scratch *scratch,
                             uint64_t *total)
{
    size_t touched = 0;
    for (size_t m = job->members->begin[group]; m < job->members->begin[group + 1]; m++) {
        uint32_t row = job->members->row[m];
        const size_t *begin = job->counts->begin + row;
        for (size_t e = begin[0]; e < begin[1]; e++) {
            uint32_t column = job->counts->column[e];
            if (scratch->articles[column]++ == 0)
                scratch->touched[touched++] = column;
        }
        *total += begin[1] - begin[0];
    }
    return touched;
}

/* A group of one short article has few terms. The list is filled up with the most frequent terms of
 * all, for which p log(p/q) is 0 in the limit and which nobody is shown as part of a label. */
static void fill_up(const struct job *job, const struct scratch *scratch, struct tdg_ranked *items,
                    size_t *count)
{
    for (size_t i = 0; i < job->frequent_count; i++) {
        if (*count >= TDG_LEAST_TERMS || *count >= job->ranking->wanted)
            return;
        uint32_t column = job->frequent[i].column;
        if (scratch->articles[column] == 0)
            items[(*count)++] = (struct tdg_ranked){.column = column};
    }
}

static int rank_group(void *context, const struct tdg_chunk *chunk)
{
    const struct job *job = context;
    struct tdg_ranking *ranking = job->ranking;
    struct scratch *scratch = &job->scratch[chunk->worker];
    for (size_t g = chunk->begin; g < chunk->end; g++) {
        struct tdg_ranked *items = ranking->items + g * ranking->wanted;
        uint64_t total = 0;
        size_t touched = count_articles(job, g, scratch, &total), count = 0;
        for (size_t i = 0; i < touched; i++) {
            uint32_t column = scratch->touched[i], articles = scratch->articles[column];
            double p = (double)articles / (double)total;
            double q = (double)job->articles[column] / (double)job->total;
            insert(items, &count, ranking->wanted,
                   (struct tdg_ranked){column, articles, p * log(p / q)});
        }
        fill_up(job, scratch, items, &count);
        for (size_t i = 0; i < touched; i++)
            scratch->articles[scratch->touched[i]] = 0;
        ranking->count[g] = count;
    }
    return TDG_OK;
}

static void count_all(struct job *job)
{
    for (size_t m = 0; m < job->members->begin[job->members->groups]; m++) {
        const size_t *begin = job->counts->begin + job->members->row[m];
        for (size_t e = begin[0]; e < begin[1]; e++)
            job->articles[job->counts->column[e]]++;
        job->total += begin[1] - begin[0];
    }
    for (uint32_t column = 0; column < job->counts->columns; column++)
        insert(job->frequent, &job->frequent_count, sizeof job->frequent / sizeof *job->frequent,
               (struct tdg_ranked){.column = column, .score = (double)job->articles[column]});
}

static bool make_room(struct job *job, unsigned workers)
{
    struct tdg_ranking *ranking = job->ranking;
    uint32_t groups = job->members->groups, columns = job->counts->columns;
    ranking->count = tdg_alloc(groups, sizeof *ranking->count);
    ranking->items = tdg_alloc(groups * ranking->wanted, sizeof *ranking->items);
    job->articles = tdg_alloc(columns, sizeof *job->articles);
    job->scratch = tdg_alloc(workers, sizeof *job->scratch);
    if (!ranking->count || !ranking->items || !job->articles || !job->scratch)
        return false;
    for (unsigned w = 0; w < workers; w++) {
        job->scratch[w].articles = tdg_alloc(columns, sizeof *job->scratch[w].articles);
        job->scratch[w].touched = tdg_alloc(columns, sizeof *job->scratch[w].touched);
        if (!job->scratch[w].articles || !job->scratch[w].touched)
            return false;
    }
    return true;
}

int tdg_ranking_build(struct tdg_ranking *ranking, const struct tdg_members *members,
                      const struct tdg_matrix *counts, size_t wanted, struct tdg_workers *workers)
{
    int status = TDG_ENOMEM;
    unsigned worker_count = tdg_workers_count(workers);
    struct tdg_ranking built = {.wanted = wanted};
    struct job job = {.ranking = &built, .members = members, .counts = counts};
    if (!make_room(&job, worker_count))
        goto out;
    count_all(&job);
    status = tdg_workers_run(workers, members->groups, 1, rank_group, &job);
    if (status)
        goto out;
    *ranking = built;
    built = (struct tdg_ranking){0};
out:
    for (unsigned w = 0; job.scratch && w < worker_count; w++) {
        free(job.scratch[w].articles);
        free(job.scratch[w].touched);
    }
    free(job.scratch);
    free(job.articles);
    tdg_ranking_done(&built);
    return status;
}

void tdg_ranking_done(struct tdg_ranking *ranking)
{
    free(ranking->count);
    free(ranking->items);
    *ranking = (struct tdg_ranking){0};
}
