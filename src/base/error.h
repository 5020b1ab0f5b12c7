// SPDX-License-Identifier: GPL-3.0-or-later
/** Filling in errors: each function returns the status it was given, so that a failing function can
 * end with `return tdg_fail(error, TDG_EIO, "...")`. */
#ifndef TDG_BASE_ERROR_H
#define TDG_BASE_ERROR_H

#include <stddef.h>

#include <tidings/error.h>

/** `error` may be NULL. The message is a sentence without a full stop. */
int tdg_fail(struct tdg_error *error, int status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** The same with a place: `file` may be NULL, `line` 0 for none. */
int tdg_fail_at(struct tdg_error *error, int status, const char *file, size_t line,
                const char *format, ...) __attribute__((format(printf, 5, 6)));

/** What a call of the system failed with: `reason` is an errno. The message is "what: reason"; the
 * status TDG_EIO, but TDG_ENOMEM where memory was short, which says nothing about the file. */
int tdg_fail_errno(struct tdg_error *error, int reason, const char *file, const char *what);

/** TDG_ENOMEM with its usual sentence. */
int tdg_fail_memory(struct tdg_error *error);

/** Returns the status; if it is a failure that nobody has described yet, the error becomes its
 * usual sentence. */
int tdg_fail_status(struct tdg_error *error, int status);

#endif
