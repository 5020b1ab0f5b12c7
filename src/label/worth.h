// SPDX-License-Identifier: GPL-3.0-or-later
/** Which terms are worth showing. */
#ifndef TDG_LABEL_WORTH_H
#define TDG_LABEL_WORTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "label/groups.h"

/** TDG_ENOMEM. */
int tdg_traits_build(struct tdg_traits *traits, const struct tdg_stems *stems);
void tdg_traits_done(struct tdg_traits *traits);

/** Whether all nouns have a capital in a theme with these columns, as in German. */
bool tdg_nouns_have_capitals(const struct tdg_traits *traits, const uint32_t *columns,
                             size_t count);

/** From column, articles, score, share and coverage. articles: [columns] of the group; nouns: they
 * have capitals. */
double tdg_worth(const struct tdg_traits *traits, const struct tdg_ranked *item,
                 const uint32_t *articles, bool nouns);

#endif
