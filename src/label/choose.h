// SPDX-License-Identifier: GPL-3.0-or-later
/** Terms that are good and go together. */
#ifndef TDG_LABEL_CHOOSE_H
#define TDG_LABEL_CHOOSE_H

#include <stdint.h>

#include "base/workers.h"
#include "label/groups.h"

/** Puts those of the candidates in front that are good and go well together. TDG_ENOMEM. */
int tdg_terms_choose(struct tdg_ranking *candidates, uint32_t groups, const struct tdg_stems *stems,
                     const uint32_t *copy_of, struct tdg_workers *workers);

#endif
