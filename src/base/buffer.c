// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static bool make_room(struct tdg_buffer *buffer, size_t more)
{
    if (buffer->failed || more >= SIZE_MAX - buffer->length)
        buffer->failed = true;
    else {
        char *grown = tdg_grow(buffer->text, &buffer->capacity, buffer->length + more + 1, 1);
        if (grown)
            buffer->text = grown;
        else
            buffer->failed = true;
    }
    return !buffer->failed;
}

void tdg_buffer_add(struct tdg_buffer *buffer, const char *text, size_t length)
{
    if (!make_room(buffer, length))
        return;
    if (length)
        memcpy(buffer->text + buffer->length, text, length);
    buffer->length += length;
    buffer->text[buffer->length] = '\0';
}

void tdg_buffer_string(struct tdg_buffer *buffer, const char *text)
{
    tdg_buffer_add(buffer, text, strlen(text));
}

void tdg_buffer_char(struct tdg_buffer *buffer, char byte)
{
    tdg_buffer_add(buffer, &byte, 1);
}

void tdg_buffer_format(struct tdg_buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0 || !make_room(buffer, (size_t)length)) {
        buffer->failed = true;
        return;
    }
    va_start(arguments, format);
    vsnprintf(buffer->text + buffer->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    buffer->length += (size_t)length;
}

void tdg_buffer_clear(struct tdg_buffer *buffer)
{
    buffer->length = 0;
    buffer->failed = false;
    if (buffer->text)
        buffer->text[0] = '\0';
}

void tdg_buffer_done(struct tdg_buffer *buffer)
{
    free(buffer->text);
    *buffer = (struct tdg_buffer){0};
}
