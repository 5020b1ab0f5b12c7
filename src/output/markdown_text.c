// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/markdown_text.h"

#include <stdbool.h>
#include <string.h>

#include "output/address.h"
#include "output/shown.h"

static const char *entity(char sign)
{
    return sign == '<' ? "&lt;" : sign == '>' ? "&gt;" : sign == '&' ? "&amp;" : NULL;
}

/* "://" would make GitHub link what looks like an address. */
static bool is_markup(char sign, const char *rest)
{
    return strchr("\\`*_[]|~$@#", sign) || (sign == ':' && *rest == '/');
}

void tdg_write_escaped(FILE *stream, const char *text)
{
    while (*text) {
        size_t length;
        const char *shown = tdg_next_shown(&text, &length);
        if (entity(*shown)) {
            fputs(entity(*shown), stream);
        } else {
            if (is_markup(*shown, text))
                fputc('\\', stream);
            fwrite(shown, 1, length, stream);
        }
    }
}

void tdg_write_link(FILE *stream, const char *text, const char *url)
{
    if (!tdg_is_web_address(url)) {
        tdg_write_escaped(stream, text);
        return;
    }
    fputc('[', stream);
    tdg_write_escaped(stream, text);
    fputs("](", stream);
    tdg_write_address(stream, url, "&amp;");
    fputc(')', stream);
}
