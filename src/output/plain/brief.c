// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/plain/brief.h"

#include <math.h>
#include <stdio.h>

#include <tidings/types.h>

#include "base/plural.h"
#include "output/plain/findings.h"
#include "output/plain/line.h"
#include "phrasing/brief.h"
#include "phrasing/finding.h"
#include "phrasing/period.h"
#include "phrasing/sources.h"
#include "view/requested_period.h"

enum { COUNT = 5, BAR = 12, EIGHTHS = 8 };

void tdg_plain_brief_head(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    const struct tdg_brief *brief = &digest->brief;
    char text[TDG_BRIEF_TEXT], days[TDG_DAYS_TEXT];
    tdg_line_whole(plain, "", tdg_days_text(days, brief->period->start, brief->period->end));
    tdg_line_whole(plain, "",
                   tdg_brief_facts(text, brief->period, brief->sources,
                                   tdg_analysis_corpus(digest->analysis)));
    if (tdg_report_not_compared(digest->analysis, text, sizeof text))
        tdg_line_whole(plain, "", text);
}

static void put_events(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    const struct tdg_brief *brief = &digest->brief;
    if (brief->event_count)
        tdg_line_heading(plain, TDG_ALSO);
    for (size_t i = 0; i < brief->event_count; i++) {
        const struct tdg_event_view *event = brief->events[i]->event;
        const struct tdg_article_view *headline =
            tdg_analysis_article(digest->analysis, event->headline);
        struct tdg_plain_line line = tdg_line_begin(plain, "  * ");
        char count[TDG_NUMBER_TEXT];
        tdg_line_put(&line, headline->headline);
        tdg_line_put(&line, "–");
        tdg_line_put(&line, tdg_count_text(brief->events[i]->articles, count));
        tdg_line_put(&line, tdg_plural(brief->events[i]->articles, "article", "articles"));
        tdg_line_end(&line);
        tdg_line_address(plain, "    ", headline->url);
    }
}

/* A bar of so many columns, the last one filled as far as eighths can. */
static void put_bar(FILE *stream, double part)
{
    static const char *const eighths[EIGHTHS] = {" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    int filled = (int)lround(part * BAR * EIGHTHS);
    for (int i = 0; i < BAR; i++, filled -= EIGHTHS)
        fputs(filled >= EIGHTHS ? "█" : filled > 0 ? eighths[filled] : " ", stream);
}

static void put_theme(const struct tdg_plain *plain, const struct tdg_brief_theme *row, size_t most)
{
    static const char *const marks[] = {"▼", " ", "▲"};
    char count[TDG_NUMBER_TEXT], title[TDG_TITLE], usual[TDG_BRIEF_TEXT], text[TDG_BRIEF_TEXT + 4];
    fprintf(plain->stream, "%*s ", COUNT, tdg_count_text(row->originals, count));
    put_bar(plain->stream, most ? (double)row->originals / (double)most : 0);
    fprintf(plain->stream, " %s ", marks[row->beyond + 1]);
    size_t column = COUNT + BAR + 4;
    struct tdg_plain_line line = {plain, column, column};
    tdg_line_put(&line, tdg_theme_title(row->theme, title));
    snprintf(text, sizeof text, "(%s)", tdg_usual_text(usual, row->usual));
    if (*usual)
        tdg_line_put(&line, text);
    tdg_line_end(&line);
}

static void put_themes(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    const struct tdg_brief *brief = &digest->brief;
    size_t shown = tdg_at_most(brief->theme_count, digest->limits->brief_themes), most = 0,
           left = 0;
    char number[TDG_NUMBER_TEXT], articles[TDG_NUMBER_TEXT];
    bool marked = false;
    if (!brief->theme_count)
        return;
    tdg_line_heading(plain, TDG_THEMES_THEN);
    for (size_t i = 0; i < brief->theme_count; i++) {
        most = brief->themes[i].originals > most ? brief->themes[i].originals : most;
        left += i < shown ? 0 : brief->themes[i].originals;
        marked = marked || brief->themes[i].beyond;
    }
    for (size_t i = 0; i < shown; i++)
        put_theme(plain, &brief->themes[i], most);
    if (shown < brief->theme_count)
        fprintf(plain->stream, "%*s and %s more with %s %s\n", COUNT, "",
                tdg_count_text(brief->theme_count - shown, number), tdg_count_text(left, articles),
                tdg_plural(left, "article", "articles"));
    fputc('\n', plain->stream);
    if (marked)
        tdg_line_whole(plain, "  ", TDG_BEYOND_CHANCE);
    else
        tdg_line_whole(plain, "  ", digest->tested ? TDG_NO_THEME_CHANGED : TDG_NOT_TESTED);
}

void tdg_plain_brief_themes(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    put_events(plain, digest);
    put_themes(plain, digest);
}

static void put_movements(const struct tdg_plain *plain, const struct tdg_digest *digest,
                          const char *heading, const struct tdg_finding_view *const *movements,
                          size_t count)
{
    char name[TDG_BRIEF_TEXT], text[TDG_BRIEF_TEXT];
    if (count)
        tdg_line_heading(plain, heading);
    for (size_t i = 0; i < tdg_at_most(count, digest->limits->quiet); i++) {
        struct tdg_plain_line line = tdg_line_begin(plain, "  * ");
        tdg_line_put(&line, tdg_movement_name(name, digest->analysis, movements[i]));
        tdg_line_put(&line, "–");
        tdg_line_put(&line, tdg_movement_text(text, movements[i]));
        tdg_line_end(&line);
    }
}

static void put_source_line(const struct tdg_plain *plain, const char *before, const char *text,
                            bool *begun)
{
    if (!*text)
        return;
    if (!*begun)
        tdg_line_heading(plain, TDG_SOURCES);
    *begun = true;
    struct tdg_plain_line line = tdg_line_begin(plain, "  ");
    tdg_line_put(&line, before);
    tdg_line_put(&line, text);
    tdg_line_end(&line);
}

static void put_sources(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(digest->analysis);
    const struct tdg_brief *brief = &digest->brief;
    char text[TDG_BRIEF_TEXT] = "", names[TDG_SOURCES_TEXT];
    bool begun = false;
    if (brief->first)
        tdg_first_text(text, brief->first_source, brief->first, brief->told);
    put_source_line(plain, TDG_FIRST_WITH, text, &begun);
    for (size_t i = 0; i < TDG_SOURCE_WORDS && brief->sources; i++) {
        tdg_sources_text(names, latest, tdg_source_words[i].state, TDG_MOST_SOURCES);
        put_source_line(plain, tdg_source_words[i].words, names, &begun);
    }
}

/* What the tests say, for those who want to know. */
static void put_figures(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(digest->analysis);
    char text[TDG_BRIEF_TEXT];
    if (*tdg_unseen_text(text, digest->analysis, digest->brief.period)) {
        tdg_line_heading(plain, TDG_UNSEEN);
        tdg_line_whole(plain, "  ", text);
    }
    if (digest->lineage_count)
        tdg_line_heading(plain, TDG_ARCHIVE);
    for (size_t i = 0; i < digest->lineage_count; i++)
        tdg_line_whole(plain, "  . ", latest->lineage[i].text);
    if (!digest->latest_themes.count && !digest->latest_terms.count)
        return;
    tdg_line_heading(plain, TDG_FIGURES);
    tdg_plain_findings(plain, digest, &digest->latest_themes, "  ", 0);
    tdg_plain_findings(plain, digest, &digest->latest_terms, "  ", 0);
    fputc('\n', plain->stream);
    tdg_line_whole(plain, "  ", TDG_Q_TEXT);
}

void tdg_plain_brief_rest(const struct tdg_plain *plain, const struct tdg_digest *digest)
{
    const struct tdg_brief *brief = &digest->brief;
    put_movements(plain, digest, TDG_QUIETER, brief->quiet, brief->quiet_count);
    put_movements(plain, digest, TDG_BACK, brief->back, brief->back_count);
    put_sources(plain, digest);
    put_figures(plain, digest);
}
