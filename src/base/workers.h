// SPDX-License-Identifier: GPL-3.0-or-later
/** Worker threads that cut work into fixed chunks.
 *
 * The cut depends on the work alone, never on the number of threads: whoever keeps one partial
 * result a chunk and adds them up in the order of the chunks gets the same bytes from any number.
 */
#ifndef TDG_BASE_WORKERS_H
#define TDG_BASE_WORKERS_H

#include <stddef.h>

#include <tidings/error.h>

struct tdg_workers;

/** One piece of work: the items begin ≤ i < end. */
struct tdg_chunk {
    size_t index; /* of the chunk, 0 ≤ index < tdg_chunk_count() */
    size_t begin;
    size_t end;
    unsigned worker; /* 0 ≤ worker < tdg_workers_count(), for scratch memory; never for results */
};

/** Returns 0 or a status; must be safe to run at the same time as other chunks. */
typedef int (*tdg_chunk_function)(void *context, const struct tdg_chunk *chunk);

/** `threads` 0: as many as there are processors. Where the system grants fewer, those. Free with
 * tdg_workers_free, which takes NULL. */
int tdg_workers_new(struct tdg_workers **workers, unsigned threads, struct tdg_error *error);
void tdg_workers_free(struct tdg_workers *workers);

/** At least 1. */
unsigned tdg_workers_count(const struct tdg_workers *workers);

size_t tdg_chunk_count(size_t items, size_t chunk_size);

/** Runs `function` over all chunks and waits. `workers` may be NULL: then the caller's thread does
 * everything. All chunks run even where one fails; the result is the status of the failed chunk
 * with the lowest index, or 0. Not to be called from within a chunk. */
int tdg_workers_run(struct tdg_workers *workers, size_t items, size_t chunk_size,
                    tdg_chunk_function function, void *context);

#endif
