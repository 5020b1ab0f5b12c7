// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output: the report of one period, below its news. */
#ifndef TDG_OUTPUT_PLAIN_BRIEF_H
#define TDG_OUTPUT_PLAIN_BRIEF_H

#include <tidings/plain.h>

#include "view/digest.h"

/** Its title and how much was read. */
void tdg_plain_brief_head(const struct tdg_plain *plain, const struct tdg_digest *digest);

/** Other events, themes by articles; then, behind what others put between, the rest. */
void tdg_plain_brief_themes(const struct tdg_plain *plain, const struct tdg_digest *digest);
void tdg_plain_brief_rest(const struct tdg_plain *plain, const struct tdg_digest *digest);

#endif
