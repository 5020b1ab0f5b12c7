// SPDX-License-Identifier: GPL-3.0-or-later
/* The parents of the themes. */
#include "view/parents.h"

#include <stdlib.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "label/label.h"
#include "label/subjects.h"
#include "pipeline/ids.h"
#include "view/result.h"

static void add_theme(struct tdg_parent_view *parent, struct tdg_theme_view *theme)
{
    parent->themes++;
    parent->articles += theme->articles;
    parent->originals += theme->originals;
    theme->parent = parent->id;
}

static int view_parent(struct tdg_parent_view *parent, size_t index, struct tdg_analysis *analysis,
                       const struct tdg_run *run)
{
    const struct tdg_label *label = &analysis->parent_labels.items[index];
    *parent = (struct tdg_parent_view){
        .id = tdg_view_id(run->within.id, 'P', index, &analysis->arena),
        .label = label->text,
        .name = label->name,
        .topic_code = tdg_arena_string(&analysis->arena,
                                       tdg_subjects_code(run->settings.subjects, label->name)),
        .terms = label->terms,
        .term_count = label->term_count,
    };
    return parent->id && parent->topic_code ? TDG_OK : TDG_ENOMEM;
}

int tdg_view_parents(struct tdg_analysis *analysis, const struct tdg_run *run)
{
    size_t count = run->parents.groups, placed = 0;
    if (!count)
        return TDG_OK;
    analysis->parents = tdg_alloc(count, sizeof *analysis->parents);
    analysis->parent_count = count;
    int status =
        analysis->parents ? tdg_keep_terms(&analysis->parent_labels, &analysis->arena) : TDG_ENOMEM;
    for (size_t i = 0; !status && i < count; i++)
        status = view_parent(&analysis->parents[i], i, analysis, run);
    if (status)
        return status;
    for (size_t i = 0; i < analysis->theme_count; i++) {
        add_theme(&analysis->parents[run->grouping.parent[i]], &analysis->themes[i]);
        placed += analysis->themes[i].originals;
    }
    for (size_t i = 0; placed && i < count; i++)
        analysis->parents[i].share = (double)analysis->parents[i].originals / (double)placed;
    return TDG_OK;
}
