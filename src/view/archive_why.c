// SPDX-License-Identifier: GPL-3.0-or-later
/* Why an article of an archive is in its theme. */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/types.h>

#include "archive/load.h"
#include "archive/place.h"
#include "archive/transaction.h"
#include "archive/update.h"
#include "base/error.h"
#include "base/memory.h"
#include "cluster/evidence.h"
#include "phrasing/title.h"
#include "phrasing/unplaced.h"
#include "pipeline/lifecycle.h"
#include "pipeline/run.h"
#include "pipeline/steps.h"
#include "store/articles.h"
#include "store/names.h"
#include "store/store.h"
#include "store/themes.h"
#include "store/words.h"
#include "view/why.h"

struct making {
    struct tdg_archive_why view; /* first: it is what is handed out */
    struct tdg_arena arena;
};

/* The title of each theme that the sums are about. */
static int note_title(void *context, int64_t theme, const char *name, const char *label,
                      bool hidden)
{
    struct making *made = context;
    const char **title = theme == made->view.theme   ? &made->view.title
                         : theme == made->view.other ? &made->view.other_title
                                                     : NULL;
    (void)hidden;
    if (title)
        *title = tdg_arena_string(&made->arena, tdg_short_title(name, label));
    return !title || *title ? TDG_OK : TDG_ENOMEM;
}

/* The terms and how often they stand in it; NULL when out of memory. */
static struct tdg_why_term_view *list_terms(const struct tdg_told_terms *told,
                                            const struct tdg_run *run, struct tdg_arena *arena)
{
    size_t count = told->evidence.terms;
    struct tdg_why_term_view *terms = tdg_arena_alloc(arena, (count + 1) * sizeof *terms);
    for (size_t i = 0; terms && i < count; i++) {
        const char *term = tdg_arena_string(arena, run->streams.surface[told->term[i]]);
        if (!term)
            return NULL;
        terms[i] = (struct tdg_why_term_view){.term = term, .times = told->times[i]};
    }
    return terms;
}

static int tell(struct making *made, struct tdg_update *update, const struct tdg_told_terms *told,
                const struct tdg_run *run)
{
    const struct tdg_stored_themes *themes = &update->themes;
    uint32_t own = TDG_NONE, other = TDG_NONE;
    double best = -HUGE_VAL;
    for (uint32_t t = 0; t < themes->count; t++) {
        double sum = tdg_evidence_sum(&told->evidence, t, themes->count);
        if (themes->items[t].number == made->view.theme) {
            own = t;
            made->view.sum = sum;
        } else if (themes->items[t].words > 0 && sum > best) {
            other = t;
            best = sum;
        }
    }
    if (other != TDG_NONE) {
        made->view.other = (uint32_t)themes->items[other].number;
        made->view.other_sum = best;
    }
    struct tdg_why_term_view *terms = list_terms(told, run, &made->arena);
    if (!terms)
        return tdg_fail_memory(update->error);
    tdg_why_compare(terms, &told->evidence, themes->count, own, other);
    made->view.terms = terms;
    made->view.term_count = told->evidence.terms;
    return tdg_archive_each_theme(update->archive, note_title, made, update->error);
}

/* Its original, whose words count, loaded as the only article of the run. */
static int load(struct making *made, struct tdg_run *run, struct tdg_update *update, const char *id)
{
    struct tdg_stored_article stored;
    struct tdg_article_cursor *cursor = NULL;
    int64_t number = 0, copy_of = 0, theme = 0, story = 0;
    bool same;
    int status = tdg_archive_find(&number, &same, update->archive, id, "", update->error);
    if (!status && !number)
        status = tdg_fail(update->error, TDG_EINVAL, "there is no article '%s'", id);
    if (!status)
        status =
            tdg_archive_place_of(&copy_of, &theme, &story, update->archive, number, update->error);
    struct tdg_article_range range = {.from = TDG_NO_DATE,
                                      .to = TDG_NO_DATE,
                                      .undated = true,
                                      .article = copy_of ? copy_of : number};
    made->view.theme = (uint32_t)theme;
    if (!status)
        status = tdg_article_cursor_open(&cursor, update->archive, &range, update->error);
    if (!status && (status = tdg_article_cursor_next(cursor, &stored)) == 1) {
        made->view.reason = tdg_unplaced_read(&made->arena, stored.reason);
        status = made->view.reason ? TDG_OK : TDG_ENOMEM;
    }
    tdg_article_cursor_close(cursor);
    if (!status)
        status = tdg_run_open(run, update->options);
    if (!status)
        status = tdg_update_load(run, update, &range);
    if (!status)
        status = tdg_run_order(run);
    return status ? status : tdg_run_steps(run, TDG_STEP_TERMS, TDG_STEP_TERMS);
}

int tdg_archive_why(struct tdg_archive *archive, const char *id, const struct tdg_monitor *monitor,
                    struct tdg_archive_why **why, struct tdg_error *error)
{
    struct tdg_update update = {.archive = archive, .monitor = monitor, .error = error};
    struct tdg_run run = {.monitor = monitor, .error = error};
    struct tdg_told_terms told = {0};
    struct making *made = tdg_alloc(1, sizeof *made);
    if (!made)
        return tdg_fail_memory(error);
    int status = tdg_update_open_read_only(&update);
    if (!status) {
        made->view.title = made->view.other_title = "";
        status = tdg_archive_model(&update.model, archive, error);
    }
    if (!status)
        status = tdg_archive_themes(&update.themes, archive, error);
    if (!status)
        status = load(made, &run, &update, id);
    if (!status)
        status = tdg_update_explain(&told, &update, &run);
    if (!status)
        status = tell(made, &update, &told, &run);
    tdg_told_terms_done(&told);
    tdg_run_done(&run);
    status = tdg_update_close(&update, status);
    if (status)
        tdg_archive_why_free(&made->view);
    else
        *why = &made->view;
    return status;
}

void tdg_archive_why_free(struct tdg_archive_why *why)
{
    struct making *made = (struct making *)why;
    if (!made)
        return;
    tdg_arena_done(&made->arena);
    free(made);
}
