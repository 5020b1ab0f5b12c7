// SPDX-License-Identifier: GPL-3.0-or-later
/** The order of a table of themes. */
#ifndef TDG_VIEW_TABLE_ROWS_H
#define TDG_VIEW_TABLE_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/analysis.h>

/** Whether a parent has a row: one of a single theme would say again what the theme says. */
bool tdg_is_shown_parent(const struct tdg_parent_view *parent);

/** a row of a table of themes, of a parent or of a theme. */
struct tdg_table_row {
    const struct tdg_parent_view *parent; /* NULL for a theme */
    const struct tdg_theme_view *theme;   /* NULL for a parent */
    bool below;                           /* the theme belongs to the parent above it */
};

/** All rows in the order of the table: parents of several themes, each with its themes below, the
 * others between them, and what is mixed at the end. *rows is to be freed; it is NULL, and there is
 * no row, when out of memory. */
size_t tdg_report_rows(struct tdg_table_row **rows, const struct tdg_analysis *analysis);

#endif
