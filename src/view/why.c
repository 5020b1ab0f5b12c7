// SPDX-License-Identifier: GPL-3.0-or-later
/* Why an article is where it is. The figures are those that decided: the last pass of the
 * clustering compares the words' evidence for every theme and nothing else. */
#include "view/why.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "cluster/evidence.h"
#include "input/input.h"
#include "pipeline/option_values.h"
#include "text/variants.h"
#include "vector/vector.h"
#include "view/result.h"

static uint32_t find_article(const struct tdg_articles *articles, const char *id)
{
    for (size_t i = 0; i < articles->count; i++)
        if (strcmp(articles->items[i].id, id) == 0)
            return (uint32_t)i;
    return TDG_NONE;
}

static uint32_t first_original(const uint32_t *copy_of, uint32_t article)
{
    while (copy_of[article] != TDG_NONE)
        article = copy_of[article];
    return article;
}

static struct tdg_why_view place(const struct tdg_run *run, const char *id)
{
    const struct tdg_grouping *grouping = &run->grouping;
    struct tdg_why_view why = {
        .id = id,
        .article = find_article(&run->articles, id),
        .original = TDG_NONE,
        .theme = TDG_NONE,
        .other = TDG_NONE,
        .barred = TDG_NONE,
        .before = TDG_NONE,
    };
    if (why.article == TDG_NONE)
        return why;
    why.original = first_original(run->copy_of, why.article);
    why.theme = grouping->group[why.article];
    if (why.theme != TDG_NONE && grouping->before &&
        grouping->before[why.article] < grouping->groups)
        why.before = grouping->before[why.article];
    return why;
}

/* Sums over themes in another order differ in their last digits. */
static const double same = 1e-6;

static void keep_most(uint32_t *theme, double *most, uint32_t group, double sum)
{
    if (*theme != TDG_NONE && sum <= *most)
        return;
    *theme = group;
    *most = sum;
}

static void find_other(struct tdg_why_view *why, const struct tdg_evidence *evidence,
                       uint32_t groups)
{
    why->first_sum = tdg_evidence_sum(evidence, why->theme, groups);
    for (uint32_t g = 0; g < groups; g++) {
        double sum = tdg_evidence_sum(evidence, g, groups);
        if (g == why->theme)
            continue;
        if (sum > why->first_sum + same)
            keep_most(&why->barred, &why->barred_sum, g, sum);
        else
            keep_most(&why->other, &why->other_sum, g, sum);
    }
}

static int by_difference(const void *left, const void *right)
{
    const struct tdg_why_term_view *a = left, *b = right;
    double one = fabs(a->first - a->other), two = fabs(b->first - b->other);
    if (one < two || one > two)
        return one < two ? 1 : -1;
    return strcmp(a->term, b->term);
}

void tdg_why_compare(struct tdg_why_term_view *terms, const struct tdg_evidence *evidence,
                     size_t groups, uint32_t first, uint32_t other)
{
    for (size_t i = 0; i < evidence->terms; i++) {
        const double *value = evidence->value + i * groups;
        terms[i].first = first == TDG_NONE ? 0 : value[first];
        terms[i].other = other == TDG_NONE ? 0 : value[other];
    }
    qsort(terms, evidence->terms, sizeof *terms, by_difference);
}

static int list_terms(struct tdg_why_view *why, const struct tdg_evidence *evidence,
                      const struct tdg_run *run, struct tdg_arena *arena)
{
    size_t begin = run->counts.begin[why->original];
    struct tdg_why_term_view *terms = tdg_arena_alloc(arena, (evidence->terms + 1) * sizeof *terms);
    if (!terms)
        return TDG_ENOMEM;
    for (size_t i = 0; i < evidence->terms; i++) {
        uint32_t term = run->vocabulary.term[run->counts.column[begin + i]];
        terms[i] = (struct tdg_why_term_view){
            .term = tdg_arena_string(arena,
                                     tdg_surface_among(&run->streams, term, &why->original, 1, 1)),
            .times = (size_t)run->counts.weight[begin + i],
        };
        if (!terms[i].term)
            return TDG_ENOMEM;
    }
    tdg_why_compare(terms, evidence, run->grouping.groups, why->theme, why->other);
    why->terms = terms;
    why->term_count = evidence->terms;
    return TDG_OK;
}

/* Of rows of length 1. */
static double cosine(const struct tdg_matrix *rows, size_t one, size_t other)
{
    size_t a = rows->begin[one], b = rows->begin[other];
    double sum = 0;
    while (a < rows->begin[one + 1] && b < rows->begin[other + 1]) {
        uint32_t left = rows->column[a], right = rows->column[b];
        if (left == right)
            sum += (double)rows->weight[a] * (double)rows->weight[b];
        a += left <= right;
        b += right <= left;
    }
    return sum;
}

static int by_cosine(const void *left, const void *right)
{
    const struct tdg_why_neighbour_view *a = left, *b = right;
    if (a->cosine < b->cosine || a->cosine > b->cosine)
        return a->cosine < b->cosine ? 1 : -1;
    return (a->article > b->article) - (a->article < b->article);
}

/* The graph's own weights are scaled for the clustering and mean nothing to people. */
static int list_neighbours(struct tdg_why_view *why, const struct tdg_run *run,
                           struct tdg_arena *arena)
{
    const struct tdg_matrix *graph = &run->graph;
    if (!graph->begin)
        return TDG_OK;
    size_t begin = graph->begin[why->original], count = graph->begin[why->original + 1] - begin;
    struct tdg_why_neighbour_view *list = tdg_arena_alloc(arena, (count + 1) * sizeof *list);
    if (!list)
        return TDG_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        uint32_t article = graph->column[begin + i];
        list[i] =
            (struct tdg_why_neighbour_view){article, cosine(&run->rows, why->original, article)};
    }
    qsort(list, count, sizeof *list, by_cosine);
    why->neighbours = list;
    why->neighbour_count = count;
    return TDG_OK;
}

/* rows: [count] scratch. One lesson for all that words placed. */
static int hear_words(struct tdg_why_view *whys, size_t count, const struct tdg_run *run,
                      struct tdg_arena *arena, uint32_t *rows)
{
    size_t heard = 0;
    for (size_t i = 0; i < count; i++)
        if (whys[i].theme != TDG_NONE)
            rows[heard++] = whys[i].original;
    if (!heard || !run->grouping.before)
        return TDG_OK;
    struct tdg_evidence *evidence = tdg_alloc(heard, sizeof *evidence);
    int status = evidence ? tdg_word_evidence(evidence, rows, heard, &run->grouping, &run->counts,
                                              run->copy_of, run->workers)
                          : TDG_ENOMEM;
    for (size_t i = 0, at = 0; !status && i < count; i++) {
        if (whys[i].theme == TDG_NONE)
            continue;
        find_other(&whys[i], &evidence[at], run->grouping.groups);
        status = list_terms(&whys[i], &evidence[at], run, arena);
        at++;
    }
    for (size_t i = 0; evidence && i < heard; i++)
        free(evidence[i].value);
    free(evidence);
    return status;
}

int tdg_view_whys(struct tdg_analysis *analysis, const struct tdg_run *run)
{
    const struct tdg_texts *ids = analysis->options->values.why;
    size_t count = ids->count;
    uint32_t *rows = tdg_alloc(count, sizeof *rows);
    analysis->whys = tdg_alloc(count, sizeof *analysis->whys);
    analysis->why_count = count;
    int status = rows && analysis->whys ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < count; i++) {
        analysis->whys[i] = place(run, ids->items[i]);
        if (analysis->whys[i].article != TDG_NONE)
            status = list_neighbours(&analysis->whys[i], run, &analysis->arena);
    }
    if (!status)
        status = hear_words(analysis->whys, count, run, &analysis->arena, rows);
    free(rows);
    return status;
}
