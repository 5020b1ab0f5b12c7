// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: dates that only the other dates of their file can explain. */
#ifndef TDG_INPUT_DATES_H
#define TDG_INPUT_DATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/monitor.h>

#include "calendar/date_parse.h"
#include "input/input.h"

/* What the dates of the files look like, and the dates that wait. {0} is empty. */
struct tdg_dates {
    struct tdg_date_column *columns; /* [column_count] by file */
    size_t column_count, column_capacity;
    struct tdg_open_date *open;
    size_t open_count, open_capacity;
    size_t day_first, month_first; /* in all files, of those that leave no choice */
};

void tdg_dates_done(struct tdg_dates *dates);

/* Reads the date of the article that will be number `article` of the set: its time, or TDG_NO_DATE
 * where it is no date or has to wait. *understood is false for no date. TDG_ENOMEM. */
int tdg_dates_read(struct tdg_dates *dates, const struct tdg_date_rules *rules, uint32_t file,
                   size_t article, const char *text, size_t length, int64_t *time,
                   bool *understood);

/* Gives the articles that wait their time, after all files were read, and says for each file what
 * was decided where it is not plain. */
void tdg_dates_settle(struct tdg_dates *dates, const struct tdg_date_rules *rules,
                      struct tdg_articles *articles, const struct tdg_monitor *monitor);

#endif
