// SPDX-License-Identifier: GPL-3.0-or-later
/* Lists of stop words from packages, as the build made them by stopwords/build.mjs. */
#ifndef TDG_CLEAN_STOPWORD_TABLE_H
#define TDG_CLEAN_STOPWORD_TABLE_H

#include <stddef.h>

struct tdg_stop_list {
    const char *language;
    const char *words;
};

struct tdg_stop_table {
    const char *name;     /* of the packages they come from; NULL where this build has none */
    const char *licences; /* of these packages, plain text */
    const struct tdg_stop_list *lists; /* [count] of languages that have no list of ours, by code */
    size_t count;
};

extern const struct tdg_stop_table tdg_stop_table;

#endif
