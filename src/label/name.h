// SPDX-License-Identifier: GPL-3.0-or-later
/** Labels out of terms. */
#ifndef TDG_LABEL_NAME_H
#define TDG_LABEL_NAME_H

#include "label/groups.h"
#include "label/label.h"

/** Gives every item its text. terms: [labels->count]. TDG_ENOMEM. */
int tdg_name_groups(struct tdg_labels *labels, const struct tdg_label_terms *terms);

#endif
