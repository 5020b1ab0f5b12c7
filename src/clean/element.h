// SPDX-License-Identifier: GPL-3.0-or-later
/* The elements of HTML and what they are to a reader of plain text. */
#ifndef TDG_CLEAN_ELEMENT_H
#define TDG_CLEAN_ELEMENT_H

#include <stddef.h>

struct tdg_element {
    const char *name;
    const char *becomes; /* what its tags leave behind: "\n\n" for a block, "" for a span */
    unsigned skip;       /* 1 to 31 where its contents are not text, 0 else */
};

/* By a name of any case; NULL where HTML has none such. */
const struct tdg_element *tdg_element_find(const char *name, size_t length);

#endif
