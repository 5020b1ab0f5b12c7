// SPDX-License-Identifier: GPL-3.0-or-later
/** What themes and parents are called, everywhere. See also tdg_title and tdg_theme_title. */
#ifndef TDG_PHRASING_TITLE_H
#define TDG_PHRASING_TITLE_H

#include <tidings/plain.h>

#include "base/buffer.h"

/** All those that have no place of their own. */
#define TDG_OTHER_THEMES "Other themes"

/** The name as it stands before the label: "" for none, and for one that the label begins with. */
const char *tdg_title_name(const char *name, const char *label);

/** Appends "name: label", of whatever length; the label alone where there is no such name. */
void tdg_title_text(struct tdg_buffer *text, const char *name, const char *label);

/** The name, or the label where there is none: for axes, legends and cells. */
const char *tdg_short_title(const char *name, const char *label);

#endif
