// SPDX-License-Identifier: GPL-3.0-or-later
/* Stop words: one file a language, compiled for tidings, and those of other languages from packages
 * (stopword_table.h). Besides articles, pronouns, prepositions,
 * auxiliaries and the like they hold what every news text has and no theme is about: "said", "Mr",
 * small numerals, days of the week and months (but not "march", which people do in the street). */
#include "clean/stopwords.h"

#include <assert.h>
#include <string.h>

/* In alphabetical order of the codes, so that the index of a language never depends on its rank. */
static const struct tdg_stop_list lists[] = {
    {
        "da",
#include "clean/stopwords/da.inc"
    },
    {
        "de",
#include "clean/stopwords/de.inc"
    },
    {
        "en",
#include "clean/stopwords/en.inc"
    },
    {
        "es",
#include "clean/stopwords/es.inc"
    },
    {
        "fi",
#include "clean/stopwords/fi.inc"
    },
    {
        "fr",
#include "clean/stopwords/fr.inc"
    },
    {
        "it",
#include "clean/stopwords/it.inc"
    },
    {
        "nl",
#include "clean/stopwords/nl.inc"
    },
    {
        "no",
#include "clean/stopwords/no.inc"
    },
    {
        "pl",
#include "clean/stopwords/pl.inc"
    },
    {
        "pt",
#include "clean/stopwords/pt.inc"
    },
    {
        "ru",
#include "clean/stopwords/ru.inc"
    },
    {
        "sv",
#include "clean/stopwords/sv.inc"
    },
};

static_assert(sizeof lists / sizeof *lists == TDG_OWN_STOP_LISTS, "the lists of our own");

const struct tdg_stop_list *tdg_stop_list(size_t index)
{
    if (index < TDG_OWN_STOP_LISTS)
        return &lists[index];
    index -= TDG_OWN_STOP_LISTS;
    return index < tdg_stop_table.count ? &tdg_stop_table.lists[index] : NULL;
}

const char *tdg_stop_words(const char *language)
{
    const struct tdg_stop_list *list;
    for (size_t i = 0; (list = tdg_stop_list(i)); i++)
        if (strcmp(list->language, language) == 0)
            return list->words;
    return NULL;
}

const char *tdg_stop_table_name(void)
{
    return tdg_stop_table.name;
}

const char *tdg_stop_table_licences(void)
{
    return tdg_stop_table.licences;
}
