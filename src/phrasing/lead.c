// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/lead.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <tidings/plain.h>
#include <tidings/types.h>

#include "base/plural.h"
#include "phrasing/period.h"
#include "phrasing/sources.h"

enum { WORDS = 10, MOST_SILENT = 3 };

/* Factors between these are as many as usual, and half as many again. */
static const double less = 0.75, more = 1.25, doubled = 1.75;

static const char *const times[WORDS + 1] = {
    "",           "",          "twice",       "three times", "four times",
    "five times", "six times", "seven times", "eight times", "nine times",
    "ten times"};

static void put_amount(char *text, size_t size, const struct tdg_lead_facts *facts)
{
    double factor = facts->usual > 0 ? (double)facts->articles / facts->usual : (double)INFINITY;
    char before[TDG_NUMBER_TEXT], periods[TDG_NUMBER_TEXT];
    if (!facts->periods)
        *text = '\0';
    else if (!facts->before)
        snprintf(text, size, ", new this %s", facts->unit);
    else if (factor < less)
        snprintf(text, size, ", fewer than usual");
    else if (factor < more)
        snprintf(text, size, ", as many as usual");
    else if (factor < doubled)
        snprintf(text, size, ", half as many again as usual");
    else if (factor < WORDS + 0.5)
        snprintf(text, size, ", %s the usual", times[llround(factor)]);
    else
        snprintf(text, size, ", after %s in the %s %ss before",
                 tdg_count_text(facts->before, before), tdg_count_text(facts->periods, periods),
                 facts->unit);
}

static void put_time(char *text, size_t size, const struct tdg_lead_facts *facts)
{
    char periods[TDG_NUMBER_TEXT];
    if (facts->periods < 2)
        snprintf(text, size, " in one %s, %s", facts->unit, facts->most_days);
    else
        snprintf(text, size, " in %s %ss, most in %s", tdg_count_text(facts->periods, periods),
                 facts->unit, facts->most_days);
}

static void put_sources(char *text, size_t size, const struct tdg_lead_facts *facts)
{
    char some[TDG_NUMBER_TEXT], all[TDG_NUMBER_TEXT];
    tdg_count_text(facts->all_sources, all);
    if (facts->all_sources < 2 || !facts->sources)
        *text = '\0';
    else if (facts->sources == facts->all_sources)
        snprintf(text, size, facts->all_sources == 2 ? "; both sources" : "; all %s sources", all);
    else
        snprintf(text, size, "; %s of %s sources", tdg_count_text(facts->sources, some), all);
}

void tdg_lead_sentence(char text[TDG_LEAD_TEXT], const struct tdg_lead_facts *facts)
{
    char amount[TDG_NUMBER_TEXT * 2 + 60], sources[TDG_NUMBER_TEXT * 2 + 16],
        count[TDG_NUMBER_TEXT];
    (facts->most_days ? put_time : put_amount)(amount, sizeof amount, facts);
    put_sources(sources, sizeof sources, facts);
    snprintf(text, TDG_LEAD_TEXT, "%s %s%s%s.", tdg_count_text(facts->articles, count),
             tdg_plural(facts->articles, "article", "articles"), amount, sources);
}

void tdg_lead_heading(char text[TDG_LEAD_TEXT], const char *first, const char *last)
{
    char days[TDG_DAYS_TEXT];
    snprintf(text, TDG_LEAD_TEXT, "The news of %s", tdg_days_text(days, first, last));
}

void tdg_lead_note(char text[TDG_LEAD_NOTE], const struct tdg_lead_view *item, const char *start)
{
    char day[TDG_DAYS_TEXT], since[TDG_DAYS_TEXT + 16] = "";
    if (!*start || strcmp(item->since, start) < 0)
        snprintf(since, sizeof since, " Since %s.", tdg_days_text(day, item->since, item->since));
    snprintf(text, TDG_LEAD_NOTE, "%s%s (%s)", item->sentence, since,
             tdg_certainty_name(item->certainty));
}

void tdg_silent_text(char text[TDG_SILENT_TEXT], const struct tdg_analysis *analysis)
{
    char names[TDG_SOURCES_TEXT];
    size_t silent =
        tdg_sources_text(names, tdg_analysis_latest(analysis), TDG_SOURCE_SILENT, MOST_SILENT);
    *text = '\0';
    if (silent)
        snprintf(text, TDG_SILENT_TEXT,
                 "Nothing came from %s: what is missing may be the %s, not the news.", names,
                 tdg_plural(silent, "source", "sources"));
}
