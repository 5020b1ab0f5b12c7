// SPDX-License-Identifier: GPL-3.0-or-later
/** Spellings of one name, and what the lists know of it. */
#ifndef TDG_NAME_KEY_H
#define TDG_NAME_KEY_H

#include <stddef.h>
#include <stdint.h>

#include "name/list_table.h"

struct USet;

enum { TDG_NAME_KEY = 512 };

/* Writes `text` in small letters, without accents where `alphabet` (that of English) is given;
 * returns the length, 0 where that is too long. */
size_t tdg_name_key(char key[TDG_NAME_KEY], const char *text, size_t length,
                    const struct USet *alphabet);

/* What a key is known as: bits of enum tdg_known_name. */
unsigned tdg_name_known(const char *key);

#endif
