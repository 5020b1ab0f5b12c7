// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output. */
#ifndef TDG_OUTPUT_PLAIN_NAMES_H
#define TDG_OUTPUT_PLAIN_NAMES_H

#include <tidings/plain.h>

#include "view/digest.h"

/** Who is in the news: one list for each state, each after `mark`. */
void tdg_plain_names(const struct tdg_plain *plain, const struct tdg_digest *digest,
                     const char *mark);

#endif
