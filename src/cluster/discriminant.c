// SPDX-License-Identifier: GPL-3.0-or-later
/* Linear discriminant analysis (Fisher 1936; Hastie, Tibshirani and Friedman 2009, 4.3): groups are
 * told apart by what differs between them in units of what differs within them. A row is f =
 * (smoothed, latent) / √2; score_g = f · a_g - μ_g · a_g / 2 + ln share_g, a_g = S⁻¹ μ_g, S = the
 * covariance within the groups plus its mean variance on the diagonal.
 *
 * The mean variance keeps S far from singular. Its factorisation is still GSL's pivoted one, which
 * ends for any matrix: the plain one calls GSL's error handler, and so ends the program, for a
 * matrix that is not positive definite. */
#include "cluster/discriminant.h"

#include <gsl/gsl_blas.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_math.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "cluster/covariance.h"
#include "cluster/grouping.h"
#include "cluster/linear.h"
#include "vector/vector.h"

/* For rows that are all their group's mean: what lies between the groups then decides alone. */
static const double MIN_RIDGE = 1e-6;

struct discriminant {
    const struct tdg_fit *fit;
    const uint32_t *group;
    uint32_t groups;
    uint32_t smoothed, columns; /* values of a row that are smoothed, of all */
    size_t *size;               /* [groups] */
    double *mean;               /* [groups][columns] */
    double *within;             /* [columns][columns] lower half */
};

static int allocate(struct discriminant *d)
{
    d->size = tdg_alloc(d->groups, sizeof *d->size);
    d->mean = tdg_alloc(d->groups, d->columns * sizeof *d->mean);
    d->within = tdg_alloc(d->columns, d->columns * sizeof *d->within);
    return d->size && d->mean && d->within ? TDG_OK : TDG_ENOMEM;
}

static void discriminant_done(struct discriminant *d)
{
    free(d->size);
    free(d->mean);
    free(d->within);
}

/* One kind of values into its columns of the means. */
static int add_means(struct discriminant *d, const struct tdg_dense *dense, uint32_t first)
{
    uint32_t columns = dense->columns;
    double *sum = tdg_alloc(d->groups, columns * sizeof *sum);
    int status = sum ? tdg_group_sums(sum, d->fit, dense, d->group, d->groups) : TDG_ENOMEM;
    for (size_t g = 0; !status && g < d->groups; g++)
        for (size_t c = 0; c < columns; c++)
            d->mean[g * d->columns + first + c] =
                sum[g * columns + c] * M_SQRT1_2 / (double)GSL_MAX(d->size[g], (size_t)1);
    free(sum);
    return status;
}

static int estimate(struct discriminant *d)
{
    const struct tdg_cluster_input *input = d->fit->input;
    tdg_group_sizes(d->size, d->fit, d->group, d->groups);
    int status = add_means(d, input->smoothed, 0);
    if (!status)
        status = add_means(d, input->latent, d->smoothed);
    if (!status)
        status = tdg_covariance_within(d->within, d->fit, d->group, d->mean);
    if (status)
        return status;
    double trace = 0;
    for (size_t c = 0; c < d->columns; c++)
        trace += d->within[c * d->columns + c];
    double ridge = GSL_MAX(trace / d->columns, MIN_RIDGE);
    for (size_t c = 0; c < d->columns; c++)
        d->within[c * d->columns + c] += ridge;
    return TDG_OK;
}

static void set_group(struct tdg_linear *linear, const struct discriminant *d, uint32_t g,
                      const gsl_vector *a)
{
    gsl_vector_const_view mean =
        gsl_vector_const_view_array(d->mean + (size_t)g * d->columns, d->columns);
    double product;
    gsl_blas_ddot(&mean.vector, a, &product);
    for (size_t c = 0; c < d->columns; c++) {
        float value = (float)(gsl_vector_get(a, c) * M_SQRT1_2);
        if (c < d->smoothed)
            linear->smoothed[c * linear->stride + g] = value;
        else
            linear->latent[(c - d->smoothed) * linear->stride + g] = value;
    }
    double share = (double)d->size[g] / (double)d->fit->count;
    linear->bias[g] = (float)(log(share) - product / 2);
}

static int solve(struct tdg_linear *linear, struct discriminant *d)
{
    double *solution = tdg_alloc(d->columns, sizeof *solution);
    size_t *places = tdg_alloc(d->columns, sizeof *places);
    int status = solution && places ? TDG_OK : TDG_ENOMEM;
    if (status)
        goto out;
    gsl_matrix_view within = gsl_matrix_view_array(d->within, d->columns, d->columns);
    gsl_vector_view a = gsl_vector_view_array(solution, d->columns);
    gsl_permutation order = {d->columns, places};
    if (d->columns) /* BLAS ends the program where a matrix has none */
        gsl_linalg_pcholesky_decomp(&within.matrix, &order);
    for (uint32_t g = 0; g < d->groups; g++) {
        linear->bias[g] = -INFINITY;
        if (!d->size[g])
            continue;
        memcpy(solution, d->mean + (size_t)g * d->columns, d->columns * sizeof *solution);
        if (d->columns)
            gsl_linalg_pcholesky_svx(&within.matrix, &order, &a.vector);
        set_group(linear, d, g, &a.vector);
    }
out:
    free(solution);
    free(places);
    return status;
}

int tdg_pass_discriminant(uint32_t *group, size_t *moved, const struct tdg_fit *fit,
                          uint32_t groups)
{
    uint32_t smoothed = fit->input->smoothed->columns;
    struct discriminant d = {.fit = fit,
                             .group = group,
                             .groups = groups,
                             .smoothed = smoothed,
                             .columns = smoothed + fit->input->latent->columns};
    struct tdg_linear linear = {0};
    int status = allocate(&d);
    if (!status)
        status = tdg_linear_init(&linear, fit, groups, true);
    if (!status)
        status = estimate(&d);
    if (!status)
        status = solve(&linear, &d);
    if (!status)
        status = tdg_linear_assign(group, moved, &linear, fit);
    discriminant_done(&d);
    tdg_linear_done(&linear);
    return status;
}
