// SPDX-License-Identifier: GPL-3.0-or-later
/* report.txt: plain text for a mail or a chat, in lines of at most 72 characters: findings first,
 * then the last period, its stories and all themes with a sparkline. */
#include "output/text.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/report.h>
#include <tidings/types.h>
#include <tidings/version.h>

#include "base/error.h"
#include "base/plural.h"
#include "base/utf8.h"
#include "output/address.h"
#include "output/muted.h"
#include "phrasing/number.h"
#include "view/requested_period.h"
#include "view/table_rows.h"

enum {
    WIDTH = 72,
    THEMES = 10,
    TERMS = 5,
    HEADLINES = 1,
    EVENTS = 10,
    MOVEMENTS = 5,
    STORIES = 5,
    SPARKLINE = 24,
    STEP = 2 /* of themes below their parent */
};

/* A line that is being filled. */
struct line {
    FILE *stream;
    size_t column;
    size_t indent; /* of the lines that follow */
};

static size_t width_of(const char *text, size_t bytes)
{
    size_t width = 0;
    for (size_t i = 0; i < bytes; i++)
        width += ((unsigned char)text[i] & 0xC0) != 0x80;
    return width;
}

/* The bytes of the word at `text`, which ends before a blank. */
static size_t word_length(const char *text)
{
    return strcspn(text, " \t\r\n");
}

static void put_word(FILE *stream, const char *word, size_t bytes)
{
    for (size_t at = 0; at < bytes;) {
        uint32_t code;
        size_t length = tdg_utf8_take(word + at, &code);
        if (!length)
            fputs("\xEF\xBF\xBD", stream);
        else if (!tdg_utf8_is_unwanted(code))
            fwrite(word + at, 1, length, stream);
        at += length ? length : 1;
    }
}

/* Words with single blanks between them; a line ends before the word that it has no room for. */
static void put_text(struct line *line, const char *text)
{
    while (*(text += strspn(text, " \t\r\n"))) {
        size_t bytes = word_length(text), width = width_of(text, bytes);
        if (line->column > line->indent && line->column + 1 + width > WIDTH) {
            fprintf(line->stream, "\n%*s", (int)line->indent, "");
            line->column = line->indent;
        } else if (line->column > line->indent) {
            fputc(' ', line->stream);
            line->column++;
        }
        put_word(line->stream, text, bytes);
        line->column += width;
        text += bytes;
    }
}

static struct line begin_item(FILE *stream, const char *mark)
{
    fputs(mark, stream);
    size_t width = width_of(mark, strlen(mark));
    return (struct line){stream, width, width};
}

static void put_heading(FILE *stream, const char *text)
{
    fprintf(stream, "\n%s\n", text);
    for (size_t i = 0; i < width_of(text, strlen(text)); i++)
        fputc('-', stream);
    fputc('\n', stream);
}

static void put_title(struct line *line, const struct tdg_theme_view *theme)
{
    if (!theme->seeded && *theme->name) {
        put_text(line, theme->name);
        put_text(line, "–");
    }
    put_text(line, theme->label);
}

static void put_day(struct line *line, int64_t time)
{
    char text[TDG_TIME_SIZE];
    tdg_time_text(time, text);
    text[strcspn(text, "T")] = '\0';
    put_text(line, *text ? text : "undated");
}

/* The headline, who and when; the address alone on its line, so that mail programs link it. */
static void put_article(FILE *stream, const struct tdg_article_view *article)
{
    struct line line = begin_item(stream, "    ");
    put_text(&line, article->headline);
    put_text(&line, "–");
    if (*article->source)
        put_text(&line, article->source);
    put_day(&line, article->published);
    fputc('\n', stream);
    if (tdg_is_web_address(article->url)) {
        fputs("    ", stream);
        tdg_write_address(stream, article->url, "&");
        fputc('\n', stream);
    }
}

static void put_head(FILE *stream, const struct tdg_analysis *analysis)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(analysis);
    struct line line = {stream, 0, 0};
    char count[TDG_NUMBER_TEXT];
    const char *asked = tdg_analysis_latest(analysis)->asked;
    const struct tdg_within_view *within = tdg_analysis_within(analysis);
    put_text(&line, *asked ? "Report of" : *within->id ? "Themes within" : "Themes of the news:");
    if (*asked || *within->id) {
        put_text(&line, *asked ? asked : within->title);
        put_text(&line, "–");
    }
    put_text(&line, tdg_count_text(corpus->articles, count));
    if (*within->id) {
        put_text(&line, "of");
        put_text(&line, tdg_count_text(within->articles, count));
    }
    put_text(&line, tdg_plural(corpus->articles, "article", "articles"));
    if (corpus->first != TDG_NO_DATE) {
        put_text(&line, "from");
        put_day(&line, corpus->first);
        put_text(&line, "to");
        put_day(&line, corpus->last);
    }
    fputc('\n', stream);
}

static void put_finding(FILE *stream, const struct tdg_analysis *analysis,
                        const struct tdg_finding_view *finding)
{
    struct line line = begin_item(stream, finding->after > finding->before ? "  + " : "  - ");
    put_text(&line, finding->text);
    fputc('\n', stream);
    for (size_t i = 0; !*finding->term && i < finding->evidence_count && i < HEADLINES; i++)
        put_article(stream, tdg_analysis_article(analysis, finding->evidence[i]));
}

static void put_findings(FILE *stream, const struct tdg_analysis *analysis)
{
    static const size_t limits[] = {THEMES, TERMS};
    size_t told[2] = {0, 0}, hidden = 0;
    char count[TDG_NUMBER_TEXT];
    put_heading(stream, "What moved");
    for (size_t i = 0; i < tdg_analysis_finding_count(analysis); i++) {
        const struct tdg_finding_view *finding = tdg_analysis_finding(analysis, i);
        bool term = *finding->term;
        if (told[term]++ < limits[term])
            put_finding(stream, analysis, finding);
        else
            hidden++;
    }
    if (!tdg_analysis_finding_count(analysis))
        fputs("  Nothing moved by more than chance would move it, or there are too few\n"
              "  periods to tell.\n",
              stream);
    if (hidden)
        fprintf(stream, "  and %s more in analysis.json\n", tdg_count_text(hidden, count));
}

/* What is out of the ordinary in the latest period, beyond chance. */
static void put_latest(FILE *stream, const struct tdg_analysis *analysis)
{
    static const size_t limits[] = {THEMES, TERMS};
    const struct tdg_latest_view *latest = tdg_analysis_latest(analysis);
    size_t told[2] = {0, 0};
    for (size_t i = 0; i < latest->movement_count; i++) {
        bool term = *latest->movements[i].term;
        if (told[term]++ < limits[term])
            put_finding(stream, analysis, &latest->movements[i]);
    }
    if (!told[false] && latest->period != TDG_NONE)
        fputs("  No theme was out of the ordinary by more than chance would have it.\n", stream);
    for (size_t i = 0; i < latest->event_count && i < EVENTS; i++) {
        struct line line = begin_item(stream, "  . ");
        put_text(&line, latest->events[i].text);
        fputc('\n', stream);
    }
}

static void put_movements(FILE *stream, const struct tdg_analysis *analysis)
{
    struct tdg_movement movements[MOVEMENTS];
    size_t count = tdg_report_movements(analysis, movements, MOVEMENTS);
    const struct tdg_latest_view *latest = tdg_analysis_latest(analysis);
    const struct tdg_period_view *period = tdg_analysis_period(analysis, latest->last_whole);
    if (!period || (!count && latest->period == TDG_NONE))
        return;
    const char *within = tdg_analysis_within(analysis)->id;
    char heading[128], number[TDG_NUMBER_TEXT], why[200], was[300];
    snprintf(was, sizeof was, "%s, was", *within ? within : "coverage");
    snprintf(heading, sizeof heading, "The last whole period, %s to %s", period->start,
             period->end);
    put_heading(stream, heading);
    if (tdg_report_not_compared(analysis, why, sizeof why)) {
        struct line line = begin_item(stream, "  ");
        put_text(&line, why);
        fputs("\n\n", stream);
    }
    put_latest(stream, analysis);
    if (count && latest->period != TDG_NONE)
        fputc('\n', stream);
    if (count)
        fputs("  The largest changes, whether chance could have made them or not:\n", stream);
    for (size_t i = 0; i < count; i++) {
        const struct tdg_theme_view *theme = movements[i].theme;
        tdg_fixed_text(100 * movements[i].change, 1, number);
        fprintf(stream, "  %s%-5s", movements[i].change > 0 ? "+" : "", number);
        struct line line = {stream, 9, 9};
        fputs(movements[i].change > 0 ? " " : "  ", stream);
        put_title(&line, theme);
        put_text(&line, "–");
        put_text(&line, tdg_percent_text(theme->change.share, number));
        put_text(&line, "of");
        put_text(&line, was);
        put_text(&line, tdg_percent_text(theme->change.baseline, number));
        fputc('\n', stream);
    }
}

static void put_stories(FILE *stream, const struct tdg_analysis *analysis)
{
    struct tdg_told told[STORIES];
    uint32_t index;
    char number[TDG_NUMBER_TEXT], heading[64];
    size_t count = tdg_report_stories(analysis, told, STORIES, &index);
    const struct tdg_period_view *period = tdg_analysis_period(analysis, index);
    if (!count)
        return;
    snprintf(heading, sizeof heading, "Stories%s%s", period ? " of " : "",
             period ? period->id : "");
    put_heading(stream, heading);
    for (size_t i = 0; i < count; i++) {
        const struct tdg_article_view *headline =
            tdg_analysis_article(analysis, told[i].story->headline);
        struct line line = begin_item(stream, "  * ");
        put_text(&line, headline->headline);
        put_text(&line, "–");
        put_text(&line, tdg_count_text(told[i].articles, number));
        if (told[i].articles < told[i].story->articles) {
            put_text(&line, "of");
            put_text(&line, tdg_count_text(told[i].story->articles, number));
        }
        put_text(&line, tdg_plural(told[i].story->articles, "article", "articles"));
        fputc('\n', stream);
        if (tdg_is_web_address(headline->url)) {
            fputs("    ", stream);
            tdg_write_address(stream, headline->url, "&");
            fputc('\n', stream);
        }
    }
}

static void put_parent_row(FILE *stream, const struct tdg_parent_view *parent)
{
    char share[TDG_NUMBER_TEXT];
    fprintf(stream, "%7s  ", tdg_percent_text(parent->share, share));
    struct line line = {stream, 9, 9};
    if (*parent->name) {
        put_text(&line, parent->name);
        put_text(&line, "–");
    }
    put_text(&line, parent->label);
    put_text(&line, "–");
    put_text(&line, "of this:");
    fputc('\n', stream);
}

static void put_theme_row(FILE *stream, const struct tdg_theme_view *theme, size_t step,
                          size_t periods)
{
    char share[TDG_NUMBER_TEXT];
    fprintf(stream, "%*s%7s  ", (int)step, "", tdg_percent_text(theme->share, share));
    size_t columns = periods < SPARKLINE ? periods : SPARKLINE;
    tdg_report_sparkline(stream, theme->series, periods, SPARKLINE);
    if (columns)
        fputs("  ", stream);
    size_t column = step + 9 + columns + (columns ? 2 : 0);
    struct line line = {stream, column, column};
    put_title(&line, theme);
    fputc('\n', stream);
}

static int put_themes(FILE *stream, const struct tdg_analysis *analysis)
{
    struct tdg_table_row *rows = NULL;
    size_t count = tdg_report_rows(&rows, analysis);
    if (!rows)
        return TDG_ENOMEM;
    put_heading(stream, "All themes");
    for (size_t i = 0; i < count; i++)
        if (rows[i].parent)
            put_parent_row(stream, rows[i].parent);
        else
            put_theme_row(stream, rows[i].theme, rows[i].below ? STEP : 0,
                          tdg_analysis_period_count(analysis));
    free(rows);
    return TDG_OK;
}

static void put_plain(FILE *stream, const char *text)
{
    fputs(text, stream);
}

/* Put together first, since its lines are broken. */
static int put_muted(FILE *stream, const struct tdg_analysis *analysis)
{
    char *text = NULL;
    size_t size = 0;
    FILE *words = tdg_analysis_mute_count(analysis) ? open_memstream(&text, &size) : NULL;
    if (!tdg_analysis_mute_count(analysis))
        return TDG_OK;
    if (!words)
        return TDG_ENOMEM;
    fputs("Muted: ", words);
    tdg_write_muted(words, analysis, put_plain);
    bool good = !fclose(words);
    struct line line = {stream, 0, 0};
    if (good) {
        fputc('\n', stream);
        put_text(&line, text);
        fputc('\n', stream);
    }
    free(text);
    return good ? TDG_OK : TDG_ENOMEM;
}

int tdg_write_text(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error)
{
    put_head(stream, analysis);
    if (*tdg_analysis_latest(analysis)->asked) { /* what has just happened comes first */
        put_movements(stream, analysis);
        put_stories(stream, analysis);
        put_findings(stream, analysis);
    } else {
        put_findings(stream, analysis);
        put_movements(stream, analysis);
        put_stories(stream, analysis);
    }
    if (put_themes(stream, analysis))
        return tdg_fail_memory(error);
    if (put_muted(stream, analysis))
        return tdg_fail_memory(error);
    fprintf(stream,
            "\nShares are of originals; q is the share of false alarms among the findings.\n"
            "Made by tidings %s.\n",
            tdg_version());
    return TDG_OK;
}
