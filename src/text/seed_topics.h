// SPDX-License-Identifier: GPL-3.0-or-later
/** Topics of the user, read from a file. */
#ifndef TDG_TEXT_SEED_TOPICS_H
#define TDG_TEXT_SEED_TOPICS_H

#include <tidings/error.h>

#include "text/text.h"

/** Reads subjects, one a line: `Name: term, term, "term, with a comma"`; lines that begin with #
 * are comments. TDG_EFORMAT with file and line for anything else, and where there is no subject;
 * TDG_EIO, TDG_ENOMEM. */
int tdg_seed_topics_load(struct tdg_seed_topics *topics, const char *path, struct tdg_error *error);
int tdg_seed_topics_read(struct tdg_seed_topics *topics, const char *text, const char *file,
                         struct tdg_error *error);
void tdg_seed_topics_done(struct tdg_seed_topics *topics);

#endif
