// SPDX-License-Identifier: GPL-3.0-or-later
/** A theme's series in a line of text. */
#ifndef TDG_REPORT_SPARKLINE_H
#define TDG_REPORT_SPARKLINE_H

#include <stdio.h>

#include <tidings/analysis.h>

/** Writes one of ▁▂▃▄▅▆▇█ a period, from 0 to the theme's highest share. Where there are more
 * periods than `columns`, neighbours share one, which shows their mean. */
void tdg_write_sparkline(FILE *stream, const struct tdg_point_view *series, size_t periods,
                         size_t columns);

#endif
