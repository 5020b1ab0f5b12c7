// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/sources.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "phrasing/number.h"

enum { MOST_NAME = 60 };

size_t tdg_sources_text(char text[TDG_SOURCES_TEXT], const struct tdg_latest_view *latest,
                        enum tdg_source_state state, size_t most)
{
    size_t all = 0, named = 0, length = 0;
    char rest[TDG_NUMBER_TEXT];
    *text = '\0';
    for (size_t i = 0; i < latest->source_count; i++)
        all += latest->sources[i].state == state;
    for (size_t i = 0; i < latest->source_count && named < most; i++) {
        const char *name = latest->sources[i].name;
        if (latest->sources[i].state != state)
            continue;
        const char *before = !named ? "" : named + 1 == all ? " and " : ", ";
        named++;
        length += (size_t)snprintf(text + length, TDG_SOURCES_TEXT - length, "%s%.*s", before,
                                   (int)tdg_utf8_cut(name, strlen(name), MOST_NAME), name);
    }
    if (all > named)
        snprintf(text + length, TDG_SOURCES_TEXT - length, " and %s more",
                 tdg_count_text(all - named, rest));
    return all;
}
