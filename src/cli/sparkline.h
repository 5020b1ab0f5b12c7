// SPDX-License-Identifier: GPL-3.0-or-later
/** A theme's series in a line of blocks. */
#ifndef TDG_CLI_SPARKLINE_H
#define TDG_CLI_SPARKLINE_H

#include <stdio.h>

#include <tidings/analysis.h>

/** One of ▁▂▃▄▅▆▇█ a period, from 0 to the highest share; where there are more periods than
 * `columns`, neighbours share one, which shows their mean. Takes min(periods, columns) columns. */
void tdg_put_sparkline(FILE *stream, const struct tdg_point_view *series, size_t periods,
                       size_t columns);

#endif
