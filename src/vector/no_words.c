// SPDX-License-Identifier: GPL-3.0-or-later
/* In place of what meson makes of vector/words, where it cannot or shall not. */
#include "vector/word_table.h"

const struct tdg_word_table tdg_word_table = {0};
