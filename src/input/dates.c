// SPDX-License-Identifier: GPL-3.0-or-later
/* 03/04/2019 has its day first or its month, and 43873 is a day of a spreadsheet or no date. The
 * other dates of the file tell, which are known at the end: until then such an article has none. */
#include "input/dates.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "base/plural.h"
#include "base/progress.h"

enum { SHOWN = 40, ONE_OTHER_IN = 10 };

/* What the dates of one file look like. */
struct tdg_date_column {
    size_t seen[TDG_DATE_SERIAL + 1];
    char either[SHOWN + 1], serial[SHOWN + 1]; /* an example of each */
};

/* A date that waits, and whose it is. */
struct tdg_open_date {
    size_t article;
    struct tdg_date_times times;
    enum tdg_date_order order;
};

void tdg_dates_done(struct tdg_dates *dates)
{
    free(dates->columns);
    free(dates->open);
    *dates = (struct tdg_dates){0};
}

static struct tdg_date_column *column_of(struct tdg_dates *dates, uint32_t file)
{
    struct tdg_date_column *grown =
        tdg_grow(dates->columns, &dates->column_capacity, (size_t)file + 1, sizeof *grown);
    if (!grown)
        return NULL;
    dates->columns = grown;
    for (; dates->column_count <= file; dates->column_count++)
        dates->columns[dates->column_count] = (struct tdg_date_column){0};
    return &dates->columns[file];
}

static void set_example(char example[SHOWN + 1], const char *text, size_t length)
{
    if (!example[0] && length <= SHOWN)
        memcpy(example, text, length);
}

static int keep_waiting(struct tdg_dates *dates, struct tdg_open_date open)
{
    struct tdg_open_date *grown =
        tdg_grow(dates->open, &dates->open_capacity, dates->open_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    dates->open = grown;
    dates->open[dates->open_count++] = open;
    return TDG_OK;
}

int tdg_dates_read(struct tdg_dates *dates, const struct tdg_date_rules *rules, uint32_t file,
                   size_t article, const char *text, size_t length, int64_t *time, bool *understood)
{
    struct tdg_date_rules in_files = *rules;
    struct tdg_date_column *column = column_of(dates, file);
    struct tdg_date_times times = {TDG_NO_DATE, TDG_NO_DATE};
    if (!column)
        return TDG_ENOMEM;
    in_files.whole_months = true;
    enum tdg_date_order order = tdg_date_read(text, length, &in_files, &times);
    column->seen[order]++;
    *understood = order != TDG_DATE_UNKNOWN;
    *time = times.time;
    if (order == TDG_DATE_SERIAL)
        set_example(column->serial, text, length);
    else if (order != TDG_DATE_EITHER || rules->day_first)
        return TDG_OK;
    else if (rules->month_first) {
        *time = times.month_first;
        return TDG_OK;
    } else
        set_example(column->either, text, length);
    *time = TDG_NO_DATE;
    return keep_waiting(dates, (struct tdg_open_date){article, times, order});
}

static void count_orders(struct tdg_dates *dates)
{
    for (size_t i = 0; i < dates->column_count; i++) {
        dates->day_first += dates->columns[i].seen[TDG_DATE_DAY_FIRST];
        dates->month_first += dates->columns[i].seen[TDG_DATE_MONTH_FIRST];
    }
}

/* What most dates of the file say that leave no choice, else those of all files. */
static enum tdg_date_order order_of(const struct tdg_dates *dates,
                                    const struct tdg_date_column *column)
{
    size_t day_first = column->seen[TDG_DATE_DAY_FIRST];
    size_t month_first = column->seen[TDG_DATE_MONTH_FIRST];
    if (!day_first && !month_first) {
        day_first = dates->day_first;
        month_first = dates->month_first;
    }
    return day_first > month_first   ? TDG_DATE_DAY_FIRST
           : month_first > day_first ? TDG_DATE_MONTH_FIRST
                                     : TDG_DATE_EITHER;
}

static const char *dates_word(size_t count)
{
    return tdg_plural(count, "date", "dates");
}

static const char *order_name(enum tdg_date_order order)
{
    return order == TDG_DATE_DAY_FIRST ? "day first" : "month first";
}

static enum tdg_date_order opposite(enum tdg_date_order order)
{
    return order == TDG_DATE_DAY_FIRST ? TDG_DATE_MONTH_FIRST : TDG_DATE_DAY_FIRST;
}

static void tell_choice(const struct tdg_dates *dates, const struct tdg_date_column *column,
                        const char *file, const struct tdg_monitor *monitor)
{
    size_t either = column->seen[TDG_DATE_EITHER];
    enum tdg_date_order order = order_of(dates, column);
    if (order == TDG_DATE_EITHER)
        tdg_notice(monitor, TDG_NOTICE_WARNING, file, 0,
                   "%zu %s such as %s may have the day or the month first, and no other date "
                   "settles it: counted as undated (use --day-first or --month-first)",
                   either, dates_word(either), column->either);
    else if (!column->seen[order])
        tdg_notice(monitor, TDG_NOTICE_WARNING, file, 0,
                   "%zu %s such as %s read %s, as in other files", either, dates_word(either),
                   column->either, order_name(order));
    else if (column->seen[opposite(order)])
        tdg_notice(monitor, TDG_NOTICE_WARNING, file, 0,
                   "%zu %s such as %s read %s: of the others %zu can only be "
                   "%s, %zu only %s",
                   either, dates_word(either), column->either, order_name(order),
                   column->seen[order], order_name(order), column->seen[opposite(order)],
                   order_name(opposite(order)));
}

static void tell_forced(const struct tdg_date_rules *rules, const struct tdg_date_column *column,
                        const char *file, const struct tdg_monitor *monitor)
{
    enum tdg_date_order other = rules->day_first ? TDG_DATE_MONTH_FIRST : TDG_DATE_DAY_FIRST;
    if (column->seen[other])
        tdg_notice(monitor, TDG_NOTICE_WARNING, file, 0,
                   "%zu %s can only be read %s; --%s does not apply there", column->seen[other],
                   dates_word(column->seen[other]), order_name(other),
                   rules->day_first ? "day-first" : "month-first");
}

/* Numbers are days of a spreadsheet where a file has hardly any other dates. */
static bool is_spreadsheet(const struct tdg_date_column *column)
{
    size_t others = 0;
    for (unsigned order = 0; order < TDG_DATE_SERIAL; order++)
        others += column->seen[order];
    return others <= column->seen[TDG_DATE_SERIAL] / ONE_OTHER_IN;
}

static void tell_serial(const struct tdg_date_column *column, const char *file,
                        const struct tdg_monitor *monitor)
{
    if (is_spreadsheet(column))
        tdg_notice(monitor, TDG_NOTICE_WARNING, file, 0,
                   "%zu %s such as %s read as day numbers of a spreadsheet",
                   column->seen[TDG_DATE_SERIAL], dates_word(column->seen[TDG_DATE_SERIAL]),
                   column->serial);
    else
        tdg_notice(monitor, TDG_NOTICE_WARNING, file, 0,
                   "%zu %s not understood: a number such as %s", column->seen[TDG_DATE_SERIAL],
                   dates_word(column->seen[TDG_DATE_SERIAL]), column->serial);
}

void tdg_dates_settle(struct tdg_dates *dates, const struct tdg_date_rules *rules,
                      struct tdg_articles *articles, const struct tdg_monitor *monitor)
{
    count_orders(dates);
    for (size_t i = 0; i < dates->column_count; i++) {
        const struct tdg_date_column *column = &dates->columns[i];
        if (rules->day_first || rules->month_first)
            tell_forced(rules, column, articles->files[i], monitor);
        else if (column->seen[TDG_DATE_EITHER])
            tell_choice(dates, column, articles->files[i], monitor);
        if (column->seen[TDG_DATE_SERIAL])
            tell_serial(column, articles->files[i], monitor);
    }
    for (size_t i = 0; i < dates->open_count; i++) {
        const struct tdg_open_date *open = &dates->open[i];
        struct tdg_article *article = &articles->items[open->article];
        const struct tdg_date_column *column = &dates->columns[article->file];
        enum tdg_date_order order = order_of(dates, column);
        bool is_serial = open->order == TDG_DATE_SERIAL;
        if (is_serial ? is_spreadsheet(column) : order == TDG_DATE_DAY_FIRST)
            article->published = open->times.time;
        else if (!is_serial && order == TDG_DATE_MONTH_FIRST)
            article->published = open->times.month_first;
    }
}
