// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: what mail is made of (RFC 2045 to 2047). GMime reads it, too, but ends the
 * process where memory is short, and brings GLib and GPGME along; libetpan brings TLS and Berkeley
 * DB. What is needed of them is here, with iconv for the encodings. */
#ifndef TDG_INPUT_MIME_H
#define TDG_INPUT_MIME_H

#include "base/buffer.h"
#include "input/header.h"

/* The texts of a message: its plain parts, one after another, and its HTML parts. */
struct tdg_mime_texts {
    struct tdg_buffer plain, html;
    size_t limit;     /* bytes of each */
    size_t parts;     /* that were met, */
    size_t undecoded; /* and of these the ones in an unknown transfer encoding */
    bool truncated;   /* parts are nested too deep, or there are too many of them */
};

/* The value of a header as people read it, appended in UTF-8: encoded words are decoded, line
 * breaks are blanks. TDG_ENOMEM. */
int tdg_mime_words(struct tdg_buffer *into, struct tdg_slice value);

/* The texts of a message or of a part of one, headers first. TDG_ENOMEM. */
int tdg_mime_texts(struct tdg_mime_texts *texts, const char *message, size_t length);

#endif
