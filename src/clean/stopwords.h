// SPDX-License-Identifier: GPL-3.0-or-later
/** Stop words. */
#ifndef TDG_CLEAN_STOPWORDS_H
#define TDG_CLEAN_STOPWORDS_H

#include "clean/stopword_table.h"

/* The lists of our own come first. */
enum { TDG_OWN_STOP_LISTS = 13 };

/** The stop words of a language (ISO 639-1): function words, case-folded, separated by single
 * blanks; NULL where tidings has no list. Static storage. They live here because they also tell
 * which language a text is in. */
const char *tdg_stop_words(const char *language);
/* The lists by index; NULL beyond the last. */
const struct tdg_stop_list *tdg_stop_list(size_t index);

/* The packages that the other lists come from, and their licences; NULL for none. */
const char *tdg_stop_table_name(void);
const char *tdg_stop_table_licences(void);

#endif
