// SPDX-License-Identifier: GPL-3.0-or-later
/** Which new group continues which theme. */
#ifndef TDG_ARCHIVE_MATCH_H
#define TDG_ARCHIVE_MATCH_H

#include <stdint.h>

#include "archive/update.h"

/** match: [themes] the group that goes on with each, or TDG_NONE. TDG_ENOMEM. */
int tdg_update_match(uint32_t *match, const struct tdg_common *common);

#endif
