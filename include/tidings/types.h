// SPDX-License-Identifier: GPL-3.0-or-later
/** What every part of the interface uses: constants, and the rules for its structures.
 *
 * A structure that only the library fills in (views, listings, rows of tables) may gain fields at
 * its end in a later version, and loses none: use it through the pointer that you were given.
 *
 * A structure that the caller fills in, or makes room for, and that may gain fields begins with its
 * size: set `.size = sizeof` the structure, and what you do not need to 0. So a program works with
 * a library whose structure is larger, where the missing fields count as 0, and with an older one
 * as long as it leaves the fields that this one lacks at 0; otherwise the call fails with
 * TDG_EINVAL, as it does without a size. Of a result, the library fills in as much as there is room
 * for.
 *
 * Other structures (an error, a measure, a movement, a story of a report) never change.
 */
#ifndef TIDINGS_TYPES_H
#define TIDINGS_TYPES_H

#include <stdint.h>

/** The index that stands for "none". */
#define TDG_NONE UINT32_MAX
/** The time that stands for "unknown"; other times are seconds since 1970-01-01T00:00:00Z. */
#define TDG_NO_DATE INT64_MIN

#endif
