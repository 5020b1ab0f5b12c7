// SPDX-License-Identifier: GPL-3.0-or-later
/** The symmetric graph of neighbours. */
#ifndef TDG_VECTOR_GRAPH_H
#define TDG_VECTOR_GRAPH_H

#include <tidings/error.h>

#include "vector/vector.h"

/** Symmetric graph from directed neighbours: local scaling s_ij / sqrt(m_i m_j), m the mean of the
 * 10 nearest (after Zelnik-Manor and Perona 2004), and the larger one of both directions. */
int tdg_graph_build(struct tdg_matrix *graph, const struct tdg_matrix *nearest,
                    struct tdg_error *error);

#endif
