// SPDX-License-Identifier: GPL-3.0-or-later
#include "clean/lines.h"

#include <string.h>

#include <tidings/error.h>

#include "base/hash.h"
#include "base/memory.h"

enum { MIN_SENTENCE = 24 }; /* bytes: "Mr. Smith" and "Yes. No." do not end there */

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

/* The length of the sentence at `text`, with the mark and the quotation mark that end it. */
static size_t sentence_length(const char *text, size_t length)
{
    for (size_t at = MIN_SENTENCE; at + 1 < length; at++) {
        if (text[at] != ' ')
            continue;
        size_t end = at;
        while (end && (text[end - 1] == '"' || text[end - 1] == '\'' || text[end - 1] == ')'))
            end--;
        bool ends = end && (text[end - 1] == '.' || text[end - 1] == '!' || text[end - 1] == '?');
        if (ends && !(text[at + 1] >= 'a' && text[at + 1] <= 'z'))
            return at;
    }
    return length;
}

/* At most one sentence for so many bytes, and one for each line. */
static size_t max_units(struct tdg_span body)
{
    return count_lines(body) + body.length / MIN_SENTENCE;
}

int tdg_units_cut(struct tdg_clean_scratch *scratch, struct tdg_span body, struct tdg_line **units,
                  size_t *count)
{
    struct tdg_line *cut = tdg_room(&scratch->lines, max_units(body) * sizeof *cut);
    if (!cut)
        return TDG_ENOMEM;
    const char *at = body.text, *end = body.text + body.length;
    size_t made = 0;
    for (bool inside = false; at <= end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t line = (size_t)((stop ? stop : end) - at);
        size_t length = sentence_length(at, line);
        cut[made++] = (struct tdg_line){.span = {at, length},
                                        .hash = tdg_hash(at, length, 0),
                                        .blank = !length,
                                        .inside = inside};
        inside = length < line;
        at += length + 1;
    }
    int status = find_repeated(scratch, cut, made);
    if (status)
        return status;
    *units = cut;
    *count = made;
    return TDG_OK;
}

/* What separates two lines that stay: a blank, a line break or an empty line. */
static const char *const separators[] = {" ", "\n", "\n\n"};

size_t tdg_lines_join(char *out, const struct tdg_line *lines, size_t count)
{
    char *at = out;
    unsigned gap = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned here = lines[i].blank ? 2 : !lines[i].inside;
        gap = here > gap ? here : gap;
        if (lines[i].blank || lines[i].drop)
            continue;
        for (const char *mark = separators[gap]; at > out && *mark; mark++)
            *at++ = *mark;
        memmove(at, lines[i].span.text, lines[i].span.length);
        at += lines[i].span.length;
        gap = 0;
    }
    return (size_t)(at - out);
}
