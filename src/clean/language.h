// SPDX-License-Identifier: GPL-3.0-or-later
/* Telling the language of a text. */
#ifndef TDG_CLEAN_LANGUAGE_H
#define TDG_CLEAN_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "base/workers.h"
#include "input/input.h"

/* Sets the language of every article by the rules of clean.h. source_of: [count] the
 * number of each article's source, below `sources`; number 0 is the unknown one. */
int tdg_languages_set(struct tdg_articles *articles, const char *option, const uint32_t *source_of,
                      uint32_t sources, struct tdg_workers *workers,
                      const struct tdg_monitor *monitor, struct tdg_error *error);

#endif
