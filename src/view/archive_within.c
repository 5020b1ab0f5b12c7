// SPDX-License-Identifier: GPL-3.0-or-later
/* The themes inside one theme of an archive: looked at, and kept nowhere. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/types.h>

#include "archive/load.h"
#include "archive/transaction.h"
#include "archive/update.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "pipeline/ids.h"
#include "pipeline/lifecycle.h"
#include "pipeline/options.h"
#include "pipeline/run.h"
#include "pipeline/settings.h"
#include "pipeline/steps.h"
#include "pipeline/within.h"
#include "store/articles.h"
#include "store/names.h"
#include "store/store.h"
#include "view/assemble.h"
#include "view/result.h"

/* The theme that is asked for, and which ones there are. */
struct search {
    struct tdg_run *run;
    int64_t wanted;
    struct tdg_buffer known; /* "T1, T2, T5" */
    bool found;
};

static int note_theme(void *context, int64_t theme, const char *name, const char *label,
                      bool hidden)
{
    struct search *search = context;
    struct tdg_within *within = &search->run->within;
    struct tdg_arena *arena = &search->run->articles.facts;
    (void)hidden;
    tdg_buffer_format(&search->known, "%sT%lld", search->known.length ? ", " : "",
                      (long long)theme);
    if (theme == search->wanted) {
        search->found = true;
        within->label = tdg_arena_string(arena, label);
        within->name = tdg_arena_string(arena, name);
    }
    return search->known.failed || (search->found && (!within->label || !within->name)) ? TDG_ENOMEM
                                                                                        : TDG_OK;
}

static int find_theme(struct tdg_run *run, struct tdg_update *update, const char *id,
                      const char *rest, size_t number)
{
    struct search search = {.run = run, .wanted = (int64_t)number};
    int status = tdg_archive_each_theme(update->archive, note_theme, &search, update->error);
    if (!status && !search.found)
        status =
            tdg_fail(update->error, TDG_EINVAL, "there is no theme %.*s with articles: there %s %s",
                     (int)(rest - id), id,
                     strchr(search.known.text ? search.known.text : "", ',') ? "are" : "is only",
                     search.known.text ? search.known.text : "none");
    run->within.id = tdg_arena_copy(&run->articles.facts, id, (size_t)(rest - id));
    if (!status && !run->within.id)
        status = tdg_fail_memory(update->error);
    tdg_buffer_done(&search.known);
    return status;
}

/* As the archive knows them. Of an original in another theme nothing is here. */
static int take_copies(struct tdg_run *run, struct tdg_update *update)
{
    struct tdg_row_index index = {0};
    run->copy_of = tdg_alloc(run->articles.count, sizeof *run->copy_of);
    if (!run->copy_of || tdg_row_index_build(&index, run))
        return tdg_fail_memory(run->error);
    int status = TDG_OK;
    for (size_t i = 0; !status && i < run->articles.count; i++) {
        int64_t copy_of, theme, story;
        status = tdg_archive_place_of(&copy_of, &theme, &story, update->archive,
                                      tdg_run_number(run, i), update->error);
        run->copy_of[i] = copy_of ? tdg_row_of(&index, copy_of) : TDG_NONE;
    }
    tdg_row_index_done(&index);
    return status;
}

static int load(struct tdg_run *run, struct tdg_update *update, size_t number)
{
    struct tdg_article_range range = {
        .from = TDG_NO_DATE, .to = TDG_NO_DATE, .undated = true, .theme = (int64_t)number};
    struct tdg_archive_counts counts;
    int status = tdg_update_load(run, update, &range);
    if (!status)
        status = tdg_run_order(run);
    if (!status)
        status = tdg_archive_count(&counts, update->archive, update->error);
    if (!status)
        run->within.articles = counts.articles;
    if (!status && !run->articles.count)
        status = tdg_fail(update->error, TDG_EEMPTY, "there is no article in this theme");
    return status ? status : take_copies(run, update);
}

static int analyze(struct tdg_analysis **analysis, struct tdg_update *update, const char *id)
{
    struct tdg_run *run = &update->run;
    const char *rest = "";
    size_t number = tdg_within_theme(id, &rest);
    if (!number || !tdg_within_is_id(id))
        return tdg_fail(update->error, TDG_EINVAL,
                        "an archive has themes such as T3 and what is inside them, T3.1; not %.80s",
                        id);
    int status = tdg_run_open(run, update->options);
    if (!status)
        status = tdg_options_put(run->options, TDG_OPT_within, id, update->error);
    if (!status)
        tdg_settings_resolve(&run->settings, run->options);
    if (!status)
        status = find_theme(run, update, id, rest, number);
    if (!status)
        status = load(run, update, number);
    if (!status)
        status = tdg_run_steps(run, TDG_STEP_TERMS, TDG_STEP_TERMS);
    if (!status)
        status = tdg_run_look_within(run);
    if (!status)
        status = tdg_run_go_within(run, id);
    if (!status)
        status = tdg_run_steps(run, TDG_STEP_EVENTS, TDG_STEP_TRENDS);
    return status ? status : tdg_assemble(analysis, run);
}

int tdg_archive_within(struct tdg_archive *archive, const char *theme,
                       const struct tdg_monitor *monitor, struct tdg_analysis **analysis,
                       struct tdg_error *error)
{
    struct tdg_update update = {.archive = archive, .monitor = monitor, .error = error};
    update.run = (struct tdg_run){.monitor = monitor, .error = error};
    int status = tdg_update_open_read_only(&update);
    if (!status)
        status = analyze(analysis, &update, theme);
    return tdg_update_close(&update, status);
}
