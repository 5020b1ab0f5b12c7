// SPDX-License-Identifier: GPL-3.0-or-later
/* New articles into the themes that are there, by the words that the archive keeps of them. Only
 * the terms of the new articles are looked up, so the cost does not grow with the archive. */
#include <stdlib.h>

#include "base/error.h"
#include "engine/update/update.h"

struct placing {
    struct tdg_update *update;
    struct tdg_run *run;
    const bool *fresh;      /* [articles] */
    const int64_t *copy_of; /* [articles] */
    size_t originals;       /* in the archive, before this batch */
    struct tdg_vocabulary vocabulary;
    struct tdg_matrix counts; /* of all terms of all articles of the run … */
    struct tdg_matrix chosen; /* … and of the terms that speak, of new originals */
    uint32_t *row;            /* [chosen.rows] in the run */
    uint32_t *column;         /* [vocabulary.columns] in `chosen`, TDG_NONE for none */
    uint32_t columns;
    double *table; /* [columns][themes] */
    double *words; /* [columns] */
    double *all;   /* [themes] */
    size_t at;     /* place in the table that is being filled in */
};

static void placing_done(struct placing *p)
{
    tdg_vocabulary_done(&p->vocabulary);
    tdg_matrix_done(&p->counts);
    tdg_matrix_done(&p->chosen);
    free(p->row);
    free(p->column);
    free(p->table);
    free(p->words);
    free(p->all);
}

static bool is_new_original(const struct placing *p, size_t row)
{
    return p->fresh[row] && !p->copy_of[row];
}

static int count_terms(struct placing *p)
{
    struct tdg_vector_options options = p->run->settings.vector;
    options.min_articles = 1;
    options.max_share = 1;
    options.most_terms = 0;
    int status =
        tdg_vocabulary_build(&p->vocabulary, &p->run->streams, NULL, &options, p->update->error);
    if (!status)
        status = tdg_counts_build(&p->counts, &p->run->streams, &p->vocabulary, p->run->workers,
                                  p->update->error);
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
    struct placing *p = context;
    uint32_t slot = slot_of(&p->update->themes, theme);
    if (slot != TDG_NONE)
        p->table[p->at * p->update->themes.count + slot] = words;
}

/* Looks up a term; it speaks where it is in neither too few nor too many articles. */
static int look_up(struct placing *p, uint32_t column)
{
    const struct tdg_stored_model *model = &p->update->model;
    const char *stem = p->run->streams.stem[p->vocabulary.term[column]];
    struct tdg_stored_term term;
    int status = tdg_archive_term(&term, p->update->archive, stem, p->update->error);
    if (status || term.articles < model->fewest_articles || term.words <= 0 ||
        (double)term.articles > model->largest_share * (double)p->originals)
        return status;
    p->column[column] = p->columns;
    p->words[p->columns] = term.words;
    p->at = p->columns++;
    return tdg_archive_term_themes(p->update->archive, term.number, take_words, p,
                                   p->update->error);
}

static int look_up_terms(struct placing *p)
{
    size_t columns = p->vocabulary.columns, themes = p->update->themes.count, used = 0;
    bool *wanted = tdg_alloc(columns, sizeof *wanted);
    p->column = tdg_alloc(columns, sizeof *p->column);
    p->words = tdg_alloc(columns, sizeof *p->words);
    p->all = tdg_alloc(themes, sizeof *p->all);
    int status = wanted && p->column && p->words && p->all ? TDG_OK : TDG_ENOMEM;
    for (size_t row = 0; !status && row < p->counts.rows; row++)
        for (size_t at = p->counts.begin[row];
             is_new_original(p, row) && at < p->counts.begin[row + 1]; at++) {
            used += !wanted[p->counts.column[at]];
            wanted[p->counts.column[at]] = true;
        }
    if (!status) {
        p->table = tdg_alloc(used, themes * sizeof *p->table);
        status = p->table ? TDG_OK : TDG_ENOMEM;
    }
    for (uint32_t c = 0; !status && c < columns; c++) {
        p->column[c] = TDG_NONE;
        if (wanted[c])
            status = look_up(p, c);
    }
    for (size_t t = 0; !status && t < themes; t++)
        p->all[t] = p->update->themes.items[t].words;
    free(wanted);
    return status;
}

/* The rows and columns that decide. */
static int choose(struct placing *p)
{
    const struct tdg_matrix *counts = &p->counts;
    size_t cells = counts->begin[counts->rows], used = 0;
    p->chosen = (struct tdg_matrix){
        .columns = p->columns,
        .begin = tdg_alloc(counts->rows + 1, sizeof *p->chosen.begin),
        .column = tdg_alloc(cells, sizeof *p->chosen.column),
        .weight = tdg_alloc(cells, sizeof *p->chosen.weight),
    };
    p->row = tdg_alloc(counts->rows, sizeof *p->row);
    if (!p->chosen.begin || !p->chosen.column || !p->chosen.weight || !p->row)
        return tdg_fail_memory(p->update->error);
    for (size_t row = 0; row < counts->rows; row++) {
        if (!is_new_original(p, row))
            continue;
        for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++) {
            uint32_t column = p->column[counts->column[at]];
            if (column == TDG_NONE)
                continue;
            p->chosen.column[used] = column;
            p->chosen.weight[used++] = counts->weight[at];
        }
        p->row[p->chosen.rows++] = (uint32_t)row;
        p->chosen.begin[p->chosen.rows] = used;
    }
    return TDG_OK;
}

static int store(struct placing *p, const struct tdg_grouping *grouping, int64_t *theme)
{
    const struct tdg_stored_theme *items = p->update->themes.items;
    int status = TDG_OK;
    for (size_t i = 0; !status && i < grouping->rows; i++) {
        uint32_t group = grouping->group[i], second = grouping->second[i];
        struct tdg_stored_article stored = {
            .number = tdg_run_number(p->run, p->row[i]),
            .theme = group == TDG_NONE ? 0 : items[group].number,
            .weight = group == TDG_NONE ? 0 : (double)grouping->weight[i],
            .second_theme = second == TDG_NONE ? 0 : items[second].number,
            .second_weight = (double)grouping->second_weight[i],
            .reason = group == TDG_NONE ? tdg_fits_none : "",
        };
        theme[p->row[i]] = stored.theme;
        status = tdg_archive_place(p->update->archive, &stored, p->update->error);
    }
    return status;
}

/* New originals only: a copy adds no words. Those that have changed are learnt by themselves. */
static int learn(struct placing *p, const int64_t *theme)
{
    size_t rows = p->run->articles.count;
    int64_t *of = tdg_alloc(rows, sizeof *of);
    bool *counted = tdg_alloc(rows, sizeof *counted);
    int status = of && counted ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < rows; i++) {
        counted[i] =
            is_new_original(p, i) && !tdg_update_is_changed(p->update, tdg_run_number(p->run, i));
        of[i] = counted[i] ? theme[i] : 0;
    }
    if (!status)
        status = tdg_update_learn(p->update, p->run, of, counted);
    free(of);
    free(counted);
    return status;
}

static struct tdg_word_stock stock_of(const struct placing *p)
{
    const struct tdg_update *update = p->update;
    struct tdg_word_stock stock = {
        .groups = (uint32_t)update->themes.count,
        .table = p->table,
        .words = p->words,
        .all = p->all,
        .terms = update->model.terms,
        .least = update->model.least_evidence,
    };
    for (size_t t = 0; t < update->themes.count; t++)
        stock.whole += p->all[t];
    return stock;
}

/* The terms of row 0, in the order of its chosen columns. */
static int list_terms(struct tdg_told_terms *told, const struct placing *p)
{
    size_t terms = p->chosen.begin[1];
    told->term = tdg_alloc(terms, sizeof *told->term);
    told->times = tdg_alloc(terms, sizeof *told->times);
    if (!told->term || !told->times)
        return TDG_ENOMEM;
    for (uint32_t c = 0; c < p->vocabulary.columns; c++)
        for (size_t i = 0; i < terms; i++)
            if (p->column[c] == p->chosen.column[i]) {
                told->term[i] = p->vocabulary.term[c];
                told->times[i] = (size_t)p->chosen.weight[i];
            }
    return TDG_OK;
}

int tdg_update_explain(struct tdg_told_terms *told, struct tdg_update *update, struct tdg_run *run)
{
    static const bool fresh[1] = {true};
    static const int64_t copy_of[1] = {0};
    struct placing p = {.update = update, .run = run, .fresh = fresh, .copy_of = copy_of};
    for (size_t t = 0; t < update->themes.count; t++)
        p.originals += update->themes.items[t].originals;
    int status = count_terms(&p);
    if (!status)
        status = look_up_terms(&p);
    if (!status)
        status = choose(&p);
    struct tdg_word_stock stock = stock_of(&p);
    if (!status && (list_terms(told, &p) ||
                    tdg_stock_evidence(&told->evidence, &p.chosen, 0, &stock, run->workers)))
        status = tdg_fail_memory(update->error);
    placing_done(&p);
    return status;
}

void tdg_told_terms_done(struct tdg_told_terms *told)
{
    free(told->term);
    free(told->times);
    free(told->evidence.value);
    *told = (struct tdg_told_terms){0};
}

int tdg_update_place(struct tdg_update *update, const bool *fresh, const int64_t *copy_of,
                     int64_t *theme)
{
    struct placing p = {.update = update, .run = &update->run, .fresh = fresh, .copy_of = copy_of};
    struct tdg_grouping grouping = {0};
    for (size_t t = 0; t < update->themes.count; t++)
        p.originals += update->themes.items[t].originals;
    int status = count_terms(&p);
    if (!status)
        status = look_up_terms(&p);
    if (!status)
        status = choose(&p);
    struct tdg_word_stock stock = stock_of(&p);
    if (!status && tdg_place_rows(&grouping, &p.chosen, &stock, p.run->workers))
        status = tdg_fail_memory(update->error);
    if (!status)
        status = store(&p, &grouping, theme);
    if (!status)
        status = learn(&p, theme);
    tdg_grouping_done(&grouping);
    placing_done(&p);
    return status;
}
