// SPDX-License-Identifier: GPL-3.0-or-later
/** The encoding of a file, and the way from it to UTF-8. */
#ifndef TDG_INPUT_ENCODING_H
#define TDG_INPUT_ENCODING_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>

#include "input/bytes.h"

enum { TDG_RAW_SIZE = 1 << 15, TDG_ENCODING_NAME = 32 };

/* Stands between a stream and its reader. UTF-8 goes through as it is, without byte order marks at
 * the beginning of lines; anything else is converted. */
struct tdg_decoder {
    tdg_bytes_fill fill;          /* of the stream, */
    void *context;                /* with its context */
    char name[TDG_ENCODING_NAME]; /* of the encoding that is converted; "" before, and for UTF-8 */
    bool forced;
    bool begun, utf8; /* some bytes have come; they are UTF-8, and so is the rest */
    bool line_start;
    bool returns; /* lines end with a carriage return alone, as on old Macs: they get line feeds */
    char *held;   /* what the window held before: held[held_begin] … held[held_end - 1] */
    size_t held_begin, held_end;
    bool ended;
    iconv_t conversion;
    char raw[TDG_RAW_SIZE];
    size_t raw_begin, raw_end;
    size_t replaced; /* places that the encoding does not have */
};

/* Puts the decoder into the stream, before what its window holds. `forced` names the encoding; NULL
 * or "": it is found from byte order marks, from the NULs of UTF-16 and UTF-32, and where there is
 * no valid UTF-8, from the frequencies of the bytes (ICU). */
void tdg_decoder_enter(struct tdg_decoder *decoder, struct tdg_bytes *bytes, const char *forced);
void tdg_decoder_leave(struct tdg_decoder *decoder, struct tdg_bytes *bytes);

/** True for the name of an encoding that can be read. */
bool tdg_encoding_is_name(const char *name);

#endif
