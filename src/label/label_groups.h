// SPDX-License-Identifier: GPL-3.0-or-later
/** From groups to names. */
#ifndef TDG_LABEL_LABEL_GROUPS_H
#define TDG_LABEL_LABEL_GROUPS_H

#include <tidings/error.h>

#include "base/workers.h"
#include "label/label.h"

/** Terms are ranked by p log(p/q), p the term's share of the group's document counts, q its share
 * of the whole, and serve the one group where that is highest. Of the best candidates those are
 * taken that go together, too (see label/choose.c). */
int tdg_label_groups(struct tdg_labels *labels, const struct tdg_label_input *input,
                     const struct tdg_label_options *options, struct tdg_workers *workers,
                     struct tdg_error *error);

#endif
