// SPDX-License-Identifier: GPL-3.0-or-later
/** The themes inside one theme: an analysis of its articles alone, after that of all. */
#ifndef TDG_ENGINE_WITHIN_H
#define TDG_ENGINE_WITHIN_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/error.h>

struct tdg_run;

/** What a run is within. {0}: nothing, all articles. Strings live with the facts of the articles.
 */
struct tdg_within {
    const char *id; /* "T5", "T5.1", "P2"; NULL for none */
    const char *label, *name;
    size_t articles; /* of all themes together */
};

/** "T5", "P2", "T5.1", "T5.P1.3": a theme or parent, and what is inside it. */
bool tdg_within_is_id(const char *id);
/** The first part of an id, such as T5 of "T5.1", by its number; 0 where it is no theme. `rest`:
 * what follows it, "" or ".1". */
size_t tdg_within_theme(const char *id, const char **rest);

/** From a run with the terms of the articles of one theme, run->within, to its themes and labels.
 */
int tdg_run_look_within(struct tdg_run *run);
/** From a run with labels to one of the articles of the theme or parent `id`, with labels of its
 * own: words are weighed and themes found among these articles as if there were no others. What the
 * run is within already is where `id` begins. TDG_EINVAL where there is no such theme. */
int tdg_run_go_within(struct tdg_run *run, const char *id);

#endif
