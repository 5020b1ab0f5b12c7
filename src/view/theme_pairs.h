// SPDX-License-Identifier: GPL-3.0-or-later
/** Themes that are close: many articles are about both of them (their first and second theme). */
#ifndef TDG_VIEW_THEME_PAIRS_H
#define TDG_VIEW_THEME_PAIRS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>

struct tdg_theme_pair {
    uint32_t first; /* < second; indices of themes */
    uint32_t second;
    size_t articles;
    double closeness; /* articles / sqrt(product of the themes' articles) */
    bool joined;      /* by a line on the map: of one of the two it is among the closest three */
};

/** Pairs with an article in common, closest first, then in the order of the themes; *pairs is to be
 * freed. TDG_OK or TDG_ENOMEM. */
int tdg_theme_pairs(struct tdg_theme_pair **pairs, size_t *count,
                    const struct tdg_analysis *analysis);

#endif
