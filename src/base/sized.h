// SPDX-License-Identifier: GPL-3.0-or-later
/** Public structures that begin with their size: the one of the caller's program and the library's
 * own may be of different versions (see tidings/types.h).
 *
 * A new field goes to the end, and not into padding, where an older program may have anything.
 */
#ifndef TDG_BASE_SIZED_H
#define TDG_BASE_SIZED_H

#include <stddef.h>

#include <tidings/error.h>

/** The caller's structure `given` in the library's own version of `size` bytes, the fields that it
 * lacks being 0. TDG_EINVAL if it has no size, or a field that is in use and not known here. */
int tdg_sized_read(void *own, size_t size, const void *given, struct tdg_error *error);

/** As much of a result of `size` bytes as there is room for in the caller's structure `given`,
 * whose size stays. */
void tdg_sized_write(void *given, const void *own, size_t size);

#endif
