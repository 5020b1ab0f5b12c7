// SPDX-License-Identifier: GPL-3.0-or-later
/* One period against another one: shares of themes, and the terms and articles behind them. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/types.h>

#include "archive/transaction.h"
#include "archive/update.h"
#include "base/error.h"
#include "base/memory.h"
#include "calendar/period.h"
#include "label/label.h"
#include "phrasing/title.h"
#include "pipeline/mute.h"
#include "pipeline/run.h"
#include "text/variants.h"
#include "vector/vector.h"
#include "view/archive_report.h"
#include "view/archive_view.h"

enum { TERMS = 15, TERMS_A_THEME = 5, ARTICLES = 3, SIDES = 2 };

/* A difference with less evidence is chance: G² of 6.63 is p = .01. */
static const double min_evidence = 6.63;

struct making {
    struct tdg_difference view; /* first: it is what is handed out */
    struct tdg_arena arena;
};

struct work {
    struct making *made;
    struct tdg_archive_view *view;
    struct tdg_named_period period[SIDES];
    uint32_t *row;        /* [articles] scratch */
    uint8_t *side;        /* [articles] 0, 1, or SIDES for neither and for copies */
    size_t *count[SIDES]; /* [columns] originals that have the term */
    struct ranked {
        uint32_t column;
        double evidence;
    } * ranked; /* [columns] */
};

static void find_sides(struct work *work)
{
    const struct tdg_run *run = &work->view->run;
    for (size_t i = 0; i < run->articles.count; i++) {
        work->side[i] = SIDES;
        for (int s = 0; s < SIDES; s++)
            if (run->copy_of[i] == TDG_NONE && run->published[i] >= work->period[s].from &&
                run->published[i] < work->period[s].to)
                work->side[i] = (uint8_t)s;
    }
}

/* x log(x / expected), 0 for nothing. */
static double part(double count, double expected)
{
    return count > 0 && expected > 0 ? count * log(count / expected) : 0;
}

/* Of one share against another one: Dunning, "Accurate Methods for the Statistics of Surprise and
 * Coincidence", 1993. */
static double evidence_of(double a, double all_a, double b, double all_b)
{
    double share = (a + b) / (all_a + all_b);
    double g = part(a, share * all_a) + part(b, share * all_b) +
               part(all_a - a, (1 - share) * all_a) + part(all_b - b, (1 - share) * all_b);
    return (double)(float)(2 * g); /* libraries differ in the last digits of a logarithm */
}

static int by_evidence(const void *left, const void *right)
{
    const struct ranked *one = left, *other = right;
    if (one->evidence > other->evidence || one->evidence < other->evidence)
        return one->evidence > other->evidence ? -1 : 1;
    return (one->column > other->column) - (one->column < other->column);
}

/* The terms that changed most among the originals of a group; TDG_NONE: of all. */
static int rank_terms(const struct tdg_difference_term **terms, size_t *count, struct work *work,
                      uint32_t group, size_t wanted)
{
    const struct tdg_run *run = &work->view->run;
    const struct tdg_matrix *counts = tdg_run_shown(run);
    size_t all[SIDES] = {0}, ranked = 0, rows = 0;
    for (int s = 0; s < SIDES; s++)
        memset(work->count[s], 0, counts->columns * sizeof *work->count[s]);
    for (size_t i = 0; i < counts->rows; i++) {
        if (work->side[i] == SIDES || (group != TDG_NONE && run->grouping.group[i] != group))
            continue;
        all[work->side[i]]++;
        work->row[rows++] = (uint32_t)i;
        for (size_t at = counts->begin[i]; at < counts->begin[i + 1]; at++)
            work->count[work->side[i]][counts->column[at]]++;
    }
    for (uint32_t c = 0; all[0] && all[1] && c < counts->columns; c++) {
        double g = evidence_of((double)work->count[0][c], (double)all[0], (double)work->count[1][c],
                               (double)all[1]);
        if (g >= min_evidence)
            work->ranked[ranked++] = (struct ranked){c, g};
    }
    if (ranked)
        qsort(work->ranked, ranked, sizeof *work->ranked, by_evidence);
    *count = ranked < wanted ? ranked : wanted;
    struct tdg_difference_term *made =
        tdg_arena_alloc(&work->made->arena, (*count + 1) * sizeof *made);
    for (size_t i = 0; made && i < *count; i++) {
        uint32_t c = work->ranked[i].column;
        made[i] = (struct tdg_difference_term){
            tdg_arena_string(&work->made->arena,
                             tdg_surface_among(&run->streams, run->vocabulary.term[c], work->row,
                                               rows, work->count[0][c] + work->count[1][c])),
            work->count[0][c], work->count[1][c]};
        if (!made[i].term)
            return TDG_ENOMEM;
    }
    *terms = made;
    return made ? TDG_OK : TDG_ENOMEM;
}

static int list_articles(struct tdg_difference_theme *theme, struct work *work, uint32_t group)
{
    const struct tdg_run *run = &work->view->run;
    struct tdg_arena *arena = &work->made->arena;
    uint8_t side = theme->share_after > theme->share_before;
    uint32_t best[ARTICLES];
    size_t count = 0;
    for (uint32_t i = 0; i < run->articles.count; i++) {
        if (work->side[i] != side || run->grouping.group[i] != group ||
            (run->muted.article && run->muted.article[i]))
            continue;
        size_t at = count;
        while (at > 0 && run->grouping.closeness[i] > run->grouping.closeness[best[at - 1]])
            at--;
        if (at == ARTICLES)
            continue;
        count += count < ARTICLES;
        for (size_t j = count - 1; j > at; j--)
            best[j] = best[j - 1];
        best[at] = i;
    }
    const char **ids = tdg_arena_alloc(arena, (count + 1) * sizeof *ids);
    const char **titles = tdg_arena_alloc(arena, (count + 1) * sizeof *titles);
    for (size_t i = 0; ids && titles && i < count; i++) {
        ids[i] = tdg_arena_string(arena, run->articles.items[best[i]].id);
        titles[i] = tdg_arena_string(arena, run->articles.items[best[i]].headline);
        if (!ids[i] || !titles[i])
            return TDG_ENOMEM;
    }
    theme->articles = ids;
    theme->titles = titles;
    theme->article_count = count;
    return ids && titles ? TDG_OK : TDG_ENOMEM;
}

static int by_change(const void *left, const void *right)
{
    const struct tdg_difference_theme *one = left, *other = right;
    double a = fabs(one->share_after - one->share_before);
    double b = fabs(other->share_after - other->share_before);
    if (a > b || a < b)
        return a > b ? -1 : 1;
    return (one->number > other->number) - (one->number < other->number);
}

static int compare_theme(struct tdg_difference_theme *theme, struct work *work, uint32_t group)
{
    const struct tdg_run *run = &work->view->run;
    const struct tdg_label *label = &run->labels.items[group];
    struct tdg_difference *view = &work->made->view;
    size_t count[SIDES] = {0};
    for (size_t i = 0; i < run->articles.count; i++)
        if (work->side[i] != SIDES && run->grouping.group[i] == group)
            count[work->side[i]]++;
    *theme = (struct tdg_difference_theme){
        .number = (uint32_t)work->view->theme[group],
        .title = tdg_arena_string(&work->made->arena, tdg_short_title(label->name, label->text)),
        .before = count[0],
        .after = count[1],
        .share_before =
            view->originals_before ? (double)count[0] / (double)view->originals_before : 0,
        .share_after = view->originals_after ? (double)count[1] / (double)view->originals_after : 0,
    };
    if (!theme->title || list_articles(theme, work, group))
        return TDG_ENOMEM;
    return rank_terms(&theme->terms, &theme->term_count, work, group, TERMS_A_THEME);
}

static int compare(struct work *work)
{
    const struct tdg_run *run = &work->view->run;
    struct tdg_difference *view = &work->made->view;
    uint32_t groups = run->grouping.groups;
    struct tdg_difference_theme *themes =
        tdg_arena_alloc(&work->made->arena, ((size_t)groups + 1) * sizeof *themes);
    if (!themes)
        return TDG_ENOMEM;
    for (size_t i = 0; i < run->articles.count; i++) {
        view->originals_before += work->side[i] == 0;
        view->originals_after += work->side[i] == 1;
    }
    view->before = tdg_arena_string(&work->made->arena, work->period[0].id);
    view->after = tdg_arena_string(&work->made->arena, work->period[1].id);
    if (!view->before || !view->after)
        return TDG_ENOMEM;
    for (uint32_t g = 0; g < groups; g++) {
        if (compare_theme(&themes[view->theme_count], work, g))
            return TDG_ENOMEM;
        view->theme_count += themes[view->theme_count].before || themes[view->theme_count].after;
    }
    if (view->theme_count)
        qsort(themes, view->theme_count, sizeof *themes, by_change);
    view->themes = themes;
    return rank_terms(&view->terms, &view->term_count, work, TDG_NONE, TERMS);
}

static int make(struct making *made, struct tdg_archive_view *view, struct tdg_update *update,
                const struct tdg_named_period period[SIDES])
{
    struct work work = {.made = made, .view = view, .period = {period[0], period[1]}};
    int64_t from = period[0].from < period[1].from ? period[0].from : period[1].from;
    int64_t to = period[0].to > period[1].to ? period[0].to : period[1].to;
    int status = tdg_archive_view_open(view, update, from, to);
    if (status)
        return status;
    size_t columns = view->run.counts.columns;
    work.side = tdg_alloc(view->run.articles.count, sizeof *work.side);
    work.ranked = tdg_alloc(columns, sizeof *work.ranked);
    for (int s = 0; s < SIDES; s++)
        work.count[s] = tdg_alloc(columns, sizeof *work.count[s]);
    work.row = tdg_alloc(view->run.articles.count, sizeof *work.row);
    if (!work.side || !work.row || !work.ranked || !work.count[0] || !work.count[1])
        status = TDG_ENOMEM;
    if (!status) {
        find_sides(&work);
        status = compare(&work);
    }
    free(work.side);
    free(work.row);
    free(work.ranked);
    free(work.count[0]);
    free(work.count[1]);
    return tdg_fail_status(update->error, status);
}

int tdg_archive_diff(struct tdg_archive *archive, const char *before, const char *after,
                     const struct tdg_monitor *monitor, struct tdg_difference **difference,
                     struct tdg_error *error)
{
    struct tdg_update update = {.archive = archive, .monitor = monitor, .error = error};
    struct tdg_named_period period[SIDES];
    struct tdg_archive_view view = {0};
    struct making *made = tdg_alloc(1, sizeof *made);
    if (!made)
        return tdg_fail_memory(error);
    int status = tdg_update_open_read_only(&update);
    if (!status)
        status = tdg_archive_find_period(&period[0], &update, before);
    if (!status)
        status = tdg_archive_find_period(&period[1], &update, after);
    if (!status && strcmp(period[0].id, period[1].id) == 0)
        status = tdg_fail(error, TDG_EINVAL, "both periods are %s", period[0].id);
    if (!status)
        status = make(made, &view, &update, period);
    tdg_archive_view_done(&view);
    status = tdg_update_close(&update, status);
    if (status)
        tdg_difference_free(&made->view);
    else
        *difference = &made->view;
    return status;
}

void tdg_difference_free(struct tdg_difference *difference)
{
    struct making *made = (struct making *)difference;
    if (!made)
        return;
    tdg_arena_done(&made->arena);
    free(made);
}
