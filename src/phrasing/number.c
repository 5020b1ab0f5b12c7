// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/number.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/plural.h"

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* What printf wrote between two digits and is no exponent is the decimal point of some locale, of
 * one byte or of several; it becomes a point. */
static void with_point(const char *from, char *to)
{
    bool point = false;
    for (; *from; from++) {
        if (is_digit(*from) || strchr("+-e", *from)) {
            *to++ = *from;
        } else if (!point) {
            *to++ = '.';
            point = true;
        }
    }
    *to = '\0';
}

/* "-0.00" is what rounding leaves of a small negative number; it says nothing that "0.00" does not.
 */
static void without_minus_zero(char *text)
{
    if (text[0] == '-' && strspn(text + 1, "0.") == strlen(text + 1))
        memmove(text, text + 1, strlen(text));
}

const char *tdg_number_text(double value, char text[TDG_NUMBER_TEXT])
{
    char raw[TDG_NUMBER_TEXT] = "";
    if (isfinite(value))
        snprintf(raw, sizeof raw, "%.6g", value);
    with_point(raw, text);
    without_minus_zero(text);
    return text;
}

const char *tdg_fixed_text(double value, int decimals, char text[TDG_NUMBER_TEXT])
{
    if (!(fabs(value) < 1e15))
        return tdg_number_text(value, text);
    char raw[TDG_NUMBER_TEXT];
    snprintf(raw, sizeof raw, "%.*f", decimals, value);
    with_point(raw, text);
    without_minus_zero(text);
    return text;
}

const char *tdg_percent_text(double share, char text[TDG_NUMBER_TEXT])
{
    tdg_fixed_text(100 * share, 1, text);
    size_t length = strlen(text);
    snprintf(text + length, TDG_NUMBER_TEXT - length, " %%");
    return text;
}

const char *tdg_points_text(double difference, char text[TDG_NUMBER_TEXT])
{
    char raw[TDG_NUMBER_TEXT];
    tdg_fixed_text(100 * difference, 1, raw);
    bool up = *raw != '-' && strcmp(raw, "0.0") != 0;
    snprintf(text, TDG_NUMBER_TEXT, "%s%.40s", up ? "+" : "", raw);
    return text;
}

const char *tdg_count_text(size_t count, char text[TDG_NUMBER_TEXT])
{
    char raw[TDG_NUMBER_TEXT];
    size_t length = (size_t)snprintf(raw, sizeof raw, "%zu", count);
    char *to = text;
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            *to++ = ',';
        *to++ = raw[i];
    }
    *to = '\0';
    return text;
}

void tdg_write_count(FILE *stream, const char *before, size_t count, const char *one,
                     const char *many)
{
    char text[TDG_NUMBER_TEXT];
    fprintf(stream, "%s%s %s", before, tdg_count_text(count, text), tdg_plural(count, one, many));
}
