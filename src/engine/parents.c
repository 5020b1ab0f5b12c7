// SPDX-License-Identifier: GPL-3.0-or-later
/* The level above the themes. */
#include <stdlib.h>
#include <string.h>

#include "engine/run.h"

int tdg_group_by_parents(struct tdg_grouping *parents, const struct tdg_grouping *grouping)
{
    if (grouping->parents < 2 || grouping->parents >= grouping->groups)
        return TDG_OK;
    struct tdg_grouping made = {
        .rows = grouping->rows,
        .groups = grouping->parents,
        .group = tdg_alloc(grouping->rows, sizeof *made.group),
        .closeness = tdg_alloc(grouping->rows, sizeof *made.closeness),
    };
    if (!made.group || !made.closeness) {
        tdg_grouping_done(&made);
        return TDG_ENOMEM;
    }
    for (size_t i = 0; i < grouping->rows; i++) {
        uint32_t group = grouping->group[i];
        made.group[i] = group == TDG_NONE ? TDG_NONE : grouping->parent[group];
        made.closeness[i] = grouping->closeness[i];
    }
    *parents = made;
    return TDG_OK;
}

/* "Elections (Quebec)" is of the subject "Elections". */
static bool is_of(const char *name, const char *subject)
{
    size_t length = strcspn(subject, "(");
    length -= length && subject[length] == '(';
    return *subject && strncmp(name, subject, length) == 0 &&
           (name[length] == '\0' || strncmp(name + length, " (", 2) == 0);
}

void tdg_parents_unname(struct tdg_run *run)
{
    const struct tdg_grouping *grouping = &run->grouping;
    for (uint32_t p = 0; p < run->parents.groups; p++) {
        struct tdg_label *label = &run->parent_labels.items[p];
        size_t rows = 0, same = 0;
        for (size_t i = 0; *label->name && i < grouping->rows; i++)
            if (run->parents.group[i] == p && run->copy_of[i] == TDG_NONE) {
                rows++;
                same += is_of(run->labels.items[grouping->group[i]].name, label->name);
            }
        if (2 * same < rows)
            label->name = "";
    }
}

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
        .id = tdg_view_id(&run->within, 'P', index, &analysis->arena),
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
