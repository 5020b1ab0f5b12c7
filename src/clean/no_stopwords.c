// SPDX-License-Identifier: GPL-3.0-or-later
/* In place of what meson makes of clean/stopwords, where it shall not. */
#include "clean/stopword_table.h"

const struct tdg_stop_table tdg_stop_table = {0};
