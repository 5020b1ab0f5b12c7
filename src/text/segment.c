// SPDX-License-Identifier: GPL-3.0-or-later
/* A run of such letters is cut as a whole, for where a word ends depends on what follows. Of a run
 * that is longer than the room for it, the last words are left for the next cut. */
#include "text/segment.h"

#include <stdint.h>
#include <stdlib.h>

#include <unicode/ubrk.h>
#include <unicode/utf16.h>
#include <utf8proc.h>

#include "base/memory.h"
#include "text/letters.h"

enum { MAX_UNITS = 1024, MARGIN = 32 };

struct tdg_segments {
    UBreakIterator *iterator;
    UChar unit[MAX_UNITS + 1];       /* of the run, as UTF-16 */
    uint16_t byte_at[MAX_UNITS + 1]; /* where each of them begins in the run */
    uint16_t size[MAX_UNITS];        /* [count] of the words, in bytes */
    size_t count;
    size_t next;
};

static bool prepare(struct tdg_segmenter *segmenter)
{
    if (segmenter->segments || segmenter->failed)
        return !segmenter->failed;
    UErrorCode code = U_ZERO_ERROR;
    segmenter->segments = tdg_alloc(1, sizeof *segmenter->segments);
    /* Not by the locale: "" is the root. */
    if (segmenter->segments)
        segmenter->segments->iterator = ubrk_open(UBRK_WORD, "", NULL, 0, &code);
    segmenter->failed = !segmenter->segments || U_FAILURE(code);
    return !segmenter->failed;
}

/* Returns how many units the run has; *whole tells whether it fits. */
static int32_t read_run(struct tdg_segments *segments, const char *text, size_t length, bool *whole)
{
    int32_t count = 0;
    size_t at = 0, size = 1;
    while (count + 2 <= MAX_UNITS && tdg_class_at(text, length, at, &size) & TDG_UNSPACED) {
        utf8proc_int32_t point = 0;
        utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)size, &point);
        segments->byte_at[count] = segments->byte_at[count + 1] = (uint16_t)at;
        U16_APPEND_UNSAFE(segments->unit, count, point);
        at += size;
    }
    segments->byte_at[count] = (uint16_t)at;
    *whole = !(tdg_class_at(text, length, at, &size) & TDG_UNSPACED);
    return count;
}

static bool cut(struct tdg_segments *segments, const char *text, size_t length)
{
    bool whole = true;
    int32_t units = read_run(segments, text, length, &whole);
    UErrorCode code = U_ZERO_ERROR;
    ubrk_setText(segments->iterator, segments->unit, units, &code);
    if (U_FAILURE(code))
        return false;
    segments->count = segments->next = 0;
    int32_t begin = ubrk_first(segments->iterator);
    for (int32_t end; (end = ubrk_next(segments->iterator)) != UBRK_DONE; begin = end) {
        if (!whole && segments->count && end > units - MARGIN)
            break;
        segments->size[segments->count] =
            (uint16_t)(segments->byte_at[end] - segments->byte_at[begin]);
        segments->count += segments->size[segments->count] > 0;
    }
    return segments->count > 0;
}

size_t tdg_segment_next(struct tdg_segmenter *segmenter, const char *text, size_t length)
{
    if (!prepare(segmenter))
        return 0;
    struct tdg_segments *segments = segmenter->segments;
    if (segments->next == segments->count && !cut(segments, text, length)) {
        segmenter->failed = true;
        return 0;
    }
    return segments->size[segments->next++];
}

void tdg_segmenter_reset(struct tdg_segmenter *segmenter)
{
    if (segmenter->segments)
        segmenter->segments->count = segmenter->segments->next = 0;
}

void tdg_segmenter_done(struct tdg_segmenter *segmenter)
{
    if (segmenter->segments)
        ubrk_close(segmenter->segments->iterator);
    free(segmenter->segments);
    *segmenter = (struct tdg_segmenter){0};
}
