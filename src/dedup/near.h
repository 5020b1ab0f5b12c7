// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/dedup. */
#ifndef TDG_DEDUP_NEAR_H
#define TDG_DEDUP_NEAR_H

#include <stdint.h>

#include "base/workers.h"
#include "dedup/shingle.h"
#include "input/input.h"

int tdg_near_copies(uint32_t *copy_of, const struct tdg_articles *articles,
                    const struct tdg_signature *signature, int64_t window,
                    struct tdg_workers *workers);

#endif
