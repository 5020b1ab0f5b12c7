// SPDX-License-Identifier: GPL-3.0-or-later
/** How much of a new partition is taken on at once. */
#ifndef TDG_ARCHIVE_PACE_H
#define TDG_ARCHIVE_PACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** An article on its way from one theme to another. */
struct tdg_pace_move {
    int64_t from, to; /* any names of themes or groups */
    int64_t article;
    bool begins; /* what it goes to is new */
    bool now;
};

/** Of the articles that had a theme in the last report, those that may leave it before the next
 * without a person's word, so that its reader finds the themes again. */
size_t tdg_pace_most(size_t placed);

/** Marks those that go now, at most `most` of them, and puts them in an order of its own. Articles
 * with the same way go together: first those to what is new, where all of these are too many an
 * equal part of each; then the largest ones that there is room for as a whole; where none fits, a
 * part of the first. Parts are drawn by the number of the article, so that all of its time moves
 * alike and no series turns. TDG_ENOMEM. */
int tdg_pace_choose(struct tdg_pace_move *moves, size_t count, size_t most);

#endif
