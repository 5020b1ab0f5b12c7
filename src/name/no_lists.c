// SPDX-License-Identifier: GPL-3.0-or-later
/* In place of what meson makes of name/lists, where it shall not. */
#include "name/list_table.h"

const struct tdg_name_table tdg_name_table = {0};
