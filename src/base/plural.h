// SPDX-License-Identifier: GPL-3.0-or-later
/** The one place that decides between "1 article" and "2 articles". */
#ifndef TDG_BASE_PLURAL_H
#define TDG_BASE_PLURAL_H

#include <stddef.h>

static inline const char *tdg_plural(size_t count, const char *one, const char *many)
{
    return count == 1 ? one : many;
}

#endif
