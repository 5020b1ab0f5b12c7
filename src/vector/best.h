// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/vector: the few best of many candidates. */
#ifndef TDG_VECTOR_BEST_H
#define TDG_VECTOR_BEST_H

#include <stddef.h>
#include <stdint.h>

struct tdg_candidate {
    float cosine;
    uint32_t row;
};

/* The best come first; of equal ones the lower row. Room for `most`, by the caller. */
struct tdg_best {
    struct tdg_candidate *item; /* [most] */
    size_t count;
    size_t most; /* > 0 */
};

void tdg_best_offer(struct tdg_best *best, struct tdg_candidate candidate);

#endif
