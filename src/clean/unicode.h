// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/clean: code points. */
#ifndef TDG_CLEAN_UNICODE_H
#define TDG_CLEAN_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory.h"

/* What becomes of a code point in plain text. */
enum tdg_code_kind {
    TDG_CODE_KEEP,
    TDG_CODE_MARK, /* kept: a combining mark */
    TDG_CODE_BLANK,
    TDG_CODE_LINE,
    TDG_CODE_PARAGRAPH,
    TDG_CODE_DROP,
    TDG_CODE_WAY, /* a way to write other letters: see tdg_code_letters */
};

struct tdg_code {
    int32_t point; /* what it became; U+FFFD for bytes that are not UTF-8 */
    enum tdg_code_kind kind;
    bool stable; /* text of such code points alone is in normal form C */
};

/* Reads the code point at `text` and returns its length in bytes, at least 1. */
size_t tdg_code_read(const char *text, size_t length, struct tdg_code *code);

enum { TDG_CODE_LETTERS = 3 };
/* The letters that a code point of TDG_CODE_WAY stands for. Returns how many there are; in UTF-8
 * they are no longer than what they come from. */
size_t tdg_code_letters(int32_t point, int32_t letters[TDG_CODE_LETTERS]);

/* Puts text of valid UTF-8 in `room` into normal form C, in the same room. TDG_ENOMEM. */
int tdg_compose(struct tdg_room *room, size_t *length);

#endif
