// SPDX-License-Identifier: GPL-3.0-or-later
#include "clean/lines.h"

#include <string.h>

#include <tidings/error.h>

#include "base/hash.h"

static size_t count_lines(struct tdg_span body)
{
    size_t count = 1;
    const char *end = body.text + body.length;
    for (const char *at = body.text; (at = memchr(at, '\n', (size_t)(end - at))); at++)
        count++;
    return count;
}

/* A body of one line, and many are, has nothing to be compared with: its hash stays 0.
 * Finds lines that stand a second time, by an open hash table of line numbers + 1. */
static int find_repeated(struct tdg_clean_scratch *scratch, struct tdg_line *lines, size_t count)
{
    size_t slots = 16;
    while (slots < 2 * count)
        slots *= 2;
    uint32_t *slot = tdg_room(&scratch->slots, slots * sizeof *slot);
    if (!slot)
        return TDG_ENOMEM;
    memset(slot, 0, slots * sizeof *slot);
    for (size_t i = 0; i < count; i++) {
        if (lines[i].blank)
            continue;
        size_t at = lines[i].hash & (slots - 1);
        while (slot[at] && !lines[i].again) {
            const struct tdg_line *other = &lines[slot[at] - 1];
            lines[i].again = other->hash == lines[i].hash &&
                             other->span.length == lines[i].span.length &&
                             memcmp(other->span.text, lines[i].span.text, other->span.length) == 0;
            at = (at + 1) & (slots - 1);
        }
        if (!lines[i].again)
            slot[at] = (uint32_t)i + 1;
    }
    return TDG_OK;
}

int tdg_lines_cut(struct tdg_clean_scratch *scratch, struct tdg_span body, struct tdg_line **lines,
                  size_t *count)
{
    size_t most = count_lines(body);
    struct tdg_line *cut = tdg_room(&scratch->lines, most * sizeof *cut);
    if (!cut)
        return TDG_ENOMEM;
    const char *at = body.text;
    const char *end = body.text + body.length;
    for (size_t i = 0; i < most; i++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)((stop ? stop : end) - at);
        cut[i] = (struct tdg_line){
            .span = {at, length}, .hash = most > 1 ? tdg_hash(at, length, 0) : 0, .blank = !length};
        at = stop ? stop + 1 : end;
    }
    int status = find_repeated(scratch, cut, most);
    if (status)
        return status;
    *lines = cut;
    *count = most;
    return TDG_OK;
}

size_t tdg_lines_join(char *out, const struct tdg_line *lines, size_t count)
{
    char *at = out;
    bool gap = false;
    for (size_t i = 0; i < count; i++) {
        gap = gap || lines[i].blank;
        if (lines[i].blank || lines[i].drop)
            continue;
        if (at > out) {
            *at++ = '\n';
            if (gap)
                *at++ = '\n';
        }
        memmove(at, lines[i].span.text, lines[i].span.length);
        at += lines[i].span.length;
        gap = false;
    }
    return (size_t)(at - out);
}
