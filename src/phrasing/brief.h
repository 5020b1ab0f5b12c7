// SPDX-License-Identifier: GPL-3.0-or-later
/** What the report of a period says after its news, in words for readers without statistics. */
#ifndef TDG_PHRASING_BRIEF_H
#define TDG_PHRASING_BRIEF_H

#include <stddef.h>

#include <tidings/analysis.h>

enum { TDG_BRIEF_TEXT = 400 };

/* Headings. */
#define TDG_THE_NEWS "The news"
#define TDG_WHO "Who is in the news"
#define TDG_ALSO "Also in the news"
#define TDG_THEMES_THEN "Themes, by articles"
#define TDG_QUIETER "Quieter than usual"
#define TDG_BACK "Back again"
#define TDG_SOURCES "Sources"
#define TDG_UNSEEN "What could not have been seen"
#define TDG_ARCHIVE "What changed in the archive"
#define TDG_FIGURES "What the tests say"

#define TDG_FIRST_WITH "First with the news:"
#define TDG_Q_TEXT "q: the share of false alarms among the findings up to this one."
#define TDG_BEYOND_CHANCE "▲ and ▼: more and less than chance would make of the weeks before."

/** "158 articles of 2 sources; the archive has 2,998 from 1 January to 26 May 2019." sources: 0
 * where they are not known. */
const char *tdg_brief_facts(char text[TDG_BRIEF_TEXT], const struct tdg_period_view *period,
                            size_t sources, const struct tdg_corpus_view *corpus);

/** "usually 3"; "" where `usual` is not a number. */
const char *tdg_usual_text(char text[TDG_BRIEF_TEXT], double usual);

/** "17 articles, usually 37". */
const char *tdg_movement_text(char text[TDG_BRIEF_TEXT], const struct tdg_finding_view *movement);

/** What it is about: the title of a theme or parent, or “term”. */
const char *tdg_movement_name(char text[TDG_BRIEF_TEXT], const struct tdg_analysis *analysis,
                              const struct tdg_finding_view *movement);

/** What a theme must have before a rise can be told from chance: for a small, a middle and a large
 * one of those compared. "" where nothing can be compared. */
const char *tdg_unseen_text(char text[TDG_BRIEF_TEXT], const struct tdg_analysis *analysis,
                            const struct tdg_period_view *period);

/** "First with the news: Guardian, with 4 of 6 items that several sources have." */
const char *tdg_first_text(char text[TDG_BRIEF_TEXT], const char *source, size_t first,
                           size_t told);

/** What is told of sources, in this order. */
enum { TDG_SOURCE_WORDS = 3 };
extern const struct tdg_source_words {
    enum tdg_source_state state;
    const char *words; /* "New:" */
} tdg_source_words[TDG_SOURCE_WORDS];

#endif
