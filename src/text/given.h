// SPDX-License-Identifier: GPL-3.0-or-later
/* The words that a person gives, as they are met in one language. */
#ifndef TDG_TEXT_GIVEN_H
#define TDG_TEXT_GIVEN_H

#include "base/intern.h"
#include "text/terms.h"
#include "text/word_lists.h"

/* {0} is empty. */
struct tdg_given {
    struct tdg_intern keys; /* stems with blanks between */
    const char **shown;     /* [keys.count] */
    size_t capacity;
    size_t longest; /* words of a key */
};

/* `stemmer` may be NULL. TDG_ENOMEM. */
int tdg_given_init(struct tdg_given *given, const struct tdg_word_lists *lists,
                   const struct tdg_lang_rules *rules, struct sb_stemmer *stemmer);
void tdg_given_done(struct tdg_given *given);

/* How the term is shown that these stems with blanks between are; NULL for none. */
const char *tdg_given_find(const struct tdg_given *given, const char *stems, size_t length);

#endif
