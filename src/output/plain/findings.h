// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output: findings as plain text. */
#ifndef TDG_OUTPUT_PLAIN_FINDINGS_H
#define TDG_OUTPUT_PLAIN_FINDINGS_H

#include <stddef.h>

#include <tidings/plain.h>

#include "view/digest.h"

/** Writes findings in their order, each with a + or - before it, and below it at most so many
 * headlines that tell it. */
void tdg_plain_findings(const struct tdg_plain *plain, const struct tdg_digest *digest,
                        const struct tdg_selection *list, const char *indent, size_t headlines);

#endif
