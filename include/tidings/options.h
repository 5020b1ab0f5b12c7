// SPDX-License-Identifier: GPL-3.0-or-later
/** The options of an analysis, set by name.
 *
 * One table describes every option; the command line, its help and the `options` of analysis.json
 * are all made from it. Names are those of the command line without the leading dashes.
 */
#ifndef TIDINGS_OPTIONS_H
#define TIDINGS_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/error.h>

#ifdef __cplusplus
extern "C" {
#endif

struct tdg_options;

/** What an option is for; an archive refuses those of an analysis, and the other way round. */
enum tdg_option_use {
    TDG_OPTION_BOTH,
    TDG_OPTION_ANALYSIS, /**< tdg_analyze */
    TDG_OPTION_ARCHIVE,  /**< tdg_archive_add */
};

/** One row of the table of options. Static storage. */
struct tdg_option_info {
    const char *name;     /**< "themes" */
    const char *argument; /**< "auto|N"; NULL for a switch, whose values are "true" and "false" */
    const char *initial;  /**< the default, as tdg_options_set would take it */
    const char *help;     /**< one line */
    bool recorded;        /**< can change the result, so it is written into analysis.json */
    bool repeatable;      /**< every call of tdg_options_set adds a value */
    enum tdg_option_use use;
};

/** New options with their default values; NULL when out of memory. Free with tdg_options_free. */
TDG_API struct tdg_options *tdg_options_new(void);
TDG_API void tdg_options_free(struct tdg_options *options);

/** Sets one option from its text. TDG_EINVAL with a sentence in `error` where the name is unknown
 * or the value not valid; the options then stay as they were. */
TDG_API int tdg_options_set(struct tdg_options *options, const char *name, const char *value,
                            struct tdg_error *error);

/** The present value of an option as text, NULL where the name is unknown. Borrowed until the
 * option is set again or the options are freed. Repeated values are separated by commas. */
TDG_API const char *tdg_options_get(const struct tdg_options *options, const char *name);

/** The index-th value of a repeatable option, NULL beyond the last one; borrowed like the text. */
TDG_API const char *tdg_options_part(const struct tdg_options *options, const char *name,
                                     size_t index);

/** Sets the options that an analysis.json file holds. TDG_EIO, TDG_EFORMAT where it is none. */
TDG_API int tdg_options_load(struct tdg_options *options, const char *path,
                             struct tdg_error *error);

/** Rows of the table: 0 ≤ index < tdg_option_count(); NULL beyond. */
TDG_API size_t tdg_option_count(void);
TDG_API const struct tdg_option_info *tdg_option_info(size_t index);

#ifdef __cplusplus
}
#endif
#endif
