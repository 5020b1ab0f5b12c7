// SPDX-License-Identifier: GPL-3.0-or-later
#include "label/label.h"

#include <stdlib.h>

#include "base/error.h"
#include "label/groups.h"

struct tdg_label_options tdg_label_defaults(void)
{
    return (struct tdg_label_options){.terms = 20, .representatives = 5};
}

void tdg_labels_done(struct tdg_labels *labels)
{
    free(labels->items);
    tdg_arena_done(&labels->arena);
    *labels = (struct tdg_labels){0};
}

static int fill_terms(struct tdg_labels *labels, const struct tdg_ranking *ranking,
                      const struct tdg_vocabulary *vocabulary, const struct tdg_streams *streams)
{
    for (size_t g = 0; g < labels->count; g++) {
        struct tdg_label *label = &labels->items[g];
        const struct tdg_ranked *items = ranking->items + g * ranking->wanted;
        size_t count = ranking->count[g];
        label->terms = tdg_arena_alloc(&labels->arena, count * sizeof *label->terms);
        if (!label->terms)
            return TDG_ENOMEM;
        label->term_count = count;
        for (size_t i = 0; i < count; i++)
            label->terms[i] = (struct tdg_term_view){
                .term = streams->surface[vocabulary->term[items[i].column]],
                .weight = items[i].score,
                .articles = items[i].articles,
            };
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
                                const float *weight, size_t wanted)
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
            tdg_representatives(label->representatives, members, (uint32_t)g, weight, room);
    }
    return TDG_OK;
}

int tdg_label_groups(struct tdg_labels *labels, const struct tdg_grouping *grouping,
                     const struct tdg_matrix *counts, const struct tdg_vocabulary *vocabulary,
                     const struct tdg_streams *streams, const uint32_t *copy_of,
                     const struct tdg_label_options *options, struct tdg_workers *workers,
                     struct tdg_error *error)
{
    struct tdg_members members = {0};
    struct tdg_ranking ranking = {0};
    struct tdg_labels built = {.count = grouping->groups};
    int status = TDG_ENOMEM;
    built.items = tdg_alloc(built.count, sizeof *built.items);
    if (!built.items)
        goto out;
    status = tdg_members_build(&members, grouping, copy_of);
    if (!status)
        status = tdg_ranking_build(&ranking, &members, counts, options->terms, workers);
    if (!status)
        status = fill_terms(&built, &ranking, vocabulary, streams);
    if (!status)
        status = fill_coherence(&built, &ranking, counts, copy_of);
    if (!status)
        status = fill_representatives(&built, &members, grouping->weight, options->representatives);
    if (!status)
        status = tdg_name_groups(&built);
    if (status)
        goto out;
    *labels = built;
    built = (struct tdg_labels){0};
out:
    tdg_members_done(&members);
    tdg_ranking_done(&ranking);
    tdg_labels_done(&built);
    return status ? tdg_fail_memory(error) : TDG_OK;
}
