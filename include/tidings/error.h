// SPDX-License-Identifier: GPL-3.0-or-later
/** Statuses and errors.
 *
 * Functions that can fail return an int: 0 (TDG_OK) or a negative status. Output arguments are
 * written last and stay as they were on failure. A `struct tdg_error *` may be NULL; otherwise it
 * is filled in on failure. Every function that can fail may return TDG_ENOMEM.
 */
#ifndef TIDINGS_ERROR_H
#define TIDINGS_ERROR_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Marks what the shared library exports; everything else is hidden. */
#define TDG_API __attribute__((visibility("default")))

/** Every status: X(name, value, text). */
#define TDG_STATUSES(X)                                                                            \
    X(OK, 0, "done")                                                                               \
    X(ENOMEM, -1, "out of memory")                                                                 \
    X(EIO, -2, "input or output failed")                                                           \
    X(EFORMAT, -3, "the input is not in the format it should be")                                  \
    X(EINVAL, -4, "an option or argument has no valid value")                                      \
    X(ELIMIT, -5, "a limit was exceeded")                                                          \
    X(EEMPTY, -6, "no article that could be used")                                                 \
    X(ECANCELED, -7, "stopped on request")                                                         \
    X(ENUMERIC, -8, "a numerical routine failed")

/** What a function that can fail returns: TDG_OK, or a negative number (see TDG_STATUSES). */
enum tdg_status {
#define TDG_STATUS_ENUM(name, value, text) TDG_##name = (value),
    TDG_STATUSES(TDG_STATUS_ENUM)
#undef TDG_STATUS_ENUM
};

/** What went wrong; {0} before the call. The caller's own memory: nothing in it is to be freed. The
 * strings are NUL-terminated and cut to fit. */
struct tdg_error {
    int status;        /**< of enum tdg_status */
    size_t line;       /**< 1-based; 0 if the failure has no place in an input */
    char file[512];    /**< "" if the failure has no place in an input */
    char message[512]; /**< a sentence for people */
};

/** The short text of a status; "unknown status" for any other number. Static storage;
 * thread-safe. */
TDG_API const char *tdg_status_text(int status);

#ifdef __cplusplus
}
#endif
#endif
