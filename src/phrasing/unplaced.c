// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/unplaced.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FEW_WORDS = 5 }; /* an article with fewer is short */

static const struct {
    const char *kept;
    const char *text; /* NULL: it depends on the words */
} reasons[] = {
    [TDG_UNPLACED_NO_FIELD] = {"no field", "the field that names its theme is empty"},
    [TDG_UNPLACED_COLUMN_ONLY] =
        {"column only", "no words of its own: its title is a recurring column and nothing else"},
    [TDG_UNPLACED_NO_WORDS] = {"no words", "no words: nothing but stop words, numbers and signs"},
    [TDG_UNPLACED_NO_TERMS] = {"no terms", NULL},
    [TDG_UNPLACED_FITS_NONE] = {TDG_FITS_NONE, "fits none of the themes so far"},
    [TDG_UNPLACED_HIDDEN] = {TDG_THEME_HIDDEN, "its theme is hidden"},
};

enum { REASONS = sizeof reasons / sizeof *reasons };

void tdg_unplaced_write(char kept[TDG_UNPLACED_SIZE], enum tdg_unplaced why, size_t words)
{
    if (reasons[why].text)
        snprintf(kept, TDG_UNPLACED_SIZE, "%s", reasons[why].kept);
    else
        snprintf(kept, TDG_UNPLACED_SIZE, "%s %zu", reasons[why].kept, words);
}

const char *tdg_unplaced_text(struct tdg_arena *arena, enum tdg_unplaced why, size_t words)
{
    char text[128];
    if (reasons[why].text)
        return reasons[why].text;
    const char *kind = words < FEW_WORDS ? "too short" : "no known terms";
    if (words == 1)
        snprintf(text, sizeof text, "%s: its only word is in too few or in too many articles",
                 kind);
    else
        snprintf(text, sizeof text,
                 "%s: all of its %zu words are in too few or in too many articles", kind, words);
    return tdg_arena_string(arena, text);
}

const char *tdg_unplaced_read(struct tdg_arena *arena, const char *kept)
{
    for (size_t i = 0; i < REASONS; i++) {
        size_t length = strlen(reasons[i].kept);
        if (strncmp(kept, reasons[i].kept, length) == 0 && (!kept[length] || kept[length] == ' '))
            return tdg_unplaced_text(arena, (enum tdg_unplaced)i,
                                     (size_t)strtoull(kept + length, NULL, 10));
    }
    return "";
}
