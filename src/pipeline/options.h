// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_PIPELINE_OPTIONS_H
#define TDG_PIPELINE_OPTIONS_H

#include <tidings/options.h>

/** A copy, NULL when out of memory. */
struct tdg_options *tdg_options_copy(const struct tdg_options *options);

#endif
