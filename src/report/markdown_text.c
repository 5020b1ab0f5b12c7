// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markdown_text.h"

#include <string.h>
#include <strings.h>

#include "report/utf8.h"

/* Invisible characters that end lines or turn the direction of the text around them (Unicode
 * Technical Report 36, "bidirectional text spoofing"). A blank stands in for them. */
static const struct range {
    uint32_t first;
    uint32_t last;
} unwanted[] = {
    {0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C},
    {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069},
};

static bool is_unwanted(uint32_t code)
{
    for (size_t i = 0; i < sizeof unwanted / sizeof *unwanted; i++)
        if (code >= unwanted[i].first && code <= unwanted[i].last)
            return true;
    return false;
}

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
        if (!length || is_unwanted(code)) {
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

bool tdg_is_web_address(const char *url)
{
    return strncasecmp(url, "http://", 7) == 0 || strncasecmp(url, "https://", 8) == 0;
}

/* What could end the destination of a link early is percent-encoded (RFC 3986, section 2.1). */
static void write_address(FILE *stream, const char *url)
{
    for (; *url; url++) {
        unsigned char byte = (unsigned char)*url;
        if (byte <= ' ' || byte == 0x7F || strchr("\"'()<>\\^`{|}", byte))
            fprintf(stream, "%%%02X", byte);
        else if (byte == '&')
            fputs("&amp;", stream);
        else
            fputc(byte, stream);
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
    write_address(stream, url);
    fputc(')', stream);
}
