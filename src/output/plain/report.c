// SPDX-License-Identifier: GPL-3.0-or-later
/* report.txt: plain text for a mail or a chat, in lines of at most 72 columns: findings first,
 * then the last period, its stories and all themes with a sparkline. */
#include "output/plain/report.h"

#include <stdbool.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/plain.h>
#include <tidings/report.h>
#include <tidings/types.h>
#include <tidings/version.h>

#include "base/error.h"
#include "base/plural.h"
#include "output/muted.h"
#include "output/plain/findings.h"
#include "output/plain/line.h"
#include "phrasing/finding.h"
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

static void put_heading(const struct tdg_plain *plain, const char *text)
{
    fprintf(plain->stream, "\n%s\n", text);
    for (size_t i = 0; i < tdg_text_width(text); i++)
        fputc('-', plain->stream);
    fputc('\n', plain->stream);
}

static void put_head(const struct tdg_plain *plain, const struct tdg_analysis *analysis)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(analysis);
    struct tdg_plain_line line = tdg_line_begin(plain, "");
    char count[TDG_NUMBER_TEXT];
    const char *asked = tdg_analysis_latest(analysis)->asked;
    const struct tdg_within_view *within = tdg_analysis_within(analysis);
    tdg_line_put(&line, *asked        ? "Report of"
                        : *within->id ? "Themes within"
                                      : "Themes of the news:");
    if (*asked || *within->id) {
        tdg_line_put(&line, *asked ? asked : within->title);
        tdg_line_put(&line, "–");
    }
    tdg_line_put(&line, tdg_count_text(corpus->articles, count));
    if (*within->id) {
        tdg_line_put(&line, "of");
        tdg_line_put(&line, tdg_count_text(within->articles, count));
    }
    tdg_line_put(&line, tdg_plural(corpus->articles, "article", "articles"));
    if (corpus->first != TDG_NO_DATE) {
        tdg_line_put(&line, "from");
        tdg_line_put_day(&line, corpus->first);
        tdg_line_put(&line, "to");
        tdg_line_put_day(&line, corpus->last);
    }
    tdg_line_end(&line);
}

static const struct tdg_plain_finding_list list = {"  ", {THEMES, TERMS}, HEADLINES};

static void put_findings(const struct tdg_plain *plain, const struct tdg_analysis *analysis)
{
    size_t count = tdg_analysis_finding_count(analysis), shown[2];
    char text[TDG_NUMBER_TEXT];
    put_heading(plain, "What moved");
    tdg_plain_findings(plain, analysis, tdg_analysis_finding(analysis, 0), count, &list, shown);
    size_t hidden = count - shown[0] - shown[1];
    if (!count)
        fputs("  No significant changes, or too few periods to test.\n", plain->stream);
    if (hidden)
        fprintf(plain->stream, "  and %s more in analysis.json\n", tdg_count_text(hidden, text));
}

/* What is out of the ordinary in the latest period, beyond chance. */
static void put_latest(const struct tdg_plain *plain, const struct tdg_analysis *analysis)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(analysis);
    size_t shown[2];
    tdg_plain_findings(plain, analysis, latest->movements, latest->movement_count, &list, shown);
    if (!shown[false] && latest->period != TDG_NONE)
        fputs("  " TDG_NO_THEME_CHANGED "\n", plain->stream);
    for (size_t i = 0; i < latest->event_count && i < EVENTS; i++) {
        struct tdg_plain_line line = tdg_line_begin(plain, "  . ");
        tdg_line_put(&line, latest->events[i].text);
        tdg_line_end(&line);
    }
}

static void put_movements(const struct tdg_plain *plain, const struct tdg_analysis *analysis)
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
    put_heading(plain, heading);
    if (tdg_report_not_compared(analysis, why, sizeof why)) {
        struct tdg_plain_line line = tdg_line_begin(plain, "  ");
        tdg_line_put(&line, why);
        fputs("\n\n", plain->stream);
    }
    put_latest(plain, analysis);
    if (count && latest->period != TDG_NONE)
        fputc('\n', plain->stream);
    if (count)
        fputs("  Largest changes (significant or not):\n", plain->stream);
    for (size_t i = 0; i < count; i++) {
        const struct tdg_theme_view *theme = movements[i].theme;
        char title[TDG_TITLE], mark[TDG_NUMBER_TEXT + 8];
        snprintf(mark, sizeof mark, "  %-6s ", tdg_points_text(movements[i].change, number));
        struct tdg_plain_line line = tdg_line_begin(plain, mark);
        tdg_line_put(&line, tdg_theme_title(theme, title));
        tdg_line_put(&line, "–");
        tdg_line_put(&line, tdg_percent_text(theme->change.share, number));
        tdg_line_put(&line, "of");
        tdg_line_put(&line, was);
        tdg_line_put(&line, tdg_percent_text(theme->change.baseline, number));
        tdg_line_end(&line);
    }
}

static void put_stories(const struct tdg_plain *plain, const struct tdg_analysis *analysis)
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
    put_heading(plain, heading);
    for (size_t i = 0; i < count; i++) {
        const struct tdg_article_view *headline =
            tdg_analysis_article(analysis, told[i].story->headline);
        struct tdg_plain_line line = tdg_line_begin(plain, "  * ");
        tdg_line_put(&line, headline->headline);
        tdg_line_put(&line, "–");
        tdg_line_put(&line, tdg_count_text(told[i].articles, number));
        if (told[i].articles < told[i].story->articles) {
            tdg_line_put(&line, "of");
            tdg_line_put(&line, tdg_count_text(told[i].story->articles, number));
        }
        tdg_line_put(&line, tdg_plural(told[i].story->articles, "article", "articles"));
        tdg_line_end(&line);
        tdg_line_address(plain, "    ", headline->url);
    }
}

static void put_parent_row(const struct tdg_plain *plain, const struct tdg_parent_view *parent)
{
    char share[TDG_NUMBER_TEXT], mark[TDG_NUMBER_TEXT + 8], title[TDG_TITLE];
    snprintf(mark, sizeof mark, "%7s  ", tdg_percent_text(parent->share, share));
    struct tdg_plain_line line = tdg_line_begin(plain, mark);
    tdg_line_put(&line, tdg_parent_title(parent, title));
    tdg_line_put(&line, "–");
    tdg_line_put(&line, "of this:");
    tdg_line_end(&line);
}

static void put_theme_row(const struct tdg_plain *plain, const struct tdg_theme_view *theme,
                          size_t step, size_t periods)
{
    char share[TDG_NUMBER_TEXT], title[TDG_TITLE];
    fprintf(plain->stream, "%*s%7s  ", (int)step, "", tdg_percent_text(theme->share, share));
    size_t columns = periods < SPARKLINE ? periods : SPARKLINE;
    tdg_report_sparkline(plain->stream, theme->series, periods, SPARKLINE);
    if (columns)
        fputs("  ", plain->stream);
    size_t column = step + 9 + columns + (columns ? 2 : 0);
    struct tdg_plain_line line = {plain, column, column};
    tdg_line_put(&line, tdg_theme_title(theme, title));
    tdg_line_end(&line);
}

static int put_themes(const struct tdg_plain *plain, const struct tdg_analysis *analysis)
{
    struct tdg_table_row *rows = NULL;
    size_t count = tdg_report_rows(&rows, analysis);
    if (!rows)
        return TDG_ENOMEM;
    put_heading(plain, "All themes");
    for (size_t i = 0; i < count; i++)
        if (rows[i].parent)
            put_parent_row(plain, rows[i].parent);
        else
            put_theme_row(plain, rows[i].theme, rows[i].below ? STEP : 0,
                          tdg_analysis_period_count(analysis));
    free(rows);
    return TDG_OK;
}

static void put_plain(FILE *stream, const char *text)
{
    fputs(text, stream);
}

/* Put together first, since its lines are broken. */
static int put_muted(const struct tdg_plain *plain, const struct tdg_analysis *analysis)
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
    struct tdg_plain_line line = tdg_line_begin(plain, "");
    if (good) {
        fputc('\n', plain->stream);
        tdg_line_put(&line, text);
        tdg_line_end(&line);
    }
    free(text);
    return good ? TDG_OK : TDG_ENOMEM;
}

int tdg_write_text(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error)
{
    const struct tdg_plain to = {.stream = stream, .width = WIDTH}, *plain = &to;
    put_head(plain, analysis);
    if (*tdg_analysis_latest(analysis)->asked) { /* what has just happened comes first */
        put_movements(plain, analysis);
        put_stories(plain, analysis);
        put_findings(plain, analysis);
    } else {
        put_findings(plain, analysis);
        put_movements(plain, analysis);
        put_stories(plain, analysis);
    }
    if (put_themes(plain, analysis) || put_muted(plain, analysis))
        return tdg_fail_memory(error);
    fprintf(stream,
            "\nShares are of originals; q is the share of false alarms among the findings.\n"
            "Made by tidings %s.\n",
            tdg_version());
    return TDG_OK;
}
