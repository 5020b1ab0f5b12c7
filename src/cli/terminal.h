// SPDX-License-Identifier: GPL-3.0-or-later
/** What a stream can show. */
#ifndef TDG_CLI_TERMINAL_H
#define TDG_CLI_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

#include <tidings/plain.h>

/** 80 columns and no colours if it is no terminal; none either if somebody set NO_COLOR
 * (https://no-color.org). */
struct tdg_plain tdg_terminal_of(FILE *stream);

/** Whether it is a terminal that can go back to the beginning of a line and clear it. */
bool tdg_terminal_moves(FILE *stream);

#endif
