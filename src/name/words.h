// SPDX-License-Identifier: GPL-3.0-or-later
/** Words that stand in names and around them, and what they say of their kind. */
#ifndef TDG_NAME_WORDS_H
#define TDG_NAME_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "base/intern.h"

/* Several at once: "King" is a title and the end of an organisation. */
enum tdg_name_word {
    TDG_NW_TITLE = 1 << 0,       /* of a person, before the name: "President" */
    TDG_NW_TITLE_FIRST = 1 << 1, /* likewise, but also a surname: "King" */
    TDG_NW_ORG_END = 1 << 2,     /* "University" */
    TDG_NW_COMPANY = 1 << 3,     /* "Inc", which may be left out */
    TDG_NW_HEAD = 1 << 4,        /* "Bank" of England */
    TDG_NW_PLACE_END = 1 << 5,   /* "Street" */
    TDG_NW_PLACE_START = 1 << 6, /* "Lake" */
    TDG_NW_PARTICLE = 1 << 7,    /* "von" */
    TDG_NW_LINK = 1 << 8,        /* "of", after a head */
    TDG_NW_NOISE = 1 << 9,       /* capitals without a name: days, months, peoples */
    TDG_NW_ROLE = 1 << 10,       /* in small letters before a person: "minister" */
    TDG_NW_ORG_CUE = 1 << 11,    /* in small letters after an organisation: "shares" */
    TDG_NW_SAID = 1 << 12,       /* in small letters after who speaks */
    TDG_NW_IN = 1 << 13,         /* before a place */
    TDG_NW_DOTTED = 1 << 14,     /* "Mr.", whose full stop ends no sentence */
    TDG_NW_NO_NAME = 1 << 15,    /* "TV" */
    TDG_NW_PLACE = 1 << 16,      /* known places that no list has */
    TDG_NW_ORG = 1 << 17,        /* known organisations */
    TDG_NW_WHO = 1 << 18,        /* "who", after a person and a comma */
};

/* {0} is empty. */
struct tdg_name_words {
    struct tdg_intern set;
    uint32_t *kinds; /* [set.count] */
};

/* TDG_OK or TDG_ENOMEM; tdg_name_words_done either way. */
int tdg_name_words_init(struct tdg_name_words *words);
void tdg_name_words_done(struct tdg_name_words *words);

/* The kinds of a word in small letters, 0 for none. */
uint32_t tdg_name_word(const struct tdg_name_words *words, const char *text, size_t length);

#endif
