// SPDX-License-Identifier: GPL-3.0-or-later
/** Running an analysis again. */
#ifndef TIDINGS_VERIFY_H
#define TIDINGS_VERIFY_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Analyzes `inputs` with the options that the analysis.json file `path` records, and says in *same
 * whether that gives the bytes of the file. `threads`: a value of the option of that name ("auto"
 * or a number), which never changes a byte. `monitor` may be NULL. Errors: those of
 * tdg_options_load and tdg_analyze; a difference is none. Thread-safe. */
TDG_API int tdg_verify(const char *path, const char *const *inputs, size_t input_count,
                       const char *threads, const struct tdg_monitor *monitor, bool *same,
                       struct tdg_error *error);

#ifdef __cplusplus
}
#endif
#endif
