// SPDX-License-Identifier: GPL-3.0-or-later
/* Which leaves belong to the subjects of a person. One word proves little: "match" stands in many
 * articles that are not about sport. But where the articles of a leaf, which are close to each
 * other anyway, mostly have several of the subject's words, they are about it. How many are many
 * depends on the words and on the length of the articles; so the leaves are parted where those
 * above and those below differ most (Otsu 1979), and only a large difference counts. */
#include "cluster/seeds.h"

#include <gsl/gsl_math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "cluster/grouping.h"
#include "vector/vector.h"

enum { ENOUGH = 2 /* distinct words: an article with so many is about the subject */ };

static const double max_shrinkage = 2;  /* average rows that are added to every leaf */
static const double min_evidence = 0.2; /* of the first leaf that is taken … */
static const double min_part = 0.35;    /* … and that of the others, of the first one's */
static const double min_contrast = 3;   /* times the mean of the others */
/* An article with so much evidence in a leaf that is taken stays with the subject. */
static const double anchoring = 0.4;

struct leaf {
    double evidence; /* mean over its rows */
    double rows;
    uint32_t number;
};

struct drawing {
    const struct tdg_fit *fit;
    const uint32_t *leaf; /* [rows] */
    uint32_t leaves;
    bool *is_seed;     /* [terms] of the subject in question */
    float *evidence;   /* [rows] for that subject, 0 to 1 */
    struct leaf *list; /* [leaves] */
    double *best;      /* [leaves] evidence for the subject it is drawn to */
};

/* The square of the share of the words that would be enough. */
static void measure_rows(struct drawing *drawing, size_t known)
{
    const struct tdg_matrix *counts = drawing->fit->input->counts;
    double enough = (double)GSL_MIN(known, (size_t)ENOUGH);
    for (size_t p = 0; p < drawing->fit->count; p++) {
        uint32_t row = drawing->fit->row[p];
        size_t met = 0;
        for (size_t at = counts->begin[row]; at < counts->begin[row + 1]; at++)
            met += drawing->is_seed[counts->column[at]];
        double share = GSL_MIN((double)met / enough, 1.0);
        drawing->evidence[row] = (float)(share * share);
    }
}

/* The most evidence first. */
static int compare_leaves(const void *a, const void *b)
{
    const struct leaf *one = a, *other = b;
    if (one->evidence < other->evidence || one->evidence > other->evidence)
        return one->evidence > other->evidence ? -1 : 1;
    return (one->number > other->number) - (one->number < other->number);
}

static void measure_leaves(struct drawing *drawing)
{
    double sum = 0;
    for (uint32_t l = 0; l < drawing->leaves; l++)
        drawing->list[l] = (struct leaf){.number = l};
    for (size_t p = 0; p < drawing->fit->count; p++) {
        uint32_t row = drawing->fit->row[p];
        struct leaf *own = &drawing->list[drawing->leaf[row]];
        own->evidence += (double)drawing->evidence[row];
        own->rows++;
        sum += (double)drawing->evidence[row];
    }
    double average = sum / (double)drawing->fit->count;
    double rows_a_leaf = (double)drawing->fit->count / drawing->leaves;
    double shrinkage = GSL_MIN(max_shrinkage, rows_a_leaf - 1);
    for (uint32_t l = 0; l < drawing->leaves; l++) {
        struct leaf *leaf = &drawing->list[l];
        leaf->evidence = (leaf->evidence + shrinkage * average) / (leaf->rows + shrinkage);
    }
    qsort(drawing->list, drawing->leaves, sizeof *drawing->list, compare_leaves);
}

/* How many leaves of the list, in its order, are about the subject. */
static uint32_t part(const struct drawing *drawing)
{
    double rows = 0, sum = 0, above = 0, sum_above = 0, most = 0;
    double top = drawing->list[0].evidence, least = min_part * top;
    uint32_t best = 0;
    if (top < min_evidence)
        return 0;
    for (uint32_t l = 0; l < drawing->leaves; l++) {
        rows += drawing->list[l].rows;
        sum += drawing->list[l].rows * drawing->list[l].evidence;
    }
    for (uint32_t l = 0; l + 1 < drawing->leaves; l++) {
        above += drawing->list[l].rows;
        sum_above += drawing->list[l].rows * drawing->list[l].evidence;
        double mean = sum_above / above, other = (sum - sum_above) / (rows - above);
        double variance = above * (rows - above) * (mean - other) * (mean - other);
        if (drawing->list[l].evidence < least)
            break;
        bool clear = mean >= min_contrast * other;
        if (clear && variance > most) {
            most = variance;
            best = l + 1;
        }
    }
    return best;
}

static void draw_leaves(struct drawing *drawing, uint32_t *drawn, uint32_t subject)
{
    uint32_t count = part(drawing);
    for (uint32_t i = 0; i < count; i++) {
        const struct leaf *leaf = &drawing->list[i];
        if (drawn[leaf->number] != TDG_NONE && drawing->best[leaf->number] >= leaf->evidence)
            continue;
        drawn[leaf->number] = subject;
        drawing->best[leaf->number] = leaf->evidence;
    }
}

/* Where it overlaps with an earlier subject, the row has more evidence for the one that drew its
 * leaf: anchors follow the leaves. */
static void set_anchors(const struct drawing *drawing, uint32_t *anchor, const uint32_t *drawn,
                        uint32_t subject)
{
    for (size_t p = 0; p < drawing->fit->count; p++) {
        uint32_t row = drawing->fit->row[p];
        if (drawn[drawing->leaf[row]] == subject)
            anchor[row] = (double)drawing->evidence[row] >= anchoring ? subject : TDG_NONE;
    }
}

static void draw(struct drawing *drawing, uint32_t *drawn, uint32_t *anchor)
{
    const struct tdg_cluster_input *input = drawing->fit->input;
    const struct tdg_cluster_seeds *seeds = input->seeds;
    for (uint32_t subject = 0; subject < seeds->subjects; subject++) {
        size_t known = 0;
        memset(drawing->is_seed, 0, input->counts->columns * sizeof *drawing->is_seed);
        for (size_t at = seeds->begin[subject]; at < seeds->begin[subject + 1]; at++) {
            known += !drawing->is_seed[seeds->column[at]];
            drawing->is_seed[seeds->column[at]] = true;
        }
        if (!known)
            continue;
        measure_rows(drawing, known);
        measure_leaves(drawing);
        draw_leaves(drawing, drawn, subject);
        set_anchors(drawing, anchor, drawn, subject);
    }
}

int tdg_seeds_draw(uint32_t *drawn, uint32_t *anchor, const struct tdg_fit *fit,
                   const uint32_t *leaf, uint32_t leaves)
{
    const struct tdg_matrix *counts = fit->input->counts;
    struct drawing drawing = {.fit = fit, .leaf = leaf, .leaves = leaves};
    drawing.is_seed = tdg_alloc(counts->columns, sizeof *drawing.is_seed);
    drawing.evidence = tdg_alloc(counts->rows, sizeof *drawing.evidence);
    drawing.list = tdg_alloc(leaves, sizeof *drawing.list);
    drawing.best = tdg_alloc(leaves, sizeof *drawing.best);
    bool good = drawing.is_seed && drawing.evidence && drawing.list && drawing.best;
    for (uint32_t l = 0; good && l < leaves; l++)
        drawn[l] = TDG_NONE;
    for (size_t i = 0; good && i < counts->rows; i++)
        anchor[i] = TDG_NONE;
    if (good)
        draw(&drawing, drawn, anchor);
    free(drawing.is_seed);
    free(drawing.evidence);
    free(drawing.list);
    free(drawing.best);
    return good ? TDG_OK : TDG_ENOMEM;
}
