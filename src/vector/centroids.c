// SPDX-License-Identifier: GPL-3.0-or-later
/* Term by term, so that no centroid has to be there as a whole: a dense one for each group of a
 * large vocabulary would take more memory than the rows. */
#include "vector/centroids.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "vector/matrix.h"
#include "vector/transpose.h"

/* The sums of one partition: in the term in work, and of the squares of all terms so far. */
struct sums {
    const uint32_t *group; /* [rows] */
    uint32_t groups;
    double *now;    /* [groups] */
    double *square; /* [groups] */
};

static bool make_room(struct sums *sums, const uint32_t *group, uint32_t groups)
{
    *sums = (struct sums){group, groups, tdg_alloc(groups, sizeof *sums->now),
                          tdg_alloc(groups, sizeof *sums->square)};
    return sums->now && sums->square;
}

static void gather(struct sums *sums, const struct tdg_matrix *turned, uint32_t column)
{
    for (uint32_t g = 0; g < sums->groups; g++)
        sums->now[g] = 0;
    for (size_t at = turned->begin[column]; at < turned->begin[column + 1]; at++) {
        uint32_t group = sums->group[turned->column[at]];
        if (group != TDG_NONE)
            sums->now[group] += (double)turned->weight[at];
    }
    for (uint32_t g = 0; g < sums->groups; g++)
        sums->square[g] += sums->now[g] * sums->now[g];
}

static void add_products(double *product, const struct sums *one, const struct sums *other)
{
    for (uint32_t a = 0; a < one->groups; a++)
        for (uint32_t b = 0; one->now[a] != 0 && b < other->groups; b++)
            product[(size_t)a * other->groups + b] += one->now[a] * other->now[b];
}

static void normalise(double *cosine, const struct sums *one, const struct sums *other)
{
    for (uint32_t a = 0; a < one->groups; a++)
        for (uint32_t b = 0; b < other->groups; b++) {
            double length = sqrt(one->square[a] * other->square[b]);
            double *value = &cosine[(size_t)a * other->groups + b];
            *value = length > 0 ? *value / length : 0;
        }
}

/* Adds what the term in work gives to the product of each row with its sum. */
static void add_own(double *product, double *square, const struct sums *sums,
                    const struct tdg_matrix *turned, uint32_t column)
{
    for (size_t at = turned->begin[column]; at < turned->begin[column + 1]; at++) {
        uint32_t row = turned->column[at], group = sums->group[row];
        double weight = (double)turned->weight[at];
        square[row] += weight * weight;
        if (group != TDG_NONE)
            product[row] += weight * sums->now[group];
    }
}

int tdg_centroid_closeness(float *closeness, const struct tdg_matrix *rows, const uint32_t *copy_of,
                           const uint32_t *group, uint32_t groups)
{
    struct tdg_matrix turned = {0};
    struct sums sums = {0};
    double *product = tdg_alloc(rows->rows, sizeof *product);
    double *square = tdg_alloc(rows->rows, sizeof *square);
    int status = product && square && make_room(&sums, group, groups)
                     ? tdg_transpose(&turned, rows, copy_of)
                     : TDG_ENOMEM;
    for (uint32_t column = 0; !status && column < rows->columns; column++) {
        gather(&sums, &turned, column);
        add_own(product, square, &sums, &turned, column);
    }
    for (size_t i = 0; !status && i < rows->rows; i++) {
        double length = group[i] == TDG_NONE ? 0 : sqrt(square[i] * sums.square[group[i]]);
        closeness[i] = length > 0 ? (float)(product[i] / length) : 0;
    }
    tdg_matrix_done(&turned);
    free(sums.now);
    free(sums.square);
    free(product);
    free(square);
    return status;
}

int tdg_centroid_cosines(double *cosine, const struct tdg_matrix *rows, const uint32_t *copy_of,
                         const uint32_t *one, uint32_t ones, const uint32_t *other, uint32_t others)
{
    struct tdg_matrix turned = {0};
    struct sums left = {0}, right = {0};
    int status = make_room(&left, one, ones) && make_room(&right, other, others)
                     ? tdg_transpose(&turned, rows, copy_of)
                     : TDG_ENOMEM;
    for (size_t i = 0; i < (size_t)ones * others; i++)
        cosine[i] = 0;
    for (uint32_t column = 0; !status && column < rows->columns; column++) {
        gather(&left, &turned, column);
        gather(&right, &turned, column);
        add_products(cosine, &left, &right);
    }
    if (!status)
        normalise(cosine, &left, &right);
    tdg_matrix_done(&turned);
    free(left.now);
    free(left.square);
    free(right.now);
    free(right.square);
    return status;
}
