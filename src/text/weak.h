// SPDX-License-Identifier: GPL-3.0-or-later
/** Words that say nothing about a subject. */
#ifndef TDG_TEXT_WEAK_H
#define TDG_TEXT_WEAK_H

#include <stdbool.h>
#include <stddef.h>

/** A word of age, order, number or the calendar: in articles that have little else in common it
 * makes a subject of itself. Part of phrases it is one as any other. */
bool tdg_is_weak_word(const char *spelling);

enum tdg_weakness {
    TDG_STRONG,
    TDG_WEAK_FRONT, /* but may begin a name: "New York" */
    TDG_WEAK
};

/** How little a word says in a name; whatever tdg_is_weak_word finds is weak here, too. */
enum tdg_weakness tdg_weakness_in_names(const char *spelling, size_t length);

#endif
