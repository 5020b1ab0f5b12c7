// SPDX-License-Identifier: GPL-3.0-or-later
/* Stop words: one file a language, compiled for tidings. Besides articles, pronouns, prepositions,
 * auxiliaries and the like they hold what every news text has and no theme is about: "said", "Mr",
 * small numerals, days of the week and months (but not "march", which people do in the street). */
#include "clean/stopwords.h"

#include <stddef.h>
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

const struct tdg_stop_list *tdg_stop_list(size_t index)
{
    return index < sizeof lists / sizeof *lists ? &lists[index] : NULL;
}

const char *tdg_stop_words(const char *language)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (strcmp(lists[i].language, language) == 0)
            return lists[i].words;
    return NULL;
}
