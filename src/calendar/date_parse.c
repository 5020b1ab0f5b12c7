// SPDX-License-Identifier: GPL-3.0-or-later
/* The spellings of dates. After folding (date_fold.c) a time is a date that begins with a number,
 * in one of the forms of the table `forms`, or none of these; then a row of parts in any order:
 * what the date still lacks (a month in words, a day, a year), a time of day, a zone, weekdays and
 * words that say nothing. A part that is none of these makes it no date. */
#include "calendar/date_parse.h"

#include <string.h>

#include "calendar/date.h"
#include "calendar/date_fold.h"
#include "calendar/date_words.h"
#include "calendar/date_zone.h"
#include "calendar/zone.h"

enum { YEAR_MIN = 1000, YEAR_MAX = 9998, DAY = 86400, HOUR = 3600, MINUTE = 60, PIVOT = 50 };

/* What is left of the folded text, which has a NUL at its end. */
struct cursor {
    const char *at;
};

enum half { NO_HALF, MORNING, AFTERNOON };

struct moment {
    struct tdg_civil civil; /* 0 where not told yet */
    bool weekday_month;     /* the month's word can also be a weekday */
    bool timed, zoned;
    enum half half;
    unsigned hour, minute, second;
    int32_t offset;   /* seconds east of UTC, where zoned, */
    const char *zone; /* unless it has a name */
    size_t zone_length;
    enum tdg_date_order order;
};

static char next(const struct cursor *cursor)
{
    return *cursor->at;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Part of a word: a letter, or of a character that is not ASCII. */
static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || ((unsigned char)byte & 0x80);
}

static bool accept(struct cursor *cursor, char byte)
{
    if (next(cursor) != byte || byte == '\0')
        return false;
    cursor->at++;
    return true;
}

static bool accept_text(struct cursor *cursor, const char *text)
{
    size_t length = strlen(text);
    if (strncmp(cursor->at, text, length) != 0)
        return false;
    cursor->at += length;
    return true;
}

static size_t digits_ahead(const struct cursor *cursor)
{
    return strspn(cursor->at, "0123456789");
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

/* Four digits, or where `two`, two: those of a year as RFC 5322 (4.3) has it. */
static bool take_year(struct cursor *cursor, bool two, struct tdg_civil *civil)
{
    unsigned year;
    size_t digits = digits_ahead(cursor);
    if ((digits != 4 && !(two && digits == 2)) || !take_digits(cursor, digits, &year))
        return false;
    civil->year = digits == 4 ? year : year + (year < PIVOT ? 2000U : 1900U);
    return true;
}

static size_t word_ahead(const struct cursor *cursor)
{
    size_t length = 0;
    while (is_letter(cursor->at[length]))
        length++;
    return length;
}

static void skip_blank(struct cursor *cursor)
{
    accept(cursor, ' ');
}

/* "am", "p.m.", "a. m."; the words that stand before the hour in Chinese, Japanese and Korean. */
static bool take_half(struct cursor *cursor, struct moment *moment)
{
    static const struct {
        const char *word;
        enum half half;
    } words[] = {{"上午", MORNING},   {"下午", AFTERNOON}, {"午前", MORNING},
                 {"午後", AFTERNOON}, {"오전", MORNING},   {"오후", AFTERNOON}};
    struct cursor half = *cursor;
    enum half which = NO_HALF;
    for (size_t i = 0; i < sizeof words / sizeof *words && !which; i++)
        if (accept_text(&half, words[i].word))
            which = words[i].half;
    if (!which && (next(&half) == 'a' || next(&half) == 'p')) {
        which = next(&half) == 'a' ? MORNING : AFTERNOON;
        half.at++;
        if (accept(&half, '.'))
            skip_blank(&half);
        if (!accept(&half, 'm') || is_letter(next(&half)))
            return false;
        accept(&half, '.');
    }
    if (!which || moment->half)
        return false;
    moment->half = which;
    *cursor = half;
    return true;
}

/* 01, 01.79, 01:790 */
static bool take_seconds(struct cursor *cursor, struct moment *moment)
{
    if (!take_number(cursor, 2, 2, &moment->second))
        return false;
    if ((accept(cursor, '.') || accept(cursor, ',') || accept(cursor, ':')) &&
        digits_ahead(cursor) == 0)
        return false;
    cursor->at += digits_ahead(cursor);
    return true;
}

/* 01, 01:01.79 after 15: or 15. */
static bool take_minutes(struct cursor *cursor, char separator, struct moment *moment)
{
    if (!take_digits(cursor, 2, &moment->minute))
        return false;
    if (next(cursor) != separator || (separator == '.' && !is_digit(cursor->at[1])))
        return true;
    cursor->at++;
    return take_seconds(cursor, moment);
}

/* 15:01, 15:01:01.79, 15.01, 15h01, 15 h, 15時1分, 15시 1분, 3 pm */
static bool take_clock(struct cursor *cursor, struct moment *moment)
{
    static const struct {
        const char *hour, *minute, *second;
    } eastern[] = {{"時", "分", "秒"},
                   {"时", "分", "秒"},
                   {"点", "分", "秒"},
                   {"點", "分", "秒"},
                   {"시", "분", "초"}};
    if (moment->timed || !take_number(cursor, 1, 2, &moment->hour))
        return false;
    moment->timed = true;
    if (accept(cursor, ':'))
        return take_minutes(cursor, ':', moment);
    if (accept(cursor, '.'))
        return take_minutes(cursor, '.', moment);
    for (size_t i = 0; i < sizeof eastern / sizeof *eastern; i++) {
        if (!accept_text(cursor, eastern[i].hour))
            continue;
        skip_blank(cursor);
        if (take_number(cursor, 1, 2, &moment->minute) && !accept_text(cursor, eastern[i].minute))
            return false;
        skip_blank(cursor);
        return !take_number(cursor, 1, 2, &moment->second) ||
               accept_text(cursor, eastern[i].second);
    }
    struct cursor half = *cursor;
    skip_blank(&half);
    if (take_half(&half, moment)) {
        *cursor = half;
        return true;
    }
    if (moment->half)
        return true;
    bool whole_hour = accept_text(&half, "uhr") || accept_text(&half, "uur");
    if (!whole_hour && !accept(&half, 'h'))
        return false;
    skip_blank(&half);
    if (is_letter(next(&half)) && !whole_hour)
        return false;
    if (digits_ahead(&half) && !take_number(&half, 2, 2, &moment->minute))
        return false;
    *cursor = half;
    return true;
}

/* 1501, 150101, 150101.25 after a T or a date without separators */
static bool take_compact_clock(struct cursor *cursor, struct moment *moment)
{
    if (!take_digits(cursor, 2, &moment->hour) || !take_digits(cursor, 2, &moment->minute))
        return false;
    moment->timed = true;
    return digits_ahead(cursor) == 0 || take_seconds(cursor, moment);
}

/* +01:00, -0500, +05; +1 where it follows UTC or GMT */
static bool take_offset(struct cursor *cursor, bool after_name, struct moment *moment)
{
    int32_t sign = next(cursor) == '+' ? 1 : -1;
    unsigned hours, minutes = 0;
    cursor->at++;
    bool single = after_name && digits_ahead(cursor) == 1;
    if (!take_digits(cursor, single ? 1 : 2, &hours) || hours > 23)
        return false;
    if ((accept(cursor, ':') || digits_ahead(cursor) > 0) &&
        (!take_number(cursor, 2, 2, &minutes) || minutes > 59))
        return false;
    moment->offset = sign * (int32_t)(hours * HOUR + minutes * MINUTE);
    moment->zone = NULL;
    moment->zoned = true;
    return true;
}

static bool is_sign(char byte)
{
    return byte == '+' || byte == '-';
}

static bool take_zone_name(struct cursor *cursor, size_t length, struct moment *moment)
{
    int32_t offset;
    if (!moment->timed || moment->zoned || !tdg_date_zone(cursor->at, length, 0, &offset))
        return false;
    moment->zone = cursor->at;
    moment->zone_length = length;
    moment->zoned = true;
    cursor->at += length;
    return !is_sign(next(cursor)) || (offset == 0 && take_offset(cursor, true, moment));
}

/* 2019-02-26, 2019/02/26, 2019. 2. 26. */
static bool year_month_day(struct cursor *cursor, struct moment *moment)
{
    if (!take_year(cursor, false, &moment->civil))
        return false;
    char separator = next(cursor);
    if (separator != '-' && separator != '/' && separator != '.')
        return false;
    cursor->at++;
    skip_blank(cursor);
    if (!take_number(cursor, 1, 2, &moment->civil.month) || !accept(cursor, separator))
        return false;
    skip_blank(cursor);
    return take_number(cursor, 1, 2, &moment->civil.day);
}

/* 2019-W09-2, 2019W092, 2019-W09 */
static bool week_date(struct cursor *cursor, struct moment *moment)
{
    struct tdg_civil fourth = {.month = 1, .day = 4}; /* is always in the first week */
    unsigned week, weekday = 1;
    if (!take_year(cursor, false, &fourth))
        return false;
    bool separated = accept(cursor, '-');
    if (!accept(cursor, 'w') || !take_digits(cursor, 2, &week) || week < 1)
        return false;
    bool has_day = separated ? accept(cursor, '-') : digits_ahead(cursor) > 0;
    if (has_day && (!take_number(cursor, 1, 1, &weekday) || weekday < 1 || weekday > 7))
        return false;
    int64_t day = tdg_days_from_civil(fourth);
    day += ((int64_t)week - 1) * 7 + weekday - 1 - tdg_weekday(day);
    struct tdg_week read = tdg_week_of(day);
    moment->civil = tdg_civil_from_days(day);
    return read.year == fourth.year && read.week == week;
}

/* 2019-057: the day of the year */
static bool ordinal_date(struct cursor *cursor, struct moment *moment)
{
    struct tdg_civil first = {.month = 1, .day = 1};
    unsigned day;
    if (!take_year(cursor, false, &first) || !accept(cursor, '-') ||
        !take_number(cursor, 3, 3, &day) || day < 1)
        return false;
    moment->civil = tdg_civil_from_days(tdg_days_from_civil(first) + day - 1);
    return moment->civil.year == first.year;
}

/* 20190226, 201902261501, 20190226150101 */
static bool compact_date(struct cursor *cursor, struct moment *moment)
{
    size_t digits = digits_ahead(cursor);
    unsigned year;
    if ((digits != 8 && digits != 12 && digits != 14) || !take_digits(cursor, 4, &year) ||
        !take_digits(cursor, 2, &moment->civil.month) ||
        !take_digits(cursor, 2, &moment->civil.day))
        return false;
    moment->civil.year = year;
    return digits == 8 || take_compact_clock(cursor, moment);
}

/* 02/26/2019, 26-02-19, 26. 2. 2019; with full stops the day comes first. */
static bool numbers(struct cursor *cursor, struct moment *moment)
{
    unsigned first, second;
    if (!take_number(cursor, 1, 2, &first))
        return false;
    skip_blank(cursor);
    char separator = next(cursor);
    if (separator != '-' && separator != '/' && separator != '.')
        return false;
    cursor->at++;
    skip_blank(cursor);
    if (!take_number(cursor, 1, 2, &second))
        return false;
    skip_blank(cursor);
    if (!accept(cursor, separator))
        return false;
    skip_blank(cursor);
    if (!take_year(cursor, true, &moment->civil))
        return false;
    bool month_first = second > 12 && first <= 12;
    moment->civil.day = month_first ? second : first;
    moment->civil.month = month_first ? first : second;
    if (separator != '.' && first != second)
        moment->order = month_first  ? TDG_DATE_MONTH_FIRST
                        : first > 12 ? TDG_DATE_DAY_FIRST
                                     : TDG_DATE_EITHER;
    return true;
}

/* 2019年2月26日, 2019년 2월 26일 */
static bool eastern_date(struct cursor *cursor, struct moment *moment)
{
    static const struct {
        const char *year, *month, *day;
    } units[] = {{"年", "月", "日"}, {"年", "月", "号"}, {"년", "월", "일"}};
    const struct cursor start = *cursor;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        *cursor = start;
        if (!take_year(cursor, false, &moment->civil) || !accept_text(cursor, units[i].year))
            continue;
        skip_blank(cursor);
        if (!take_number(cursor, 1, 2, &moment->civil.month) ||
            !accept_text(cursor, units[i].month))
            continue;
        skip_blank(cursor);
        if (take_number(cursor, 1, 2, &moment->civil.day) && accept_text(cursor, units[i].day))
            return true;
    }
    return false;
}

static bool no_form(struct cursor *cursor, struct moment *moment)
{
    (void)cursor, (void)moment;
    return true;
}

/* "(CET)" after the zone, as RFC 5322 allows; "(Wednesday)". */
static bool skip_comment(struct cursor *cursor)
{
    const char *close = strchr(cursor->at, ')');
    if (close)
        cursor->at = close + 1;
    return close;
}

/* "mar 12 feb" is a Tuesday in February: a word that can only be a month wins. */
static bool take_month(const struct tdg_date_word *word, struct moment *moment)
{
    if (moment->civil.month && (word->weekday || !moment->weekday_month))
        return word->weekday;
    moment->civil.month = word->month;
    moment->weekday_month = word->weekday;
    return true;
}

static bool take_word(struct cursor *cursor, struct moment *moment)
{
    if (take_half(cursor, moment))
        return true;
    size_t length = word_ahead(cursor);
    if (take_zone_name(cursor, length, moment))
        return true;
    if (next(cursor) == 'o' && cursor->at[1] == '\'') /* o'clock */
        length = 2 + strspn(cursor->at + 2, "abcdefghijklmnopqrstuvwxyz");
    struct tdg_date_word word = tdg_date_word(cursor->at, length);
    if (!word.month && !word.weekday && !word.filler)
        return false;
    cursor->at += length;
    return !word.month || take_month(&word, moment);
}

/* A day, a year or a time of day, by what follows and what is still missing. */
static bool take_numeral(struct cursor *cursor, struct moment *moment)
{
    struct cursor clock = *cursor;
    struct moment timed = *moment;
    bool dated = moment->civil.year && moment->civil.day;
    char follows = cursor->at[digits_ahead(cursor)];
    if ((dated || follows != '.') && take_clock(&clock, &timed)) {
        *cursor = clock;
        *moment = timed;
        return true;
    }
    size_t digits = digits_ahead(cursor);
    if (!moment->civil.day && digits <= 2) {
        take_digits(cursor, digits, &moment->civil.day);
        size_t length = word_ahead(cursor);
        if (tdg_date_ordinal(cursor->at, length))
            cursor->at += length;
        else if (next(cursor) == '-' && tdg_date_ordinal(cursor->at + 1, strlen("го")))
            cursor->at += 1 + strlen("го");
        return moment->civil.day > 0;
    }
    return !moment->civil.year &&
           take_year(cursor, moment->civil.day && moment->civil.month, &moment->civil);
}

static bool take_rest(struct cursor *cursor, struct moment *moment)
{
    bool begun = moment->civil.year > 0;
    if (begun && !moment->timed && accept(cursor, 't')) {
        struct cursor compact = *cursor;
        if (digits_ahead(cursor) < 4 ? !take_clock(cursor, moment)
                                     : !take_compact_clock(&compact, moment))
            return false;
        if (digits_ahead(cursor) >= 4)
            *cursor = compact;
    }
    while (next(cursor)) {
        bool taken = false;
        if (is_sign(next(cursor)) && moment->timed && !moment->zoned && is_digit(cursor->at[1]))
            taken = take_offset(cursor, false, moment);
        else if (strchr(" ,.-/;:|'", next(cursor))) {
            cursor->at++;
            taken = true;
        } else if (next(cursor) == '(')
            taken = skip_comment(cursor);
        else if (is_digit(next(cursor)))
            taken = take_numeral(cursor, moment);
        else if (is_letter(next(cursor)))
            taken = take_word(cursor, moment);
        if (!taken)
            return false;
    }
    return true;
}

/* The hour is one of a clock; with a half, of one with twelve. */
static bool settle_clock(struct moment *moment)
{
    if (moment->half) {
        if (!moment->timed || moment->hour < 1 || moment->hour > 12)
            return false;
        moment->hour = moment->hour % 12 + (moment->half == AFTERNOON ? 12 : 0);
    }
    return moment->minute <= 59 && moment->second <= 60 && moment->hour <= 24 &&
           (moment->hour < 24 || moment->minute + moment->second == 0);
}

static bool is_real(const struct moment *moment)
{
    return moment->civil.year >= YEAR_MIN && moment->civil.year <= YEAR_MAX &&
           tdg_civil_is_real(moment->civil);
}

static int64_t time_of(const struct moment *moment, struct tdg_civil civil,
                       const struct tdg_date_rules *rules)
{
    int64_t wall = tdg_days_from_civil(civil) * DAY + (int64_t)moment->hour * HOUR +
                   (int64_t)moment->minute * MINUTE + moment->second;
    int32_t offset = moment->offset;
    if (!moment->zoned)
        return tdg_zone_to_utc(rules ? rules->zone : NULL, wall);
    if (moment->zone)
        (void)tdg_date_zone(moment->zone, moment->zone_length, wall, &offset);
    return wall - offset;
}

/* Seconds since 1970 with ten digits before the point, or milli-, micro- or nanoseconds with
 * three, six or nine more; perhaps with a fraction or an exponent. */
static bool unix_time(const char *text, int64_t *time)
{
    enum { SECONDS = 10, MOST = 40 };
    char digits[MOST + 1] = "";
    size_t count = 0, point = 0, exponent = 0;
    bool fraction = false;
    for (; (is_digit(*text) || (*text == '.' && !fraction)) && count < MOST; text++) {
        if (*text == '.') {
            fraction = true;
            point = count;
        } else
            digits[count++] = *text;
    }
    if (!fraction)
        point = count;
    if (*text == 'e' && count) {
        text += text[1] == '+' ? 2 : 1;
        for (; is_digit(*text) && exponent < MOST; text++)
            exponent = exponent * 10 + (size_t)(*text - '0');
        point += exponent;
    }
    if (*text || point < SECONDS || point > SECONDS + 9 || (point - SECONDS) % 3 != 0 ||
        digits[0] == '0')
        return false;
    int64_t value = 0;
    for (size_t i = 0; i < SECONDS; i++)
        value = value * 10 + (i < count ? digits[i] - '0' : 0);
    *time = value;
    return true;
}

/* A day as spreadsheets count it, from 30 December 1899, with the time as a fraction: five digits
 * that lie between 1954 and 2119. */
static bool serial_day(const char *text, const struct tdg_date_rules *rules, int64_t *time)
{
    enum { FIRST = 20000, LAST = 80000, EPOCH = 25569, SCALE = 1000000 };
    struct cursor cursor = {text};
    unsigned day;
    int64_t fraction = 0, unit = SCALE;
    if (!take_number(&cursor, 5, 5, &day) || day < FIRST || day >= LAST)
        return false;
    if (accept(&cursor, '.') && !is_digit(next(&cursor)))
        return false;
    for (; is_digit(next(&cursor)); cursor.at++)
        if (unit > 1) {
            unit /= 10;
            fraction += (next(&cursor) - '0') * unit;
        }
    if (next(&cursor))
        return false;
    int64_t wall = ((int64_t)day - EPOCH) * DAY + (fraction * DAY + SCALE / 2) / SCALE;
    *time = tdg_zone_to_utc(rules ? rules->zone : NULL, wall);
    return true;
}

typedef bool (*date_form)(struct cursor *, struct moment *);

static const date_form forms[] = {year_month_day, week_date,    ordinal_date, compact_date,
                                  numbers,        eastern_date, no_form};

/* Words and blanks before a form: "Published: Wednesday, ". */
static void skip_beginning(struct cursor *cursor)
{
    for (;;) {
        struct cursor word = *cursor;
        size_t length = word_ahead(&word);
        if (!length) /* as most dates begin; all names begin with no letters, which takes long */
            return;
        struct tdg_date_word meaning = tdg_date_word(word.at, length);
        if (meaning.month || !(meaning.weekday || meaning.filler))
            return;
        word.at += length;
        word.at += strspn(word.at, " ,.:|-");
        *cursor = word;
    }
}

/* A month without a day is its first one. */
static bool read_form(date_form form, struct cursor cursor, struct moment *moment,
                      const struct tdg_date_rules *rules)
{
    if (!form(&cursor, moment) || !take_rest(&cursor, moment))
        return false;
    if (!moment->civil.day && moment->civil.month && !moment->timed && rules && rules->whole_months)
        moment->civil.day = 1;
    return settle_clock(moment) && is_real(moment);
}

enum tdg_date_order tdg_date_read(const char *text, size_t length,
                                  const struct tdg_date_rules *rules, struct tdg_date_times *times)
{
    char folded[TDG_DATE_LONGEST + 1];
    if (!tdg_date_fold(folded, &length, text, length) || !length)
        return TDG_DATE_UNKNOWN;
    struct cursor start = {folded};
    if (unix_time(folded, &times->time))
        return TDG_DATE_CLEAR;
    if (serial_day(folded, rules, &times->time))
        return TDG_DATE_SERIAL;
    skip_beginning(&start);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct moment moment = {.order = TDG_DATE_CLEAR};
        if (!read_form(forms[i], start, &moment, rules))
            continue;
        struct tdg_civil swapped = moment.civil;
        times->time = time_of(&moment, moment.civil, rules);
        if (moment.order == TDG_DATE_EITHER) {
            swapped.day = moment.civil.month;
            swapped.month = moment.civil.day;
            times->month_first = time_of(&moment, swapped, rules);
        }
        return moment.order;
    }
    return TDG_DATE_UNKNOWN;
}

bool tdg_date_parse(const char *text, size_t length, const struct tdg_date_rules *rules,
                    int64_t *time)
{
    struct tdg_date_times times;
    switch (tdg_date_read(text, length, rules, &times)) {
    case TDG_DATE_EITHER:
        if (!rules || (!rules->day_first && !rules->month_first))
            return false;
        *time = rules->day_first ? times.time : times.month_first;
        return true;
    case TDG_DATE_UNKNOWN:
    case TDG_DATE_SERIAL:
        return false;
    case TDG_DATE_CLEAR:
    case TDG_DATE_DAY_FIRST:
    case TDG_DATE_MONTH_FIRST:
        *time = times.time;
        return true;
    }
    return false;
}
