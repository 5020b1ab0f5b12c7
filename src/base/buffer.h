// SPDX-License-Identifier: GPL-3.0-or-later
/** Text that grows at its end. {0} is an empty buffer. A failed append sets `failed` and later ones
 * do nothing, so that it is enough to look once, at the end. */
#ifndef TDG_BASE_BUFFER_H
#define TDG_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

struct tdg_buffer {
    char *text; /* NUL-terminated once anything was appended; NULL before */
    size_t length;
    size_t capacity;
    bool failed;
};

void tdg_buffer_add(struct tdg_buffer *buffer, const char *text, size_t length);
void tdg_buffer_string(struct tdg_buffer *buffer, const char *text);
void tdg_buffer_char(struct tdg_buffer *buffer, char byte);
void tdg_buffer_format(struct tdg_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/** Empties it and keeps its room. */
void tdg_buffer_clear(struct tdg_buffer *buffer);
void tdg_buffer_done(struct tdg_buffer *buffer);

#endif
