// SPDX-License-Identifier: GPL-3.0-or-later
/** Bodies of which only the words are kept. */
#ifndef TDG_TEXT_SORTED_H
#define TDG_TEXT_SORTED_H

#include <tidings/error.h>

#include "base/workers.h"
#include "input/input.h"

/** Replaces bodies by their words, each as often as it is there, in byte order, with a break
 * between any two: what is left says which words an article has, not what it says. Of a body that
 * was sorted before nothing changes. The old bodies are freed. TDG_ENOMEM. */
int tdg_bodies_sort(struct tdg_articles *articles, struct tdg_workers *workers,
                    struct tdg_error *error);

#endif
