// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/span.h"

#include <string.h>

#include "base/error.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

struct tdg_span tdg_span_trim(struct tdg_span span)
{
    while (span.length && is_blank(*span.text)) {
        span.text++;
        span.length--;
    }
    while (span.length && is_blank(span.text[span.length - 1]))
        span.length--;
    return span;
}

bool tdg_span_is(struct tdg_span span, const char *text)
{
    return strlen(text) == span.length && memcmp(span.text, text, span.length) == 0;
}

bool tdg_lines_next(struct tdg_lines *lines, struct tdg_span *line)
{
    static const char mark[] = "\xEF\xBB\xBF";
    if (!lines->number && strncmp(lines->rest, mark, strlen(mark)) == 0)
        lines->rest += strlen(mark);
    while (*lines->rest) {
        size_t length = strcspn(lines->rest, "\n");
        struct tdg_span found = tdg_span_trim((struct tdg_span){lines->rest, length});
        lines->rest += length;
        lines->rest += *lines->rest == '\n';
        lines->number++;
        if (found.length && *found.text != '#') {
            *line = found;
            return true;
        }
    }
    return false;
}

int tdg_lines_fail(const struct tdg_lines *lines, const char *reason)
{
    return tdg_fail_at(lines->error, TDG_EFORMAT, lines->file, lines->number, "%s", reason);
}
