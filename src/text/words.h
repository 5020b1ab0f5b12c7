// SPDX-License-Identifier: GPL-3.0-or-later
/* Finding the words of a text. */
#ifndef TDG_TEXT_WORDS_H
#define TDG_TEXT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "text/segment.h"

enum { TDG_LONGEST_WORD = 64 /* bytes; a longer one is an address or debris */ };

/* What a language asks for. */
struct tdg_word_rules {
    bool possessive; /* "Trump's" is "Trump" */
    bool elision;    /* "l'Europe" is "Europe" */
};

struct tdg_word {
    const char *text; /* as it stands; not NUL-terminated */
    size_t length;
    bool after_break; /* the end of a clause, or something that is no word, lies before it */
    bool capital;     /* "Huawei": one capital, and that in front */
    bool opens;       /* a sentence begins with it, so that its capital means little */
    bool all_caps;    /* its line is all in capitals, so that they mean nothing */
    bool dotted;      /* "U.S" */
    bool beyond_ascii;
};

struct tdg_scanner {
    struct tdg_word_rules rules;
    const char *text;
    size_t length;
    size_t at;
    size_t line_end; /* where the line ends whose capitals were looked at */
    bool all_caps;
    bool opens;
    bool broken;
    struct tdg_segmenter *segmenter;
};

/* `segmenter` is for this scanner alone, until its text is read; whoever gives it looks afterwards
 * whether it failed. */
void tdg_scanner_init(struct tdg_scanner *scanner, struct tdg_word_rules rules, const char *text,
                      struct tdg_segmenter *segmenter);

/* The next word; false at the end. */
bool tdg_scanner_next(struct tdg_scanner *scanner, struct tdg_word *word);

/* True for a headline whose Words Are Mostly Capitalised, whatever they are. */
bool tdg_is_title_case(const char *title);

#endif
