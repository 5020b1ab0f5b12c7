// SPDX-License-Identifier: GPL-3.0-or-later
/* What is muted in a run: which terms may be shown, and which articles lead nothing. Names, key
 * terms, stories and findings take their terms from `shown`, the counts without what is muted;
 * places, series and shares are made of all. */
#include "pipeline/mute.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/progress.h"
#include "input/input.h"
#include "pipeline/tally.h"
#include "text/muting.h"
#include "text/text.h"
#include "vector/matrix.h"

static const char *language_of(const void *context, size_t index)
{
    return ((const struct tdg_articles *)context)->items[index].language;
}

static int open_rules(struct tdg_run *run)
{
    struct tdg_arena arena = {0};
    const struct tdg_tally *languages = NULL;
    size_t count = 0;
    int status = tdg_tally_names(&languages, &count, run->articles.count, language_of,
                                 &run->articles, &arena);
    const char **codes = status ? NULL : tdg_alloc(count, sizeof *codes);
    for (size_t i = 0; codes && i < count; i++)
        codes[i] = tdg_arena_string(&run->settings.arena, languages[i].name);
    for (size_t i = 0; codes && i < count; i++)
        if (!codes[i])
            status = TDG_ENOMEM;
    if (!status)
        status = codes ? tdg_muting_new(&run->muted.rules, &run->settings.mutes, codes, count,
                                        run->settings.text.stem)
                       : TDG_ENOMEM;
    free(codes);
    tdg_arena_done(&arena);
    return status;
}

static int mark(struct tdg_run *run)
{
    struct tdg_muted *muted = &run->muted;
    muted->term = tdg_alloc(run->streams.term_count, sizeof *muted->term);
    muted->article = tdg_alloc(run->articles.count, sizeof *muted->article);
    if (!muted->term || !muted->article)
        return TDG_ENOMEM;
    for (uint32_t t = 0; t < run->streams.term_count; t++)
        muted->term[t] = tdg_muting_hides_stem(muted->rules, run->streams.stem[t]);
    for (size_t i = 0; i < run->articles.count; i++) {
        const struct tdg_article *article = &run->articles.items[i];
        muted->article[i] =
            (uint8_t)tdg_muting_article(muted->rules, article->source, article->title);
    }
    return TDG_OK;
}

static bool is_shown(const struct tdg_run *run, size_t row, uint32_t column)
{
    const struct tdg_muted *muted = &run->muted;
    uint32_t term = run->vocabulary.term[column];
    return !muted->term[term] &&
           (!(muted->article[row] & TDG_MUTED_COLUMN) ||
            !tdg_muting_is_column_word(muted->rules, run->articles.items[row].title,
                                       run->streams.stem[term]));
}

static int count_shown(struct tdg_run *run)
{
    const struct tdg_matrix *all = &run->counts;
    struct tdg_matrix *shown = &run->muted.shown;
    size_t cells = all->begin[all->rows], kept = 0;
    *shown = (struct tdg_matrix){
        .rows = all->rows,
        .columns = all->columns,
        .begin = tdg_alloc(all->rows + 1, sizeof *shown->begin),
        .column = tdg_alloc(cells, sizeof *shown->column),
        .weight = tdg_alloc(cells, sizeof *shown->weight),
    };
    if (!shown->begin || !shown->column || !shown->weight)
        return TDG_ENOMEM;
    for (size_t row = 0; row < all->rows; row++) {
        for (size_t at = all->begin[row]; at < all->begin[row + 1]; at++) {
            if (!is_shown(run, row, all->column[at]))
                continue;
            shown->column[kept] = all->column[at];
            shown->weight[kept++] = all->weight[at];
        }
        shown->begin[row + 1] = kept;
    }
    return TDG_OK;
}

static void tell_unmet(const struct tdg_run *run)
{
    const struct tdg_mutes *mutes = &run->settings.mutes;
    for (size_t i = 0; *run->settings.mute && i < mutes->count; i++)
        if (!tdg_muting_met(run->muted.rules, i))
            tdg_notice(run->monitor, TDG_NOTICE_WARNING, run->settings.mute, mutes->items[i].line,
                       "muted %s \"%s\" matches nothing here", tdg_mute_name(mutes->items[i].kind),
                       mutes->items[i].text);
}

int tdg_run_mute(struct tdg_run *run)
{
    if (!run->settings.mutes.count)
        return TDG_OK;
    int status = open_rules(run);
    if (!status)
        status = mark(run);
    if (!status)
        status = count_shown(run);
    if (!status)
        tell_unmet(run);
    return tdg_fail_status(run->error, status);
}

const struct tdg_matrix *tdg_run_shown(const struct tdg_run *run)
{
    return run->muted.shown.begin ? &run->muted.shown : &run->counts;
}

void tdg_muted_done(struct tdg_muted *muted)
{
    tdg_muting_free(muted->rules);
    free(muted->term);
    free(muted->article);
    tdg_matrix_done(&muted->shown);
    *muted = (struct tdg_muted){0};
}
