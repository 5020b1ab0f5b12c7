// SPDX-License-Identifier: GPL-3.0-or-later
/* What is reported about the number of themes. */
#include "view/choice.h"

#include <stdbool.h>
#include <string.h>

#include <tidings/error.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "cluster/curve.h"
#include "cluster/grouping.h"
#include "phrasing/theme_count.h"
#include "pipeline/option_values.h"
#include "view/result.h"

int tdg_view_choice(struct tdg_analysis *analysis, const struct tdg_run *run)
{
    const struct tdg_grouping *grouping = &run->grouping;
    size_t count = grouping->curve_count;
    struct tdg_choice_point *curve = tdg_arena_alloc(&analysis->arena, (count + 1) * sizeof *curve);
    struct tdg_buffer text = {0};
    tdg_theme_count_text(&text, &grouping->count);
    const char *reason =
        text.failed ? NULL : tdg_arena_string(&analysis->arena, text.text ? text.text : "");
    tdg_buffer_done(&text);
    if (!curve || !reason)
        return TDG_ENOMEM;
    for (size_t i = 0; i < count; i++)
        curve[i] =
            (struct tdg_choice_point){grouping->curve[i].groups, grouping->curve[i].modularity,
                                      tdg_curve_value(&grouping->curve[i], grouping->resolution)};
    bool given = *run->settings.themes_from || run->settings.cluster.groups;
    analysis->choice = (struct tdg_choice_view){
        .themes = grouping->groups,
        .given = given,
        .detail = given ? "" : analysis->options->values.detail.word,
        .resolution = count ? grouping->resolution : 1,
        .coarse = grouping->coarse,
        .reason = reason,
        .curve = curve,
        .curve_count = count,
    };
    return TDG_OK;
}
