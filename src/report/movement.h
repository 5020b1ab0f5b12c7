// SPDX-License-Identifier: GPL-3.0-or-later
/** Which themes moved in the last whole period. */
#ifndef TDG_REPORT_MOVEMENT_H
#define TDG_REPORT_MOVEMENT_H

#include <tidings/analysis.h>

struct tdg_movement {
    const struct tdg_theme_view *theme;
    double change; /* share - baseline */
};

/** At most `limit` themes that changed at all, largest change first, either way; ties in the order
 * of the themes. Returns how many were written. */
size_t tdg_movements(const struct tdg_analysis *analysis, struct tdg_movement *movements,
                     size_t limit);

#endif
