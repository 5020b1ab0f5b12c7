// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/address.h"

#include <string.h>
#include <strings.h>

bool tdg_is_web_address(const char *url)
{
    return strncasecmp(url, "http://", 7) == 0 || strncasecmp(url, "https://", 8) == 0;
}

void tdg_write_address(FILE *stream, const char *url, const char *ampersand)
{
    for (; *url; url++) {
        unsigned char byte = (unsigned char)*url;
        if (byte <= ' ' || byte >= 0x7F || strchr("\"'()<>\\^`{|}", byte))
            fprintf(stream, "%%%02X", byte);
        else if (byte == '&')
            fputs(ampersand, stream);
        else
            fputc(byte, stream);
    }
}
