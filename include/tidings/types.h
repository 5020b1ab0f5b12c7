// SPDX-License-Identifier: GPL-3.0-or-later
/** Constants that every part of the interface uses. */
#ifndef TIDINGS_TYPES_H
#define TIDINGS_TYPES_H

#include <stdint.h>

/** The index that stands for "none". */
#define TDG_NONE UINT32_MAX
/** The time that stands for "unknown"; other times are seconds since 1970-01-01T00:00:00Z. */
#define TDG_NO_DATE INT64_MIN

#endif
