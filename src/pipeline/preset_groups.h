// SPDX-License-Identifier: GPL-3.0-or-later
/** Themes that the articles bring along. */
#ifndef TDG_PIPELINE_PRESET_GROUPS_H
#define TDG_PIPELINE_PRESET_GROUPS_H

#include <tidings/error.h>

#include "cluster/grouping.h"
#include "input/input.h"

/** Groups the articles by their field `group` instead of by their words: one group a distinct
 * value, the largest first, in a tie in byte order. TDG_EEMPTY where all are empty, with a message
 * that names the field. `names`: [groups], borrowed from the articles,
 * to be freed by the caller. */
int tdg_group_by_field(struct tdg_grouping *grouping, const char ***names,
                       const struct tdg_articles *articles, const char *field,
                       struct tdg_error *error);

#endif
