// SPDX-License-Identifier: GPL-3.0-or-later
/* New articles into the themes that are there, by the words that the archive keeps of them. */
#include "archive/place.h"

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "archive/known_terms.h"
#include "archive/learn.h"
#include "archive/revision.h"
#include "base/error.h"
#include "base/memory.h"
#include "cluster/grouping.h"
#include "cluster/place.h"
#include "phrasing/unplaced.h"
#include "store/articles.h"
#include "store/store.h"
#include "store/themes.h"
#include "store/trouble.h"

static int store(const struct tdg_known_words *known, const struct tdg_grouping *grouping,
                 int64_t *theme)
{
    const struct tdg_stored_theme *items = known->update->themes.items;
    int status = TDG_OK;
    for (size_t i = 0; !status && i < grouping->rows; i++) {
        uint32_t group = grouping->group[i], second = grouping->second[i];
        struct tdg_stored_article stored = {
            .number = tdg_run_number(known->run, known->row[i]),
            .theme = group == TDG_NONE ? 0 : items[group].number,
            .weight = group == TDG_NONE ? 0 : (double)grouping->weight[i],
            .second_theme = second == TDG_NONE ? 0 : items[second].number,
            .second_weight = (double)grouping->second_weight[i],
            .reason = group == TDG_NONE ? TDG_FITS_NONE : "",
        };
        theme[known->row[i]] = stored.theme;
        status = tdg_archive_place(known->update->archive, &stored, known->update->error);
    }
    return status;
}

/* A copy adds no words. Those that have changed are learnt by themselves. */
static int learn(const struct tdg_known_words *known, const int64_t *theme)
{
    size_t rows = known->run->articles.count;
    int64_t *of = tdg_alloc(rows, sizeof *of);
    bool *counted = tdg_alloc(rows, sizeof *counted);
    int status = of && counted ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < rows; i++) {
        counted[i] =
            known->wanted[i] && !tdg_update_changed(known->update, tdg_run_number(known->run, i));
        of[i] = counted[i] ? theme[i] : 0;
    }
    if (!status)
        status = tdg_update_learn(known->update, known->run, of, counted);
    free(of);
    free(counted);
    return status;
}

/* The terms of row 0, in the order of its chosen columns. */
static int list_terms(struct tdg_told_terms *told, const struct tdg_known_words *known)
{
    size_t terms = known->chosen.begin[1];
    told->term = tdg_alloc(terms, sizeof *told->term);
    told->times = tdg_alloc(terms, sizeof *told->times);
    if (!told->term || !told->times)
        return TDG_ENOMEM;
    for (uint32_t c = 0; c < known->vocabulary.columns; c++)
        for (size_t i = 0; i < terms; i++)
            if (known->column[c] == known->chosen.column[i]) {
                told->term[i] = known->vocabulary.term[c];
                told->times[i] = (size_t)known->chosen.weight[i];
            }
    return TDG_OK;
}

int tdg_update_explain(struct tdg_told_terms *told, struct tdg_update *update, struct tdg_run *run)
{
    static const bool wanted[1] = {true};
    struct tdg_known_words known = {0};
    if (run->articles.count != 1)
        return tdg_archive_damaged(update->archive, update->error, "articles",
                                   "an article is gone");
    int status = tdg_update_know(&known, update, run, wanted);
    if (!status &&
        (list_terms(told, &known) ||
         tdg_nb_counts_evidence(&told->evidence, &known.chosen, 0, &known.stock, run->workers)))
        status = tdg_fail_memory(update->error);
    tdg_known_words_done(&known);
    return status;
}

void tdg_told_terms_done(struct tdg_told_terms *told)
{
    free(told->term);
    free(told->times);
    free(told->evidence.value);
    *told = (struct tdg_told_terms){0};
}

/* The groups of those that have their theme already; to be freed. NULL when out of memory. */
static uint32_t *given_groups(const struct tdg_known_words *known, const int64_t *theme)
{
    const struct tdg_stored_themes *themes = &known->update->themes;
    uint32_t *given = tdg_alloc(known->chosen.rows, sizeof *given);
    for (size_t i = 0; given && i < known->chosen.rows; i++) {
        given[i] = TDG_NONE;
        for (size_t t = 0; theme[known->row[i]] && t < themes->count; t++)
            if (themes->items[t].number == theme[known->row[i]])
                given[i] = (uint32_t)t;
    }
    return given;
}

int tdg_update_weigh(float *weight, struct tdg_update *update, const struct tdg_run *run,
                     const int64_t *theme)
{
    struct tdg_known_words known = {0};
    struct tdg_grouping grouping = {0};
    bool *wanted = tdg_alloc(run->articles.count, sizeof *wanted);
    if (!wanted)
        return tdg_fail_memory(update->error);
    for (size_t i = 0; i < run->articles.count; i++)
        wanted[i] = true;
    tdg_stored_themes_done(&update->themes);
    int status = tdg_archive_themes(&update->themes, update->archive, update->error);
    if (!status)
        status = tdg_update_know(&known, update, run, wanted);
    uint32_t *given = status ? NULL : given_groups(&known, theme);
    if (!status &&
        (!given || tdg_place_rows(&grouping, &known.chosen, given, &known.stock, run->workers)))
        status = tdg_fail_memory(update->error);
    for (size_t i = 0; !status && i < grouping.rows; i++)
        weight[known.row[i]] = grouping.weight[i];
    free(wanted);
    free(given);
    tdg_grouping_done(&grouping);
    tdg_known_words_done(&known);
    return status;
}

/* A theme that waits to end takes nothing more. */
static void close_leaving(struct tdg_known_words *known)
{
    const struct tdg_stored_themes *themes = &known->update->themes;
    for (size_t t = 0; t < themes->count; t++)
        if (themes->items[t].leaving)
            known->all[t] = 0;
}

int tdg_update_place(struct tdg_update *update, const bool *fresh, const int64_t *copy_of,
                     int64_t *theme)
{
    const struct tdg_run *run = &update->run;
    struct tdg_known_words known = {0};
    struct tdg_grouping grouping = {0};
    bool *wanted = tdg_alloc(run->articles.count, sizeof *wanted);
    if (!wanted)
        return tdg_fail_memory(update->error);
    for (size_t i = 0; i < run->articles.count; i++)
        wanted[i] = fresh[i] && !copy_of[i];
    int status = tdg_update_know(&known, update, run, wanted);
    uint32_t *given = status ? NULL : given_groups(&known, theme);
    if (!status)
        close_leaving(&known);
    if (!status &&
        (!given || tdg_place_rows(&grouping, &known.chosen, given, &known.stock, run->workers)))
        status = tdg_fail_memory(update->error);
    if (!status)
        status = store(&known, &grouping, theme);
    if (!status)
        status = learn(&known, theme);
    free(wanted);
    free(given);
    tdg_grouping_done(&grouping);
    tdg_known_words_done(&known);
    return status;
}
