// SPDX-License-Identifier: GPL-3.0-or-later
/** What a name is, by its words and by what stands around it. */
#ifndef TDG_NAME_KIND_H
#define TDG_NAME_KIND_H

#include <tidings/types.h>

#include "name/core.h"

/* How often a name stands anywhere, and how often in a way that tells its kind. */
struct tdg_name_counts {
    uint32_t all, in, person, org, said, the, titled;
    bool surname; /* its last word is one: people are called by it alone */
};

/* key: that of the name. */
enum tdg_entity tdg_name_kind(const struct tdg_name_words *words, const char *key,
                              const struct tdg_run_words *parts,
                              const struct tdg_name_counts *counts);

#endif
