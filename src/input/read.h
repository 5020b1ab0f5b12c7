// SPDX-License-Identifier: GPL-3.0-or-later
/** From the inputs to the articles. */
#ifndef TDG_INPUT_READ_H
#define TDG_INPUT_READ_H

#include <stddef.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "input/input.h"

void tdg_articles_done(struct tdg_articles *articles);

/** The usual limits, format "auto", no map, UTC. */
struct tdg_read_options tdg_read_defaults(void);

/** Reads all inputs ("-" is standard input) and appends to *articles, which may be {0}. An input
 * that does not exist fails the run with TDG_EIO; an empty or broken one is reported and skipped.
 * Articles come in the order of the input: see tdg_articles_order. On failure what was read so far
 * stays in *articles, to be freed by the caller. */
int tdg_read(struct tdg_articles *articles, const char *const *inputs, size_t input_count,
             const struct tdg_read_options *options, const struct tdg_monitor *monitor,
             struct tdg_error *error);

#endif
