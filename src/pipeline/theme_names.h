// SPDX-License-Identifier: GPL-3.0-or-later
/** What the themes of a run are called. */
#ifndef TDG_PIPELINE_THEME_NAMES_H
#define TDG_PIPELINE_THEME_NAMES_H

#include <stddef.h>

#include "base/memory.h"
#include "label/label.h"
#include "pipeline/run.h"
#include "text/text.h"

/** The topic of the user that a theme grew from, NULL for none. */
const struct tdg_seed_topic *tdg_seed_topic_of(const struct tdg_run *run, size_t index);

/** The label and the name of a theme, "" for none, in the arena: those of `labels`, those of the
 * field of the articles, or those of a person's subject. TDG_ENOMEM. */
int tdg_name_theme(const char **label, const char **name, const struct tdg_run *run,
                   const struct tdg_labels *labels, size_t index, struct tdg_arena *arena);

#endif
