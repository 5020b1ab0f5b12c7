// SPDX-License-Identifier: GPL-3.0-or-later
/** Why there are as many themes as there are. */
#ifndef TDG_PHRASING_THEME_COUNT_H
#define TDG_PHRASING_THEME_COUNT_H

#include "base/buffer.h"
#include "cluster/group_count.h"

/** Appends the reason as a sentence. */
void tdg_theme_count_text(struct tdg_buffer *text, const struct tdg_group_count *count);

#endif
