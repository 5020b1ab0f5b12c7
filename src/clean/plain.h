// SPDX-License-Identifier: GPL-3.0-or-later
/* One text → plain text: mark-up, Unicode, blanks. */
#ifndef TDG_CLEAN_PLAIN_H
#define TDG_CLEAN_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* Memory that one worker uses again and again. {0} is empty. */
struct tdg_room {
    char *bytes;
    size_t capacity;
};

struct tdg_clean_scratch {
    struct tdg_room markup; /* text without mark-up */
    struct tdg_room plain;  /* text in its final form */
    struct tdg_room lines;  /* the lines of one body */
    struct tdg_room slots;  /* a hash table of them */
};

/* At least `size` bytes, their content undefined; NULL when out of memory. */
void *tdg_room(struct tdg_room *room, size_t size);
void tdg_clean_scratch_done(struct tdg_clean_scratch *scratch);

/* Mark-up, Unicode and blanks. `plain` lives in scratch->plain. `one_line`: line breaks become
 * blanks. TDG_ENOMEM. */
int tdg_plain(struct tdg_clean_scratch *scratch, struct tdg_span text, bool one_line,
              struct tdg_span *plain);

/* html.c: writes the text without mark-up to `out`, which has room for text.length bytes (it never
 * grows), and returns how many were written. Block elements become an empty line, a line break
 * stays one; the contents of scripts and the like are dropped. What only looks like mark-up ("a <
 * b", "<3") stays text. */
size_t tdg_html_strip(char *out, struct tdg_span text);

/* entity.c: reads the character reference after an "&" and returns its length without the "&", or 0
 * where there is none. "&amp;amp;" and "&amp;nbsp;", escaped twice, are resolved in one go. */
size_t tdg_entity_read(const char *text, size_t length, int32_t *point);

/* unicode.c: what becomes of a code point in plain text. */
enum tdg_code_kind {
    TDG_CODE_KEEP,
    TDG_CODE_MARK, /* kept: a combining mark */
    TDG_CODE_BLANK,
    TDG_CODE_LINE,
    TDG_CODE_PARAGRAPH,
    TDG_CODE_DROP,
};

struct tdg_code {
    int32_t point; /* what it became; U+FFFD for bytes that are not UTF-8 */
    enum tdg_code_kind kind;
    bool stable; /* text of such code points alone is in normal form C */
};

/* Reads the code point at `text` and returns its length in bytes, at least 1. */
size_t tdg_code_read(const char *text, size_t length, struct tdg_code *code);

/* Puts text of valid UTF-8 in `room` into normal form C, in the same room. TDG_ENOMEM. */
int tdg_compose(struct tdg_room *room, size_t *length);

#endif
