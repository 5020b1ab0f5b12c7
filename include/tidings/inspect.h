// SPDX-License-Identifier: GPL-3.0-or-later
/** What the input looks like, before anything is made of it. */
#ifndef TIDINGS_INSPECT_H
#define TIDINGS_INSPECT_H

#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/options.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An article as it was read; its title and body are plain text, and there are no copies yet. No
 * string is NULL; what is not there is "". */
struct tdg_inspected_article {
    const char *file; /**< as it was named, with the member of an archive after a colon */
    size_t line;      /**< 1-based; 0 where the file has no lines */
    const char *id;   /**< "" where the record has none: it gets one made of its content */
    const char *title;
    const char *body;
    const char *source;
    const char *url;
    const char *language;
    int64_t published; /**< UTC, seconds since 1970; TDG_NO_DATE for none */
};

/** A name in the records that is not read as a field of an article. */
struct tdg_inspected_name {
    const char *name;    /**< as the option "map" takes it, such as "meta.when" */
    const char *example; /**< the beginning of its first value */
    size_t records;      /**< of those looked at that have a value */
};

/** Opaque beyond its members, which are borrowed until it is freed. */
struct tdg_inspection {
    const char *understood; /**< a line: formats, which names are which fields, what is missing */
    const struct tdg_inspected_name *unused; /**< in the order of the first record that has it */
    size_t unused_count;
    const struct tdg_inspected_article *articles; /**< in the order of the input */
    size_t article_count;
};

/** Reads up to `records` records of each file (0: all), with the options of reading among
 * `options`. `monitor` may be NULL; it gets the same remarks as an analysis. *inspection is to be
 * freed. Errors: those of reading, see tdg_analyze; TDG_EEMPTY where nothing was a record.
 * Thread-safe. */
TDG_API int tdg_inspect(struct tdg_inspection **inspection, const char *const *inputs,
                        size_t input_count, const struct tdg_options *options, size_t records,
                        const struct tdg_monitor *monitor, struct tdg_error *error);

/** Frees an inspection; NULL is none. */
TDG_API void tdg_inspection_free(struct tdg_inspection *inspection);

#ifdef __cplusplus
}
#endif
#endif
