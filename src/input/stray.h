// SPDX-License-Identifier: GPL-3.0-or-later
/** Dates that are far from all others. */
#ifndef TDG_INPUT_STRAY_H
#define TDG_INPUT_STRAY_H

#include <stddef.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "input/input.h"

/** Takes their date from the few articles whose date is far from those of all others and of
 * `before` (input/stray.c has the rule), reports each with file and line, and counts them. Judges
 * from `fewest` articles on; with fewer, all dates stay. */
int tdg_articles_drop_strays(struct tdg_articles *articles, const struct tdg_dated *before,
                             size_t fewest, const struct tdg_monitor *monitor,
                             struct tdg_error *error);

#endif
