// SPDX-License-Identifier: GPL-3.0-or-later
/* The spellings of dates. A time is one of the forms of a date in the table `forms`, perhaps after
 * the name of a weekday, then perhaps a time of day, then perhaps a zone. */
#include "base/date.h"

#include <string.h>

enum { YEAR_MIN = 1000, YEAR_MAX = 9998, DAY = 86400, LONGEST = 100 };

/* What is left of the text; next() gives NUL at its end. */
struct cursor {
    const char *at;
    const char *end;
};

struct moment {
    struct tdg_civil civil;
    int64_t second; /* of the day */
    bool timed;
    bool zoned;
    int32_t offset; /* seconds east of UTC, where zoned */
};

static char next(const struct cursor *cursor)
{
    return cursor->at < cursor->end ? *cursor->at : '\0';
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static bool is_letter(char byte)
{
    return lower(byte) >= 'a' && lower(byte) <= 'z';
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool accept(struct cursor *cursor, char byte)
{
    if (next(cursor) != byte || byte == '\0')
        return false;
    cursor->at++;
    return true;
}

static bool skip_any(struct cursor *cursor, const char *bytes)
{
    const char *start = cursor->at;
    while (cursor->at < cursor->end && *cursor->at && strchr(bytes, *cursor->at))
        cursor->at++;
    return cursor->at > start;
}

static bool skip_blanks(struct cursor *cursor)
{
    return skip_any(cursor, " \t\r\n\v\f");
}

static size_t digits_ahead(const struct cursor *cursor)
{
    size_t count = 0;
    while (cursor->at + count < cursor->end && is_digit(cursor->at[count]))
        count++;
    return count;
}

/* Exactly `count` digits, whatever follows. */
static bool take_digits(struct cursor *cursor, size_t count, unsigned *value)
{
    if (digits_ahead(cursor) < count)
        return false;
    *value = 0;
    for (size_t i = 0; i < count; i++)
        *value = *value * 10 + (unsigned)(*cursor->at++ - '0');
    return true;
}

/* A whole number of `least` to `most` digits. */
static bool take_number(struct cursor *cursor, size_t least, size_t most, unsigned *value)
{
    size_t count = digits_ahead(cursor);
    return count >= least && count <= most && take_digits(cursor, count, value);
}

static bool take_year(struct cursor *cursor, struct tdg_civil *civil)
{
    unsigned year;
    if (!take_number(cursor, 4, 4, &year))
        return false;
    civil->year = year;
    return true;
}

/* One of `names`, or its first letters, at least three. */
static bool take_name(struct cursor *cursor, const char *const *names, size_t count,
                      unsigned *index)
{
    size_t length = 0;
    while (cursor->at + length < cursor->end && is_letter(cursor->at[length]))
        length++;
    for (size_t i = 0; length >= 3 && i < count; i++) {
        size_t same = 0;
        while (same < length && lower(cursor->at[same]) == names[i][same])
            same++;
        if (same == length) {
            *index = (unsigned)i;
            cursor->at += length;
            return true;
        }
    }
    return false;
}

static bool take_month(struct cursor *cursor, struct tdg_civil *civil)
{
    static const char *const names[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
    unsigned index;
    if (!take_name(cursor, names, sizeof names / sizeof *names, &index))
        return false;
    accept(cursor, '.');
    civil->month = index + 1;
    return true;
}

static void skip_weekday(struct cursor *cursor)
{
    static const char *const names[] = {"monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday"};
    unsigned index;
    if (take_name(cursor, names, sizeof names / sizeof *names, &index))
        skip_any(cursor, "., \t");
}

/* 15:01, 15:01:01.79, 3:01 pm; 1501 and 150101 where `compact`. */
static bool take_clock(struct cursor *cursor, bool compact, struct moment *moment)
{
    unsigned hour = 0, minute = 0, second = 0;
    compact = compact && digits_ahead(cursor) >= 4;
    if (compact ? !take_digits(cursor, 2, &hour) : !take_number(cursor, 1, 2, &hour))
        return false;
    if ((!compact && !accept(cursor, ':')) || !take_digits(cursor, 2, &minute))
        return false;
    if (compact ? digits_ahead(cursor) > 0 : accept(cursor, ':')) {
        if (!take_number(cursor, 2, 2, &second))
            return false;
        if ((accept(cursor, '.') || accept(cursor, ',')) && digits_ahead(cursor) == 0)
            return false;
        cursor->at += digits_ahead(cursor);
    }
    struct cursor half = *cursor;
    skip_blanks(&half);
    char letter = lower(next(&half));
    if ((letter == 'a' || letter == 'p') && half.end - half.at >= 2 && lower(half.at[1]) == 'm') {
        if (hour < 1 || hour > 12)
            return false;
        hour = hour % 12 + (letter == 'p' ? 12 : 0);
        cursor->at = half.at + 2;
    }
    if (minute > 59 || second > 60 || hour > 24 || (hour == 24 && minute + second > 0))
        return false;
    moment->second = (int64_t)hour * 3600 + (int64_t)minute * 60 + second;
    moment->timed = true;
    return true;
}

/* Z, UTC and the names of RFC 822 (5.1), and those of Central Europe. */
static bool take_zone_name(struct cursor *cursor, int32_t *offset)
{
    static const struct {
        const char *name;
        int hours;
    } zones[] = {{"z", 0},    {"ut", 0},   {"utc", 0},  {"gmt", 0},  {"est", -5},
                 {"edt", -4}, {"cst", -6}, {"cdt", -5}, {"mst", -7}, {"mdt", -6},
                 {"pst", -8}, {"pdt", -7}, {"cet", 1},  {"cest", 2}};
    size_t length = 0;
    char name[5] = "";
    while (cursor->at + length < cursor->end && is_letter(cursor->at[length])) {
        if (length == sizeof name - 1)
            return false;
        name[length] = lower(cursor->at[length]);
        length++;
    }
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        if (strcmp(zones[i].name, name) == 0) {
            *offset = zones[i].hours * 3600;
            cursor->at += length;
            return true;
        }
    return false;
}

/* +01:00, -0500, +05, perhaps after UTC or GMT; or a name. */
static bool take_zone(struct cursor *cursor, struct moment *moment)
{
    int32_t offset = 0;
    bool named = take_zone_name(cursor, &offset);
    if (next(cursor) == '+' || next(cursor) == '-') {
        int32_t sign = next(cursor) == '+' ? 1 : -1;
        unsigned hours, minutes = 0;
        cursor->at++;
        if (offset != 0 || !take_digits(cursor, 2, &hours) || hours > 23)
            return false;
        if ((accept(cursor, ':') || digits_ahead(cursor) > 0) &&
            (!take_number(cursor, 2, 2, &minutes) || minutes > 59))
            return false;
        offset = sign * (int32_t)(hours * 3600 + minutes * 60);
    } else if (!named)
        return false;
    moment->offset = offset;
    moment->zoned = true;
    return true;
}

/* 2019-02-26, 2019/02/26, 2019.02.26 */
static bool year_month_day(struct cursor *cursor, const struct tdg_date_rules *rules,
                           struct moment *moment)
{
    (void)rules;
    if (!take_year(cursor, &moment->civil))
        return false;
    char separator = next(cursor);
    if (separator != '-' && separator != '/' && separator != '.')
        return false;
    return accept(cursor, separator) && take_number(cursor, 1, 2, &moment->civil.month) &&
           accept(cursor, separator) && take_number(cursor, 1, 2, &moment->civil.day);
}

/* 20190226, 20190226150101 */
static bool compact_date(struct cursor *cursor, const struct tdg_date_rules *rules,
                         struct moment *moment)
{
    (void)rules;
    size_t digits = digits_ahead(cursor);
    unsigned year;
    if ((digits != 8 && digits != 14) || !take_digits(cursor, 4, &year) ||
        !take_digits(cursor, 2, &moment->civil.month) ||
        !take_digits(cursor, 2, &moment->civil.day))
        return false;
    moment->civil.year = year;
    return digits == 8 || take_clock(cursor, true, moment);
}

/* 02/26/2019, 26-02-2019; with full stops the day always comes first. */
static bool numbers(struct cursor *cursor, const struct tdg_date_rules *rules,
                    struct moment *moment)
{
    unsigned first, second;
    if (!take_number(cursor, 1, 2, &first))
        return false;
    char separator = next(cursor);
    if (separator != '-' && separator != '/' && separator != '.')
        return false;
    if (!accept(cursor, separator) || !take_number(cursor, 1, 2, &second) ||
        !accept(cursor, separator) || !take_year(cursor, &moment->civil))
        return false;
    bool day_first = (rules && rules->day_first) || separator == '.';
    bool clear = first > 12 || second > 12 || first == second;
    if (!clear && !day_first)
        return false;
    day_first = first > 12 || (day_first && second <= 12);
    moment->civil.day = day_first ? first : second;
    moment->civil.month = day_first ? second : first;
    return true;
}

/* 26 February 1987, 26-FEB-1987, 26 Feb 87: two digits of a year as in RFC 5322 (4.3). */
static bool day_month_year(struct cursor *cursor, const struct tdg_date_rules *rules,
                           struct moment *moment)
{
    (void)rules;
    if (!take_number(cursor, 1, 2, &moment->civil.day) || !skip_any(cursor, " \t-./") ||
        !take_month(cursor, &moment->civil))
        return false;
    if (!skip_any(cursor, " \t-/,") && next(cursor) != '\'')
        return false;
    unsigned year = 0;
    if (digits_ahead(cursor) != 2)
        return take_year(cursor, &moment->civil);
    take_digits(cursor, 2, &year);
    moment->civil.year = year + (year < 50 ? 2000 : 1900);
    return true;
}

/* Feb 26, 1987; Feb 26 15:01:01 [+0000] 1987 as C's asctime() and others have it */
static bool month_day_year(struct cursor *cursor, const struct tdg_date_rules *rules,
                           struct moment *moment)
{
    (void)rules;
    if (!take_month(cursor, &moment->civil) || !skip_any(cursor, " \t-") ||
        !take_number(cursor, 1, 2, &moment->civil.day) || !skip_any(cursor, " \t-,"))
        return false;
    if (digits_ahead(cursor) == 4)
        return take_year(cursor, &moment->civil);
    if (!take_clock(cursor, false, moment) || !skip_blanks(cursor))
        return false;
    if (!is_digit(next(cursor)) && (!take_zone(cursor, moment) || !skip_blanks(cursor)))
        return false;
    return take_year(cursor, &moment->civil);
}

typedef bool (*date_form)(struct cursor *, const struct tdg_date_rules *, struct moment *);

static const date_form forms[] = {year_month_day, compact_date, numbers, day_month_year,
                                  month_day_year};

/* A comment as RFC 5322 allows after the zone: "+0100 (CET)". */
static void skip_comment(struct cursor *cursor)
{
    const char *close =
        next(cursor) == '(' ? memchr(cursor->at, ')', (size_t)(cursor->end - cursor->at)) : NULL;
    if (close)
        cursor->at = close + 1;
    skip_blanks(cursor);
}

/* What follows the date. */
static bool finish(struct cursor *cursor, struct moment *moment)
{
    bool mark = false;
    if (!moment->timed && cursor->at < cursor->end) {
        mark = accept(cursor, 'T') || accept(cursor, 't');
        if (!mark && !skip_any(cursor, " \t,"))
            return false;
        if (!take_clock(cursor, mark, moment))
            return false;
    }
    skip_blanks(cursor);
    if (cursor->at < cursor->end && !moment->zoned && next(cursor) != '(' &&
        !take_zone(cursor, moment))
        return false;
    skip_blanks(cursor);
    skip_comment(cursor);
    return cursor->at == cursor->end && moment->civil.year >= YEAR_MIN &&
           moment->civil.year <= YEAR_MAX && tdg_civil_is_real(moment->civil);
}

/* Seconds with 10 digits (and perhaps a fraction), milliseconds with 13. */
static bool unix_time(struct cursor cursor, int64_t *time)
{
    size_t digits = digits_ahead(&cursor);
    if (digits != 10 && digits != 13)
        return false;
    int64_t value = 0;
    for (size_t i = 0; i < digits; i++)
        value = value * 10 + (*cursor.at++ - '0');
    if (digits == 10 && accept(&cursor, '.'))
        cursor.at += digits_ahead(&cursor);
    if (cursor.at != cursor.end)
        return false;
    *time = digits == 13 ? value / 1000 : value;
    return true;
}

bool tdg_date_parse(const char *text, size_t length, const struct tdg_date_rules *rules,
                    int64_t *time)
{
    struct cursor start = {text, text + length};
    skip_blanks(&start);
    while (start.end > start.at && is_blank(start.end[-1]))
        start.end--;
    if (start.at == start.end || start.end - start.at > LONGEST)
        return false;
    if (unix_time(start, time))
        return true;
    skip_weekday(&start);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct cursor cursor = start;
        struct moment moment = {0};
        if (!forms[i](&cursor, rules, &moment) || !finish(&cursor, &moment))
            continue;
        int64_t wall = tdg_days_from_civil(moment.civil) * DAY + moment.second;
        *time =
            moment.zoned ? wall - moment.offset : tdg_zone_to_utc(rules ? rules->zone : NULL, wall);
        return true;
    }
    return false;
}
