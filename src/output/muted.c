// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/muted.h"

#include <tidings/archive.h>
#include <tidings/types.h>

void tdg_write_muted(FILE *stream, const struct tdg_analysis *analysis,
                     void (*put)(FILE *stream, const char *text))
{
    size_t count = tdg_analysis_mute_count(analysis);
    for (size_t i = 0; i < count; i++) {
        const struct tdg_mute_view *mute = tdg_analysis_mute(analysis, i);
        fprintf(stream, "%s%s “", i ? ", " : "", tdg_mute_name(mute->kind));
        put(stream, mute->text);
        fputs("”", stream);
    }
    if (count)
        fputs("; counted, but not shown.", stream);
}
