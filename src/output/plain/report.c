// SPDX-License-Identifier: GPL-3.0-or-later
/* report.txt: plain text for a mail or a chat, in lines of at most 72 columns: findings first,
 * then the last period, its events and all themes with a sparkline. */
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
#include "output/plain/brief.h"
#include "output/plain/findings.h"
#include "output/plain/lead.h"
#include "output/plain/line.h"
#include "output/plain/names.h"
#include "phrasing/brief.h"
#include "phrasing/event.h"
#include "phrasing/finding.h"
#include "phrasing/in_the_news.h"
#include "phrasing/number.h"
#include "phrasing/period.h"
#include "view/digest.h"

enum { WIDTH = 72, SPARKLINE = 24, STEP = 2 /* of themes below their parent */ };

static void put_head(const struct tdg_plain *plain, const struct tdg_analysis *analysis)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(analysis);
    struct tdg_plain_line line = tdg_line_begin(plain, "");
    char count[TDG_NUMBER_TEXT];
    const struct tdg_within_view *within = tdg_analysis_within(analysis);
    tdg_line_put(&line, *within->id ? "Themes within" : "Themes of the news:");
    if (*within->id) {
        tdg_line_put(&line, within->title);
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

static void put_lead(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    char heading[TDG_LEAD_TEXT];
    for (size_t i = 0; i < digest->lead_count; i++) {
        tdg_lead_heading(heading, digest->lead[i].first, digest->lead[i].last);
        tdg_line_heading(plain, digest->brief.period ? TDG_THE_NEWS : heading);
        tdg_plain_lead(plain, digest, &digest->lead[i]);
    }
}

static void put_findings(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    size_t left_out = digest->themes.left_out + digest->terms.left_out;
    char text[TDG_NUMBER_TEXT];
    tdg_line_heading(plain, "What moved");
    if (digest->none)
        fprintf(plain->stream, "  %s\n", tdg_no_findings_text(digest->none));
    tdg_plain_findings(plain, digest, &digest->themes, "  ", digest->limits->evidence);
    tdg_plain_findings(plain, digest, &digest->terms, "  ", 0);
    if (left_out)
        fprintf(plain->stream, "  and %s more in analysis.json\n", tdg_count_text(left_out, text));
}

/* What is out of the ordinary in the latest period, beyond chance. */
static void put_latest(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    tdg_plain_findings(plain, digest, &digest->latest_themes, "  ",
                       digest->limits->latest_evidence);
    tdg_plain_findings(plain, digest, &digest->latest_terms, "  ", 0);
    if (!digest->latest_themes.count && digest->tested)
        fputs("  " TDG_NO_THEME_CHANGED "\n", plain->stream);
}

static void put_movements(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    const struct tdg_period_view *period = digest->latest;
    if (!period)
        return;
    const char *within = tdg_analysis_within(digest->analysis)->id;
    char heading[128], number[TDG_NUMBER_TEXT], was[300], days[TDG_DAYS_TEXT];
    snprintf(was, sizeof was, "%s, was", *within ? within : "coverage");
    snprintf(heading, sizeof heading, "The last whole period, %s",
             tdg_days_text(days, period->start, period->end));
    tdg_line_heading(plain, heading);
    put_latest(plain, digest);
    if (digest->change_count && digest->tested)
        fputc('\n', plain->stream);
    if (digest->change_count)
        fputs("  Largest changes (significant or not):\n", plain->stream);
    for (size_t i = 0; i < digest->change_count; i++) {
        const struct tdg_theme_view *theme = digest->changes[i].theme;
        char title[TDG_TITLE], mark[TDG_NUMBER_TEXT + 8];
        snprintf(mark, sizeof mark, "  %-6s ", tdg_points_text(digest->changes[i].change, number));
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

static void put_earlier(const struct tdg_plain *plain, const struct tdg_analysis *analysis,
                        const struct tdg_event_view *event)
{
    const struct tdg_event_view *earlier = tdg_analysis_event(analysis, event->follows);
    if (!earlier)
        return;
    struct tdg_plain_line line = tdg_line_begin(plain, "    ");
    tdg_line_put(&line, TDG_GOES_ON_FROM);
    tdg_line_put(&line, tdg_analysis_article(analysis, earlier->headline)->headline);
    tdg_line_end(&line);
}

static void put_names_of(const struct tdg_plain *plain, const char *names)
{
    if (!*names)
        return;
    struct tdg_plain_line line = tdg_line_begin(plain, "    ");
    tdg_line_put(&line, TDG_WHO_AND_WHERE);
    tdg_line_put(&line, names);
    tdg_line_end(&line);
}

static void put_events(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    const struct tdg_period_view *period = digest->story_period;
    char number[TDG_NUMBER_TEXT], heading[TDG_DAYS_TEXT + 24], formats[TDG_FORMATS_TEXT],
        days[TDG_DAYS_TEXT];
    if (!digest->event_count)
        return;
    snprintf(heading, sizeof heading, "Events%s%s", period ? " of " : "",
             period ? tdg_days_text(days, period->start, period->end) : "");
    tdg_line_heading(plain, heading);
    for (size_t i = 0; i < digest->event_count; i++) {
        const struct tdg_told_event *told = &digest->events[i];
        const struct tdg_article_view *headline =
            tdg_analysis_article(digest->analysis, told->event->headline);
        struct tdg_plain_line line = tdg_line_begin(plain, "  * ");
        tdg_line_put(&line, headline->headline);
        tdg_line_put(&line, "–");
        tdg_line_put(&line, tdg_count_text(told->articles, number));
        if (told->articles < told->event->articles) {
            tdg_line_put(&line, "of");
            tdg_line_put(&line, tdg_count_text(told->event->articles, number));
        }
        tdg_line_put(&line, tdg_plural(told->event->articles, "article", "articles"));
        tdg_line_end(&line);
        put_names_of(plain, digest->event_names[i]);
        put_earlier(plain, digest->analysis, told->event);
        tdg_line_address(plain, "    ", headline->url);
    }
    tdg_formats_text(formats, digest->analysis);
    if (!*formats)
        return;
    tdg_line_whole(plain, "  ", formats);
}

static void put_in_the_news(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    char note[TDG_NEWS_NOTE], heading[TDG_DAYS_TEXT + 24], days[TDG_DAYS_TEXT];
    const struct tdg_period_view *period = digest->news_period;
    if (!digest->name_count)
        return;
    snprintf(heading, sizeof heading, TDG_IN_THE_NEWS ", %s",
             tdg_days_text(days, period->start, period->end));
    tdg_line_heading(plain, digest->brief.period ? TDG_WHO : heading);
    tdg_plain_names(plain, digest, "  ");
    fputc('\n', plain->stream);
    tdg_in_the_news_note(tdg_analysis_in_the_news(digest->analysis), note);
    tdg_line_whole(plain, "  ", digest->brief.period ? TDG_NAMED_BEYOND : note);
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

static void put_themes(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    tdg_line_heading(plain, "All themes");
    for (size_t i = 0; i < digest->row_count; i++)
        if (digest->rows[i].parent)
            put_parent_row(plain, digest->rows[i].parent);
        else
            put_theme_row(plain, digest->rows[i].theme, digest->rows[i].below ? STEP : 0,
                          tdg_analysis_period_count(digest->analysis));
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

/* The report of one period is about what is new in it; its themes have their history. */
static void put_brief(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    tdg_plain_brief_head(plain, digest);
    put_lead(plain, digest);
    tdg_plain_brief_themes(plain, digest);
    put_in_the_news(plain, digest);
    tdg_plain_brief_rest(plain, digest);
}

static void put_whole(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    put_head(plain, digest->analysis);
    put_lead(plain, digest);
    put_findings(plain, digest);
    put_movements(plain, digest);
    put_events(plain, digest);
    put_in_the_news(plain, digest);
    put_themes(plain, digest);
}

static int put_report(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    (digest->brief.period ? put_brief : put_whole)(plain, digest);
    int status = put_muted(plain, digest->analysis);
    if (!digest->brief.period)
        fputs("\nShares are of originals; q is the share of false alarms among the findings.",
              plain->stream);
    fprintf(plain->stream, "\nMade by tidings %s.\n", tdg_version());
    return status;
}

int tdg_write_text(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error)
{
    const struct tdg_plain plain = {.stream = stream, .width = WIDTH};
    struct tdg_digest digest;
    int status = tdg_digest_new(&digest, analysis, TDG_DIGEST_MAIL);
    if (!status)
        status = put_report(&plain, &digest);
    tdg_digest_done(&digest);
    return status ? tdg_fail_memory(error) : TDG_OK;
}
