// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/html/text.h"

#include <string.h>

#include <tidings/analysis.h>
#include <tidings/plain.h>

#include "base/plural.h"
#include "output/address.h"
#include "output/shown.h"
#include "phrasing/number.h"

static const char *const entities[] = {
    ['<'] = "&lt;", ['>'] = "&gt;", ['&'] = "&amp;", ['"'] = "&quot;", ['\''] = "&#39;",
};

/* Returns what is behind it. */
static const char *write_character(FILE *stream, const char *text)
{
    size_t length;
    const char *shown = tdg_next_shown(&text, &length);
    unsigned char sign = (unsigned char)*shown;
    if (sign < sizeof entities / sizeof *entities && entities[sign])
        fputs(entities[sign], stream);
    else
        fwrite(shown, 1, length, stream);
    return text;
}

void tdg_html_text(FILE *stream, const char *text)
{
    while (*text)
        text = write_character(stream, text);
}

void tdg_html_text_lines(FILE *stream, const char *text)
{
    while (*text)
        if (*text == '\n')
            fputc(*text++, stream);
        else
            text = write_character(stream, text);
}

void tdg_html_sentence(FILE *stream, const char *text)
{
    while (*text)
        if (strncmp(text, " %", 2) == 0) {
            fputs("&nbsp;%", stream);
            text += 2;
        } else {
            text = write_character(stream, text);
        }
}

void tdg_html_link(FILE *stream, const char *text, const char *url)
{
    if (!tdg_is_web_address(url)) {
        tdg_html_text(stream, text);
        return;
    }
    fputs("<a class=\"out\" rel=\"noopener noreferrer\" href=\"", stream);
    tdg_write_address(stream, url, "&amp;");
    fputs("\">", stream);
    tdg_html_text(stream, text);
    fputs("</a>", stream);
}

void tdg_html_count(FILE *stream, size_t count)
{
    char text[TDG_NUMBER_TEXT];
    fprintf(stream, "<data value=\"%zu\">%s</data>", count, tdg_count_text(count, text));
}

void tdg_html_counted(FILE *stream, size_t count, const char *one, const char *many)
{
    tdg_html_count(stream, count);
    fprintf(stream, " %s", tdg_plural(count, one, many));
}

void tdg_html_count_of(FILE *stream, size_t count, const char *anchor, const char *list)
{
    if (!count) {
        tdg_html_count(stream, count);
        return;
    }
    fprintf(stream, "<a class=\"count\" href=\"#%s\" data-list=\"%s\">", anchor, list);
    tdg_html_count(stream, count);
    fputs("</a>", stream);
}

void tdg_html_count_from(FILE *stream, size_t count, const char *list, size_t source)
{
    char from[64];
    snprintf(from, sizeof from, "%s=%zu", list, source);
    tdg_html_count_of(stream, count, strcmp(list, "all") == 0 ? "made" : list, from);
}

void tdg_html_share(FILE *stream, double share)
{
    char raw[TDG_NUMBER_TEXT], text[TDG_NUMBER_TEXT];
    fprintf(stream, "<data class=\"share\" value=\"%s\">", tdg_number_text(share, raw));
    tdg_html_sentence(stream, tdg_percent_text(share, text));
    fputs("</data>", stream);
}

void tdg_html_points(FILE *stream, double difference)
{
    char raw[TDG_NUMBER_TEXT], text[TDG_NUMBER_TEXT];
    fprintf(stream, "<data class=\"points\" value=\"%s\">%s</data>",
            tdg_number_text(100 * difference, raw), tdg_points_text(difference, text));
}

void tdg_html_q(FILE *stream, double q)
{
    char text[TDG_NUMBER_TEXT];
    if (q < 0.001)
        fputs("q &lt; <data class=\"q\" value=\"0.001\">0.001</data>", stream);
    else
        fprintf(stream, "q = <data class=\"q\" value=\"%s\">%s</data>", tdg_fixed_text(q, 3, text),
                text);
}

void tdg_html_day(FILE *stream, const char *day)
{
    fprintf(stream, "<time datetime=\"%s\">%s</time>", day, day);
}

void tdg_html_days(FILE *stream, const char *first, const char *last)
{
    fputs("<span class=\"days\">", stream);
    tdg_html_day(stream, first);
    if (strcmp(first, last) != 0) {
        fputs(" to ", stream);
        tdg_html_day(stream, last);
    }
    fputs("</span>", stream);
}

void tdg_html_time(FILE *stream, int64_t time)
{
    char text[TDG_TIME_SIZE];
    tdg_time_text(time, text);
    text[strcspn(text, "T")] = '\0';
    if (*text)
        tdg_html_day(stream, text);
    else
        fputs("undated", stream);
}
