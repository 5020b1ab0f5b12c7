// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/markdown_text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "output/address.h"

static const char *entity(uint32_t code)
{
    return code == '<' ? "&lt;" : code == '>' ? "&gt;" : code == '&' ? "&amp;" : NULL;
}

/* "://" would make GitHub link what looks like an address. */
static bool is_markup(const char *text)
{
    return strchr("\\`*_[]|~$@#", *text) || (*text == ':' && text[1] == '/');
}

void tdg_write_escaped(FILE *stream, const char *text)
{
    while (*text) {
        uint32_t code;
        size_t length = tdg_utf8_take(text, &code);
        if (!length || tdg_utf8_is_unwanted(code)) {
            fputc(' ', stream);
        } else if (entity(code)) {
            fputs(entity(code), stream);
        } else {
            if (is_markup(text))
                fputc('\\', stream);
            fwrite(text, 1, length, stream);
        }
        text += length ? length : 1;
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
