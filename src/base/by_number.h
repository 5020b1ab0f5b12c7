// SPDX-License-Identifier: GPL-3.0-or-later
/** The order of numbers, for qsort and bsearch. */
#ifndef TDG_BASE_BY_NUMBER_H
#define TDG_BASE_BY_NUMBER_H

#include <stdint.h>

static inline int tdg_by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

#endif
