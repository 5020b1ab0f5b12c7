// SPDX-License-Identifier: GPL-3.0-or-later
/** What every part of the interface uses: constants, and the rules for its structures.
 *
 * A structure that only the library fills in (views, listings, rows of tables) may gain fields at
 * its end in a later version, and loses none: use it through the pointer that you were given.
 */
#ifndef TIDINGS_TYPES_H
#define TIDINGS_TYPES_H

#include <stdint.h>

/** The index that stands for "none". */
#define TDG_NONE UINT32_MAX
/** The time that stands for "unknown"; other times are seconds since 1970-01-01T00:00:00Z. */
#define TDG_NO_DATE INT64_MIN

#endif
