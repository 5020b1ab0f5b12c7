// SPDX-License-Identifier: GPL-3.0-or-later
/** Which themes are about a well-known subject. */
#ifndef TDG_LABEL_KNOWN_H
#define TDG_LABEL_KNOWN_H

#include <stdbool.h>

#include "label/groups.h"
#include "label/label.h"
#include "label/subjects.h"

/** Gives the groups that are clearly about one of the subjects its name; those of the others stay
 * as they are. broad: the best terms of every group; stem: the terms are stems. TDG_ENOMEM. */
int tdg_subjects_name(struct tdg_labels *labels, const struct tdg_subjects *subjects,
                      const struct tdg_label_input *input, const struct tdg_members *members,
                      const struct tdg_ranking *broad, bool stem);

#endif
