// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output: the news in plain text. */
#ifndef TDG_OUTPUT_PLAIN_LEAD_H
#define TDG_OUTPUT_PLAIN_LEAD_H

#include <tidings/plain.h>

#include "view/digest.h"

/** One section: a card an item, with its headlines and addresses where the digest has place for
 * them. */
void tdg_plain_lead(const struct tdg_plain *plain, const struct tdg_digest *digest,
                    const struct tdg_lead_section *section);

#endif
