// SPDX-License-Identifier: GPL-3.0-or-later
/** The defaults of what an option sets and a stage can be used without: written here once, for the
 * table of options (pipeline/option_table.h) and for the stages. */
#ifndef TDG_BASE_DEFAULTS_H
#define TDG_BASE_DEFAULTS_H

#define TDG_DEFAULT_PERIOD "week"
#define TDG_DEFAULT_WEEK_START "monday"
#define TDG_DEFAULT_COPY_DAYS 5
#define TDG_DEFAULT_MAX_SHARE 0.5
#define TDG_DEFAULT_TERMS 20
#define TDG_DEFAULT_RESAMPLES 4
#define TDG_DEFAULT_LEVEL 0.05
#define TDG_DEFAULT_SEED 1
#define TDG_DEFAULT_MAX_ARTICLES 5000000
#define TDG_DEFAULT_MAX_MEGABYTES 65536
#define TDG_DEFAULT_MAX_RECORD_MEGABYTES 16
#define TDG_DEFAULT_MAX_MEMBERS 1000000
#define TDG_DEFAULT_MAX_NESTING 100
#define TDG_DEFAULT_MAX_TERMS 200000
#define TDG_DEFAULT_MAX_PERIODS 20000

/* TDG_DEFAULT_TEXT(TDG_DEFAULT_SEED) is "1". */
#define TDG_DEFAULT_TEXT(number) TDG_DEFAULT_TEXT_(number)
#define TDG_DEFAULT_TEXT_(number) #number

#endif
