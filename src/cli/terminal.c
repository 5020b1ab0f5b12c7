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

bool tdg_terminal_moves(FILE *stream)
{
    const char *kind = getenv("TERM");
    return isatty(fileno(stream)) && kind && *kind && strcmp(kind, "dumb") != 0;
}

struct tdg_plain tdg_terminal_of(FILE *stream)
{
    struct tdg_plain plain = {.stream = stream, .width = USUAL};
    if (!isatty(fileno(stream)))
        return plain;
    plain.width = columns(fileno(stream));
    if (plain.width < NARROWEST)
        plain.width = NARROWEST;
    if (plain.width > WIDEST)
        plain.width = WIDEST;
    plain.colours = tdg_terminal_moves(stream) && !is_set("NO_COLOR");
    return plain;
}
