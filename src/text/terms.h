// SPDX-License-Identifier: GPL-3.0-or-later
/* From the spelling of a word to its term. */
#ifndef TDG_TEXT_TERMS_H
#define TDG_TEXT_TERMS_H

#include <libstemmer.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/intern.h"
#include "text/accents.h"
#include "text/words.h"

/* Room for a folded word or a term; case folding may lengthen a word. */
enum { TDG_TERM_SIZE = 4 * TDG_LONGEST_WORD };

enum { TDG_LANGUAGE_SIZE = 16 }; /* of the code of a language that is known; a longer one is none */

/* A language of the articles. */
struct tdg_lang_rules {
    char code[TDG_LANGUAGE_SIZE]; /* a copy: who asks may let go of it */
    struct tdg_intern stop;       /* its stop words */
    struct USet *alphabet;        /* see text/accents.h */
    struct tdg_word_rules rules;
};

int tdg_lang_rules_init(struct tdg_lang_rules *rules, const char *code);
void tdg_lang_rules_done(struct tdg_lang_rules *rules);

/* The case-folded spelling; returns its length, less than TDG_TERM_SIZE. */
size_t tdg_fold(const char *spelling, size_t length, char folded[TDG_TERM_SIZE]);

/* False for what is no term: single letters and digits and, if so wished, stop words. */
bool tdg_is_term(const struct tdg_lang_rules *rules, const char *spelling, size_t length,
                 bool stop_words);

/* The term of a spelling, NUL-terminated; that of a phrase which a person gave is one word, with _
 * for its blanks; `stemmer` may be NULL. Returns its length, 0 when
 * out of memory. */
size_t tdg_term(const struct tdg_lang_rules *rules, struct sb_stemmer *stemmer,
                const char *spelling, size_t length, char term[TDG_TERM_SIZE]);

/** A number, alone or with a unit: "3.5", "1,000", "20km", "1980s", "2nd". Such a term likens
 * articles to each other, but is part of no phrase and no name for anything. */
bool tdg_is_quantity(const char *spelling, size_t length);

/** Three or more letters with digits right behind them, as tables have them: "MAY7", "qtr1". Not
 * "5G", "G20" and "COVID-19", which name things. */
bool tdg_is_code(const char *spelling, size_t length);

#endif
