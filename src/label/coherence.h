// SPDX-License-Identifier: GPL-3.0-or-later
/** How well the terms of a theme go together. */
#ifndef TDG_LABEL_COHERENCE_H
#define TDG_LABEL_COHERENCE_H

#include <stdint.h>

#include "label/groups.h"
#include "vector/vector.h"

/** coherence: [groups]. TDG_ENOMEM. */
int tdg_document_coherence(double *coherence, const struct tdg_ranking *ranking, uint32_t groups,
                           const struct tdg_matrix *counts, const uint32_t *copy_of);

#endif
