// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/brief.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/plural.h"
#include "base/utf8.h"
#include "phrasing/number.h"
#include "phrasing/period.h"
#include "phrasing/title.h"

enum { MOST_NAME = 60, EXAMPLES = 3, MOST_EXAMPLES = 200 };

static const char *day_of(char day[TDG_TIME_SIZE], int64_t time)
{
    tdg_time_text(time, day);
    day[strcspn(day, "T")] = '\0';
    return day;
}

const char *tdg_brief_facts(char text[TDG_BRIEF_TEXT], const struct tdg_period_view *period,
                            size_t sources, const struct tdg_corpus_view *corpus)
{
    char count[TDG_NUMBER_TEXT], of[TDG_NUMBER_TEXT + 24] = "", first[TDG_TIME_SIZE],
                                                      last[TDG_TIME_SIZE], days[TDG_DAYS_TEXT],
                                                      all[TDG_NUMBER_TEXT];
    if (sources)
        snprintf(of, sizeof of, " of %s %s", tdg_count_text(sources, count),
                 tdg_plural(sources, "source", "sources"));
    int length = snprintf(text, TDG_BRIEF_TEXT, "%s %s%s", tdg_count_text(period->articles, count),
                          tdg_plural(period->articles, "article", "articles"), of);
    if (corpus->articles > period->articles && corpus->first != TDG_NO_DATE)
        snprintf(text + length, TDG_BRIEF_TEXT - (size_t)length, "; the archive has %s, of %s",
                 tdg_count_text(corpus->articles, all),
                 tdg_days_text(days, day_of(first, corpus->first), day_of(last, corpus->last)));
    return text;
}

const char *tdg_usual_text(char text[TDG_BRIEF_TEXT], double usual)
{
    char number[TDG_NUMBER_TEXT];
    if (isnan(usual))
        *text = '\0';
    else if (usual < 0.05)
        snprintf(text, TDG_BRIEF_TEXT, "usually none");
    else
        snprintf(text, TDG_BRIEF_TEXT, "usually %s", tdg_fixed_text(usual, usual < 0.95, number));
    return text;
}

const char *tdg_movement_text(char text[TDG_BRIEF_TEXT], const struct tdg_finding_view *movement)
{
    char count[TDG_NUMBER_TEXT], usual[TDG_BRIEF_TEXT];
    snprintf(text, TDG_BRIEF_TEXT, "%s %s, %.60s",
             movement->observed ? tdg_count_text(movement->observed, count) : "no",
             tdg_plural(movement->observed, "article", "articles"),
             tdg_usual_text(usual, movement->expected));
    return text;
}

const char *tdg_movement_name(char text[TDG_BRIEF_TEXT], const struct tdg_analysis *analysis,
                              const struct tdg_finding_view *movement)
{
    char title[TDG_TITLE];
    const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, movement->theme);
    const struct tdg_parent_view *parent = tdg_analysis_parent(analysis, movement->parent);
    const char *name = *movement->term ? movement->term
                       : theme         ? tdg_theme_title(theme, title)
                       : parent        ? tdg_parent_title(parent, title)
                                       : "";
    snprintf(text, TDG_BRIEF_TEXT, *movement->term ? "“%.*s”" : "%.*s",
             (int)tdg_utf8_cut(name, strlen(name), MOST_EXAMPLES), name);
    return text;
}

/* Themes that can be tested, by what is usual of them. */
struct example {
    double usual;
    size_t least;
};

static int by_usual(const void *left, const void *right)
{
    const struct example *a = left, *b = right;
    if (a->usual != b->usual)
        return a->usual < b->usual ? -1 : 1;
    return (a->least > b->least) - (a->least < b->least);
}

const char *tdg_unseen_text(char text[TDG_BRIEF_TEXT], const struct tdg_analysis *analysis,
                            const struct tdg_period_view *period)
{
    struct example all[MOST_EXAMPLES];
    size_t count = 0, length = 0, told = 0;
    *text = '\0';
    for (size_t i = 0; i < tdg_analysis_theme_count(analysis) && count < MOST_EXAMPLES; i++) {
        const struct tdg_change_view *change = &tdg_analysis_theme(analysis, i)->change;
        if (change->least && tdg_analysis_period(analysis, change->period) == period)
            all[count++] =
                (struct example){change->baseline * (double)period->originals, change->least};
    }
    if (!count)
        return text;
    qsort(all, count, sizeof *all, by_usual);
    for (size_t i = 0; i < EXAMPLES && i < count; i++) {
        const struct example *one = &all[count > EXAMPLES ? i * (count - 1) / (EXAMPLES - 1) : i];
        char usual[TDG_NUMBER_TEXT], least[TDG_NUMBER_TEXT];
        tdg_count_text(one->least, least);
        length += (size_t)snprintf(text + length, TDG_BRIEF_TEXT - length,
                                   told++ ? "; one with %s needs %s"
                                          : "A theme that usually has %s articles needs %s before "
                                            "a rise can be told from chance",
                                   tdg_fixed_text(one->usual, one->usual < 0.95, usual), least);
    }
    snprintf(text + length, TDG_BRIEF_TEXT - length, ".");
    return text;
}

const char *tdg_first_text(char text[TDG_BRIEF_TEXT], const char *source, size_t first, size_t told)
{
    char count[TDG_NUMBER_TEXT], all[TDG_NUMBER_TEXT];
    snprintf(text, TDG_BRIEF_TEXT, "%.*s, with %s of the %s that several sources tell",
             (int)tdg_utf8_cut(source, strlen(source), MOST_NAME), source,
             tdg_count_text(first, count), tdg_count_text(told, all));
    return text;
}

const struct tdg_source_words tdg_source_words[TDG_SOURCE_WORDS] = {
    {TDG_SOURCE_NEW, "New:"},
    {TDG_SOURCE_FEW, "Unusually few articles from"},
    {TDG_SOURCE_SILENT, "Silent:"},
};
