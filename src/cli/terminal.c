// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL = 80, NARROWEST = 40, WIDEST = 500 };

static size_t columns(int descriptor)
{
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col)
        return size.ws_col;
    const char *text = getenv("COLUMNS");
    long number = text ? strtol(text, NULL, 10) : 0;
    return number > 0 ? (size_t)number : USUAL;
}

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value && *value;
}

struct tdg_terminal tdg_terminal_of(FILE *stream)
{
    struct tdg_terminal terminal = {.stream = stream, .width = USUAL};
    if (!isatty(fileno(stream)))
        return terminal;
    terminal.width = columns(fileno(stream));
    if (terminal.width < NARROWEST)
        terminal.width = NARROWEST;
    if (terminal.width > WIDEST)
        terminal.width = WIDEST;
    const char *kind = getenv("TERM");
    terminal.moves = kind && *kind && strcmp(kind, "dumb") != 0;
    terminal.colours = terminal.moves && !is_set("NO_COLOR");
    return terminal;
}

/* Select Graphic Rendition, ECMA-48 section 8.3.117. */
static const char *const sequences[] = {
    [TDG_PLAIN] = "\033[0m",  [TDG_BOLD] = "\033[1m", [TDG_DIM] = "\033[2m",
    [TDG_GREEN] = "\033[32m", [TDG_RED] = "\033[31m",
};

void tdg_terminal_colour(const struct tdg_terminal *terminal, enum tdg_colour colour)
{
    if (terminal->colours)
        fputs(sequences[colour], terminal->stream);
}
