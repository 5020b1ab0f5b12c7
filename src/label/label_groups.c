// SPDX-License-Identifier: GPL-3.0-or-later
#include "label/label_groups.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "label/choose.h"
#include "label/coherence.h"
#include "label/groups.h"
#include "label/known.h"
#include "label/members.h"
#include "label/name.h"
#include "label/rank.h"
#include "label/representatives.h"
#include "label/whole.h"
#include "label/worth.h"
#include "text/muting.h"
#include "text/text.h"
#include "vector/vector.h"

static int fill_terms(struct tdg_labels *labels, const struct tdg_ranking *ranking, size_t wanted,
                      const struct tdg_stems *stems)
{
    for (size_t g = 0; g < labels->count; g++) {
        struct tdg_label *label = &labels->items[g];
        size_t count = ranking->count[g] < wanted ? ranking->count[g] : wanted;
        label->terms = tdg_arena_alloc(&labels->arena, count * sizeof *label->terms);
        label->shares = tdg_arena_alloc(&labels->arena, count * sizeof *label->shares);
        if (!label->terms || !label->shares)
            return TDG_ENOMEM;
        label->term_count = count;
        for (size_t i = 0; i < count; i++) {
            const struct tdg_ranked *item = &ranking->items[g * ranking->wanted + i];
            label->terms[i] = tdg_view_term(item, stems, (uint32_t)g);
            label->shares[i] = item->share;
        }
    }
    return TDG_OK;
}

static int fill_coherence(struct tdg_labels *labels, const struct tdg_ranking *ranking,
                          const struct tdg_matrix *counts, const uint32_t *copy_of)
{
    double *coherence = tdg_alloc(labels->count, sizeof *coherence);
    if (!coherence)
        return TDG_ENOMEM;
    int status =
        tdg_document_coherence(coherence, ranking, (uint32_t)labels->count, counts, copy_of);
    for (size_t g = 0; !status && g < labels->count; g++)
        labels->items[g].coherence = coherence[g];
    free(coherence);
    return status;
}

static int fill_representatives(struct tdg_labels *labels, const struct tdg_members *members,
                                const struct tdg_label_input *input, size_t wanted)
{
    for (size_t g = 0; g < labels->count; g++) {
        struct tdg_label *label = &labels->items[g];
        size_t size = members->begin[g + 1] - members->begin[g];
        size_t room = size < wanted ? size : wanted;
        label->representatives =
            tdg_arena_alloc(&labels->arena, room * sizeof *label->representatives);
        if (!label->representatives)
            return TDG_ENOMEM;
        label->representative_count =
            tdg_representatives(label->representatives, members, (uint32_t)g,
                                input->grouping->closeness, input->muted, room);
    }
    return TDG_OK;
}

struct job {
    struct tdg_labels *labels;
    struct tdg_members members;
    struct tdg_rankings rankings;
    struct tdg_traits traits;
    struct tdg_stems stems;
    const struct tdg_label_input *input;
    const struct tdg_label_options *options;
    struct tdg_workers *workers;
};

/* A whole name may have a muted word that the term it was made of has not. */
static void mute_terms(struct tdg_label_terms *terms, size_t groups, struct tdg_muting *muting)
{
    for (size_t g = 0; muting && g < groups; g++) {
        size_t kept = 0;
        for (size_t i = 0; i < terms[g].count; i++)
            if (!tdg_muting_hides(muting, terms[g].items[i].term))
                terms[g].items[kept++] = terms[g].items[i];
        terms[g].count = kept;
    }
}

/* Labels are made from the terms that are worth most as names, lists of terms from those that go
 * together. */
static int name_and_list(struct job *job)
{
    const struct tdg_label_input *input = job->input;
    struct tdg_labels *labels = job->labels;
    struct tdg_label_terms *terms = NULL;
    struct tdg_arena arena = {0};
    int status = tdg_label_terms_build(&terms, &job->rankings.named, input->grouping->groups,
                                       &job->stems, &arena);
    if (!status) {
        mute_terms(terms, input->grouping->groups, input->muting);
        status = tdg_name_groups(labels, terms);
    }
    if (!status)
        status = tdg_terms_choose(&job->rankings.own, input->grouping->groups, &job->stems,
                                  input->copy_of, job->workers);
    if (!status)
        status = fill_terms(labels, &job->rankings.own, job->options->terms, &job->stems);
    free(terms);
    tdg_arena_done(&arena);
    return status;
}

static int take_steps(struct job *job)
{
    const struct tdg_label_input *input = job->input;
    int status = tdg_members_build(&job->members, input->grouping, input->copy_of);
    job->stems.members = &job->members;
    if (!status)
        status = tdg_traits_build(&job->traits, &job->stems);
    if (!status)
        status = tdg_rankings_build(&job->rankings, &job->members, input->counts, &job->stems,
                                    &job->traits, job->workers);
    if (!status)
        status = name_and_list(job);
    for (size_t g = 0; g < job->labels->count; g++)
        job->labels->items[g].name = "";
    if (!status && job->options->subjects)
        status = tdg_subjects_name(job->labels, job->options->subjects, input, &job->members,
                                   &job->rankings.broad, job->options->stem);
    for (size_t g = 0; !status && input->muting && g < job->labels->count; g++)
        if (tdg_muting_hides(input->muting, job->labels->items[g].name))
            job->labels->items[g].name = "";
    if (!status)
        status = fill_coherence(job->labels, &job->rankings.own, input->counts, input->copy_of);
    if (!status)
        status =
            fill_representatives(job->labels, &job->members, input, job->options->representatives);
    return status;
}

int tdg_label_groups(struct tdg_labels *labels, const struct tdg_label_input *input,
                     const struct tdg_label_options *options, struct tdg_workers *workers,
                     struct tdg_error *error)
{
    struct tdg_labels built = {.count = input->grouping->groups};
    size_t candidates = options->terms > TDG_CANDIDATES ? options->terms : TDG_CANDIDATES;
    struct job job = {
        .labels = &built,
        .rankings = {.own = {.wanted = candidates},
                     .named = {.wanted = TDG_CANDIDATES},
                     .broad = {.wanted = TDG_BROAD}},
        .stems = {input->vocabulary, input->streams, NULL, input->titles},
        .input = input,
        .options = options,
        .workers = workers,
    };
    built.items = tdg_alloc(built.count, sizeof *built.items);
    int status = built.items ? take_steps(&job) : TDG_ENOMEM;
    if (!status) {
        *labels = built;
        built = (struct tdg_labels){0};
    }
    tdg_members_done(&job.members);
    tdg_rankings_done(&job.rankings);
    tdg_traits_done(&job.traits);
    tdg_labels_done(&built);
    return tdg_fail_status(error, status);
}
