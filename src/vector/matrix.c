// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/matrix.h"

#include <stdlib.h>

#include "base/defaults.h"

void tdg_vocabulary_done(struct tdg_vocabulary *vocabulary)
{
    free(vocabulary->term);
    free(vocabulary->articles);
    free(vocabulary->column);
    *vocabulary = (struct tdg_vocabulary){0};
}

void tdg_matrix_done(struct tdg_matrix *matrix)
{
    free(matrix->begin);
    free(matrix->column);
    free(matrix->weight);
    *matrix = (struct tdg_matrix){0};
}

void tdg_dense_done(struct tdg_dense *dense)
{
    free(dense->value);
    *dense = (struct tdg_dense){0};
}

struct tdg_vector_options tdg_vector_defaults(void)
{
    return (struct tdg_vector_options){
        .weighting = "tfidf",
        .max_share = TDG_DEFAULT_MAX_SHARE,
        .max_terms = TDG_DEFAULT_MAX_TERMS,
        .bm25_k1 = 1.2,
        .bm25_b = 0.75,
    };
}
