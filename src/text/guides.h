// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_TEXT_GUIDES_H
#define TDG_TEXT_GUIDES_H

#include <tidings/error.h>

#include "text/text.h"

/** Reads subjects, one a line: `Name: term, term, "term, with a comma"`; lines that begin with #
 * are comments. TDG_EFORMAT with file and line for anything else, and where there is no subject;
 * TDG_EIO, TDG_ENOMEM. */
int tdg_guides_load(struct tdg_guides *guides, const char *path, struct tdg_error *error);
int tdg_guides_read(struct tdg_guides *guides, const char *text, const char *file,
                    struct tdg_error *error);
void tdg_guides_done(struct tdg_guides *guides);

#endif
