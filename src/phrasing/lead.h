// SPDX-License-Identifier: GPL-3.0-or-later
/** What is said of an item of the lead, in plain words. */
#ifndef TDG_PHRASING_LEAD_H
#define TDG_PHRASING_LEAD_H

#include <stddef.h>

#include <tidings/analysis.h>

enum { TDG_LEAD_TEXT = 200, TDG_LEAD_NOTE = TDG_LEAD_TEXT + 120, TDG_SILENT_TEXT = 500 };

/** How much there is of an item. */
struct tdg_lead_facts {
    size_t articles;       /* originals */
    size_t before;         /* originals in the periods before */
    size_t periods;        /* how many periods before; of all time, in which it has articles */
    double usual;          /* originals that would be usual */
    size_t sources;        /* of its articles */
    size_t all_sources;    /* of all articles of the same time */
    const char *unit;      /* "week" */
    const char *most_days; /* of all time: days of the period with most of it; NULL: one period */
};

/** "16 articles, five times the usual; both sources." */
void tdg_lead_sentence(char text[TDG_LEAD_TEXT], const struct tdg_lead_facts *facts);

/** "The news of 16–22 March 2020" of a period, or of the days from first to last. */
void tdg_lead_heading(char text[TDG_LEAD_TEXT], const char *first, const char *last);

/** The sentence of an item, since when there has been news of it, where that is before `start`
 * ("" for any day), and how sure it is: "16 articles, new this week. Since 3 March 2020. (likely)"
 */
void tdg_lead_note(char text[TDG_LEAD_NOTE], const struct tdg_lead_view *item, const char *start);

/** Which sources fell silent in the latest period, as a sentence; "" where none did. */
void tdg_silent_text(char text[TDG_SILENT_TEXT], const struct tdg_analysis *analysis);

#endif
