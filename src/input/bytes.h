// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: a window over a stream of bytes that moves forward, and the cutting of it
 * into records. The window holds one record at a time, so that a file may be larger than the
 * memory. */
#ifndef TDG_INPUT_BYTES_H
#define TDG_INPUT_BYTES_H

#include <stdbool.h>
#include <stddef.h>

/* Writes up to `room` bytes to `into`, their number to *got: 0 only at the end. */
typedef int (*tdg_bytes_fill)(void *context, char *into, size_t room, size_t *got);

struct tdg_bytes {
    tdg_bytes_fill fill;
    void *context;
    char *text; /* the window is text[begin] … text[end - 1] */
    size_t begin;
    size_t end;
    size_t capacity;
    size_t line;   /* 1-based, of text[begin] */
    size_t offset; /* of text[begin] in the stream */
    bool ended;    /* there is nothing beyond the window */
};

void tdg_bytes_init(struct tdg_bytes *bytes, tdg_bytes_fill fill, void *context);
void tdg_bytes_done(struct tdg_bytes *bytes);

/* One block more at the end of the window, which may move; none at the end of the stream. Fails as
 * `fill` does, and with TDG_ENOMEM. */
int tdg_bytes_more(struct tdg_bytes *bytes);

/* Fills the window up to `length` bytes, fewer at the end of the stream. */
int tdg_bytes_peek(struct tdg_bytes *bytes, size_t length);

/* Moves the beginning of the window. */
void tdg_bytes_drop(struct tdg_bytes *bytes, size_t length);

static inline char *tdg_bytes_at(const struct tdg_bytes *bytes)
{
    return bytes->text + bytes->begin;
}

static inline size_t tdg_bytes_length(const struct tdg_bytes *bytes)
{
    return bytes->end - bytes->begin;
}

enum tdg_record_part {
    TDG_PIECE_NONE,  /* the end of the stream */
    TDG_PIECE_WHOLE, /* a record with its end mark */
    TDG_PIECE_LAST,  /* the stream ended before the end mark */
    TDG_PIECE_LONG,  /* a record with its end mark, but beyond the limit */
    TDG_PIECE_OPEN,  /* the limit came before the end mark */
};

/* Looks for the end of a record in text[seen] … text[length - 1], the bytes before have been looked
 * at in the call before. Returns the length of the record with its end mark, 0 where there is none
 * yet. */
typedef size_t (*tdg_find_end)(void *state, const char *text, size_t seen, size_t length);

/* Looks at the next record, which stays at the beginning of the window to be dropped by the caller:
 * *length bytes, but for TDG_PIECE_OPEN those that have been looked at. */
int tdg_bytes_cut(struct tdg_bytes *bytes, tdg_find_end find, void *state, size_t limit,
                  enum tdg_record_part *piece, size_t *length);

/* Drops a record; after TDG_PIECE_OPEN it goes on looking for its end. */
int tdg_bytes_pass(struct tdg_bytes *bytes, tdg_find_end find, void *state,
                   enum tdg_record_part piece, size_t length);

/* The end of a line, for tdg_bytes_cut; without a state. */
size_t tdg_find_line(void *state, const char *text, size_t seen, size_t length);

#endif
