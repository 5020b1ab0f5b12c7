// SPDX-License-Identifier: GPL-3.0-or-later
/** Words about who is in the news. */
#ifndef TDG_PHRASING_IN_THE_NEWS_H
#define TDG_PHRASING_IN_THE_NEWS_H

#include <tidings/analysis.h>
#include <tidings/plain.h>

enum { TDG_NAMED_COUNT = 2 * TDG_NUMBER_TEXT + 16, TDG_NEWS_NOTE = 400 };

#define TDG_NAMED_BEYOND "New, more and less are beyond chance; of the others nothing is claimed."
#define TDG_IN_THE_NEWS "In the news"

/** Before the names in that state: "More than before". */
const char *tdg_in_the_news_title(enum tdg_in_the_news state);

/** "10, usually 0.7" of a name in more or fewer articles than before, "10" of another. Returns
 * `text`. */
const char *tdg_named_count_text(const struct tdg_news_name_view *name, char text[TDG_NAMED_COUNT]);

/** What the states mean, as sentences. Returns `text`. */
const char *tdg_in_the_news_note(const struct tdg_news_view *news, char text[TDG_NEWS_NOTE]);

#endif
