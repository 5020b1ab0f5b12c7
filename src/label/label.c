// SPDX-License-Identifier: GPL-3.0-or-later
#include "label/label.h"

#include <stdlib.h>

#include <tidings/error.h>

#include "base/defaults.h"
#include "text/variants.h"

struct tdg_label_options tdg_label_defaults(void)
{
    return (struct tdg_label_options){.terms = TDG_DEFAULT_TERMS, .representatives = 5};
}

void tdg_labels_done(struct tdg_labels *labels)
{
    free(labels->items);
    tdg_arena_done(&labels->arena);
    *labels = (struct tdg_labels){0};
}

struct tdg_term_view tdg_view_term(const struct tdg_ranked *item, const struct tdg_stems *stems,
                                   uint32_t group)
{
    const size_t *begin = stems->members->begin + group;
    return (struct tdg_term_view){
        .term =
            tdg_surface_among(stems->streams, stems->vocabulary->term[item->column],
                              stems->members->row + begin[0], begin[1] - begin[0], item->articles),
        .weight = item->score,
        .articles = item->articles,
    };
}

int tdg_keep_terms(struct tdg_labels *labels, struct tdg_arena *arena)
{
    for (size_t i = 0; i < labels->count; i++) {
        struct tdg_label *label = &labels->items[i];
        for (size_t j = 0; j < label->term_count; j++) {
            label->terms[j].term = tdg_arena_string(arena, label->terms[j].term);
            if (!label->terms[j].term)
                return TDG_ENOMEM;
        }
    }
    return TDG_OK;
}
