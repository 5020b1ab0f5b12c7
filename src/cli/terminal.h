// SPDX-License-Identifier: GPL-3.0-or-later
/** What a stream can show. */
#ifndef TDG_CLI_TERMINAL_H
#define TDG_CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct tdg_terminal {
    FILE *stream;
    size_t width; /* columns; 80 where it is no terminal */
    bool moves;   /* a terminal that can go back to the beginning of a line and clear it */
    bool colours; /* the same, and nobody set NO_COLOR (https://no-color.org) */
};

struct tdg_terminal tdg_terminal_of(FILE *stream);

enum tdg_colour { TDG_PLAIN, TDG_BOLD, TDG_DIM, TDG_GREEN, TDG_RED };
/** Changes the colour of what follows, where there are colours. */
void tdg_terminal_colour(const struct tdg_terminal *terminal, enum tdg_colour colour);

#endif
