// SPDX-License-Identifier: GPL-3.0-or-later
/** Options: set by name, kept as typed values. */
#ifndef TDG_PIPELINE_OPTIONS_H
#define TDG_PIPELINE_OPTIONS_H

#include <tidings/error.h>

#include "pipeline/option_values.h"

/** A copy, NULL when out of memory. */
struct tdg_options *tdg_options_copy(const struct tdg_options *options);

/** tdg_options_set for a row that is known. */
int tdg_options_put(struct tdg_options *options, enum tdg_option_id id, const char *value,
                    struct tdg_error *error);

#endif
