// SPDX-License-Identifier: GPL-3.0-or-later
/* From what was found in a family to the views of findings. */
#include "series/findings.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "phrasing/finding.h"
#include "series/drivers.h"
#include "series/members.h"
#include "series/tellable.h"
#include "text/variants.h"

static const struct tdg_series_key *subject_of(const struct tdg_panel *panel,
                                               const struct tdg_detection *found)
{
    return &panel->subjects[found->series];
}

/* As the articles write it that have it in the periods of a rise, else those of all periods. They
 * are in the order of time. */
static const char *surface_of(const struct tdg_report_ctx *ctx, const struct tdg_detection *found)
{
    const struct tdg_trend_input *input = ctx->input;
    const struct tdg_panel *panel = ctx->panel;
    const uint32_t *row = NULL, *period = ctx->timeline ? ctx->timeline->period : NULL;
    size_t count = 0, term = input->vocabulary->term[panel->subjects[found->series].index];
    if (panel->member_begin && period) {
        row = panel->member + panel->member_begin[found->series];
        count = panel->member_begin[found->series + 1] - panel->member_begin[found->series];
        bool rise = found->factor > 1;
        while (rise && count && period[*row] < panel->period[found->begin]) {
            row++;
            count--;
        }
        while (rise && count && period[row[count - 1]] > panel->period[found->end - 1])
            count--;
    }
    return tdg_surface_among(input->streams, (uint32_t)term, row, count, count);
}

static const char *name_of(const struct tdg_series_key *subject, const char *term,
                           const struct tdg_trend_input *input, struct tdg_arena *arena)
{
    bool parent = subject->kind == TDG_SERIES_PARENT;
    const char *const *names = parent ? input->parent_names : input->names;
    struct tdg_buffer name = {0};
    if (subject->kind == TDG_SERIES_TERM)
        tdg_buffer_format(&name, "The term “%s”", term);
    else if (!names)
        tdg_buffer_string(&name, "The theme");
    else
        tdg_buffer_format(&name, "%s%s", parent ? "The parent theme " : "", names[subject->index]);
    const char *kept = name.failed ? NULL : tdg_arena_string(arena, name.text);
    tdg_buffer_done(&name);
    return kept;
}

static struct tdg_finding_view view_of(const struct tdg_detection *found,
                                       const struct tdg_report_ctx *ctx)
{
    const struct tdg_panel *panel = ctx->panel;
    const struct tdg_trends *trends = ctx->trends;
    const struct tdg_series_key *subject = subject_of(panel, found);
    uint32_t first = panel->period[found->begin], last = panel->period[found->end - 1];
    return (struct tdg_finding_view){
        .kind = found->move,
        .theme = subject->kind == TDG_SERIES_THEME ? subject->index : TDG_NONE,
        .parent = subject->kind == TDG_SERIES_PARENT ? subject->index : TDG_NONE,
        .term = subject->kind == TDG_SERIES_TERM ? surface_of(ctx, found) : "",
        .first = first,
        .last = last,
        .from = trends->periods[first].start,
        .to = trends->periods[last].end,
        .factor = found->factor,
        .before = found->before,
        .after = found->after,
        .low = found->low,
        .high = found->high,
        .observed = (size_t)llround(found->observed),
        .expected = found->expected,
        .p = found->p,
        .q = found->q,
    };
}

/* "trade war" needs not be reported once more for "trade" and for "war". */
static bool was_told(const struct tdg_finding_list *views, size_t from,
                     const struct tdg_finding_view *view)
{
    for (size_t i = from; i < views->count; i++) {
        const struct tdg_finding_view *told = &views->items[i];
        bool overlap = told->first <= view->last && view->first <= told->last;
        if (overlap && (told->factor > 1) == (view->factor > 1) &&
            tdg_says_again(told->term, view->term))
            return true;
    }
    return false;
}

/* Whether two movements go the same way in mostly the same periods. */
static bool is_same_movement(const struct tdg_detection *one, const struct tdg_detection *other)
{
    size_t begin = one->begin > other->begin ? one->begin : other->begin;
    size_t end = one->end < other->end ? one->end : other->end;
    size_t first = one->begin < other->begin ? one->begin : other->begin;
    size_t last = one->end > other->end ? one->end : other->end;
    return begin < end && 2 * (end - begin) >= last - first &&
           (one->factor > 1) == (other->factor > 1);
}

/* A parent that moves because one of its themes does says nothing new: of all its themes only that
 * one moves with it, and has at least half of the articles that it has more or fewer. */
static bool tells_its_theme(const struct tdg_detection_list *list,
                            const struct tdg_detection *found, const struct tdg_panel *panel,
                            const struct tdg_trend_input *input)
{
    uint32_t parent = subject_of(panel, found)->index, theme = TDG_NONE;
    double whole = fabs(found->observed - found->expected), most = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct tdg_detection *other = &list->items[i];
        const struct tdg_series_key *subject = subject_of(panel, other);
        if (subject->kind != TDG_SERIES_THEME || input->parent[subject->index] != parent ||
            !is_same_movement(found, other))
            continue;
        if (theme != TDG_NONE && theme != subject->index)
            return false;
        theme = subject->index;
        most = fmax(most, fabs(other->observed - other->expected));
    }
    return theme != TDG_NONE && 2 * most >= whole;
}

static int append(struct tdg_finding_list *views, const struct tdg_finding_view *view)
{
    struct tdg_finding_view *grown =
        tdg_grow(views->items, &views->capacity, views->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    views->items = grown;
    grown[views->count++] = *view;
    return TDG_OK;
}

static int complete(struct tdg_finding_view *view, size_t series, const struct tdg_report_ctx *ctx)
{
    struct tdg_trends *trends = ctx->trends;
    const struct tdg_trend_input *input = ctx->input;
    const char *name = name_of(&ctx->panel->subjects[series], view->term, input, &trends->arena);
    /* What the streams have ends with the run. */
    view->term = tdg_arena_string(&trends->arena, view->term);
    if (!name || !view->term)
        return TDG_ENOMEM;
    int status = TDG_OK;
    if (input->counts)
        status = tdg_drivers_find(view, series, ctx->timeline, ctx->panel, input, &trends->arena);
    if (!status)
        status = tdg_sentence_write(view, name, ctx->options->periods.period, ctx->options->whole,
                                    trends->periods, &trends->arena);
    return status;
}

int tdg_findings_view(struct tdg_finding_list *views, const struct tdg_detection_list *list,
                      const struct tdg_report_ctx *ctx)
{
    const struct tdg_panel *panel = ctx->panel;
    size_t from = views->count;
    for (size_t i = 0; i < list->count; i++) {
        const struct tdg_series_key *subject = subject_of(panel, &list->items[i]);
        if (subject->kind == TDG_SERIES_PARENT &&
            tells_its_theme(list, &list->items[i], panel, ctx->input))
            continue;
        struct tdg_finding_view view = view_of(&list->items[i], ctx);
        if (subject->kind == TDG_SERIES_TERM) {
            if (views->count - from == ctx->max_terms)
                break;
            if (was_told(views, from, &view))
                continue;
        }
        if (!tdg_finding_stands(&view, list->items[i].series, ctx->timeline, panel, ctx->input))
            continue;
        int status = complete(&view, list->items[i].series, ctx);
        if (!status)
            status = append(views, &view);
        if (status)
            return status;
    }
    return TDG_OK;
}

int tdg_family_tell(struct tdg_finding_list *views, const struct tdg_family_work *work,
                    struct tdg_panel *panel, const struct tdg_detection_list *list,
                    size_t max_terms)
{
    struct tdg_report_ctx ctx = {.trends = work->trends,
                                 .panel = panel,
                                 .timeline = work->timeline,
                                 .input = work->input,
                                 .options = work->options,
                                 .max_terms = max_terms};
    int status = TDG_OK;
    if (list->count && work->input->counts)
        status = tdg_panel_members(panel, work->timeline, work->input);
    return status ? status : tdg_findings_view(views, list, &ctx);
}
