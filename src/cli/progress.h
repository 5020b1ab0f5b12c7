// SPDX-License-Identifier: GPL-3.0-or-later
/** One line on stderr that shows how far the work is; nothing where stderr is no terminal. */
#ifndef TDG_CLI_PROGRESS_H
#define TDG_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tdg_progress_bar {
    bool moves;    /* stderr is a terminal, and it may be drawn on */
    bool shown;    /* the line has something on it */
    int64_t drawn; /* when it was drawn last, in milliseconds */
};

/** Nothing is ever drawn where `quiet`. */
struct tdg_progress_bar tdg_progress_bar_of(bool quiet);
/** `total` 0: unknown. Draws at most ten times a second. */
void tdg_progress_bar_draw(struct tdg_progress_bar *bar, const char *stage, size_t done,
                           size_t total);
/** Takes the line away, before anything else is printed. */
void tdg_progress_bar_clear(struct tdg_progress_bar *bar);

#endif
