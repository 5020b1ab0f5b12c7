// SPDX-License-Identifier: GPL-3.0-or-later
/* What the archive knows of the terms of some articles. Only these terms are looked up, so the cost
 * does not grow with the archive. */
#include "archive/known_terms.h"

#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "cluster/grouping.h"
#include "store/store.h"
#include "store/words.h"
#include "vector/counts.h"
#include "vector/matrix.h"
#include "vector/vector.h"
#include "vector/vocabulary.h"

void tdg_known_words_done(struct tdg_known_words *known)
{
    tdg_vocabulary_done(&known->vocabulary);
    tdg_matrix_done(&known->counts);
    tdg_matrix_done(&known->chosen);
    free(known->row);
    free(known->column);
    free(known->table);
    free(known->words);
    free(known->all);
    *known = (struct tdg_known_words){0};
}

static int count_terms(struct tdg_known_words *known)
{
    struct tdg_vector_options options = known->run->settings.vector;
    options.min_articles = 1;
    options.max_share = 1;
    options.max_terms = 0;
    int status = tdg_vocabulary_build(&known->vocabulary, &known->run->streams, NULL, &options,
                                      known->update->error);
    if (!status)
        status = tdg_counts_build(&known->counts, &known->run->streams, &known->vocabulary,
                                  known->run->workers, known->update->error);
    return status;
}

static uint32_t slot_of(const struct tdg_stored_themes *themes, int64_t number)
{
    size_t low = 0, high = themes->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (themes->items[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low < themes->count && themes->items[low].number == number ? (uint32_t)low : TDG_NONE;
}

static void take_words(void *context, int64_t theme, double words)
{
    struct tdg_known_words *known = context;
    uint32_t slot = slot_of(&known->update->themes, theme);
    if (slot != TDG_NONE)
        known->table[known->at * known->update->themes.count + slot] = words;
}

/* Looks up a term; it speaks where it is in neither too few nor too many articles. */
static int look_up(struct tdg_known_words *known, uint32_t column)
{
    const struct tdg_stored_model *model = &known->update->model;
    const char *stem = known->run->streams.stem[known->vocabulary.term[column]];
    struct tdg_stored_term term;
    int status = tdg_archive_term(&term, known->update->archive, stem, known->update->error);
    if (status || term.articles < model->min_articles || term.words <= 0 ||
        (double)term.articles > model->largest_share * (double)known->originals)
        return status;
    known->column[column] = known->columns;
    known->words[known->columns] = term.words;
    known->at = known->columns++;
    return tdg_archive_term_themes(known->update->archive, term.number, take_words, known,
                                   known->update->error);
}

static int look_up_terms(struct tdg_known_words *known)
{
    size_t columns = known->vocabulary.columns, themes = known->update->themes.count, used = 0;
    bool *wanted = tdg_alloc(columns, sizeof *wanted);
    known->column = tdg_alloc(columns, sizeof *known->column);
    known->words = tdg_alloc(columns, sizeof *known->words);
    known->all = tdg_alloc(themes, sizeof *known->all);
    int status = wanted && known->column && known->words && known->all ? TDG_OK : TDG_ENOMEM;
    for (size_t row = 0; !status && row < known->counts.rows; row++)
        for (size_t at = known->counts.begin[row];
             known->wanted[row] && at < known->counts.begin[row + 1]; at++) {
            used += !wanted[known->counts.column[at]];
            wanted[known->counts.column[at]] = true;
        }
    if (!status) {
        known->table = tdg_alloc(used, themes * sizeof *known->table);
        status = known->table ? TDG_OK : TDG_ENOMEM;
    }
    for (uint32_t c = 0; !status && c < columns; c++) {
        known->column[c] = TDG_NONE;
        if (wanted[c])
            status = look_up(known, c);
    }
    for (size_t t = 0; !status && t < themes; t++)
        known->all[t] = known->update->themes.items[t].words;
    free(wanted);
    return status;
}

/* The rows and columns that decide. */
static int choose(struct tdg_known_words *known)
{
    const struct tdg_matrix *counts = &known->counts;
    size_t cells = counts->begin[counts->rows], used = 0;
    known->chosen = (struct tdg_matrix){
        .columns = known->columns,
        .begin = tdg_alloc(counts->rows + 1, sizeof *known->chosen.begin),
        .column = tdg_alloc(cells, sizeof *known->chosen.column),
        .weight = tdg_alloc(cells, sizeof *known->chosen.weight),
    };
    known->row = tdg_alloc(counts->rows, sizeof *known->row);
    if (!known->chosen.begin || !known->chosen.column || !known->chosen.weight || !known->row)
        return tdg_fail_memory(known->update->error);
    for (size_t row = 0; row < counts->rows; row++) {
        if (!known->wanted[row])
            continue;
        for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++) {
            uint32_t column = known->column[counts->column[at]];
            if (column == TDG_NONE)
                continue;
            known->chosen.column[used] = column;
            known->chosen.weight[used++] = counts->weight[at];
        }
        known->row[known->chosen.rows++] = (uint32_t)row;
        known->chosen.begin[known->chosen.rows] = used;
    }
    return TDG_OK;
}

static struct tdg_nb_counts stock_of(const struct tdg_known_words *known)
{
    const struct tdg_update *update = known->update;
    struct tdg_nb_counts stock = {
        .groups = (uint32_t)update->themes.count,
        .table = known->table,
        .words = known->words,
        .all = known->all,
        .terms = update->model.terms,
        .least = update->model.min_evidence,
    };
    for (size_t t = 0; t < update->themes.count; t++)
        stock.whole += known->all[t];
    return stock;
}

int tdg_update_know(struct tdg_known_words *known, struct tdg_update *update,
                    const struct tdg_run *run, const bool *wanted)
{
    struct tdg_known_words made = {.update = update, .run = run, .wanted = wanted};
    for (size_t t = 0; t < update->themes.count; t++)
        made.originals += update->themes.items[t].originals;
    int status = count_terms(&made);
    if (!status)
        status = look_up_terms(&made);
    if (!status)
        status = choose(&made);
    if (status) {
        tdg_known_words_done(&made);
        return status;
    }
    made.stock = stock_of(&made);
    *known = made;
    return TDG_OK;
}
