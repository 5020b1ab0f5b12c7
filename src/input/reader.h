// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: one run of reading, and what the readers of all formats share. */
#ifndef TDG_INPUT_READER_H
#define TDG_INPUT_READER_H

#include <locale.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "base/buffer.h"
#include "input/beside.h"
#include "input/bytes.h"
#include "input/dates.h"
#include "input/field.h"
#include "input/input.h"
#include "input/understood.h"

/* One file that is not packed any more: its bytes and what is known of it. */
struct tdg_leaf {
    struct tdg_bytes bytes;
    const char *name; /* as it is told to people: its ending and a date in it count, too */
    const char *path; /* where it is on disk, of a file that was asked for by name; or NULL */
    const struct tdg_record *known; /* what the file says of it that it lies in; NULL for nothing */
    int64_t modified;               /* TDG_NO_DATE where unknown */
    uint32_t file;                  /* index into the files of the articles */
};

struct tdg_reader;

/* What ends a leaf whose first records are all that is wanted; no error. */
enum { TDG_ENOUGH = 1 };

/* What becomes of a leaf. */
typedef int (*tdg_leaf_function)(struct tdg_reader *reader, struct tdg_leaf *leaf);

struct tdg_reader {
    const struct tdg_read_options *options;
    const struct tdg_monitor *monitor;
    struct tdg_error *error;
    struct tdg_articles *articles;
    struct tdg_fields fields;
    struct tdg_dates dates;
    struct tdg_understood understood;
    struct tdg_buffer mended; /* scratch: a record made valid, */
    struct tdg_buffer copy;   /* and one whose escapes are taken out */
    tdg_leaf_function leaf;
    struct tdg_beside beside;
    void *context;         /* of `leaf` */
    bool seen[TDG_FIELDS]; /* some record had this field */
    locale_t names;        /* in which the names in archives are UTF-8; 0 where there is none */
    size_t bytes;          /* decompressed so far */
    size_t ticks;
};

/* Options, monitor, error, articles and leaf are set by the caller before; `done` is needed
 * whatever `init` returns. */
int tdg_reader_init(struct tdg_reader *reader);
void tdg_reader_done(struct tdg_reader *reader);

/* Adds a name to the files of the articles. TDG_ENOMEM. */
int tdg_reader_file(struct tdg_reader *reader, const char *name, uint32_t *file);

/* A record or a file did not become an article: told and counted. With the option `strict` it
 * is reported as the error, TDG_EFORMAT. */
int tdg_reader_skip(struct tdg_reader *reader, const char *name, size_t line, const char *format,
                    ...) __attribute__((format(printf, 4, 5)));

/* An article is kept, but something about it was mended. */
void tdg_reader_warn(struct tdg_reader *reader, const char *name, size_t line, const char *format,
                     ...) __attribute__((format(printf, 4, 5)));

/* Tells of rows of a table that ended before their last cells, the first of them on that line. */
void tdg_reader_cut_off(struct tdg_reader *reader, const char *name, size_t rows, size_t first);

/* To be called for every record and block: tells the progress now and then. TDG_ECANCELED. */
int tdg_reader_tick(struct tdg_reader *reader);

/* Counts decompressed bytes. TDG_ELIMIT beyond the option `max_bytes`. */
int tdg_reader_count(struct tdg_reader *reader, size_t bytes);

/* Where a text is not valid UTF-8 without NUL, that is reported, and *text and *length become a
 * mended copy, borrowed until the next call. TDG_ENOMEM. */
int tdg_reader_mend(struct tdg_reader *reader, const char *name, size_t line, char **text,
                    size_t *length);

#endif
