// SPDX-License-Identifier: GPL-3.0-or-later
/* Stories: the articles of each event are joined for themselves (of each theme, where they have no
 * date), a unit a chunk of work; then what
 * came of it is numbered, copies are put where their originals are, and each story is described. */
#include "story/build.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/progress.h"
#include "cluster/grouping.h"
#include "cluster/majority.h"
#include "story/clusters.h"
#include "story/describe.h"
#include "story/facts.h"
#include "story/join.h"
#include "story/link_score.h"
#include "story/sequel.h"

struct job {
    struct tdg_story_facts facts;
    size_t *begin;     /* [units + 1] */
    uint32_t *row;     /* [originals with a unit] by unit, ascending in each */
    uint32_t *local;   /* [rows] */
    uint32_t *cluster; /* [rows] the first row of the cluster of each; TDG_NONE without one */
    uint32_t *sequel;  /* [rows] at the first row of a cluster: that of the one it takes up */
    struct tdg_dense_scratch *scratch; /* [workers] */
};

static bool is_joined(const struct tdg_story_input *input, size_t row)
{
    return input->copy_of[row] == TDG_NONE && input->unit[row] != TDG_NONE &&
           tdg_story_takes(input, (uint32_t)row);
}

/* Sorts the originals by unit. */
static int sort_rows(struct job *job, const struct tdg_story_input *input)
{
    size_t rows = input->grouping->rows;
    job->begin = tdg_alloc((size_t)input->units + 2, sizeof *job->begin);
    job->row = tdg_alloc(rows, sizeof *job->row);
    job->local = tdg_alloc(rows, sizeof *job->local);
    job->cluster = tdg_alloc(rows, sizeof *job->cluster);
    job->sequel = tdg_alloc(rows, sizeof *job->sequel);
    if (!job->begin || !job->row || !job->local || !job->cluster || !job->sequel)
        return TDG_ENOMEM;
    for (size_t i = 0; i < rows; i++) {
        job->cluster[i] = job->sequel[i] = TDG_NONE;
        if (is_joined(input, i))
            job->begin[input->unit[i] + 2]++;
    }
    for (size_t i = 2; i < (size_t)input->units + 2; i++)
        job->begin[i] += job->begin[i - 1];
    for (size_t i = 0; i < rows; i++)
        if (is_joined(input, i))
            job->row[job->begin[input->unit[i] + 1]++] = (uint32_t)i;
    return TDG_OK;
}

static int join_unit(struct job *job, size_t unit, struct tdg_dense_scratch *scratch)
{
    const uint32_t *row = job->row + job->begin[unit];
    size_t count = job->begin[unit + 1] - job->begin[unit];
    struct tdg_cluster_set set = {0};
    uint32_t *sequel = tdg_alloc(count, sizeof *sequel);
    int status = sequel ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_cluster_set_init(&set, &job->facts, row, count, job->local);
    if (!status)
        status = tdg_cluster_set_join(&set, scratch);
    if (!status)
        tdg_cluster_set_sequels(&set, sequel, scratch);
    for (uint32_t i = 0; !status && i < count; i++) {
        if (!tdg_cluster_is_rubric(&set, i))
            job->cluster[row[i]] = row[tdg_cluster_of(&set, i)];
        job->sequel[row[i]] = sequel[i] == TDG_NONE ? TDG_NONE : row[sequel[i]];
    }
    tdg_cluster_set_done(&set);
    free(sequel);
    return status;
}

static int join_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct job *job = context;
    int status = TDG_OK;
    for (size_t i = chunk->begin; !status && i < chunk->end; i++)
        if (job->begin[i] < job->begin[i + 1])
            status = join_unit(job, i, &job->scratch[chunk->worker]);
    return status;
}

/* Copies are in the cluster of their original. */
static void add_copies(struct job *job, const struct tdg_story_input *input)
{
    for (size_t i = 0; i < input->grouping->rows; i++)
        if (input->copy_of[i] != TDG_NONE && tdg_story_takes(input, (uint32_t)i))
            job->cluster[i] = job->cluster[input->copy_of[i]];
}

/* Parties that have nobody to give them a headline. */
static int drop_muted(struct job *job, const struct tdg_story_input *input)
{
    size_t rows = input->grouping->rows;
    bool *led = input->muted ? tdg_alloc(rows, sizeof *led) : NULL;
    if (!input->muted)
        return TDG_OK;
    if (!led)
        return TDG_ENOMEM;
    for (size_t i = 0; i < rows; i++)
        if (job->cluster[i] != TDG_NONE && tdg_story_leads(input, (uint32_t)i))
            led[job->cluster[i]] = true;
    for (size_t i = 0; i < rows; i++)
        if (job->cluster[i] != TDG_NONE && !led[job->cluster[i]])
            job->cluster[i] = TDG_NONE;
    free(led);
    return TDG_OK;
}

/* Numbers the clusters of two articles or more by their first row; job->local becomes the number of
 * the story at the first row of each cluster, and the members are laid out. */
static int number_stories(struct tdg_stories *stories, struct job *job, size_t rows)
{
    uint32_t *size = tdg_alloc(rows, sizeof *size);
    stories->story = tdg_alloc(rows, sizeof *stories->story);
    uint32_t *members = tdg_arena_alloc(&stories->arena, (rows + 1) * sizeof *members);
    if (!size || !stories->story || !members)
        goto failed;
    for (size_t i = 0; i < rows; i++)
        if (job->cluster[i] != TDG_NONE)
            size[job->cluster[i]]++;
    for (size_t i = 0; i < rows; i++)
        stories->count += size[i] > 1;
    stories->items = tdg_alloc(stories->count, sizeof *stories->items);
    if (!stories->items)
        goto failed;
    stories->count = 0;
    for (size_t i = 0; i < rows; i++) {
        stories->story[i] = job->local[i] = TDG_NONE;
        if (size[i] < 2)
            continue;
        job->local[i] = (uint32_t)stories->count;
        stories->items[stories->count++].members = members;
        members += size[i];
    }
    free(size);
    return TDG_OK;
failed:
    free(size);
    return TDG_ENOMEM;
}

static void enter_members(struct tdg_stories *stories, const struct job *job,
                          const struct tdg_story_input *input)
{
    for (size_t i = 0; i < input->grouping->rows; i++) {
        if (job->cluster[i] == TDG_NONE || job->local[job->cluster[i]] == TDG_NONE)
            continue;
        stories->story[i] = job->local[job->cluster[i]];
        struct tdg_story *story = &stories->items[stories->story[i]];
        story->members[story->articles++] = (uint32_t)i;
        story->originals += input->copy_of[i] == TDG_NONE;
        uint32_t before = job->sequel[job->cluster[i]];
        story->sequel_of = before == TDG_NONE ? TDG_NONE : job->local[before];
    }
}

static int settle(struct tdg_stories *stories, const struct tdg_story_input *input)
{
    uint32_t *votes = tdg_alloc(input->grouping->groups, sizeof *votes);
    for (size_t i = 0; votes && i < stories->count; i++)
        stories->items[i].group = tdg_majority(input->grouping->group, stories->items[i].members,
                                               stories->items[i].articles, votes);
    int status = votes ? TDG_OK : TDG_ENOMEM;
    free(votes);
    return status;
}

static int prepare(struct job *job, const struct tdg_story_input *input,
                   const struct tdg_story_options *options, unsigned workers)
{
    int status = tdg_story_facts_init(&job->facts, input, options);
    if (!status)
        status = sort_rows(job, input);
    job->scratch = tdg_alloc(workers, sizeof *job->scratch);
    if (!status && !job->scratch)
        status = TDG_ENOMEM;
    for (unsigned i = 0; !status && i < workers; i++)
        status = tdg_dense_scratch_init(&job->scratch[i], input->rows->columns);
    return status;
}

static void job_done(struct job *job, unsigned workers)
{
    tdg_story_facts_done(&job->facts);
    for (unsigned i = 0; job->scratch && i < workers; i++)
        tdg_dense_scratch_done(&job->scratch[i]);
    free(job->scratch);
    free(job->begin);
    free(job->row);
    free(job->local);
    free(job->cluster);
    free(job->sequel);
}

int tdg_stories_build(struct tdg_stories *stories, const struct tdg_story_input *input,
                      const struct tdg_story_options *options, struct tdg_workers *workers,
                      const struct tdg_monitor *monitor, struct tdg_error *error)
{
    unsigned threads = tdg_workers_count(workers);
    struct tdg_stories made = {0};
    struct job job = {0};
    int status = tdg_progress(monitor, "stories", 0, 0);
    if (!status)
        status = prepare(&job, input, options, threads);
    if (!status)
        status = tdg_workers_run(workers, input->units, 1, join_chunk, &job);
    if (!status) {
        add_copies(&job, input);
        status = drop_muted(&job, input);
    }
    if (!status)
        status = number_stories(&made, &job, input->grouping->rows);
    if (!status) {
        enter_members(&made, &job, input);
        status = settle(&made, input);
    }
    if (!status)
        status = tdg_stories_describe(&made, input, options);
    job_done(&job, threads);
    if (status) {
        tdg_stories_done(&made);
        return status == TDG_ECANCELED ? status : tdg_fail_memory(error);
    }
    *stories = made;
    return TDG_OK;
}
