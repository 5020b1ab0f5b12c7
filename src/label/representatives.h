// SPDX-License-Identifier: GPL-3.0-or-later
/** The articles that stand for a theme. */
#ifndef TDG_LABEL_REPRESENTATIVES_H
#define TDG_LABEL_REPRESENTATIVES_H

#include <stddef.h>
#include <stdint.h>

#include "label/groups.h"

/** Writes up to `wanted` rows of a group, highest weight first, then by row, without those that are
 * muted (may be NULL); returns how many. */
size_t tdg_representatives(uint32_t *rows, const struct tdg_members *members, uint32_t group,
                           const float *weight, const uint8_t *muted, size_t wanted);

#endif
